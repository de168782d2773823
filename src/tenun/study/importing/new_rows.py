"""Rows to be written that are not there yet, collected before a command begins."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from tenun.store import Change, StudyStore

Row = Mapping[str, Any]


class NewRows:
    """Rows by table, in the order in which tables must be written; those whose guid is known already are left out.

    What is already there is never overwritten: a person may have worked on it since.
    """

    def __init__(self, store: StudyStore) -> None:
        self._store = store
        self._known: dict[str, set[str]] = {}
        self._rows: dict[str, list[Row]] = {}

    def add(self, table: str, rows: Iterable[Row]) -> None:
        """Add the rows that are new."""
        known = self._known_in(table)
        for row in rows:
            if row["guid"] not in known:
                known.add(row["guid"])
                self._rows.setdefault(table, []).append(row)

    def has(self, table: str, guid: str) -> bool:
        """Whether a row is there, or will be."""
        known = self._known_in(table)
        return guid in known

    def rows(self, table: str) -> Sequence[Row]:
        """The rows of a table that are new, in the order they came."""
        return self._rows.get(table, ())

    def _known_in(self, table: str) -> set[str]:
        if table not in self._known:
            self._known[table] = set(self._store.lookup(table, "guid"))
        return self._known[table]

    def __bool__(self) -> bool:
        return bool(self._rows)

    def count(self) -> Counter[str]:
        """How many rows are new, by table."""
        return Counter({table: len(rows) for table, rows in self._rows.items()})

    def write(self, change: Change) -> None:
        """Write them inside a running command."""
        current = []
        for table, rows in self._rows.items():
            if table == "source":
                current += [(row["guid"], row["representation"]) for row in rows]
                rows = [{**row, "representation": None} for row in rows]
            change.insert(table, rows)
        for source, representation in current:
            change.update("source", source, representation=representation)
