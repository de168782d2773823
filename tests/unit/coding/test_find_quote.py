"""Quotes and their places: exact ones are taken, all else is proposed."""

from __future__ import annotations

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from tenun.coding.quotes import find_quote
from tenun.coding.wording import Wording
from tenun.text.spans import Span

TEXT = "Kedua kota sepakat.\nKota  kembar itu “maju” — katanya.\nKedua kota sepakat bekerja sama."


def test_an_exact_quote_that_stands_once_is_found() -> None:
    match = find_quote(TEXT, "bekerja sama")
    assert (match.how, match.count) == ("exact", 1)
    assert match.span is not None
    assert match.span.of(TEXT) == "bekerja sama"


def test_windows_line_ends_in_a_cell_are_those_of_the_text() -> None:
    assert find_quote(TEXT, "sepakat.\r\nKota").span == Span(11, 24)


def test_other_white_space_is_found_and_told_apart() -> None:
    match = find_quote(TEXT, " sepakat.  Kota kembar\n")
    assert (match.how, match.count) == ("spacing", 1)
    assert match.span is not None
    assert match.span.of(TEXT) == "sepakat.\nKota  kembar"


def test_a_quote_that_stands_twice_is_lengthened_to_one_that_does_not() -> None:
    match = find_quote(TEXT, "Kedua kota sepakat")
    assert (match.how, match.span, match.count) == ("not-unique", None, 2)
    assert match.nearest == "Kedua kota sepakat."
    assert match.nearest is not None
    assert TEXT.count(match.nearest) == 1


def test_places_that_overlap_are_two() -> None:
    assert find_quote("anananas", "anan").how == "not-unique"


@pytest.mark.parametrize("quote", ['kota  kembar itu "maju" - katanya', "KOTA KEMBAR ITU „MAJU“ – KATANYA"])
def test_case_and_typography_are_proposed_never_taken(quote: str) -> None:
    match = find_quote(TEXT, quote)
    assert (match.how, match.span, match.similarity) == ("missing", None, 1.0)
    assert match.nearest == "Kota  kembar itu “maju” — katanya"


def test_similar_wording_is_proposed_with_its_likeness() -> None:
    match = find_quote(TEXT, "dua kota setuju bekerja sama")
    assert match.how == "missing"
    assert match.nearest == "Kedua kota sepakat bekerja sama"
    assert 0.6 <= (match.similarity or 0) < 1
    assert match.nearest_span is not None
    assert match.nearest_span.of(TEXT) == match.nearest


def test_unlike_wording_and_nothing_propose_nothing() -> None:
    assert find_quote(TEXT, "the weather was fine today").nearest is None
    assert find_quote(TEXT, "!!!").nearest is None
    assert find_quote(TEXT, " \n").how == "empty"
    assert find_quote(TEXT, "dua kota setuju bekerja sama", propose=False).nearest is None


def test_likeness_survives_letters_that_fold_to_two() -> None:
    text = "Straße und STRASSE, ẞ"
    likest = Wording(text).likest("strasse UND strasse")
    assert likest is not None
    assert likest.span.of(text) == "Straße und STRASSE"


@given(st.text(max_size=200), st.data())
def test_every_stretch_is_found_where_it_stands_or_said_to_stand_twice(text: str, data: st.DataObject) -> None:
    text = text.replace("\r", "").replace("\x00", "")
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    quote = text[start:end]
    assume(quote.strip())
    match = find_quote(text, quote)
    if match.how == "exact":
        assert match.span == Span(start, end)
    else:
        assert match.how == "not-unique"
        assert text.find(quote, text.find(quote) + 1) >= 0


@given(st.text(st.sampled_from("ab \n"), max_size=40), st.text(st.sampled_from("ab \n"), min_size=1, max_size=6))
def test_whatever_is_asked_a_span_says_what_the_quote_says_but_for_space(text: str, quote: str) -> None:
    match = find_quote(text, quote)
    if match.span is not None:
        assert match.span.of(text).split() == quote.split()
    if match.nearest_span is not None:
        assert match.nearest == match.nearest_span.of(text) or match.nearest is None
