"""Planted studies for each level of the verdict, and for each condition failing."""

from __future__ import annotations

from typing import Any

import pytest
from tests.factories.evidence_tables import attest, coding, make_codebook, make_codings, make_source, make_study

from tenun.claims.ranking import rank
from tenun.claims.results import CONDITIONS, Condition, Ranking
from tenun.corpus.sources import Source

KEYS = [f"S{number:02}" for number in range(1, 13)]


def early_documents(**details: Any) -> list[Source]:
    """Twelve official documents of 2018: first-hand, before the decision, each of another institution."""
    return [make_source(key, "official", published="2018-05", **details) for key in KEYS]


def ranked(rows: list[dict[str, Any]], sources: list[Source] | None = None, **options: Any) -> Ranking:
    return rank(make_codings(rows), sources or early_documents(), make_codebook(), make_study(), **options)


def failing(ranking: Ranking) -> dict[str, Condition]:
    assert all(condition.code in CONDITIONS for condition in ranking.verdict.failed_conditions)
    return {condition.code: condition for condition in ranking.verdict.failed_conditions}


CLEAR = attest({"MKT": KEYS, "TC": KEYS[:2], "IDP": KEYS[:1]})


def test_foremost() -> None:
    ranking = ranked(CLEAR)
    assert (ranking.verdict.level, ranking.verdict.leaders) == ("foremost", ("MKT",))
    assert ranking.verdict.failed_conditions == ()
    assert ranking.verdict.not_separable == ()


def test_nine_witnesses_are_too_few() -> None:
    ranking = ranked(attest({"MKT": KEYS[:9], "TC": KEYS[:1]}))
    assert ranking.verdict.level == "leads"
    assert failing(ranking) == {"fewer-than-ten-witnesses": Condition("fewer-than-ten-witnesses", values=(9,))}


def test_a_probability_below_ninety() -> None:
    # P(first) of 9 beside 6 in 12 is .89; IDP makes up the twelve.
    rows = attest({"MKT": KEYS[:9], "TC": KEYS[:6], "IDP": KEYS[9:]}) + attest(
        {"IDP": KEYS[:3]}, polarity="opposes", span=(50, 60)
    )
    ranking = ranked(rows)
    assert ranking.verdict.level == "leads"
    assert set(failing(ranking)) == {"p-first-below-foremost"}
    assert 0.75 <= failing(ranking)["p-first-below-foremost"].values[0] < 0.90


def test_one_witness_could_unseat_it() -> None:
    # S01 supports MKT and denies TC: 12 to 10, and without it 11 to 11.
    rows = attest({"MKT": KEYS, "TC": KEYS[1:]}) + attest({"TC": KEYS[:1]}, polarity="opposes")
    ranking = ranked(rows)
    weak = failing(ranking)["fragile"]
    assert (weak.groups, weak.values, weak.motives) == (("S01",), (1,), ("TC",))
    assert ranking.verdict.level == "leads"


def test_one_coder_of_seven_sees_a_tie() -> None:
    agreeing = attest({"MKT": KEYS, "TC": KEYS[:2]}, coders="ABCDEF")
    ranking = ranked(agreeing + attest({"MKT": KEYS, "TC": KEYS}, coders="G"))
    found = failing(ranking)
    # Either unites G's codings too, so there it is a tie; headline P stays above .90.
    assert found["tied-first"].motives == ("MKT", "TC")
    apart = ranked(agreeing + attest({"MKT": KEYS[:4], "TC": KEYS[:4]}, coders="G"))
    assert set(failing(apart)) == {"coders-differ"}
    assert failing(apart)["coders-differ"].coders == ("G",)
    assert apart.verdict.level == "leads"


@pytest.mark.parametrize(
    ("facets", "details", "switches"),
    [
        ({"voice": "analyst"}, {}, ("no-second-hand", "stated-only")),
        ({"basis": "inferred"}, {}, ("stated-only",)),
        ({}, {"published": "2020-01"}, ("contemporaneous",)),
    ],
)
def test_a_stricter_rule_unseats_it(facets: dict[str, Any], details: dict[str, Any], switches: tuple[str, ...]) -> None:
    market = attest({"MKT": KEYS}, **facets)
    sources = [make_source(key, "official", **{"published": "2018-05", **details}) for key in KEYS]
    sources.append(make_source("T1", "official", published="2018"))
    ranking = ranked(market + attest({"TC": ["T1"]}), sources)
    assert set(failing(ranking)) == {"switches-unseat"}
    assert failing(ranking)["switches-unseat"].switches == switches
    assert ranking.verdict.level == "leads"


def test_a_first_hand_witness_puts_another_first() -> None:
    said = coding("S03", "TC", priority="first", span=(70, 80))
    ranking = ranked([*CLEAR, said])
    found = failing(ranking)
    assert set(found) == {"first-hand-puts-another-first"}
    assert (found["first-hand-puts-another-first"].motives, found["first-hand-puts-another-first"].groups) == (
        ("TC",),
        ("S03",),
    )
    assert ranked([*CLEAR, {**said, "voice": "reported"}]).verdict.level == "foremost"
    assert ranked([*CLEAR, {**said, "priority": "secondary"}]).verdict.level == "foremost"
    assert ranked([*CLEAR, coding("S03", "MKT", priority="first", span=(70, 80))]).verdict.level == "foremost"


def test_one_institution_is_not_enough() -> None:
    ranking = ranked(CLEAR, early_documents(institution="The city"))
    assert set(failing(ranking)) == {"one-institution"}
    two = [*early_documents(institution="The city")[1:], make_source("S01", "official", published="2018")]
    assert ranked(CLEAR, two).verdict.level == "foremost"


def test_not_told_apart_names_the_rivals() -> None:
    ranking = ranked(attest({"MKT": KEYS[:7], "TC": KEYS[:6], "IDP": KEYS[6:7], "ADM": KEYS[7:]}))
    assert (ranking.verdict.level, ranking.verdict.leaders) == ("not_told_apart", ("MKT",))
    assert set(ranking.verdict.not_separable) == {"TC", "ADM"}
    for rival in ("TC", "ADM"):
        assert ranking.above is not None
        assert ranking.above["MKT"][rival] < 0.90
    assert "p-first-below-leading" in failing(ranking)


def test_a_tie_has_two_leaders() -> None:
    ranking = ranked(attest({"MKT": KEYS[:8], "TC": KEYS[4:], "IDP": KEYS[:1]}))
    assert (ranking.verdict.level, ranking.verdict.leaders) == ("not_told_apart", ("MKT", "TC"))
    assert failing(ranking)["tied-first"].motives == ("MKT", "TC")
    assert ranking.fragility.groups_to_remove == 0


@pytest.mark.parametrize(
    ("support", "codes"),
    [
        ({"MKT": KEYS[:3], "TC": KEYS[:1]}, {"fewer-than-four-witnesses"}),
        ({"MKT": KEYS}, {"fewer-than-two-motives"}),
        ({}, {"fewer-than-four-witnesses", "fewer-than-two-motives"}),
    ],
)
def test_not_assessable(support: dict[str, list[str]], codes: set[str]) -> None:
    ranking = ranked(attest(support))
    assert ranking.verdict.level == "not_assessable"
    assert set(failing(ranking)) == codes
    if "fewer-than-four-witnesses" in codes:
        assert all(row.p_first is None for row in ranking.motives)
        assert ranking.not_computable["p_first"] in ("analysis.too-few-witnesses", "claims.no-coders")


def test_a_coder_with_too_few_witnesses_leaves_no_headline() -> None:
    ranking = ranked(attest({"MKT": KEYS, "TC": KEYS[:2]}, coders="A") + attest({"MKT": KEYS[:2]}, coders="B"))
    assert ranking.not_computable["p_first"] == "analysis.too-few-witnesses"
    assert ranking.not_computable_values["p_first"] == {"n": 2}
    assert ranking.not_computable["p_first:B"] == "analysis.too-few-witnesses"
    assert failing(ranking)["p-first-not-computable"].coders == ("A", "B")
    assert ranking.verdict.level == "not_told_apart"
    assert ranked(attest({"MKT": KEYS, "TC": KEYS[:2]}, coders="A")).verdict.level == "foremost"
