"""What a claim about a motive rests on."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from tenun.claims.results import MotiveRank
from tenun.report.findings import Findings


def sources_of(findings: Findings, passages: Iterable[str]) -> tuple[str, ...]:
    """The sources of passages, each once, in order; a passage that is gone has none."""
    views = (findings.passages.get(guid) for guid in passages)
    return tuple(dict.fromkeys(view.source for view in views if view is not None))


def both_sides(motive: MotiveRank) -> tuple[str, ...]:
    """The passages for and against a motive."""
    return (*motive.passages, *motive.opposing_passages)


def passages_in(findings: Findings, passages: Sequence[str], groups: Iterable[str]) -> tuple[str, ...]:
    """Those of the passages that stand in sources of the witnesses."""
    keys = {key for group in groups for key in findings.group(group).sources}
    return tuple(guid for guid in passages if guid in findings.passages and findings.passages[guid].source in keys)


def speaking_groups(findings: Findings) -> tuple[str, ...]:
    """The witnesses that speak to the motives, for or against, in the order of the study's witnesses."""
    heard = {
        group
        for motive in findings.ranking.motives
        for group in (*motive.witnesses.supports, *motive.witnesses.opposes_only, *motive.witnesses.contested)
    }
    return tuple(group.id for group in findings.groups if group.id in heard)


def name_of(motive: MotiveRank) -> str:
    """The motive's name in both languages, for an error message."""
    return " / ".join(dict.fromkeys(label for label in (motive.label_en, motive.label_id) if label))


def synthetic_keys(findings: Findings) -> tuple[str, ...]:
    """The invented sources."""
    return tuple(source.key for source in findings.sources if source.synthetic)


def counting_keys(findings: Findings) -> tuple[str, ...]:
    """The sources that may be evidence: included, and not invented unless the switch says so."""
    with_synthetic = "synthetic" in findings.ranking.switches
    return tuple(
        source.key
        for source in findings.sources
        if source.inclusion == "included" and (with_synthetic or not source.synthetic)
    )
