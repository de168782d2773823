"""Versions of rows: a change says which version it is about, and is refused where somebody was first."""

from __future__ import annotations

from collections.abc import Mapping
from hashlib import blake2b
from typing import TYPE_CHECKING, Any, ClassVar

from tenun.errors import Conflict, InputRefused
from tenun.store.pages import FACETS, coding_rows
from tenun.study.blindness import blindness

if TYPE_CHECKING:
    from tenun.study.scope import StudyScope

_CODING = ("guid", "passage", "code", "code_version", "coder", "round", *FACETS, "weight", "status", "memo")


class Missing(InputRefused):
    """What was asked for is not there."""

    http_status: ClassVar[int] = 404


class Stale(Conflict):
    """The row is no longer the one that the change was about. `current`: the row as it is now, None when it is gone."""

    http_status: ClassVar[int] = 412

    def __init__(self, code: str, *, where: str = "", current: Mapping[str, Any] | None = None, table: str) -> None:
        super().__init__(code, where=where, table=table)
        self.current = current

    def __reduce__(self) -> tuple[object, ...]:
        return (_again, (self.code, self.where, self.current, self.parameters["table"]))


def _again(code: str, where: str, current: Mapping[str, Any] | None, table: str) -> Stale:
    return Stale(code, where=where, current=current, table=table)


def etag(row: Mapping[str, Any]) -> str:
    """The version of a row: a short hash of what it holds.

    `row`: a public row of the store, or a coding as `tenun.store.pages` reads it.

    >>> etag({"guid": "g", "memo": ""}) == etag({"memo": "", "guid": "g"}) != etag({"guid": "g", "memo": "x"})
    True
    """
    names = _CODING if "code_key" in row else sorted(row.keys() - {"etag"})
    return blake2b("\x1f".join(repr(row[name]) for name in names).encode(), digest_size=8).hexdigest()


def expect(scope: StudyScope, table: str, guid: str, version: str) -> dict[str, Any]:
    """The row of `guid`, which must still be at `version` (its `etag`; `*` for whatever it is).

    Raises Stale with the row as it is now where it moved on, with none where it is gone.
    """
    row = _seen_coding(scope, guid) if table == "coding" else scope.store.row(table, guid)
    if row is None:
        raise Stale("study.gone", table=table)
    if version not in ("*", etag(row)):
        raise Stale("study.moved-on", current={**row, "etag": etag(row)}, table=table)
    return row


def _seen_coding(scope: StudyScope, guid: str) -> dict[str, Any] | None:
    """A coding, or None where it is not there or out of the acting coder's sight."""
    found = coding_rows(scope.store, [guid])
    if not found or found[0]["coder"] == scope.coder:
        return found[0] if found else None
    hidden = blindness(scope).rounds
    rounds = scope.store.rows("round", number=found[0]["round"])
    return None if any(row["guid"] in hidden for row in rounds) else found[0]


def existing(scope: StudyScope, table: str, guid: str) -> dict[str, Any]:
    """The row of `guid`; Missing where there is none."""
    row = scope.store.row(table, guid)
    if row is None:
        raise Missing("study.no-row", table=table)
    return row
