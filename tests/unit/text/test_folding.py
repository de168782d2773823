"""Words and how they are folded."""

import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tenun.text.folding import fold, word_spans, words


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Oleh-oleh dari Pasar Badung, Rp5.000!", ["oleh-oleh", "dari", "pasar", "badung", "rp5", "000"]),
        ("the mayor’s 'quote' -dash- a_b", ["the", "mayor's", "quote", "dash", "a", "b"]),
        ("résumé RÉSUMÉ re\u0301sume\u0301", ["resume"] * 3),
        ("Straße ﬁrma Ａ１", ["strasse", "firma", "a1"]),
        ("tanda\u00adtangan kota\u2011kota", ["tandatangan", "kota-kota"]),
        ("سَلام שָׁלוֹם", ["سلام", "שלום"]),
        ("🪁 … —", []),
    ],
)
def test_words_are_cut_and_folded(text: str, expected: list[str]) -> None:
    assert words(text) == expected


@settings(max_examples=500)
@given(st.text())
def test_spans_lie_on_the_words_in_order(text: str) -> None:
    spans = word_spans(text)
    assert [word for word, _, _ in spans] == words(text)
    assert [fold(text[start:end]) for _, start, end in spans] == words(text)
    ends = [0] + [end for _, _, end in spans]
    assert all(before <= start < end for before, (_, start, end) in zip(ends, spans, strict=False))


@settings(max_examples=500)
@given(st.text(st.characters(exclude_categories=["Cs"])))
def test_folding_ignores_case_composition_and_repetition(word: str) -> None:
    folded = fold(word)
    assert fold(folded) == folded
    assert fold(unicodedata.normalize("NFD", word)) == folded == fold(unicodedata.normalize("NFC", word))


@settings(max_examples=300)
@given(st.text(st.characters(codec="latin-1")))
def test_words_of_decomposed_text_are_those_of_composed_text(text: str) -> None:
    assert words(unicodedata.normalize("NFD", text)) == words(unicodedata.normalize("NFC", text))
