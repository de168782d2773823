"""Who speaks in the evidence for a motive: the actor, a reporter, or an analyst."""

from __future__ import annotations

from collections.abc import Sequence

from tenun.claims.graph import Tally
from tenun.claims.results import MotiveRank
from tenun.corpus.sources import VOICE_OF_KIND
from tenun.report.findings import CodedAs, Findings, PassageView


def voice_of(findings: Findings, view: PassageView, coding: CodedAs) -> str:
    """The voice of one coding: its own facet, else what the kind of source says."""
    return coding.facets.voice or VOICE_OF_KIND[findings.source(view.source).kind]


def voices(motive: MotiveRank, groups: Sequence[str]) -> Tally:
    """How many of a motive's witnesses speak at first hand, how many are reported or an analyst's attribution only."""
    first = sum(group in motive.first_hand for group in groups)
    second = sum(group in motive.second_hand for group in groups)
    reported = len(groups) - first - second
    return Tally((("tally.first-hand", first), ("tally.reported", reported), ("tally.analyst", second)))
