"""The study as a whole: where it stands, its settings, its rounds, its log, undo and redo."""

from __future__ import annotations

from dataclasses import asdict
from functools import partial
from typing import Annotated, Any

from fastapi import Query
from fastapi.concurrency import run_in_threadpool

from tenun.server.answers.common import Changed
from tenun.server.answers.studies import (
    LogEntry,
    NewRound,
    RoundChange,
    RoundRow,
    StudyAnswer,
    StudyChange,
    Undone,
)  # fmt: skip
from tenun.server.desk import Desk, Guid, Here, Revision, Version
from tenun.server.routes.in_study import study_router
from tenun.store import Event
from tenun.store.feed import events_after
from tenun.store.pages import read_by
from tenun.study.find_duplicates import find_witnesses
from tenun.study.list_sources import DESCRIBED_FROM
from tenun.study.revise_study import revise_study
from tenun.study.scope import StudyScope
from tenun.study.set_round import add_round, revise_round
from tenun.study.stale import etag
from tenun.study.what_next import TABLES as STEP_TABLES
from tenun.study.what_next import what_next

router = study_router("study")


@router.get("", response_model=StudyAnswer)
def get_study(desk: Here, revision: Revision) -> dict[str, Any]:
    """Where the study stands and what to do next."""
    return _study(desk, revision)


@router.patch("", response_model=Changed[StudyAnswer])
async def change_study(body: StudyChange, desk: Here, version: Version) -> dict[str, Any]:
    """Change its settings."""
    values = body.model_dump(exclude_unset=True)
    _, seq = await desk.change(lambda scope: revise_study(scope, version, **values), lambda scope, _: None)
    return {"rows": [await run_in_threadpool(_study, desk, seq)], "event": {"seq": seq}}


@router.post("/rounds", response_model=Changed[RoundRow], status_code=201)
async def make_round(body: NewRound, desk: Here) -> dict[str, Any]:
    """Make a round of coding."""
    rows, seq = await desk.change(lambda scope: add_round(scope, **body.model_dump()), _round_rows)
    return {"rows": rows, "event": {"seq": seq}}


@router.patch("/rounds/{guid}", response_model=Changed[RoundRow])
async def change_round(guid: Guid, body: RoundChange, desk: Here, version: Version) -> dict[str, Any]:
    """Rename a round, make it blind, lock it, let it count."""
    values = body.model_dump(exclude_none=True)
    rows, seq = await desk.change(
        lambda scope: revise_round(scope, guid, version, **values), lambda scope, _: _round_rows(scope, guid)
    )
    return {"rows": rows, "event": {"seq": seq}}


@router.get("/log", response_model=list[LogEntry])
def get_log(
    desk: Here, _revision: Revision, limit: Annotated[int, Query(ge=1, le=1_000)] = 100
) -> list[dict[str, Any]]:
    """The latest events, the last first."""
    return [asdict(event) for event in desk.study.store.log(limit)]


@router.post("/undo", response_model=Undone)
async def undo(desk: Here) -> dict[str, Any]:
    """Take back the acting coder's latest change that still stands."""
    undone, _ = await desk.change(lambda scope: scope.store.undo(scope.coder), _undone)
    return undone


@router.post("/redo", response_model=Undone)
async def redo(desk: Here) -> dict[str, Any]:
    """Do again what the acting coder's latest undo took back."""
    redone, _ = await desk.change(lambda scope: scope.store.redo(scope.coder), _undone)
    return redone


def _undone(scope: StudyScope, event: Event) -> dict[str, Any]:
    touched = events_after(scope.store, event.seq - 1, 1)
    return {"event": asdict(event), "tables": list(touched[0].tables) if touched else []}


def _round_rows(scope: StudyScope, guid: str) -> list[dict[str, Any]]:
    return [{**row, "etag": etag(row)} for row in scope.store.rows("round", guid=guid)]


def _study(desk: Desk, revision: int) -> dict[str, Any]:
    scope, store, memory = desk.scope, desk.study.store, desk.study.memory
    row, config = store.rows("study")[0], scope.config()
    tables = ("source", "code", "coding", "uncoded", "memo", "event_fact", "conflict")
    counts = {name: memory.recall(("count", name), (name,), partial(store.count, name)) for name in tables}
    counts["coder"] = memory.recall(
        ("count", "coder"), ("coding", "uncoded"), lambda: len(set().union(*read_by(store).values()))
    )
    counts["witness"] = memory.recall("witnesses", DESCRIBED_FROM, lambda: len(find_witnesses(scope)))
    return {
        "guid": store.guid,
        "key": store.key,
        "title": asdict(config.title),
        "question": asdict(config.question),
        "decision": asdict(config.decision.label),
        "decision_date": config.decision.date,
        "own_side": asdict(config.own_side),
        "case": config.case,
        "motives": config.motives,
        "motive_root": config.motive_root,
        "rivals": config.rivals,
        "languages": config.languages,
        "numbers": config.numbers,
        "defaults": config.defaults,
        "counts": counts,
        "next": memory.recall("next", STEP_TABLES, lambda: what_next(scope)),
        "coders": [{**coder, "etag": etag(coder)} for coder in store.rows("coder")],
        "rounds": [{**found, "etag": etag(found)} for found in sorted(store.rows("round"), key=lambda r: r["number"])],
        "cases": sorted(case["key"] for case in store.rows("case")),
        "read_only": not store.writable,
        "revision": revision,
        "etag": etag(row),
    }
