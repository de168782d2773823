"""Recompute what a study asserts of itself, and name what does not hold."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from tenun.store.records import Problem
from tenun.study.keep_figures import RANKING, figures_of
from tenun.study.rank_motives import load_evidence
from tenun.study.scope import Progress, no_progress

if TYPE_CHECKING:
    from tenun.study.scope import StudyScope


def verify_study(scope: StudyScope, *, progress: Progress = no_progress) -> list[Problem]:
    """What does not hold: hashes of originals and texts, quotes, the chain of events, figures that reports state.

    A figure is recomputed where the data are those it was worked out from; a study that moved on since is no fault.
    """
    progress("verify", 0, 2)
    problems = list(scope.store.verify())
    progress("verify", 1, 2)
    problems += _figures(scope)
    progress("verify", 2, 2)
    return problems


def _figures(scope: StudyScope) -> list[Problem]:
    from tenun.claims.ranking import rank

    runs = scope.store.rows("analysis_run", method=RANKING)
    if not runs:
        return []
    evidence = load_evidence(scope)
    problems = []
    for run in runs:
        ranking = rank(**evidence.arguments(), **run["parameters"])
        if ranking.input_hash == run["input_hash"]:
            problems += _compare(run, figures_of(ranking))
    return problems


def _compare(run: dict[str, Any], figures: dict[str, Any]) -> list[Problem]:
    differing = sorted(name for name in {*run["result"], *figures} if run["result"].get(name) != figures.get(name))
    where = f"analysis_run {run['guid']}"
    return [
        Problem("figure", where, f"{name}: the report states another value than the data give") for name in differing
    ]
