"""Memos and the researcher's journal."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from fastapi import Query

from tenun.server.answers.claims import MemoChange, MemoRow, NewMemo
from tenun.server.answers.common import Changed, GuidText, Listed
from tenun.server.desk import Guid, Here, Revision, Version
from tenun.server.routes.in_study import study_router
from tenun.study.scope import StudyScope
from tenun.study.stale import etag
from tenun.study.write_memo import remove_memo, revise_memo, write_memo

router = study_router("memos")


@router.get("/memos", response_model=Listed[MemoRow])
def get_memos(
    desk: Here,
    revision: Revision,
    kind: Annotated[Literal["journal", "memo"] | None, Query()] = None,
    target: Annotated[GuidText | None, Query(description="Only about this row.")] = None,
) -> dict[str, Any]:
    """Memos and entries of the journal, the latest first."""
    equals = {name: value for name, value in (("kind", kind), ("target", target)) if value is not None}
    rows = [row for row in desk.study.store.rows("memo", **equals) if row["kind"] in ("journal", "memo")]
    return {"rows": _shown(desk.scope, rows[::-1]), "revision": revision}


@router.post("/memos", response_model=Changed[MemoRow], status_code=201)
async def add_memo(body: NewMemo, desk: Here) -> dict[str, Any]:
    """Write one."""
    rows, seq = await desk.change(lambda scope: write_memo(scope, **body.model_dump()), _one)
    return {"rows": rows, "event": {"seq": seq}}


@router.patch("/memos/{guid}", response_model=Changed[MemoRow])
async def change_memo(guid: Guid, body: MemoChange, desk: Here, version: Version) -> dict[str, Any]:
    """Change its words."""
    words = body.model_dump(exclude_none=True)
    rows, seq = await desk.change(
        lambda scope: revise_memo(scope, guid, version, **words), lambda scope, _: _one(scope, guid)
    )
    return {"rows": rows, "event": {"seq": seq}}


@router.delete("/memos/{guid}", response_model=Changed[MemoRow])
async def delete_memo(guid: Guid, desk: Here, version: Version) -> dict[str, Any]:
    """Take it away."""
    _, seq = await desk.change(lambda scope: remove_memo(scope, guid, version), lambda scope, _: None)
    return {"rows": [], "gone": [guid], "event": {"seq": seq}}


def _one(scope: StudyScope, guid: str) -> list[dict[str, Any]]:
    return _shown(scope, scope.store.rows("memo", guid=guid))


def _shown(scope: StudyScope, rows: list[dict[str, Any]]) -> list[dict[str, Any]]:
    names = {row["guid"]: row["name"] for row in scope.store.rows("coder")}
    return [{**row, "coder": names.get(row["coder"], ""), "etag": etag(row)} for row in rows]
