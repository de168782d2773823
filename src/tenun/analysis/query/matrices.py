"""Matrices: codes against codes by how close they lie, and codes against cases, kinds of source, or time."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Literal, get_args

import numpy as np
from numpy.typing import NDArray

from tenun.analysis.query.columns import Column, Ints
from tenun.analysis.query.index import CodingIndex
from tenun.analysis.query.meetings import Proximity, codes_met
from tenun.analysis.query.terms import Term

Counted = Literal["passages", "sources", "witnesses"]
Across = Literal["case", "kind", "year", "month", "time", "coder", "source", "witness", "round"]


@dataclass(frozen=True, slots=True)
class Matrix:
    """Counts by code (rows) and code, case, kind or time (columns), of `counted`: passages, sources or witnesses.

    `partition`: every coding falls into one column only, so that the table may be tested.
    """

    rows: tuple[str, ...]
    columns: tuple[str, ...]
    counts: NDArray[np.int64]
    counted: Counted
    partition: bool

    def count(self, row: str, column: str) -> int:
        """One cell; 0 for a row or column that is not there."""
        if row not in self.rows or column not in self.columns:
            return 0
        return int(self.counts[self.rows.index(row), self.columns.index(column)])


def code_by_code(
    index: CodingIndex,
    codes: Sequence[str] | None = None,
    *,
    proximity: Proximity = "overlapping",
    reach: int = 0,
    counted: Counted = "passages",
    among: Term | None = None,
) -> Matrix:
    """How many passages of the row's code lie close to one of the column's, or how many sources or witnesses have them.

    `proximity`: on one `passage`, `overlapping`, with at most `reach` `words` between, at most `reach` `sentences` on,
    or in one `turn`. The diagonal counts all passages of the code. Counted by sources or witnesses the table is
    symmetric; by passages it need not be, because one long passage may hold many short ones. `among`: only passages
    that answer this question. Codes are those used, in the codebook's order, or those asked for.
    """
    _known(counted, Counted, "counted")
    _known(proximity, Proximity, "proximity")
    names, number, codings = _codes(index, codes, among)
    size = len(names)
    table = np.zeros(size * size, dtype=np.int64)
    keys = [np.empty(0, dtype=np.int64)]
    unit = np.zeros(index.passages, dtype=np.int64)
    unit[index.passage] = _unit(index, counted)
    for passages, own, met in codes_met(index, codings, number[index.code.numbers[codings]], size, proximity, reach):
        passage, cell = _cells(own, met, size)
        if counted == "passages":
            table += np.bincount(cell, minlength=size * size)
        else:
            keys.append(_each(unit[passages][passage] * size * size + cell))
    if counted != "passages" and size:
        table += np.bincount(_each(np.concatenate(keys)) % (size * size), minlength=size * size)
    return Matrix(names, names, table.reshape(size, size), counted, partition=False)


def code_by(
    index: CodingIndex,
    across: Across | str,
    codes: Sequence[str] | None = None,
    *,
    counted: Counted = "passages",
    among: Term | None = None,
) -> Matrix:
    """How many passages, sources or witnesses have the row's code in each case, kind, year or what `across` names.

    `across`: `year` or `month` of publication, any column of the codings, field of their source or variable of their
    case. A passage counts once a cell, however many coded it. Columns are values in order; missing ones stand under ''.
    """
    _known(counted, Counted, "counted")
    names, number, codings = _codes(index, codes, among)
    column = _across(index, across)
    unit = _unit(index, counted)[codings]
    cell = number[index.code.numbers[codings]] * len(column.values) + column.numbers[codings]
    width = max(1, len(column.values))
    cells = len(names) * width
    each = np.unique(unit * cells + cell) % cells if len(codings) else np.empty(0, dtype=np.int64)
    counts = np.bincount(each, minlength=cells).reshape(len(names), width)[:, : len(column.values)]
    some = np.asarray(counts.any(axis=0))
    columns = tuple(str(value) for value, kept in zip(column.values, some.tolist(), strict=True) if kept)
    return Matrix(names, columns, counts[:, some], counted, partition=counted == "passages")


def _known(given: str, allowed: object, what: str) -> None:
    if given not in get_args(allowed):
        raise ValueError(f"{what} is one of {', '.join(get_args(allowed))}, not {given!r}")


def _codes(index: CodingIndex, codes: Sequence[str] | None, among: Term | None) -> tuple[tuple[str, ...], Ints, Ints]:
    """Names of rows, the row of each code of the index (-1 for none), and the codings that count."""
    used = list(index.code.values)
    order = [code for code in index.codebook if code in set(used)] if index.codebook is not None else used
    names = tuple(codes) if codes is not None else (*order, *sorted(set(used) - set(order)))
    place = {name: at for at, name in enumerate(names)}
    number = np.array([place.get(code, -1) for code in used], dtype=np.int64)
    kept = number[index.code.numbers] >= 0
    if among is not None:
        kept &= among.passages(index)[index.passage]
    return names, number, np.flatnonzero(kept)


def _unit(index: CodingIndex, counted: Counted) -> Ints:
    if counted == "passages":
        return index.passage
    return (index.source if counted == "sources" else index.column("witness")).numbers


def _across(index: CodingIndex, across: str) -> Column:
    if across not in ("year", "month"):
        return index.column(across)
    published = index.column("published")
    part = Column.of([value[: 4 if across == "year" else 7] for value in published.values])
    return Column(part.values, part.numbers[published.numbers])


def _cells(own: Any, met: Any, size: int) -> tuple[Ints, Ints]:
    """Each passage with each cell of the table (row's code its own, column's code met) that it counts in."""
    passage = np.repeat(np.arange(own.shape[0]), np.diff(met.indptr))
    column = met.indices.astype(np.int64)
    many = np.diff(own.indptr)
    if many.size and many.max() > 1:
        times = many[passage]
        within = np.arange(times.sum()) - np.repeat(np.cumsum(times) - times, times)
        passage, column = np.repeat(passage, times), np.repeat(column, times)
        return passage, own.indices[own.indptr[passage] + within].astype(np.int64) * size + column
    return passage, own.indices[own.indptr[passage]].astype(np.int64) * size + column


def _each(keys: Ints) -> Ints:
    """Each key once, in no order: hashing is quicker than sorting."""
    import pandas as pd

    return np.asarray(pd.unique(keys), dtype=np.int64)
