"""Three states of one row, and what a merge may make of them without a person."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Literal

Row = dict[str, Any]
Move = Literal["nothing", "insert", "update", "delete", "conflict"]
Kind = Literal[
    "both-changed", "same-place", "same-key", "deleted-here", "deleted-there", "used-here", "round-locked", "refused"
]
_PLACES = frozenset({"coding", "uncoded", "appraisal", "coverage"})
_MOMENTS = frozenset({"at", "created_at", "revision"})


@dataclass(frozen=True)
class MergeConflict:
    """Something that a person must decide.

    `kind`: `both-changed`, `same-place` (one coder, one passage, two accounts), `same-key` (two new rows of one name),
    `deleted-here` or `deleted-there` (changed or used on the other side), `used-here`, `round-locked`, `refused`.
    `what` names the row as people know it. `here` and `there` hold the columns that differ; None: there is no row.
    `brought`: the row of the other copy that came in beside this one. `id`: by what the study keeps the conflict.
    `choice`: what a person took, None while it is open; the rest says who wrote each version and who decided, and when.
    """

    table: str
    guid: str
    kind: Kind
    what: str = ""
    here: Mapping[str, Any] | None = None
    there: Mapping[str, Any] | None = None
    brought: str | None = None
    id: str = ""
    here_by: str = ""
    here_at: str = ""
    there_by: str = ""
    there_at: str = ""
    choice: str | None = None
    settled_by: str = ""
    settled_at: str = ""


@dataclass
class MergeReport:
    """What a merge did: rows added, changed and removed by table, sources erased, and what a person must decide.

    `backup`: where the study as it was before lies. `merged_before`: the copy had nothing that was not here already.
    """

    added: dict[str, int] = field(default_factory=dict)
    changed: dict[str, int] = field(default_factory=dict)
    removed: dict[str, int] = field(default_factory=dict)
    erased: int = 0
    conflicts: tuple[MergeConflict, ...] = ()
    backup: str = ""
    merged_before: bool = False


def same(one: Mapping[str, Any] | None, other: Mapping[str, Any] | None) -> bool:
    """Whether two rows say the same; when they were written does not count.

    >>> same({"guid": "a", "body": "x", "at": "1"}, {"guid": "b", "body": "x", "at": "2"})
    True
    """
    if one is None or other is None:
        return one is other
    return not differing(one, other)


def differing(one: Mapping[str, Any], other: Mapping[str, Any]) -> list[str]:
    """Columns in which two rows differ."""
    return [name for name in other if name not in _MOMENTS and name != "guid" and one.get(name) != other[name]]


def weigh(base: Row | None, here: Row | None, there: Row | None) -> Move:
    """What to do here, given how a row was at the parting and how it stands on both sides.

    Only one side's change is taken over; where both changed a row differently, a person decides.

    >>> weigh({"v": 1}, {"v": 1}, {"v": 2}), weigh({"v": 1}, {"v": 3}, {"v": 2}), weigh({"v": 1}, {"v": 1}, None)
    ('update', 'conflict', 'delete')
    """
    if same(here, there) or same(base, there):
        return "nothing"
    if same(base, here):
        return "insert" if here is None else "delete" if there is None else "update"
    return "conflict"


def conflict_of(table: str, guid: str, base: Row | None, here: Row | None, there: Row | None) -> MergeConflict:
    """The conflict that `weigh` found, with what differs."""
    if here is None:
        return MergeConflict(table, guid, "deleted-here", there=there)
    if there is None:
        return MergeConflict(table, guid, "deleted-there", here=here)
    names = differing(here, there)
    kind: Kind = "both-changed" if base is not None or there["guid"] == guid else "same-key"
    if base is None and table in _PLACES:
        kind = "same-place"
    return MergeConflict(
        table, guid, kind, here={name: here.get(name) for name in names}, there={name: there[name] for name in names}
    )
