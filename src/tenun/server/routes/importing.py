"""Bringing things in: files that were dropped, and the worked study."""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import Annotated, Any

from fastapi import File, Form, Request, UploadFile
from fastapi.concurrency import run_in_threadpool

from tenun.errors import InputRefused
from tenun.server.answers.sources import ImportAnswer, ImportProgress, NewPage, OpenedExample
from tenun.server.desk import Here
from tenun.server.imports import until_gone
from tenun.server.routes.in_study import study_router
from tenun.server.routes.session import Open
from tenun.server.uploads import BYTES_AT_MOST, FILES_AT_MOST, keep_uploads
from tenun.study.importing.bring_uploads import bring_uploads, read_uploads
from tenun.study.importing.capture_page import read_page
from tenun.study.importing.import_documents import write_documents
from tenun.study.importing.import_paths import import_paths
from tenun.study.importing.import_study_folder import ImportReport
from tenun.study.opening import is_address, open_scope
from tenun.study.run_demo import EXAMPLE, example_folder

router = study_router("import")


@router.post("/import", response_model=ImportAnswer, max_body_size=BYTES_AT_MOST)
async def bring_in(
    desk: Here,
    request: Request,
    files: Annotated[
        list[UploadFile], File(description="Documents, tables of codings, or the files of a study folder.")
    ],
    dry_run: Annotated[bool, Form(description="Only say what would come in.")] = False,
) -> dict[str, Any]:
    """Bring files in. What one of them is refused for is a problem of the answer, and the others come in.

    They are read first; while that lasts, taking the request back leaves nothing behind.
    """
    if len(files) > FILES_AT_MOST:
        raise InputRefused("server.too-large")
    with tempfile.TemporaryDirectory(prefix="tenun-import-") as name, desk.study.imports.begun(desk.coder) as watch:
        folder = Path(name)
        await run_in_threadpool(keep_uploads, files, folder)
        reading = run_in_threadpool(read_uploads, desk.scope, folder, progress=watch.tell, stopped=watch.stopped)
        with await until_gone(request, reading, watch.stopped) as read:
            if await request.is_disconnected():
                raise InputRefused("server.import-stopped")
            report, revision = await desk.change(
                lambda scope: bring_uploads(scope, read, dry_run=dry_run), lambda _, report: report, alone=dry_run
            )
    return {"dry_run": dry_run, "revision": revision, "added": report.added, "problems": _problems(report)}


@router.get("/import", response_model=ImportProgress)
async def progress_of_import(desk: Here) -> ImportProgress:
    """How far the acting coder's import is: files read, and files there are; none of either when none is under way."""
    done, total = desk.study.imports.progress(desk.coder)
    return ImportProgress(done=done, total=total)


@router.post("/pages", response_model=ImportAnswer)
async def bring_page(desk: Here, request: Request, body: NewPage) -> dict[str, Any]:
    """Ask for a page of the web and bring it in, where whoever runs the server allows that.

    The page is asked for and read first; while that lasts, taking the request back leaves nothing behind.
    """
    with desk.study.imports.begun(desk.coder) as watch:
        allowed: bool = request.app.state.allow_web
        reading = run_in_threadpool(read_page, desk.scope, body.url, allowed=allowed, kind=body.kind)
        with await until_gone(request, reading, watch.stopped) as read:
            if await request.is_disconnected():
                raise InputRefused("server.import-stopped")
            report, revision = await desk.change(lambda scope: write_documents(scope, read), lambda _, report: report)
    return {"dry_run": False, "revision": revision, "added": report.added, "problems": _problems(report)}


@router.post("/example", response_model=OpenedExample)
def open_example(desk: Here, studies: Open) -> dict[str, str]:
    """Open the worked study beside this one; it is made first where it is not there yet."""
    here = desk.study.store.location
    if is_address(here):
        raise InputRefused("server.no-example")
    path = Path(here).with_name(f"{EXAMPLE}.tenun")
    if not path.exists():
        import_paths(str(path), [example_folder()], coder=desk.coder)
    return {"study": studies.add(open_scope(path, coder=desk.coder).store).guid}


def _problems(report: ImportReport) -> list[dict[str, Any]]:
    return [
        {
            "level": problem.level,
            "code": problem.code,
            "where": problem.where,
            "en": f"{problem.text('en')} {problem.hint('en')}".strip(),
            "id": f"{problem.text('id')} {problem.hint('id')}".strip(),
            "nearest": problem.nearest,
        }
        for problem in report.problems
    ]
