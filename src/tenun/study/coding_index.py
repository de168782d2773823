"""The codings of a study, handed over to `tenun.analysis.query`, which has all the rules."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cached_property
from typing import TYPE_CHECKING, Any, overload

from tenun.store.coding_columns import CodingColumns, keys_of, places_said

if TYPE_CHECKING:
    import numpy as np

    from tenun.analysis.query.columns import Column
    from tenun.analysis.query.index import CodingIndex
    from tenun.store.study_store import StudyStore
    from tenun.text.spans import Span

    Ints = np.ndarray[Any, np.dtype[np.int64]]

TABLES = ("coding", "passage", "source", "representation", "round", "coder", "code", "landmark")
"""What an index is made of."""


def index_of(
    store: StudyStore, columns: CodingColumns, *, groups: Sequence[tuple[str, Sequence[str]]] = ()
) -> CodingIndex:
    """The codings of `columns`, in their order. Codes are guids, sources keys; `groups`: witnesses (id, sources).

    Columns beside these are made, and texts read, when a question asks for them.
    """
    from tenun.analysis.query import index_of_columns

    representation, start, end, said = _laid(store, columns)
    return index_of_columns(
        guid=columns.id,
        code=_named(store, "code", "guid", columns.code),
        source=_named(store, "source", "key", columns.source),
        representation=representation,
        passage=columns.passage,
        start_cp=start,
        end_cp=end,
        columns=_LazyColumns(store, columns),
        texts=_Texts(store, representation.values, said),
        turns=_Turns(store),
        groups=groups,
    )


def _laid(store: StudyStore, columns: CodingColumns) -> tuple[Column, Ints, Ints, dict[str, str]]:
    """Texts, starts and ends, and the words of regions and times, which are texts of their own as in `coding_index`."""
    import numpy as np

    from tenun.analysis.query.columns import Column

    representation = _named(store, "representation", "guid", columns.representation)
    apart = columns.start_cp < 0
    if not apart.any():
        return representation, columns.start_cp, columns.end_cp, {}
    places = places_said(store)
    number = {key: len(representation.values) + at for at, key in enumerate(places)}
    numbers, end = representation.numbers.copy(), columns.end_cp.copy()
    keys = columns.passage[apart].tolist()
    numbers[apart] = [number[key] for key in keys]
    end[apart] = [len(places[key][1]) or 1 for key in keys]
    names = (*representation.values, *(guid for guid, _ in places.values()))
    said = {guid: quote or " " for guid, quote in places.values()}
    return Column(names, numbers), np.where(apart, 0, columns.start_cp), end, said


def _named(store: StudyStore, table: str, name: str, keys: Ints) -> Column:
    """A column of integer keys as names in order."""
    import numpy as np

    from tenun.analysis.query.columns import Column

    rows = sorted(((value, key) for key, (value,) in keys_of(store, table, name).items()), key=lambda row: row[0])
    order = np.array([key for _, key in rows], dtype=np.int64)
    by_key = np.argsort(order)
    return Column(tuple(value for value, _ in rows), by_key[np.searchsorted(order[by_key], keys)])


class _LazyColumns(Mapping[str, "Column"]):
    """Columns by name, each made when it is first asked for."""

    def __init__(self, store: StudyStore, columns: CodingColumns) -> None:
        self._made: dict[str, Column] = {}
        self._ways: dict[str, Callable[[], Column]] = {
            "coder": lambda: _named(store, "coder", "name", columns.coder),
            "round": lambda: _named(store, "round", "number", columns.round),
            "kind": lambda: _of_source(store, "kind", columns.source),
            "language": lambda: _of_source(store, "language", columns.source),
        }
        for name in columns.tokens:
            self._ways[name] = lambda name=name: _of(columns.tokens[name])  # type: ignore[misc]

    def __getitem__(self, name: str) -> Column:
        if name not in self._made:
            self._made[name] = self._ways[name]()
        return self._made[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self._ways)

    def __len__(self) -> int:
        return len(self._ways)


def _of(values: Any) -> Column:
    from tenun.analysis.query.columns import Column

    return Column.of(values)


def _of_source(store: StudyStore, name: str, keys: Ints) -> Column:
    """A field of the sources, seen from the codings."""
    import numpy as np

    from tenun.analysis.query.columns import Column

    rows = keys_of(store, "source", name)
    order = np.array(list(rows), dtype=np.int64)
    column = Column.of(value or "" for (value,) in rows.values())
    return Column(column.values, column.numbers[np.searchsorted(order, keys)])


class _Texts(Sequence[str]):
    """Texts by number, read one at a time: a question about words seldom needs all."""

    def __init__(self, store: StudyStore, names: tuple[str, ...], said: Mapping[str, str]) -> None:
        self._store, self._names, self._said = store, names, said
        self._last: tuple[int, str] = (-1, "")

    @overload
    def __getitem__(self, at: int) -> str: ...
    @overload
    def __getitem__(self, at: slice) -> list[str]: ...
    def __getitem__(self, at: int | slice) -> str | list[str]:
        if isinstance(at, slice):
            return [self[number] for number in range(len(self))[at]]
        number, text = self._last
        if number != at:
            name = self._names[at]
            text = self._said[name] if name in self._said else self._store.text(name)
            self._last = (at, text)
        return text

    def __len__(self) -> int:
        return len(self._names)


class _Turns(Mapping[str, "Sequence[Span]"]):
    """Turns of transcripts by representation, read when first asked for."""

    def __init__(self, store: StudyStore) -> None:
        self._store = store

    @cached_property
    def _held(self) -> dict[str, list[Span]]:
        from tenun.text.spans import Span

        held: dict[str, list[Span]] = {}
        for row in self._store.rows("landmark", kind="turn"):
            held.setdefault(row["representation"], []).append(Span(row["start_cp"], row["end_cp"]))
        return held

    def __getitem__(self, name: str) -> Sequence[Span]:
        return self._held[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self._held)

    def __len__(self) -> int:
        return len(self._held)
