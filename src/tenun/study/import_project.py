"""Bring a REFI-QDA project or codebook into a study, as one command that can be taken back as one."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from tenun.errors import InputRefused, Problem, TenunError
from tenun.study.import_study_folder import ImportReport
from tenun.study.new_rows import NewRows
from tenun.study.opening import SUFFIX, is_address
from tenun.study.scope import StudyScope

if TYPE_CHECKING:
    from tenun.exchange.refi.archive import Opened
    from tenun.study.sidecar import Sidecar

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


def read_project(path: Path) -> Opened:
    """Read a project in the reader process; nothing in it can harm this one."""
    from tenun.exchange.refi.archive import read_archive
    from tenun.intake.guard.reader_process import reader_process
    from tenun.intake.guard.size import TABLE_BYTES, read_within

    content = read_within(path, TABLE_BYTES)
    try:
        return reader_process.call(None, read_archive, content, path.name)
    except (TenunError, MemoryError):
        raise
    except Exception as error:
        raise InputRefused("intake.reader-fault", where=path.name) from error


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
    return StudyScope(create(location, **beside.study), coder)


def bring_project(scope: StudyScope, opened: Opened, path: Path) -> ImportReport:
    """Write a project that was read; see `import_project`."""
    from tenun.study.rows_of_project import Incoming

    new = NewRows(scope.store)
    beside = _beside(opened, path.name)
    own = beside if beside is not None and beside.study.get("guid") == scope.guid else None
    problems = list(_oddities(opened, path.name, foreign=beside is not None and own is None))
    kept = _originals(own, path) if own is not None else {}
    if own is not None:
        for table, rows in own.rows(_gone(own, opened)):
            new.add(table, rows)
    incoming = Incoming(scope, new, opened.project, path, opened.members)
    problems += incoming.collect()
    if new or incoming.config is not None:
        with scope.store.command("import_project", scope.coder) as change:
            for content in (*kept.values(), *incoming.originals.values()):
                change.put_blob(content)
            new.write(change)
            if incoming.config is not None:
                change.set_study(config=incoming.config)
    count = new.count()
    return ImportReport({name: count[table] for name, table in COUNTED.items()}, tuple(problems))


def _beside(opened: Opened, where: str) -> Sidecar | None:
    from tenun.study.sidecar import Sidecar

    return None if opened.sidecar is None else Sidecar(opened.sidecar, where)


def _gone(beside: Sidecar, opened: Opened) -> dict[str, frozenset[str]]:
    """What went out with the project and was taken out of it since."""
    project = opened.project
    selections = [one for source in project.sources for text in source.texts for one in text.selections]
    there = {"coding": {coding.guid for one in selections for coding in one.codings},
             "memo": {note.guid for note in project.notes_kept}}  # fmt: skip
    return {table: frozenset(guids - there.get(table, set())) for table, guids in beside.carried.items()}


def _originals(beside: Sidecar, path: Path) -> dict[str, bytes]:
    """The original bytes that the rows beside a project refer to, by hash; InputRefused where one is not there."""
    from tenun.intake.guard.size import TABLE_BYTES, read_within
    from tenun.intake.guard.zip_archive import Archive
    from tenun.text.hashes import sha256_bytes

    archive = Archive(read_within(path, TABLE_BYTES), path.name)
    found = {}
    for sha256, member in beside.originals.items():
        content = archive.read(member)
        if content is None or sha256_bytes(content) != sha256:
            raise InputRefused("refi.sidecar-broken", where=path.name)
        found[sha256] = content
    return found


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
