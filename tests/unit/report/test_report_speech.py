"""Sentences: plurals, lists, terms, names."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.factories.findings import MKT, TC, make_findings
from tests.factories.findings_material import RELEASE

from tenun.claims.graph import Coders, Codes, GroupIds, OutOf, Phrases, Ratio, SourceKeys, Tally, Terms
from tenun.report import Findings
from tenun.report.dates_and_numbers import chance, coefficient, number
from tenun.report.speech import Speech


@pytest.fixture(scope="module")
def findings() -> Findings:
    return make_findings()


@pytest.fixture(scope="module")
def english(findings: Findings) -> Speech:
    return Speech(findings, "en")


@pytest.fixture(scope="module")
def indonesian(findings: Findings) -> Speech:
    return Speech(findings, "id")


@pytest.mark.parametrize(
    ("n", "said"), [(1, "one quote"), (2, "two quotes"), (12, "12 quotes"), (1200, "1,200 quotes")]
)
def test_counts_are_in_words_up_to_ten_with_the_noun_in_number(english: Speech, n: int, said: str) -> None:
    assert english.figure(n, "quote|quotes").text == said


def test_a_witness_of_several_sources_is_named_by_all_of_them(english: Speech, indonesian: Speech) -> None:
    groups = GroupIds(("S05", RELEASE))
    assert english.figure(groups).text == (
        "Tribun Bali 2019a [4] with Tribun Bali 2019b [5]; and Kompas.com 2019 [6] with JPNN.com 2019 [7] and "
        "Aktual.com 2019 [8]"
    )
    assert " bersama JPNN.com 2019 [7] dan " in indonesian.figure(groups).text


def test_literature_is_named_by_its_authors_and_an_unknown_year_is_said(english: Speech, indonesian: Speech) -> None:
    assert english.figure(SourceKeys(("S26", "S18"))).text == "Dradjat & Aditiany 2024 [12] and Savitri n.d. [10]"
    assert indonesian.figure(SourceKeys(("S18",))).text == "Savitri t.t. [10]"


def test_references_lead_to_the_list_of_sources(english: Speech) -> None:
    reference = english.figure(SourceKeys(("S05",))).runs[-1]
    assert (reference.kind, reference.target) == ("reference", "source-4")


def test_a_name_at_the_start_keeps_its_small_letter(findings: Findings) -> None:
    import dataclasses

    small = dataclasses.replace(findings.sources[0], publisher="iNews.id")
    speech = Speech(dataclasses.replace(findings, sources=(small, *findings.sources[1:])), "en")
    assert speech.say("sources.excluded", sources=SourceKeys(("S02",)), n=1).text == "iNews.id 2018 [1] is excluded."


def test_terms_may_hold_figures(english: Speech) -> None:
    said = english.say("switch.named", name=Terms(("switch.any-time",)), meaning=Terms(("switch.any-time.meaning",)))
    assert (said.runs[0].text, said.runs[0].kind) == ("any time", "term")


def test_tallies_leave_out_zeros_and_say_a_single_one_without_its_count(english: Speech) -> None:
    two = Tally((("tally.first-hand", 0), ("tally.reported", 2), ("tally.analyst", 1)))
    assert english.figure(two).text == "two by report and one only in an analyst’s words"
    assert english.figure(Tally((("tally.analyst", 1), ("tally.reported", 0)))).text == "only in an analyst’s words"


def test_figures_print_in_each_language(english: Speech, indonesian: Speech) -> None:
    figures = (OutOf(4, 5), OutOf(5, 5), Ratio(None), Ratio(-0.05), Coders(("A", "both")), Codes((MKT, TC)))
    assert [english.figure(one).text for one in figures] == [
        "four of the five", "all five", "undefined", "−.05", "A and both coders together",
        "International market and Tourism and culture",
    ]  # fmt: skip
    assert [indonesian.figure(one).text for one in figures[:4]] == [
        "empat dari lima",
        "kelimanya",
        "tak terdefinisi",
        "−0,05",
    ]


def test_phrases_are_joined_by_or_where_the_pattern_says_so(english: Speech) -> None:
    both = Phrases((("yes", {}), ("no", {})))
    assert english.figure(both, "or").text == "yes or no"


def test_keys_in_the_studys_own_words_become_references_and_labels(english: Speech) -> None:
    assert english.linked("Agrees with S26 (see S05); not IDP-BRAND, not UN-1 (S13)").text == (
        "Agrees with [12] (see [4]); not International profile of the city, not UN-1 [9]"
    )


@given(st.floats(0, 1), st.integers(4, 40))
def test_a_probability_never_claims_to_be_nearer_to_the_ends_than_a_twentieth(p: float, witnesses: int) -> None:
    for language in ("en", "id"):
        said = chance(p, witnesses, language)
        assert said.startswith("<") is (p < 0.05)
        assert said.startswith(">") is (p > 0.95)
        assert "e-" not in said


@given(st.integers(-(10**9), 10**9))
def test_numbers_read_back_in_both_languages(value: int) -> None:
    assert int(number(value, "en").replace(",", "").replace("−", "-")) == value
    assert int(number(value, "id").replace(".", "").replace("−", "-")) == value


@given(st.floats(-0.994, 0.994))
def test_coefficients_drop_the_zero_in_english_only(value: float) -> None:
    assert "0" not in coefficient(value, "en").split(".")[0]
    assert coefficient(value, "id").lstrip("−").startswith("0,")
