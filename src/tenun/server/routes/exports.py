"""What goes out: the forms there are, and the files to take away."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

from tenun.errors import InputRefused
from tenun.server import figures
from tenun.server.answers.claims import JobAnswer
from tenun.server.answers.exports import ExportChoices, NewExport
from tenun.server.desk import Here, Revision
from tenun.server.routes.in_study import study_router
from tenun.server.routes.reports import job_answer
from tenun.study.blindness import refuse_while_blind
from tenun.study.exporting.confidential import WORDS, restricted_sources
from tenun.study.exporting.exports import FOLDERS, FORMS, Form, form_named

router = study_router("exports")


@router.get("/exports", response_model=ExportChoices)
def get_exports(desk: Here, revision: Revision) -> dict[str, Any]:
    """The forms in which the study goes out, and the sources that can stay behind."""
    restricted = [
        {**asdict(one), "why_en": WORDS[one.why][0], "why_id": WORDS[one.why][1]}
        for one in restricted_sources(desk.scope)
    ]
    forms = [{**asdict(form), "endings": _files(form)} for form in FORMS]
    return {"forms": forms, "restricted": restricted, "revision": revision}


@router.post("/exports", response_model=JobAnswer, status_code=202)
def write_export(body: NewExport, desk: Here) -> dict[str, Any]:
    """Begin to write the study in a form; ask the job for the files, and for what was left out."""
    scope = desk.scope
    refuse_while_blind(scope)
    form, ending = form_named(body.form, body.ending)
    if ending in FOLDERS:
        raise InputRefused("study.no-such-format", value=ending, allowed=", ".join(_files(form)))
    restricted_sources(scope, body.leave_out)
    study = desk.study
    folder, place = study.jobs.folder(), (study.store.location, study.guid, desk.coder)
    asked = (body.language, body.without_confidential, tuple(body.leave_out))
    future = study.workers.submit("later", figures.export, place, str(folder), form.name, ending, asked)
    return job_answer(study.jobs.add(folder, future))


def _files(form: Form) -> list[str]:
    """The endings of a form that can be fetched as one file."""
    return [ending for ending in form.endings if ending not in FOLDERS]
