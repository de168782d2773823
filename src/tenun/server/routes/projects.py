"""Projects and codebooks for other programs: what they cannot carry, and the file to take away."""

from __future__ import annotations

from typing import Any

from tenun.server import figures
from tenun.server.answers.claims import JobAnswer
from tenun.server.answers.common import Listed
from tenun.server.answers.projects import LossRow, NewProject
from tenun.server.desk import Here, Revision
from tenun.server.routes.in_study import study_router
from tenun.server.routes.reports import job_answer
from tenun.study.blindness import refuse_while_blind
from tenun.study.losses import losses
from tenun.study.project_of_study import Tables

router = study_router("projects")


@router.get("/losses", response_model=Listed[LossRow])
def get_losses(desk: Here, revision: Revision) -> dict[str, Any]:
    """What a REFI-QDA project cannot carry of the study, item by item."""
    refuse_while_blind(desk.scope)
    return {"rows": losses(Tables(desk.scope)), "revision": revision}


@router.post("/projects", response_model=JobAnswer, status_code=202)
def write_project(body: NewProject, desk: Here) -> dict[str, Any]:
    """Begin to write the study as a project, or its codebook; ask the job for the file."""
    refuse_while_blind(desk.scope)
    study = desk.study
    folder, place = study.jobs.folder(), (study.store.location, study.guid, desk.coder)
    future = study.workers.submit("later", figures.project, place, str(folder), body.format)
    return job_answer(study.jobs.add(folder, future))
