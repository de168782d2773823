"""Limits and confidence worked out from the data."""

from __future__ import annotations

from typing import Any

import pytest
from tests.factories.evidence_tables import (
    Bilingual,
    attest,
    coding,
    make_codebook,
    make_codings,
    make_source,
    make_study,
)
from tests.factories.worked_study import BIL, MKT, worked_codebook, worked_codings, worked_config, worked_sources

from tenun.claims.confidence import propose_confidence
from tenun.claims.evidence import gather_evidence
from tenun.claims.limits import work_out_limits
from tenun.claims.ranking import rank
from tenun.claims.results import COMPONENTS, CONCERNS, LIMITS, REASONS, ConfidenceProfile, Limit
from tenun.corpus.sources import Source

KEYS = [f"S{number:02}" for number in range(1, 13)]


def documents(**details: Any) -> list[Source]:
    return [make_source(key, "official", **{"published": "2018", "letter": "A", **details}) for key in KEYS]


def limits_of(rows: list[dict[str, Any]], sources: list[Source], **options: Any) -> dict[str, Limit]:
    config = options.pop("config", make_study())
    switches = options.pop("switches", ())
    arguments = (make_codings(rows), sources, make_codebook(), config)
    found = work_out_limits(gather_evidence(*arguments), rank(*arguments, switches=switches), **options)
    assert all(limit.code in LIMITS for limit in found)
    return {limit.code: limit for limit in found}


def profiles_of(rows: list[dict[str, Any]], sources: list[Source]) -> dict[str, ConfidenceProfile]:
    arguments = (make_codings(rows), sources, make_codebook(), make_study())
    found = propose_confidence(gather_evidence(*arguments), rank(*arguments))
    for profile in found:
        assert tuple(component.name for component in profile.components) == COMPONENTS
        assert all(component.concern in CONCERNS for component in profile.components)
        assert all(reason.code in REASONS for component in profile.components for reason in component.reasons)
    return {profile.motive: profile for profile in found}


def test_limits_of_the_worked_study() -> None:
    arguments = (worked_codings(), worked_sources(), worked_codebook(), worked_config())
    ranking = rank(*arguments)
    missing = [Bilingual("The memorandum itself", "Naskah memorandumnya")]
    read = {"A": {source.key for source in worked_sources()}, "B": {"S05"}}
    found = work_out_limits(gather_evidence(*arguments), ranking, not_found=missing, read_sources=read)
    limits = {limit.code: limit for limit in found}
    assert limits["few-witnesses"].values == {"n": 5}
    assert limits["single-informant"].values == {"n": 0}
    assert "no-first-hand-before" in limits
    assert limits["second-hand"].values == {"n": 1, "motives": (BIL,)}
    assert limits["synthetic"].sources == ("INT",)
    assert limits["undated"].sources == ("S13", "S18")
    assert limits["after-decision"].sources == ("S09", "S10", "S11", "S26")
    assert limits["intra-coder"].values == {"coders": ("A", "B")}
    assert "S05" not in limits["unread"].sources
    assert limits["unread"].values == {"n": 11}
    assert limits["saturation"].values == {"interviews": 0, "needed": 6}
    assert limits["not-found"].values == {"n": 1, "items": tuple(missing)}
    assert "undetected-copies" in limits
    assert "not-attested" not in limits


def test_a_well_attested_study_keeps_only_what_no_data_can_lift() -> None:
    interviews = [make_source(f"I{n}", "interview", published="2019", letter="A") for n in range(6)]
    rows = attest(dict.fromkeys(("MKT", "TC", "IDP", "ADM", "BIL"), KEYS))
    everything = {coder: set(KEYS) | {f"I{n}" for n in range(6)} for coder in "AB"}
    assert set(limits_of(rows, [*documents(), *interviews], read_sources=everything)) == {"undetected-copies"}


@pytest.mark.parametrize(
    ("code", "rows", "change"),
    [
        ("one-coder", attest({"MKT": KEYS}, coders="A"), {}),
        ("not-attested", attest({"MKT": KEYS}), {}),
        ("few-witnesses", attest({"MKT": KEYS[:9]}), {}),
        ("single-informant", attest({"MKT": KEYS[:1]}) + attest({"MKT": KEYS[1:]}, voice="reported"), {}),
        ("no-first-hand-before", attest({"MKT": KEYS}), {"published": "2020"}),
        ("after-decision", attest({"MKT": KEYS}), {"published": "2020"}),
        ("undated", attest({"MKT": KEYS}), {"published": None}),
        ("compilations", attest({"MKT": KEYS}), {"origins": ("X", "Y")}),
        ("synthetic", attest({"MKT": KEYS}), {"synthetic": True}),
    ],
)
def test_each_limit_appears_with_its_cause_and_goes_with_it(
    code: str, rows: list[dict[str, Any]], change: dict[str, Any]
) -> None:
    everything = attest(dict.fromkeys(("MKT", "TC", "IDP", "ADM", "BIL"), KEYS))
    assert code in limits_of(rows, documents(**change))
    assert code not in limits_of(everything, documents())


def test_a_switch_that_counts_them_lifts_the_limit() -> None:
    rows = attest({"MKT": KEYS})
    assert "synthetic" not in limits_of(rows, documents(synthetic=True), switches=["synthetic"])
    assert "compilations" not in limits_of(rows, documents(origins=("X", "Y")), switches=["compilations"])


def test_confidence_without_concern() -> None:
    sources = [*documents()[:11], make_source("S12", "book", published="2018", letter="A")]
    profile = profiles_of(attest({"MKT": KEYS}), sources)["MKT"]
    # One of twelve witnesses is an analyst: a minor concern, which leaves the level.
    assert profile.level == "high"
    assert [component.concern for component in profile.components] == ["minor", "none", "none", "none"]
    assert profile.components[0].reasons[0].values == {"k": 1, "n": 12}


def test_each_component_has_its_reason() -> None:
    weak = profiles_of(attest({"MKT": KEYS}), documents(letter="D"))["MKT"].components[0]
    assert (weak.concern, [reason.code for reason in weak.reasons]) == ("serious", ["weak-sources"])
    opposed = attest({"MKT": KEYS[:10]}) + attest({"MKT": KEYS[10:]}, polarity="opposes")
    coherence = profiles_of(opposed, documents())["MKT"].components[1]
    assert (coherence.concern, coherence.reasons[0].values) == ("moderate", {"k": 2, "n": 10})
    one_sees = [*attest({"MKT": KEYS}, coders="A"), coding("S01", "MKT", "B")]
    differ = profiles_of(one_sees, documents())["MKT"].components[1]
    assert (differ.concern, differ.reasons[0].code) == ("moderate", "coders-differ")
    adequacy = profiles_of(attest({"MKT": KEYS[:3]}), documents())["MKT"].components[2]
    assert adequacy.concern == "moderate"
    assert [reason.code for reason in adequacy.reasons] == ["few-witnesses", "one-kind"]
    inferred = profiles_of(attest({"MKT": KEYS}, basis="inferred"), documents(published="2021"))["MKT"].components[3]
    assert (inferred.concern, len(inferred.reasons)) == ("serious", 2)


def test_a_motive_nobody_attests_is_very_low() -> None:
    profile = profiles_of(attest({"MKT": KEYS}), documents())["TC"]
    assert profile.level == "very-low"
    assert profile.components[2].reasons[0].values == {"n": 0}


def test_confidence_of_the_worked_study() -> None:
    # MKT: 3 of 5 at second hand (moderate); S18 by B alone (minor); five witnesses (minor); only S05 is early (minor).
    arguments = (worked_codings(), worked_sources(), worked_codebook(), worked_config())
    found = {profile.motive: profile for profile in propose_confidence(gather_evidence(*arguments), rank(*arguments))}
    assert [component.concern for component in found[MKT].components] == ["moderate", "minor", "minor", "minor"]
    assert found[MKT].level == "moderate"
    # BIL: one analyst, one against one.
    assert [component.concern for component in found[BIL].components] == ["serious", "serious", "serious", "moderate"]
    assert found[BIL].level == "very-low"
    assert found[BIL].decided_by == ""
