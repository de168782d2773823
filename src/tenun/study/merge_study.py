"""Merge another copy of a study, edited apart, into this one."""

from __future__ import annotations

from dataclasses import asdict, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from tenun.corpus.identity import guid_of
from tenun.errors import InputRefused
from tenun.study.clock import now
from tenun.study.merge_rows import MergeConflict, MergeReport
from tenun.study.merge_two_copies import MergeOfCopies
from tenun.study.opening import is_address

if TYPE_CHECKING:
    from tenun.store import StudyStore
    from tenun.study.scope import StudyScope

MERGE = "merge"


def merge_study(scope: StudyScope, other: StudyStore) -> MergeReport:
    """Bring in what another copy of the same study has and this one does not; one command, which one undo takes back.

    Rows are the same by guid or by what makes them what they are (a text by its hash). A change of one side is taken
    over, a change of both is a conflict of the report, and this copy stays as it is there. A source erased on one side
    is erased here too, for good. A copy that was merged before and has not moved on changes nothing. A study in a file
    is backed up beside it first. Raises InputRefused when the other is a different study.
    """
    store = scope.store
    if other.guid != store.guid:
        raise InputRefused("merge.other-study", where=other.key)
    log, merges = other.log(), store.rows("analysis_run", method=MERGE)
    known = {event.hash for event in store.log()} | {run["parameters"]["tail"] for run in merges}
    parting = next((event.seq for event in log if event.hash in known), 0)
    if not log or parting == log[0].seq:
        return _again(merges, log[0].hash if log else "")
    tail = log[0].hash
    moved = other.diverged(parting)
    erased = _erase(scope, moved.erased)
    backup = _backup(store, tail)
    copies = MergeOfCopies(store, other, moved)
    with store.command("merge_study", scope.coder) as change:
        report = copies.into(change)
        change.insert("analysis_run", _record(store, tail, report))
    return replace(report, erased=erased, backup=backup)


def merge_file(scope: StudyScope, location: str | Path, *, study: str | None = None) -> MergeReport:
    """Merge the copy at `location`: a `.tenun` file, or a `postgresql://` address; the copy is only read."""
    from tenun.store import open_study

    name = study or (scope.guid if is_address(location) else None)
    with open_study(location, study=name, read_only=True) as other:
        return merge_study(scope, other)


def merge_conflicts(scope: StudyScope) -> tuple[MergeConflict, ...]:
    """What the merges of this study left for a person, the latest merge first."""
    runs = scope.store.rows("analysis_run", method=MERGE)
    return tuple(MergeConflict(**one) for run in reversed(runs) for one in run["result"]["conflicts"])


def _again(merges: list[dict[str, Any]], tail: str) -> MergeReport:
    found = [run for run in merges if run["parameters"]["tail"] == tail]
    left = [MergeConflict(**one) for run in found for one in run["result"]["conflicts"]]
    return MergeReport(conflicts=tuple(left), merged_before=True)


def _erase(scope: StudyScope, sources: tuple[str, ...]) -> int:
    """An erasure on either side holds on both. It comes before the backup, which must not keep what was erased."""
    here = [guid for guid in sources if scope.store.row("source", guid)]
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


def _record(store: StudyStore, tail: str, report: MergeReport) -> dict[str, Any]:
    return {
        "guid": guid_of(store.guid, "merge", tail),
        "method": MERGE,
        "parameters": {"tail": tail},
        "input_hash": tail,
        "seed": None,
        "result": {"conflicts": [asdict(one) for one in report.conflicts]},
        "at": now(),
    }
