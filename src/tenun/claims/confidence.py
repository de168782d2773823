"""How far each finding can be trusted: a profile proposed from the data, for a person to decide."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from tenun.claims.evidence import Evidence, Flags
from tenun.claims.results import CONCERNS, ConfidenceComponent, ConfidenceProfile, MotiveRank, Ranking, Reason
from tenun.claims.scores import source_weights
from tenun.claims.signs import Testimony, hear
from tenun.corpus.sources import latest_day

WEAK_BELOW = 0.6
"""Weight (letter C) below which a witness's best source is weak."""
WITNESSES_FOR = {"none": 10, "minor": 4, "moderate": 2, "serious": 0}
POINTS = {"none": 0, "minor": 0, "moderate": 1, "serious": 2}
LEVELS = ("high", "moderate", "low", "very-low")

Concern = tuple[str, Reason]


def propose_confidence(evidence: Evidence, ranking: Ranking) -> tuple[ConfidenceProfile, ...]:
    """A profile a motive, in the order of `ranking`, whose evidence and switches it shares.

    Each component takes its gravest concern. The level starts at high and falls by one step for a moderate and two
    for a serious concern; minor ones leave it. A motive without a supporting witness is very low, for want of data.
    An adaptation to one study of Lewin et al. 2018, Implementation Science 13 (Suppl 1): 2, GRADE-CERQual.
    """
    testimony = hear(evidence, ranking.switches)
    return tuple(_profile(testimony, ranking.coder, row) for row in ranking.motives)


@dataclass(frozen=True)
class _Thread:
    """A motive as one view attests it: `supports` marks its witnesses, `rows` the codings that make them so."""

    testimony: Testimony
    row: MotiveRank
    supports: Flags
    unanimous: Flags
    rows: Flags

    def without(self, rows: Flags) -> int:
        """How many witnesses have no supporting coding among `rows`."""
        held = np.zeros_like(self.supports)
        held[self.testimony.group[self.rows & rows]] = True
        return int((self.supports & ~held).sum())


def _profile(testimony: Testimony, view: str, row: MotiveRank) -> ConfidenceProfile:
    evidence = testimony.evidence
    motive = evidence.motives.index(row.id)
    thread = _Thread(
        testimony,
        row,
        supports=testimony.signs[testimony.view(view), :, motive] > 0,
        unanimous=testimony.signs[-1, :, motive] > 0,
        rows=testimony.of_view(view) & ~evidence.opposes & (evidence.motive == motive),
    )
    components = (
        _component("methods", _methods(thread)),
        _component("coherence", _coherence(thread)),
        _component("adequacy", _adequacy(row)),
        _component("relevance", _relevance(thread)),
    )
    fall = sum(POINTS[component.concern] for component in components) if row.witnesses.supports else len(LEVELS)
    return ConfidenceProfile(row.id, components, LEVELS[min(fall, len(LEVELS) - 1)])


def _component(name: str, concerns: Sequence[Concern]) -> ConfidenceComponent:
    held = [(concern, reason) for concern, reason in concerns if concern != "none"]
    gravest = max((concern for concern, _ in held), key=CONCERNS.index, default="none")
    return ConfidenceComponent(name, gravest, tuple(reason for _, reason in held))


def _share(code: str, some: int, of: int, *, steps: tuple[str, str, str]) -> Concern:
    """A concern by how many of the witnesses it touches: any, at least half, all."""
    touched = 0 if not some else 3 if some == of else 2 if 2 * some >= of else 1
    return ("none", *steps)[touched], Reason(code, {"k": some, "n": of})


def _methods(thread: _Thread) -> list[Concern]:
    evidence, row = thread.testimony.evidence, thread.row
    weights = source_weights(evidence, evidence.config.unjudged_weight)
    weak = thread.without(weights[evidence.source] >= WEAK_BELOW)
    witnesses = len(row.witnesses.supports)
    return [
        _share("second-hand", len(row.second_hand), witnesses, steps=("minor", "moderate", "serious")),
        _share("weak-sources", weak, witnesses, steps=("minor", "moderate", "serious")),
    ]


def _coherence(thread: _Thread) -> list[Concern]:
    heard = thread.row.witnesses
    witnesses, against = len(heard.supports), len(heard.opposes_only) + len(heard.contested)
    grave = "none" if not against else "serious" if 2 * against >= witnesses else "moderate"
    differ = int((thread.supports & ~thread.unanimous).sum())
    return [
        (grave, Reason("opposed", {"k": against, "n": witnesses})),
        _share("coders-differ", differ, witnesses, steps=("minor", "moderate", "moderate")),
    ]


def _adequacy(row: MotiveRank) -> list[Concern]:
    witnesses = len(row.witnesses.supports)
    concern = next(concern for concern, fewest in WITNESSES_FOR.items() if witnesses >= fewest)
    return [
        (concern, Reason("few-witnesses", {"n": witnesses})),
        ("minor" if witnesses and row.scores.breadth < 2 else "none", Reason("one-kind", {"n": witnesses})),
    ]


def _relevance(thread: _Thread) -> list[Concern]:
    evidence, witnesses = thread.testimony.evidence, len(thread.row.witnesses.supports)
    decided = dt.date.fromisoformat(evidence.config.decision.date)
    by_then = np.array([(latest_day(s.published) or dt.date.max) <= decided for s in evidence.sources], dtype=bool)
    late = thread.without(by_then[evidence.source])
    return [
        _share("inferred", thread.without(~evidence.inferred), witnesses, steps=("minor", "moderate", "serious")),
        _share("after-decision", late, witnesses, steps=("minor", "minor", "moderate")),
    ]
