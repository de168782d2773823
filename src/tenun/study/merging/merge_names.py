"""How people know the row that a merge cannot decide."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from tenun.coding.places import place_of
from tenun.store.natural_keys import references

if TYPE_CHECKING:
    from tenun.store import StudyStore
    from tenun.study.merging.merge_rows import MergeConflict

_NAMES = ("key", "name", "title", "number", "clue")


def name_of(here: StudyStore, there: StudyStore, conflict: MergeConflict) -> str:
    """The row in a few words, such as `S01 · MKT · wayan`; never words of a document."""
    row = here.row(conflict.table, conflict.guid) or there.row(conflict.table, conflict.guid)
    if row is None:
        row = {**(conflict.there or {}), **(conflict.here or {})}
    return " · ".join(dict.fromkeys(_parts(here, there, conflict.table, row)))


def _parts(here: StudyStore, there: StudyStore, table: str, row: Mapping[str, Any]) -> list[str]:
    own = [str(row[name]) for name in _NAMES if row.get(name) not in (None, "")]
    if own:
        return own[:1]
    found: list[str] = []
    for name, target in references(table).items():
        if row.get(name) and target not in ("framework", "round"):
            other = here.row(target, row[name]) or there.row(target, row[name]) or {}
            found += _parts(here, there, target, other)
    if row.get("start_cp") is not None:
        found.append(f"{row['start_cp']}–{row['end_cp']}")
    elif "start_ms" in row and (place := place_of(row)) is not None:
        found.append(place.spelled())
    return found
