"""Merge another copy of a study, edited apart, into this one."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from tenun.corpus.identity import guid_of
from tenun.errors import InputRefused
from tenun.study.clock import now
from tenun.study.merging.kept_conflicts import keep_conflicts, merge_conflicts
from tenun.study.merging.merge_decisions import follow_decisions
from tenun.study.merging.merge_rows import MergeReport
from tenun.study.merging.merge_two_copies import MergeOfCopies
from tenun.study.opening import is_address
from tenun.study.scope import Progress, no_progress

if TYPE_CHECKING:
    from tenun.store import Change, StudyStore
    from tenun.store.divergence import Divergence
    from tenun.study.scope import StudyScope

MERGE = "merge"


def merge_study(scope: StudyScope, other: StudyStore, *, progress: Progress = no_progress) -> MergeReport:
    """Bring in what another copy of the same study has and this one does not; one command, which one undo takes back.

    Rows are the same by guid or by what makes them what they are (a text by its hash). A change of one side is taken
    over, a change of both is a conflict of the report, and this copy stays as it is there. A source erased on one side
    is erased here too, for good. A copy that was merged before and has not moved on changes nothing. A study in a file
    is backed up beside it first. Raises InputRefused when the other is a different study.
    """
    parting = _parting(scope.store, other)
    if parting.nothing_new:
        return MergeReport(conflicts=merge_conflicts(scope), merged_before=True)
    moved = other.diverged(parting.theirs)
    erased = _erase(scope, moved.erased)
    backup = _backup(scope.store, parting.tail)
    with scope.store.command("merge_study", scope.coder) as change:
        report = _into(scope, other, parting, moved, change, progress)
    return replace(report, erased=erased, backup=backup)


def look_at_merge(scope: StudyScope, other: StudyStore, *, progress: Progress = no_progress) -> MergeReport:
    """What `merge_study` would report. Everything is tried and taken back; it must stand in no command or batch."""
    parting = _parting(scope.store, other)
    if parting.nothing_new:
        return MergeReport(conflicts=merge_conflicts(scope), merged_before=True)
    moved = other.diverged(parting.theirs)
    report = MergeReport()
    try:
        with scope.store.command("merge_study", scope.coder) as change:
            report = _into(scope, other, parting, moved, change, progress)
            raise _OnlyLooking
    except _OnlyLooking:
        return replace(report, erased=len(_erased_there(scope, moved.erased)))


def merge_file(
    scope: StudyScope, location: str | Path, *, study: str | None = None, dry_run: bool = False
) -> MergeReport:
    """Merge the copy at `location`: a `.tenun` file, or a `postgresql://` address; the copy is only read.

    `dry_run`: only say what would come; see `look_at_merge`.
    """
    from tenun.store import open_study

    name = study or (scope.guid if is_address(location) else None)
    with open_study(location, study=name, read_only=True) as other:
        return look_at_merge(scope, other) if dry_run else merge_study(scope, other)


class _OnlyLooking(Exception):
    """Leaves a command so that all of it is taken back."""


class _Parting(NamedTuple):
    """Where two copies went apart: by the number of the event there, and here where the other has taken this one in."""

    theirs: int
    ours: int | None
    tail: str
    nothing_new: bool


def _parting(store: StudyStore, other: StudyStore) -> _Parting:
    if other.guid != store.guid:
        raise InputRefused("merge.other-study", where=other.key)
    log, mine = other.log(), store.log()
    taken = {run["parameters"]["tail"] for run in store.rows("analysis_run", method=MERGE)}
    known = {event.hash for event in mine} | taken
    theirs = next((event.seq for event in log if event.hash in known), 0)
    given = {run["parameters"]["tail"] for run in other.rows("analysis_run", method=MERGE)}
    ours = next((event.seq for event in mine if event.hash in given), None)
    return _Parting(theirs, ours, log[0].hash if log else "", not log or theirs == log[0].seq)


def _into(
    scope: StudyScope, other: StudyStore, parting: _Parting, moved: Divergence, change: Change, progress: Progress
) -> MergeReport:
    store = scope.store
    since = store.diverged(parting.ours) if parting.ours is not None else None
    copies = MergeOfCopies(store, other, moved, since)
    report = copies.into(change, progress)
    follow_decisions(copies, change)
    left = keep_conflicts(copies, report.conflicts, change)
    change.insert("analysis_run", _record(store, parting.tail))
    return replace(report, conflicts=left)


def _erased_there(scope: StudyScope, sources: tuple[str, ...]) -> list[str]:
    return [guid for guid in sources if scope.store.row("source", guid)]


def _erase(scope: StudyScope, sources: tuple[str, ...]) -> int:
    """An erasure on either side holds on both. It comes before the backup, which must not keep what was erased."""
    here = _erased_there(scope, sources)
    for guid in here:
        scope.store.erase(guid, scope.coder)
    return len(here)


def _backup(store: StudyStore, tail: str) -> str:
    if is_address(store.location):
        return ""
    from tenun.store import backup

    path = Path(store.location)
    to = path.with_name(f"{path.stem}-before-merge-{tail[:8]}{path.suffix}")
    number = 2
    while to.exists():
        to = path.with_name(f"{path.stem}-before-merge-{tail[:8]}-{number}{path.suffix}")
        number += 1
    return str(backup(path, to))


def _record(store: StudyStore, tail: str) -> dict[str, Any]:
    return {
        "guid": guid_of(store.guid, "merge", tail),
        "method": MERGE,
        "parameters": {"tail": tail},
        "input_hash": tail,
        "seed": None,
        "result": {},
        "at": now(),
    }
