"""Bring in what somebody dropped on the page, or only look at what would come in."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

from tenun.errors import InputRefused, Problem
from tenun.study.import_codings import import_codings
from tenun.study.import_documents import import_documents
from tenun.study.import_paths import TABLES
from tenun.study.import_study_folder import ImportReport, import_study_folder

if TYPE_CHECKING:
    from tenun.study.scope import StudyScope


class _OnlyLooking(Exception):
    """Leaves a batch so that all of it is taken back."""


def bring_uploads(scope: StudyScope, folder: Path, *, dry_run: bool = False) -> ImportReport:
    """Bring in the files below `folder`: a study folder where a `study.yaml` is among them, else one by one.

    A file that is refused is a problem of the report, and the others come in. With `dry_run` everything is tried and
    taken back again; it must then stand in no batch.
    """
    if not dry_run:
        return _bring(scope, folder)
    report = ImportReport()
    try:
        with scope.store.batch():
            report = _bring(scope, folder)
            raise _OnlyLooking
    except _OnlyLooking:
        return report


def _bring(scope: StudyScope, folder: Path) -> ImportReport:
    settings = sorted(folder.rglob("study.yaml"), key=lambda path: len(path.parts))
    if settings:
        return import_study_folder(scope, settings[0].parent)
    files = sorted(path for path in folder.rglob("*") if path.is_file())
    tables = [file for file in files if file.suffix.lower() in TABLES]
    documents = [file for file in files if file not in tables]
    reports = [import_documents(scope, documents)] if documents else []
    reports += [_table(scope, file) for file in tables]
    added: Counter[str] = Counter()
    for report in reports:
        added.update(report.added)
    return ImportReport(dict(added), tuple(problem for report in reports for problem in report.problems))


def _table(scope: StudyScope, file: Path) -> ImportReport:
    try:
        return import_codings(scope, file)
    except InputRefused as refusal:
        return ImportReport({}, (Problem.of(refusal, file.name),))
