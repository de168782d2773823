"""Bring in what somebody dropped on the page, or only look at what would come in."""

from __future__ import annotations

import threading
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from tenun.errors import InputRefused, Problem
from tenun.exchange.projects.reading import read_foreign
from tenun.study.importing.import_documents import write_documents
from tenun.study.importing.import_study_folder import ImportReport, read_folder, save_study_folder
from tenun.study.importing.import_table import import_table, is_table
from tenun.study.importing.read_documents import ReadDocuments, read_documents
from tenun.study.projects.import_foreign import bring_foreign, is_foreign
from tenun.study.projects.import_project import bring_project, is_project, read_project
from tenun.study.scope import Progress, no_progress

if TYPE_CHECKING:
    from tenun.intake import StudyFolder
    from tenun.study.scope import StudyScope

Bringing = Callable[["StudyScope"], ImportReport]


class _OnlyLooking(Exception):
    """Leaves a batch so that all of it is taken back."""


@dataclass(frozen=True)
class ReadUploads:
    """What was read of uploads: a study folder, or documents, with what comes after them. To be closed.

    `further`: brings in a table or project each.
    """

    folder: StudyFolder | None
    documents: ReadDocuments
    further: tuple[Bringing, ...] = ()

    def __enter__(self) -> ReadUploads:
        return self

    def __exit__(self, *_: object) -> None:
        self.documents.close()


def read_uploads(
    scope: StudyScope, folder: Path, *, progress: Progress = no_progress, stopped: threading.Event | None = None
) -> ReadUploads:
    """Read the files below `folder`, from any thread, and write nothing: the folder of a `study.yaml`, else one by one.

    Raises ReadingStopped once `stopped` is set.
    """
    settings = sorted(folder.rglob("study.yaml"), key=lambda path: len(path.parts))
    if settings:
        return ReadUploads(read_folder(settings[0].parent, progress, stopped), ReadDocuments())
    files = sorted(path for path in folder.rglob("*") if path.is_file())
    tables = [file for file in files if is_table(file) or is_project(file) or is_foreign(file)]
    documents = [file for file in files if file not in tables]
    further = tuple(_read(file, stopped) for file in tables)
    return ReadUploads(None, read_documents(scope, documents, progress=progress, stopped=stopped), further)


def bring_uploads(scope: StudyScope, read: ReadUploads, *, dry_run: bool = False) -> ImportReport:
    """Bring in what was read.

    A file that is refused is a problem of the report, and the others come in. With `dry_run` everything is tried and
    taken back again; it must then stand in no batch.
    """
    if not dry_run:
        return _bring(scope, read)
    report = ImportReport()
    try:
        with scope.store.batch():
            report = _bring(scope, read)
            raise _OnlyLooking
    except _OnlyLooking:
        return report


def _bring(scope: StudyScope, read: ReadUploads) -> ImportReport:
    if read.folder is not None:
        return save_study_folder(scope, read.folder)
    reports = [write_documents(scope, read.documents), *(bring(scope) for bring in read.further)]
    added: Counter[str] = Counter()
    for report in reports:
        added.update(report.added)
    return ImportReport(dict(added), tuple(problem for report in reports for problem in report.problems))


def _read(file: Path, stopped: threading.Event | None) -> Bringing:
    """A project is read now, in the reader process; a table when its turn comes, for it may speak of the documents."""
    try:
        if is_foreign(file):
            bring = partial(bring_foreign, found=read_foreign(file, stopped), path=file)
        elif is_project(file):
            bring = partial(bring_project, opened=read_project(file, stopped), path=file)
        else:
            bring = partial(import_table, file=file)
    except InputRefused as refusal:
        refused = ImportReport({}, (Problem.of(refusal, file.name),))
        return lambda scope: refused
    return partial(_bring_one, bring, file.name)


def _bring_one(bring: Bringing, name: str, scope: StudyScope) -> ImportReport:
    try:
        return bring(scope)
    except InputRefused as refusal:
        return ImportReport({}, (Problem.of(refusal, name),))
