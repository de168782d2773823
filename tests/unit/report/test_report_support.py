"""A finding that lost its support stops the report, by name; a sentence carries what it rests on."""

from __future__ import annotations

from dataclasses import replace

import pytest
from tests.factories.findings import BIL, IDP, MOTIVES, make_findings

from tenun.claims.graph import Claim, ClaimGraph
from tenun.errors import InputRefused
from tenun.report import build
from tenun.report.build import claim_graph


def test_a_passage_that_is_gone_fails_the_build_with_the_name_of_the_finding() -> None:
    findings = make_findings()
    gone = findings.ranking.motive(BIL).passages[0]
    kept = {guid: view for guid, view in findings.passages.items() if guid != gone}
    with pytest.raises(InputRefused) as refused:
        build(replace(findings, passages=kept), "id")
    assert refused.value.code == "report.finding-without-support"
    assert "Hubungan bilateral kedua negara" in refused.value.text("id")
    assert "Bilateral relationship of the two states" in refused.value.text("en")


def test_a_motive_whose_support_was_emptied_fails_the_build() -> None:
    findings = make_findings()
    emptied = tuple(replace(one, passages=()) if one.id == IDP else one for one in findings.ranking.motives)
    with pytest.raises(InputRefused, match="Identity of international partners"):
        build(replace(findings, ranking=replace(findings.ranking, motives=emptied)), "en")


def test_a_rival_without_its_passages_fails_the_build() -> None:
    findings = make_findings()
    bare = tuple(replace(rival, passages=()) for rival in findings.rivals)
    with pytest.raises(InputRefused, match="External stimulus or partner initiative"):
        build(replace(findings, rivals=bare), "en")


def test_a_claim_on_a_source_that_is_gone_fails() -> None:
    claim = Claim("c", "t", "answer.order", passages=("p",), sources=("S1",), finding=True, label="the finding")
    assert ClaimGraph([claim]).checked({"p"}, {"S1"})["c"] is claim
    with pytest.raises(InputRefused, match="the finding"):
        ClaimGraph([claim]).checked({"p"}, {"S2"})


def test_two_claims_of_one_id_are_refused() -> None:
    with pytest.raises(ValueError, match="one id"):
        ClaimGraph([Claim("c", "t", "a"), Claim("c", "t", "b")])


def test_every_finding_names_passages_and_their_sources() -> None:
    findings = make_findings()
    stated = [claim for claim in claim_graph(findings) if claim.finding]
    assert {motive for claim in stated for motive in claim.motives} >= set(MOTIVES)
    for claim in stated:
        assert set(claim.sources) == {findings.passages[guid].source for guid in claim.passages}, claim.id


def test_the_sentences_of_findings_carry_their_claims_passages() -> None:
    findings = make_findings()
    document = build(findings, "en")
    said = {sentence.claim: sentence for sentence in document.sentences() if sentence.claim}
    for claim in document.claims:
        if claim.finding:
            assert said[claim.id].passages == claim.passages
            assert said[claim.id].sources == claim.sources


def test_another_language_is_refused() -> None:
    with pytest.raises(InputRefused, match="“fr”"):
        build(make_findings(), "fr")
