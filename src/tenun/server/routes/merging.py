"""Another copy of the study, merged into this one, and what is left to a person."""

from __future__ import annotations

import tempfile
from contextlib import ExitStack
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

from fastapi import File, Form, Query, Request, UploadFile
from fastapi.concurrency import run_in_threadpool

from tenun.errors import InputRefused
from tenun.server.answers.common import Listed
from tenun.server.answers.merging import ConflictAnswer, MergeAnswer, Settled, Settling
from tenun.server.desk import Guid, Here, Revision, Version
from tenun.server.imports import until_gone
from tenun.server.routes.in_study import study_router
from tenun.server.uploads import BYTES_AT_MOST, keep_uploads
from tenun.study.merging.kept_conflicts import merge_conflicts, state_of
from tenun.study.merging.merge_study import look_at_merge, merge_study
from tenun.study.merging.read_copy import opened_copy
from tenun.study.merging.settle_conflict import choices, settle_conflict, version_of, words_of
from tenun.study.merging.show_conflict import conflict_fields

if TYPE_CHECKING:
    from tenun.study.merging.merge_rows import MergeConflict
    from tenun.study.scope import StudyScope

router = study_router("merging")
MORE = 64 * 1024
"""Bytes that a form has beside its file."""


@router.post("/merge", response_model=MergeAnswer, max_body_size=BYTES_AT_MOST + MORE)
async def merge_copy(
    desk: Here,
    request: Request,
    file: Annotated[UploadFile, File(description="Another copy of this study, a `.tenun` file.")],
    dry_run: Annotated[bool, Form(description="Only say what would come in.")] = False,
) -> dict[str, Any]:
    """Merge a copy, or only look. It is read in a process apart; taking the request back meanwhile changes nothing.

    How far it is, the route of imports says. A study in a file is backed up beside it first.
    """
    with tempfile.TemporaryDirectory(prefix="tenun-merge-") as name, desk.study.imports.begun(desk.coder) as watch:
        await run_in_threadpool(keep_uploads, [file], Path(name))
        path = next(one for one in Path(name).rglob("*") if one.is_file())
        with ExitStack() as held:
            opening = run_in_threadpool(held.enter_context, opened_copy(path, stopped=watch.stopped))
            other = await until_gone(request, opening, watch.stopped)
            if await request.is_disconnected():
                raise InputRefused("server.import-stopped")
            verb = look_at_merge if dry_run else merge_study
            report, revision = await desk.change(
                lambda scope: verb(scope, other, progress=watch.tell), lambda _, report: report, alone=True
            )
    counts = {"conflicts": len(report.conflicts), "backup": Path(report.backup).name}
    return {**vars(report), **counts, "dry_run": dry_run, "revision": revision}


@router.get("/merge/conflicts", response_model=Listed[ConflictAnswer])
def get_conflicts(
    desk: Here,
    revision: Revision,
    every: Annotated[bool, Query(description="Also those that are settled.")] = False,
) -> dict[str, Any]:
    """What merges left to a person, the oldest first, each with both versions."""
    rows = [_answer(desk.scope, one) for one in merge_conflicts(desk.scope, every=every)]
    return {"rows": rows, "revision": revision}


@router.post("/merge/conflicts/{guid}", response_model=Settled)
async def settle_merge(guid: Guid, body: Settling, desk: Here, version: Version) -> dict[str, Any]:
    """Settle one: the version here, the other's, both, or new words. Undo opens it again."""
    left, seq = await desk.change(
        lambda scope: settle_conflict(scope, guid, body.choice, words=body.words, version=version),
        lambda scope, _: len(merge_conflicts(scope)),
    )
    return {"left": left, "event": {"seq": seq}}


def _answer(scope: StudyScope, one: MergeConflict) -> dict[str, Any]:
    return {
        **vars(one),
        "guid": one.id,
        "sides": conflict_fields(scope.store, one),
        "state": state_of(scope.store, one),
        "choices": choices(one),
        "words": words_of(one) if "edited" in choices(one) else (),
        "etag": version_of(scope, one),
    }
