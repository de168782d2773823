"""Make one code of two: the codings of one go over to the other."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tenun.errors import Conflict, InputRefused
from tenun.study.own_work import owner_of
from tenun.study.stale import existing, expect

if TYPE_CHECKING:
    from tenun.store import Change
    from tenun.study.scope import StudyScope


def merge_codes(scope: StudyScope, guid: str, into: str, version: str) -> int:
    """Move everything of a code to another and take the first away; returns how many codings went over.

    Where the same coder has both on one passage in one round, the memos are joined and one coding stays. Raises
    Stale where the code moved on, InputRefused for a merge with itself or a code below it, Conflict in a locked round.
    """
    expect(scope, "code", guid, version)
    with scope.store.command("merge_codes", scope.coder) as change:
        return fold_code(scope, change, guid, into)


def fold_code(scope: StudyScope, change: Change, guid: str, into: str) -> int:
    """The same within a command that is under way."""
    row, target = existing(scope, "code", guid), existing(scope, "code", into)
    if into in _family(scope, guid):
        raise InputRefused("study.merge-into-itself", key=row["key"], into=target["key"])
    codings = scope.store.rows("coding", code=guid)
    locked = {found["guid"] for found in scope.store.rows("round", locked=True)}
    if any(coding["round"] in locked for coding in codings):
        raise Conflict("study.round-locked", round=owner_of(next(c for c in codings if c["round"] in locked), scope)[1])
    _move_codings(scope, change, guid, into, int(target["version"]))
    _move_notes(scope, change, guid, into)
    for child in scope.store.rows("code", parent=guid):
        change.update("code", child["guid"], parent=into)
    for kept in scope.store.rows("code_version", code=guid):
        change.delete("code_version", kept["guid"])
    change.delete("code", guid)
    return len(codings)


def _family(scope: StudyScope, guid: str) -> set[str]:
    """A code and all below it."""
    found, waiting = {guid}, [guid]
    children: dict[str, list[str]] = {}
    for row in scope.store.rows("code"):
        children.setdefault(row["parent"], []).append(row["guid"])
    while waiting:
        for child in children.get(waiting.pop(), []):
            found.add(child)
            waiting.append(child)
    return found


def _move_codings(scope: StudyScope, change: Change, guid: str, into: str, version: int) -> None:
    there = {(row["passage"], row["coder"], row["round"]): row for row in scope.store.rows("coding", code=into)}
    for coding in scope.store.rows("coding", code=guid):
        twin = there.get((coding["passage"], coding["coder"], coding["round"]))
        if twin is None:
            change.update("coding", coding["guid"], code=into, code_version=version)
            continue
        if coding["memo"] and coding["memo"] != twin["memo"]:
            change.update("coding", twin["guid"], memo=f"{twin['memo']}\n\n{coding['memo']}".strip())
        for evidence in scope.store.rows("evidence", coding=coding["guid"]):
            change.update("evidence", evidence["guid"], coding=twin["guid"])
        change.delete("coding", coding["guid"])


def _move_notes(scope: StudyScope, change: Change, guid: str, into: str) -> None:
    there = {(row["source"], row["coder"], row["round"]) for row in scope.store.rows("coverage", code=into)}
    for note in scope.store.rows("coverage", code=guid):
        if (note["source"], note["coder"], note["round"]) in there:
            change.delete("coverage", note["guid"])
        else:
            change.update("coverage", note["guid"], code=into)
    for claim in scope.store.rows("claim", code=guid):
        change.update("claim", claim["guid"], code=into)
