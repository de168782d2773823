"""Bring in whatever a person points at: a study folder, documents, tables of codings."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

from tenun.errors import InputRefused, Problem
from tenun.study.importing.import_documents import write_documents
from tenun.study.importing.import_study_folder import ImportReport, config_of_folder, read_folder, save_study_folder
from tenun.study.importing.import_table import import_table, is_table
from tenun.study.importing.read_documents import read_documents
from tenun.study.opening import is_address, new_scope, open_scope
from tenun.study.projects.import_foreign import import_foreign, is_foreign
from tenun.study.projects.import_project import bring_project_to, is_project
from tenun.study.scope import Progress, StudyScope, no_progress


def import_paths(
    location: str,
    paths: Sequence[Path],
    *,
    coder: str = "researcher",
    strict: bool = False,
    progress: Progress = no_progress,
) -> ImportReport:
    """Bring `paths` into the study at `location`, which a study folder makes when it is not there yet.

    A folder with a `study.yaml` is a study folder; `.csv` and `.xlsx` are tables of codings; `.ris`, `.bib` and
    CSL-JSON describe sources; projects of Taguette, QualCoder and RQDA are known by their databases; other files,
    and the files of other folders, are documents. What one of them is refused for is a problem of the report, and the
    others come in; `strict` raises it instead.
    """
    for path in paths:
        if not path.exists():
            raise InputRefused("study.no-such-path", name=str(path))
    folders = [path for path in paths if (path / "study.yaml").is_file()]
    projects = [path for path in paths if is_project(path)]
    others = [path for path in paths if path not in folders and path not in projects]
    added: Counter[str] = Counter()
    problems: list[Problem] = []
    for folder in folders:
        _merge(added, problems, _bring_folder(location, folder, coder, strict, progress))
    for project in projects:
        _merge(added, problems, bring_project_to(location, project, coder=coder))
    if others:
        if not is_address(location) and not Path(location).exists():
            raise InputRefused("study.no-study-yet", name=location)
        scope = open_scope(location, coder=coder)
        try:
            for report in _bring_files(scope, others, strict, progress):
                _merge(added, problems, report)
        finally:
            scope.store.close()
    return ImportReport(dict(added), tuple(problems))


def _merge(added: Counter[str], problems: list[Problem], report: ImportReport) -> None:
    added.update(report.added)
    problems += report.problems


def _bring_folder(location: str, path: Path, coder: str, strict: bool, progress: Progress) -> ImportReport:
    """Bring a study folder in; a study that had to be made for it goes again when nothing comes in."""
    folder = read_folder(path, progress)
    there = is_address(location) or Path(location).exists()
    if strict and folder.errors:
        raise InputRefused("study.import-strict", count=len(folder.errors))
    scope = open_scope(location, coder=coder) if there else new_scope(location, config_of_folder(folder), coder=coder)
    try:
        return save_study_folder(scope, folder, strict=strict, progress=progress)
    except BaseException:
        if not there:
            scope.store.close()
            Path(location).unlink(missing_ok=True)
        raise
    finally:
        scope.store.close()


def _bring_files(scope: StudyScope, paths: Sequence[Path], strict: bool, progress: Progress) -> Iterator[ImportReport]:
    """Documents first, so that the codings of tables find their sources."""
    foreign = [path for path in paths if is_foreign(path)]
    for path in foreign:
        yield import_foreign(scope, path)
    paths = [path for path in paths if path not in foreign]
    named = [file for path in paths for file in ([path] if path.is_file() else sorted(path.rglob("*")))]
    files = [file for file in named if file.is_file()]
    tables = [file for file in files if is_table(file)]
    documents = [file for file in files if file not in tables]
    if documents:
        with read_documents(scope, documents, progress=progress) as read:
            errors = [problem for problem in read.problems if problem.level == "error"]
            if strict and errors:
                raise InputRefused("study.import-strict", count=len(errors))
            yield write_documents(scope, read)
    for number, file in enumerate(tables):
        progress("codings", number, len(tables))
        try:
            yield import_table(scope, file, strict=strict)
        except InputRefused as refusal:
            if strict:
                raise
            yield ImportReport({}, (Problem.of(refusal, file.name),))
    progress("codings", len(tables), len(tables))
