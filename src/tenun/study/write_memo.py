"""Memos, the researcher's journal and saved queries: words kept beside the data."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tenun.errors import InputRefused, NotAllowed
from tenun.study.clock import now
from tenun.study.coders import coder_guid
from tenun.study.stale import existing, expect

if TYPE_CHECKING:
    from tenun.study.scope import StudyScope

KINDS = ("journal", "memo", "query", "summary")
TARGETS = ("source", "code", "coding", "passage", "case", "claim")


def write_memo(
    scope: StudyScope,
    *,
    kind: str,
    body: str,
    title: str = "",
    target_table: str | None = None,
    target: str | None = None,
) -> str:
    """Write a memo; returns its guid. `kind`: of `KINDS`; a `memo` may be about a row of one of `TARGETS`.

    Raises InputRefused for another kind, a target that is not there, and a memo that says nothing.
    """
    if kind not in KINDS:
        raise InputRefused("study.no-such-kind", value=kind, allowed=", ".join(KINDS))
    if not (body.strip() or title.strip()):
        raise InputRefused("study.empty-memo")
    if target is not None:
        if target_table not in TARGETS:
            raise InputRefused("study.no-such-kind", value=target_table, allowed=", ".join(TARGETS))
        existing(scope, target_table, target)
    with scope.store.command("write_memo", scope.coder) as change:
        coder = coder_guid(scope.store, change, scope.coder)
        row = {"kind": kind, "title": title, "body": body, "coder": coder, "at": now()}
        return change.insert("memo", {**row, "target_table": target_table if target else None, "target": target})[0]


def revise_memo(
    scope: StudyScope, guid: str, version: str, *, title: str | None = None, body: str | None = None
) -> None:
    """Change the words of a memo of one's own that is still at `version`."""
    row = expect(scope, "memo", guid, version)
    _own(scope, row["coder"])
    words = {name: value for name, value in (("title", title), ("body", body)) if value is not None}
    with scope.store.command("revise_memo", scope.coder) as change:
        change.update("memo", guid, **words)


def remove_memo(scope: StudyScope, guid: str, version: str) -> None:
    """Take away a memo of one's own."""
    row = expect(scope, "memo", guid, version)
    _own(scope, row["coder"])
    with scope.store.command("remove_memo", scope.coder) as change:
        change.delete("memo", guid)


def _own(scope: StudyScope, coder: str | None) -> None:
    row = scope.store.row("coder", coder) if coder else None
    if row is not None and scope.coder not in (row["name"], row["person"]):
        raise NotAllowed("study.not-your-memo", coder=row["name"])
