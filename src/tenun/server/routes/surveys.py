"""Surveys: what each column would become, and bringing them in."""

from __future__ import annotations

import json
import tempfile
from dataclasses import asdict
from pathlib import Path
from typing import Annotated, Any, get_args

from fastapi import File, Form, UploadFile
from fastapi.concurrency import run_in_threadpool

from tenun.errors import InputRefused
from tenun.intake.survey.columns import ROLES, Role
from tenun.server.answers.surveys import SurveyAnswer
from tenun.server.desk import Here
from tenun.server.routes.in_study import study_router
from tenun.server.uploads import keep_uploads
from tenun.study.importing.import_study_folder import ImportReport
from tenun.study.importing.import_survey import Preview, import_survey, preview_survey
from tenun.study.scope import StudyScope

router = study_router("surveys")
_FILE_BYTES = 256 * 1024 * 1024
_ROLES_CP = 1_000_000


@router.post("/surveys", response_model=SurveyAnswer, max_body_size=_FILE_BYTES)
async def bring_survey(
    desk: Here,
    file: Annotated[UploadFile, File(description="The survey, CSV or XLSX: a row a case.")],
    roles: Annotated[str, Form(max_length=_ROLES_CP, description="JSON: what columns are, by name.")] = "{}",
    kind: Annotated[str, Form(description="The kind of the sources that it makes.")] = "interview",
    dry_run: Annotated[bool, Form(description="Only say what each column would become.")] = False,
) -> dict[str, Any]:
    """Bring a survey in, or only show what its columns would become."""
    said = _said(roles)
    with tempfile.TemporaryDirectory(prefix="tenun-survey-") as name:
        folder = Path(name)
        await run_in_threadpool(keep_uploads, [file], folder)
        path = next(found for found in folder.rglob("*") if found.is_file())
        preview = await run_in_threadpool(preview_survey, path, said)
        if dry_run:
            return _answer(preview, ImportReport(), desk.study.store.revision)
        report, revision = await desk.change(lambda scope: _brought(scope, path, said, kind), lambda _, report: report)
    return _answer(preview, report, revision)


def _brought(scope: StudyScope, path: Path, said: dict[str, Role], kind: str) -> ImportReport:
    return import_survey(scope, path, said, kind=kind)


def _said(roles: str) -> dict[str, Role]:
    try:
        found = json.loads(roles)
    except (ValueError, RecursionError):
        found = None
    if not isinstance(found, dict) or not all(role in get_args(Role) for role in found.values()):
        raise InputRefused("survey.no-such-role", allowed=", ".join(ROLES))
    return found


def _answer(preview: Preview, report: ImportReport, revision: int) -> dict[str, Any]:
    columns = [asdict(column) for column in preview.columns]
    return {"columns": columns, "cases": preview.cases, "added": report.added, "revision": revision}
