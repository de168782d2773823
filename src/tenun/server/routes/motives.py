"""The motives: ranking, switches, what stands beside them, and the timeline."""

from __future__ import annotations

from dataclasses import asdict
from typing import Annotated, Any

from fastapi import Query

from tenun.claims.switches import SWITCHES, check_switches
from tenun.server import figures
from tenun.server.answers.claims import FindingsAnswer, RankingAnswer, SwitchesAnswer, TimelineAnswer
from tenun.server.desk import Here, Revision
from tenun.server.routes.in_study import study_router
from tenun.store.pages import coding_rows
from tenun.study.blindness import refuse_while_blind
from tenun.study.quote_passages import quote_passages
from tenun.study.reading import read_conflicts, read_events
from tenun.study.stage_events import stage_events
from tenun.study.stale import etag

router = study_router("motives")
_THREADS_SHOWN = 200


@router.get("/ranking", response_model=RankingAnswer)
def get_ranking(
    desk: Here,
    revision: Revision,
    coder: Annotated[str | None, Query(max_length=200, description="A coder, `either` or `both`.")] = None,
    switch: Annotated[list[str] | None, Query(description="Switches that are turned.")] = None,
) -> dict[str, Any]:
    """The motives in order of attestation under some switches, and what carries each."""
    refuse_while_blind(desk.scope)
    found = desk.study.figure(desk.coder, figures.ranking, coder, check_switches(switch or []))
    threads = {motive: _thread(desk, thread) for motive, thread in found["threads"].items()}
    return {"ranking": found["ranking"], "threads": threads, "revision": revision}


@router.get("/switches", response_model=SwitchesAnswer)
def get_switches(desk: Here, revision: Revision) -> dict[str, Any]:
    """The ranking with each switch turned alone, and over all combinations."""
    refuse_while_blind(desk.scope)
    return {"table": desk.study.figure(desk.coder, figures.switch_table), "names": list(SWITCHES), "revision": revision}


@router.get("/findings", response_model=FindingsAnswer)
def get_findings(desk: Here, revision: Revision) -> dict[str, Any]:
    """Triangulation, the published order, theory, rivals, limits and confidence, as the report states them."""
    refuse_while_blind(desk.scope)
    return {"findings": desk.study.figure(desk.coder, figures.findings, kind="slow"), "revision": revision}


@router.get("/timeline", response_model=TimelineAnswer)
def get_timeline(desk: Here, revision: Revision) -> dict[str, Any]:
    """Dated facts, facts on which sources disagree, and places."""
    store, config = desk.study.store, desk.scope.config()
    events, conflicts = read_events(store), read_conflicts(store)
    sides = [side for conflict in conflicts for side in conflict.sides]
    named = [guid for event in events for guid in event.passages] + [guid for side in sides for guid in side.passages]
    stages = stage_events(desk.scope, events)
    return {
        "decision_date": config.decision.date,
        "events": [{**asdict(event), "stages": stages.get(event.key, [])} for event in events],
        "conflicts": [asdict(conflict) for conflict in conflicts],
        "places": [asdict(place) for place in config.places],
        "quotes": quote_passages(desk.scope, named),
        "revision": revision,
    }


def _thread(desk: Here, thread: dict[str, list[str]]) -> dict[str, Any]:
    shown: dict[str, Any] = {}
    for side in ("supports", "opposes"):
        rows = coding_rows(desk.study.store, thread[side][:_THREADS_SHOWN])
        shown |= {side: [{**row, "etag": etag(row)} for row in rows], f"{side}_total": len(thread[side])}
    return shown
