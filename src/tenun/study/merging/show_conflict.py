"""Both versions of what a merge left open, side by side, in words that people know."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from tenun.store.natural_keys import references

if TYPE_CHECKING:
    from tenun.store import StudyStore
    from tenun.study.merging.merge_rows import MergeConflict

_UNSAID = frozenset({"guid", "at", "created_at", "revision", "version", "code_version", "position", "representation"})
_KNOWN_BY = ("key", "name", "title", "number", "quote")


@dataclass(frozen=True, slots=True)
class ConflictField:
    """A column in which the versions differ; None where that side has no row."""

    name: str
    here: str | None
    there: str | None


def conflict_fields(store: StudyStore, conflict: MergeConflict) -> list[ConflictField]:
    """The columns that differ; of a row that only one side has, those that say something."""
    here, there = conflict.here, conflict.there
    names = [name for name in {**(there or {}), **(here or {})} if name not in _UNSAID]
    fields = [
        ConflictField(name, _said(store, conflict.table, name, here), _said(store, conflict.table, name, there))
        for name in names
    ]
    return [field for field in fields if (field.here or field.there) and field.here != field.there]


def _said(store: StudyStore, table: str, name: str, row: Any) -> str | None:
    if row is None:
        return None
    value = row.get(name)
    target = references(table).get(name) if table != "study" else None
    if target is not None and value:
        found = store.row(target, value) or {}
        return str(next((found[known] for known in _KNOWN_BY if found.get(known) not in (None, "")), value))
    if value is None or value in ([], {}):
        return ""
    if isinstance(value, list) and all(isinstance(one, str) for one in value):
        return "\n".join(value)
    return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False, indent=1, sort_keys=True)
