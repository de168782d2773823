"""The ranking together with the codings that carry each motive, for and against."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from typing import TYPE_CHECKING

from tenun.study.rank_motives import fix_rules, load_evidence

if TYPE_CHECKING:
    from tenun.claims.results import Ranking
    from tenun.study.rank_motives import Evidence
    from tenun.study.scope import StudyScope


@dataclass(frozen=True, slots=True)
class Thread:
    """The admissible codings (guids) for and against one motive, by source and place."""

    supports: tuple[str, ...]
    opposes: tuple[str, ...]


def rank_with_threads(
    scope: StudyScope, *, coder: str | None = None, switches: Collection[str] = (), evidence: Evidence | None = None
) -> tuple[Ranking, dict[str, Thread]]:
    """The ranking under `switches`, and its threads by motive; of one coder alone where `coder` names one.

    `evidence`: what `load_evidence` gave for the study as it stands, where it was loaded already.
    """
    from tenun.claims.admissibility import admissible
    from tenun.claims.ranking import rank

    evidence = evidence or load_evidence(scope)
    ranking = rank(**evidence.arguments(), coder=coder, switches=switches)
    fix_rules(scope, evidence)
    rows = admissible(**evidence.evidence(), switches=switches).sort_values(["source", "start_cp", "end_cp", "guid"])
    if coder in set(rows["coder"]):
        rows = rows[rows["coder"] == coder]
    threads = {
        motive.id: Thread(
            tuple(rows["guid"][(rows["motive"] == motive.id) & (rows["polarity"] == "supports")]),
            tuple(rows["guid"][(rows["motive"] == motive.id) & (rows["polarity"] == "opposes")]),
        )
        for motive in ranking.motives
    }
    return ranking, threads
