"""What merges left to a person, as the study keeps it: until it is settled, and afterwards to be looked up."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, replace
from typing import TYPE_CHECKING, Any, Literal

from tenun.corpus.identity import guid_of
from tenun.study.blindness import blindness
from tenun.study.clock import now
from tenun.study.merging.merge_rows import MergeConflict, differing
from tenun.text.hashes import sha256_json

if TYPE_CHECKING:
    from tenun.store import Change, StudyStore
    from tenun.study.merging.merge_two_copies import MergeOfCopies
    from tenun.study.scope import StudyScope

TABLE = "merge_conflict"
State = Literal["open", "settled", "agreed"]
_COUNTS = frozenset({"version", "code_version"})
_RENAMED = {"table": "target_table", "guid": "target", "id": "guid"}


def keep_conflicts(
    copies: MergeOfCopies, found: tuple[MergeConflict, ...], change: Change
) -> tuple[MergeConflict, ...]:
    """Write the conflicts that are new, each with who wrote which version and when; returns those that stand open.

    What a person has settled is not asked again while the other copy says the same as it said then.
    """
    store = copies.here
    kept = {row["guid"]: row for row in store.rows(TABLE)}
    named = {one.id: one for one in (replace(one, id=_id(store.guid, one)) for one in found)}
    fresh = [one for one in named.values() if one.id not in kept]
    theirs = {ours: guid for guid, ours in copies.ours.items()}
    mine_by = store.last_hands({(one.table, one.guid) for one in fresh})
    there_by = copies.there.last_hands({(one.table, theirs.get(one.guid, one.guid)) for one in fresh})
    for one in fresh:
        here_by, here_at = mine_by.get((one.table, one.guid), ("", ""))
        by, at = there_by.get((one.table, theirs.get(one.guid, one.guid)), ("", ""))
        signed = replace(one, here_by=here_by, here_at=here_at, there_by=by, there_at=at)
        named[one.id] = signed
        plain = {_RENAMED.get(name, name): value for name, value in asdict(signed).items()}
        change.insert(TABLE, {**plain, "at": now()})
    every = (conflict_of_row(kept[one.id]) if one.id in kept else one for one in named.values())
    return tuple(one for one in every if one.choice is None)


def merge_conflicts(scope: StudyScope, *, every: bool = False) -> tuple[MergeConflict, ...]:
    """What the merges of this study left for a person and is open; `every`: also what needs no decision any more.

    Codings of others in an open blind round are left out.
    """
    return tuple(one for one in seen_conflicts(scope) if every or state_of(scope.store, one) == "open")


def seen_conflicts(scope: StudyScope) -> tuple[MergeConflict, ...]:
    """All of them, the oldest first, but those that the acting coder must not see."""
    found = tuple(conflict_of_row(row) for row in scope.store.rows(TABLE))
    hidden = blindness(scope).rounds
    if not hidden:
        return found
    mine = {row["guid"] for row in scope.store.rows("coder", name=scope.coder)}

    def sealed(one: MergeConflict) -> bool:
        row = {**(one.there or {}), **(one.here or {}), **(row_now(scope.store, one) or {})}
        return row.get("round") in hidden and row.get("coder") not in mine

    return tuple(one for one in found if not sealed(one))


def conflict_of_row(row: Mapping[str, Any]) -> MergeConflict:
    """A conflict from its stored row."""
    names = MergeConflict.__dataclass_fields__
    return MergeConflict(**{name: row[_RENAMED.get(name, name)] for name in names})


def row_now(store: StudyStore, conflict: MergeConflict) -> dict[str, Any] | None:
    """The row that a conflict is about, as it stands; None where it is not there."""
    return store.rows("study")[0] if conflict.table == "study" else store.row(conflict.table, conflict.guid)


def state_of(store: StudyStore, conflict: MergeConflict) -> State:
    """`settled` by a person, `agreed` where the study says by now what the other copy said, else `open`."""
    if conflict.choice is not None:
        return "settled"
    row = row_now(store, conflict)
    if conflict.kind in ("deleted-here", "deleted-there", "used-here"):
        return "agreed" if row is None else "open"
    if conflict.brought is not None:
        return "open" if row and store.row(conflict.table, conflict.brought) else "agreed"
    if row is None or conflict.there is None:
        left_out = conflict.kind == "round-locked" and (row is None) == (conflict.there is not None)
        return "open" if left_out else "agreed"
    return "open" if set(differing(row, conflict.there)) - _COUNTS else "agreed"


def _id(study: str, conflict: MergeConflict) -> str:
    """The same for the same disagreement, so that it is kept once."""
    said = sha256_json({"there": conflict.there and dict(conflict.there)})
    return guid_of(study, TABLE, conflict.table, conflict.guid, conflict.kind, said)
