"""The report: a preview in the app, and files to take away."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from fastapi import Query, Response

from tenun.server import figures
from tenun.server.answers.claims import JobAnswer, NewReports
from tenun.server.answers.errors import body_of
from tenun.server.desk import Guid, Here, Revision
from tenun.server.headers import REPORT
from tenun.server.job_notes import JobNotes
from tenun.server.jobs import Job
from tenun.server.routes.in_study import study_router
from tenun.server.table_files import download
from tenun.study.blindness import refuse_while_blind

router = study_router("report")


@router.get("/report", response_class=Response, responses={200: {"content": {"text/html": {}}}})
def preview(desk: Here, _revision: Revision, language: Annotated[Literal["en", "id"], Query()] = "en") -> Response:
    """The report as one page, for a frame in the app: it brings all it needs and runs nothing."""
    refuse_while_blind(desk.scope)
    page = desk.study.figure(desk.coder, figures.report_page, language, kind="slow")
    return Response(page, media_type="text/html; charset=utf-8", headers={"Content-Security-Policy": REPORT})


@router.post("/reports", response_model=JobAnswer, status_code=202)
def write(body: NewReports, desk: Here) -> dict[str, Any]:
    """Begin to write report files; ask the job for them."""
    refuse_while_blind(desk.scope)
    study = desk.study
    folder, place = study.jobs.folder(), (study.store.location, study.guid, desk.coder)
    future = study.workers.submit("later", figures.reports, place, str(folder), body.languages, body.formats)
    return job_answer(study.jobs.add(folder, future))


@router.get("/jobs/{job}", response_model=JobAnswer)
def get_job(job: Guid, desk: Here) -> dict[str, Any]:
    """Where a job stands."""
    return job_answer(desk.study.jobs.find(job))


@router.get("/jobs/{job}/files/{name}", response_class=Response)
def get_file(job: Guid, name: str, desk: Here) -> Response:
    """A file that a job made."""
    path = desk.study.jobs.find(job).file(name)
    return download(path.read_bytes(), "application/octet-stream", f"{desk.study.store.key}-{path.name}")


def job_answer(job: Job) -> dict[str, Any]:
    """A job as it is told."""
    error = body_of(job.error) if job.error else None
    notes = JobNotes(job.folder)
    state = job.state
    told = notes.told() if state == "done" else None
    return {
        "id": job.id,
        "state": state,
        "files": job.files,
        "error": error,
        "progress": notes.latest() if state == "running" else None,
        "told": told,
    }
