"""Bring a REFI-QDA project or codebook into a study, as one command that can be taken back as one."""

from __future__ import annotations

import hashlib
import threading
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from tenun.errors import InputRefused, Problem
from tenun.study.importing.import_study_folder import ImportReport
from tenun.study.importing.new_rows import NewRows
from tenun.study.opening import SUFFIX, is_address
from tenun.study.scope import StudyScope

if TYPE_CHECKING:
    from tenun.exchange.refi.archive import Opened
    from tenun.intake.guard.zip_archive import Archive
    from tenun.study.projects.sidecar import Sidecar

ENDINGS = (".qdpx", ".qdc", ".qde")
COUNTED = {
    "sources": "source", "codes": "code", "codings": "coding", "memos": "memo", "cases": "case",
    "variables": "variable", "values": "value", "links": "link",
}  # fmt: skip


def import_project(scope: StudyScope, path: Path) -> ImportReport:
    """Bring in what a project holds and the study does not; a second import changes nothing.

    What is there already stays as it is: things are known by their guids, passages by their places. A project that
    this study sent out brings back, from beside it, what QDA-XML cannot carry. All of it comes in or nothing. The
    report says in which unit positions were counted, how sure that is, and what could not come in. Raises InputRefused
    for a file that is broken, hostile or no project.
    """
    return bring_project(scope, read_project(path), path)


def is_project(path: Path) -> bool:
    """Whether a file is a REFI-QDA project or codebook, by its name."""
    return path.suffix.lower() in ENDINGS and path.is_file()


def bring_project_to(location: str, path: Path, *, coder: str, dry_run: bool = False) -> ImportReport:
    """Bring a project into the study at `location`, which it makes when it is not there yet.

    A study that had to be made for it goes again when nothing comes in, and after a dry run.
    """
    from tenun.study.opening import open_scope

    there = is_address(location) or Path(location).exists()
    scope = open_scope(location, coder=coder) if there else study_of_project(location, path, coder=coder)
    kept = False
    try:
        report = look_at_project(scope, path) if dry_run else import_project(scope, path)
        kept = not dry_run
    finally:
        scope.store.close()
        if not (there or kept):
            for ending in ("", "-wal", "-shm"):
                Path(location + ending).unlink(missing_ok=True)
    return report


def look_at_projects(location: str, paths: Sequence[Path], *, coder: str) -> ImportReport:
    """What bringing in projects would report. Raises InputRefused for a file that is none."""
    if strange := [path for path in paths if not is_project(path)]:
        raise InputRefused("refi.look-at-projects", name=strange[0].name, allowed=", ".join(ENDINGS))
    reports = [bring_project_to(location, path, coder=coder, dry_run=True) for path in paths]
    added: Counter[str] = Counter()
    for report in reports:
        added.update(report.added)
    return ImportReport(dict(added), tuple(problem for report in reports for problem in report.problems))


def look_at_project(scope: StudyScope, path: Path) -> ImportReport:
    """What `import_project` would report; everything is tried and taken back again."""
    opened = read_project(path)
    try:
        with scope.store.batch():
            report = bring_project(scope, opened, path)
            raise _OnlyLookingError
    except _OnlyLookingError:
        return report


class _OnlyLookingError(Exception):
    """Leaves a batch so that all of it is taken back."""


def read_project(path: Path, stopped: threading.Event | None = None) -> Opened:
    """Read a project in the reader process; nothing in it can harm this one. Setting `stopped` ends it."""
    from tenun.exchange.refi.archive import read_archive
    from tenun.intake.guard.reader_process import reader_process

    return reader_process.read(path.name, stopped, read_archive, path.resolve(), path.name)


def study_of_project(location: str, path: Path, *, coder: str) -> StudyScope:
    """Make the study that a project is brought into: the one it came from where Tenun wrote it, else a new one."""
    from tenun.store import create
    from tenun.study.make_study import make_study

    if not is_address(location) and Path(location).suffix != SUFFIX:
        raise InputRefused("study.suffix", name=Path(location).name, suffix=SUFFIX)
    opened = read_project(path)
    beside = _beside(opened, path.name)
    if beside is None:
        return make_study(location, title=opened.project.name, coder=coder)
    try:
        return StudyScope(create(location, **beside.study), coder)
    except (ValueError, TypeError, AttributeError) as error:
        raise InputRefused("refi.sidecar-broken", where=path.name) from error


def bring_project(scope: StudyScope, opened: Opened, path: Path) -> ImportReport:
    """Write a project that was read; see `import_project`."""
    beside = _beside(opened, path.name)
    if beside is None or beside.study.get("guid") != scope.guid:
        return _bring(scope, opened, path, None)
    try:
        return _bring(scope, opened, path, beside)
    except (ValueError, TypeError, LookupError, AttributeError) as error:
        # Rows that somebody else wrote may be anything; the command they were to come in by has been taken back.
        raise InputRefused("refi.sidecar-broken", where=path.name) from error


def _bring(scope: StudyScope, opened: Opened, path: Path, own: Sidecar | None) -> ImportReport:
    from tenun.study.projects.rows_of_project import Incoming

    new = NewRows(scope.store)
    problems = list(_oddities(opened, path.name, foreign=opened.sidecar is not None and own is None))
    kept = {} if own is None else _originals(own, path)
    for table, rows in () if own is None else own.rows(_gone(own, opened)):
        new.add(table, rows)
    incoming = Incoming(scope, new, opened.project, path, opened.members)
    problems += incoming.collect()
    if new or incoming.config is not None:
        with scope.store.command("import_project", scope.coder) as change:
            for sha256, content in (*kept.items(), *incoming.originals.items()):
                if change.put_blob(content() if callable(content) else content) != sha256:
                    raise InputRefused("refi.sidecar-broken", where=path.name)
            new.write(change)
            if incoming.config is not None:
                change.set_study(config=incoming.config)
    count = new.count()
    return ImportReport({name: count[table] for name, table in COUNTED.items()}, tuple(problems))


def _beside(opened: Opened, where: str) -> Sidecar | None:
    from tenun.study.projects.sidecar import Sidecar

    return None if opened.sidecar is None else Sidecar(opened.sidecar, where)


def _gone(beside: Sidecar, opened: Opened) -> dict[str, frozenset[str]]:
    """What went out with the project and was taken out of it since."""
    project = opened.project
    selections = [one for source in project.sources for text in source.texts for one in text.selections]
    selections += [one for source in project.sources for one in source.places]
    there = {"coding": {coding.guid for one in selections for coding in one.codings},
             "memo": {note.guid for note in project.notes_kept}}  # fmt: skip
    return {table: frozenset(guids - there.get(table, set())) for table, guids in beside.carried.items()}


def _originals(beside: Sidecar, path: Path) -> dict[str, Callable[[], bytes]]:
    """How to read the originals that the rows beside a project refer to, by hash.

    Raises InputRefused where one is not there, or is another.
    """
    from tenun.exchange.refi.archive import PROJECT
    from tenun.intake.guard.zip_archive import Archive

    archive = Archive(path, path.name, PROJECT)
    for sha256, member in beside.originals.items():
        counted = hashlib.sha256()
        for piece in archive.pieces(member) if member in archive.names else ():
            counted.update(piece)
        if counted.hexdigest() != sha256:
            raise InputRefused("refi.sidecar-broken", where=path.name)
    return {sha256: partial(_read, archive, member) for sha256, member in beside.originals.items()}


def _read(archive: Archive, member: str) -> bytes:
    return archive.read(member) or b""


def _oddities(opened: Opened, where: str, *, foreign: bool) -> Iterator[Problem]:
    for odd in opened.oddities:
        yield replace(ODDITIES[odd], where=where)
    if foreign:
        yield Problem("warning", "refi.of-another-study", where)


ODDITIES = {
    "order": Problem("warning", "refi.odd-order"),
    "namespace": Problem("warning", "refi.odd-namespace"),
    "empty-sets": Problem("warning", "refi.odd-empty-sets"),
    "guid": Problem("warning", "refi.odd-guid"),
    "colour": Problem("warning", "refi.odd-colour"),
    "path": Problem("warning", "refi.odd-path"),
    "folder": Problem("warning", "refi.odd-folder"),
}
