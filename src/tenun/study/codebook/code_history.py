"""The versions of codes: every change of a code's words or place is kept."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from tenun.corpus.identity import guid_of
from tenun.study.clock import now
from tenun.study.projects.rows_of_codebook import FIELDS

if TYPE_CHECKING:
    from tenun.store import Change
    from tenun.study.scope import StudyScope


def keep_version(scope: StudyScope, change: Change, guid: str, coder: str, *, meaning_changed: bool) -> None:
    """Keep the code as it stands as a version, inside a running command."""
    row = scope.store.rows("code", guid=guid)[0]
    parent = scope.store.row("code", row["parent"]) if row["parent"] else None
    content = {**{name: row[name] for name in FIELDS}, "parent": parent["key"] if parent else None}
    version = {
        "guid": guid_of(scope.guid, "code_version", guid, row["version"]),
        "code": guid,
        "number": row["version"],
    }
    change.insert(
        "code_version",
        {**version, "meaning_changed": meaning_changed, "content": content, "coder": coder, "at": now()},
    )


def versions_of(scope: StudyScope, guid: str) -> list[dict[str, Any]]:
    """The versions of a code, the latest first, each with the name of who made it."""
    names = scope.store.lookup("coder", "name")
    rows = sorted(scope.store.rows("code_version", code=guid), key=lambda row: -int(row["number"]))
    return [{**row, "coder": names.get(row["coder"], "")} for row in rows]


def next_position(scope: StudyScope) -> int:
    """The position after the last code of the codebook."""
    return max((int(row["position"]) for row in scope.store.rows("code")), default=-1) + 1
