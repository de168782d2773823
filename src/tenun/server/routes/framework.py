"""The framework matrix, and the summaries that people write into it. A summary is taken away as the memo that it is."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from fastapi import Query, Response

from tenun.server.answers.common import GuidText
from tenun.server.answers.framework import FrameworkAnswer, NewSummary, SummaryText, Written
from tenun.server.desk import Guid, Here, Revision, Version
from tenun.server.routes.in_study import study_router
from tenun.server.table_files import table_file
from tenun.study.framework_matrix import lay_out_framework, revise_summary, write_summary
from tenun.study.stale import etag

router = study_router("framework")


@router.get("/framework", response_model=FrameworkAnswer, responses={200: {"content": {"text/csv": {}}}})
def get_framework(
    desk: Here,
    revision: Revision,
    by: Literal["case", "source"] = "source",
    code: Annotated[list[GuidText] | None, Query(description="Codes; the motives where none is named.")] = None,
    format: Literal["json", "csv", "xlsx"] = "json",  # noqa: A002
) -> dict[str, Any] | Response:
    """Cases or sources against codes, with what people wrote into the cells."""
    found = lay_out_framework(desk.scope, by, code or ())
    if format != "json":
        return table_file(_flat(found), ("row", "code", "passages", "summary", "written_by"), format, "framework")
    guids = {row["key"]: row["guid"] for row in desk.study.store.rows("code")}
    stored = {row["guid"]: row for row in desk.study.store.rows("memo", kind="summary")}
    cells = []
    for cell in found.matrix.cells:
        memo = found.memos.get((cell.row, cell.code))
        if cell.passages or cell.summary:
            cells.append({"row": cell.row, "code": guids[cell.code], "passages": cell.passages, "summary": None})
        if memo and cell.summary:
            cells[-1]["summary"] = {
                "guid": memo["guid"],
                "text": cell.summary.text,
                "passages": cell.summary.passages,
                "not_cited": len(cell.not_cited),
                "coder": cell.summary.written_by,
                "etag": etag(stored[memo["guid"]]),
            }
    codes = [guids[key] for key in found.matrix.codes]
    return {"rows": found.matrix.rows, "codes": codes, "cells": cells, "revision": revision}


@router.post("/framework", response_model=Written, status_code=201)
async def add_summary(body: NewSummary, desk: Here) -> dict[str, Any]:
    """Write into a cell that has no summary yet."""
    guid, seq = await desk.change(
        lambda scope: write_summary(scope, body.by, body.row, body.code, body.text, body.passages),
        lambda _, guid: guid,
    )
    return {"guid": guid, "seq": seq}


@router.patch("/framework/{guid}", response_model=Written)
async def change_summary(guid: Guid, body: SummaryText, desk: Here, version: Version) -> dict[str, Any]:
    """Change a summary of one's own."""
    _, seq = await desk.change(
        lambda scope: revise_summary(scope, guid, version, body.text, body.passages), lambda scope, _: None
    )
    return {"guid": guid, "seq": seq}


def _flat(found: Any) -> list[dict[str, Any]]:
    return [
        {
            "row": cell.row,
            "code": cell.code,
            "passages": len(cell.passages),
            "summary": cell.summary.text if cell.summary else "",
            "written_by": cell.summary.written_by if cell.summary else "",
        }
        for cell in found.matrix.cells
        if cell.passages or cell.summary
    ]
