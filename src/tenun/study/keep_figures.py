"""Keep the figures that a report states, so that they can be verified later."""

from __future__ import annotations

import json
from dataclasses import asdict
from typing import TYPE_CHECKING, Any

from tenun.corpus.identity import guid_of
from tenun.study.clock import now
from tenun.study.scope import RECORDER

if TYPE_CHECKING:
    from tenun.claims.results import Ranking
    from tenun.study.scope import StudyScope

RANKING = "rank"


def figures_of(ranking: Ranking) -> dict[str, Any]:
    """The ranking as JSON holds it, so that what was stored and what is recomputed compare equal."""
    plain: dict[str, Any] = json.loads(json.dumps(asdict(ranking), allow_nan=False))
    return plain


def keep_ranking(scope: StudyScope, ranking: Ranking) -> None:
    """Keep a ranking, once for the same data and question; nothing where the study cannot be written to."""
    parameters = {
        "coder": None if ranking.p_first_basis == "headline" else ranking.coder,
        "switches": list(ranking.switches),
    }
    guid = guid_of(scope.guid, "analysis_run", RANKING, ranking.input_hash, parameters["coder"], *ranking.switches)
    if not scope.store.writable or scope.store.row("analysis_run", guid):
        return
    row = {"guid": guid, "method": RANKING, "parameters": parameters, "input_hash": ranking.input_hash, "seed": None}
    with scope.store.command("keep_ranking", RECORDER) as change:
        change.insert("analysis_run", {**row, "result": figures_of(ranking), "at": now()})
