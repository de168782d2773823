"""A finding with thousands of quotes prints a hundred, from all its sources in turn, and says so."""

from __future__ import annotations

from dataclasses import replace

import pytest
from tests.factories.findings import BIL, make_findings

from tenun.report import build
from tenun.report.findings import Findings
from tenun.report.shown_quotes import SHOWN_AT_MOST, shown
from tenun.report.tree import Evidence


def _crowded(copies: int) -> tuple[Findings, tuple[str, ...]]:
    """One source with `copies` quotes for a motive, after all the quotes that the motive has from others."""
    findings = make_findings()
    motive = findings.ranking.motive(BIL)
    many = {
        f"many-{number}": replace(findings.passages[motive.passages[0]], guid=f"many-{number}")
        for number in range(copies)
    }
    passages = (*many, *motive.passages)
    crowded = tuple(replace(one, passages=passages) if one.id == BIL else one for one in findings.ranking.motives)
    ranking = replace(findings.ranking, motives=crowded)
    return replace(findings, passages={**findings.passages, **many}, ranking=ranking), passages


def test_every_source_is_heard_before_any_fills_the_list() -> None:
    findings, passages = _crowded(5_000)
    printed = shown(findings, passages)
    assert len(printed) == SHOWN_AT_MOST
    assert {findings.passages[guid].source for guid in printed} == {findings.passages[guid].source for guid in passages}
    assert list(printed) == sorted(printed, key=passages.index)


def test_few_quotes_are_all_printed() -> None:
    findings, passages = _crowded(3)
    assert shown(findings, passages) == passages


@pytest.mark.parametrize(("language", "words"), [("en", "Printed are 100 of the"), ("id", "Yang dicetak 100 dari")])
def test_the_summary_says_how_many_are_not_printed(language: str, words: str) -> None:
    findings, passages = _crowded(5_000)
    document = build(findings, language)
    crowded = [
        block for block in document.blocks() if isinstance(block, Evidence) and len(block.quotes) == SHOWN_AT_MOST
    ]
    assert crowded
    assert all(words in block.summary.text for block in crowded)
    claim = next(claim for claim in document.claims if claim.motives == (BIL,) and claim.finding)
    assert set(claim.passages) >= set(passages)
