"""Matrices: codes against cases, kinds of source, or other codes."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Literal

from tenun.store.coding_columns import CodingColumns, keys_of
from tenun.study.find_duplicates import find_witnesses

if TYPE_CHECKING:
    import numpy as np

    from tenun.study.scope import StudyScope

    Ints = np.ndarray[Any, np.dtype[np.int64]]

Across = Literal["case", "kind", "code", "coder", "source"]
Counted = Literal["passages", "sources", "witnesses"]
_PAIRS_AT_ONCE = 5_000_000


@dataclass(frozen=True, slots=True)
class Cell:
    """How many passages, sources or witnesses one code has in one column; a cell that is not there is 0."""

    code: str
    column: str
    count: int


@dataclass(frozen=True, slots=True)
class Matrix:
    """`codes` and, against codes, `columns` are guids in the order of the codebook; otherwise columns are names."""

    codes: tuple[str, ...]
    columns: tuple[str, ...]
    cells: tuple[Cell, ...]


def cross_tabulate(scope: StudyScope, found: CodingColumns, across: Across, counted: Counted = "passages") -> Matrix:
    """Count codings by code and `across`; two codes meet where their passages share a code point.

    `found`: the codings to count, as `retrieve` gives them. Each passage, source or witness counts once a cell.
    """

    names = {} if across == "code" else _names(scope, found, across)[0]
    rows, columns, units = _met(scope, found, counted) if across == "code" else _apart(scope, found, across, counted)
    each = _distinct(rows, columns, units)
    cells = _distinct(*each[:2], counting=True)
    codes = {key: guid for key, (guid,) in keys_of(scope.store, "code", "guid").items()}
    label = codes if across == "code" else names
    made = tuple(
        Cell(codes[row], label[column], count)
        for row, column, count in zip(*(part.tolist() for part in cells), strict=True)
    )
    return Matrix(*_axes(scope, made, across), made)


def _distinct(*parts: Ints, counting: bool = False) -> list[Ints]:
    """The distinct combinations of equally long arrays, and how often each occurs where that is asked for.

    They are packed into one number each, which sorts ten times as fast as rows do.
    """
    import numpy as np

    values, places = zip(*(np.unique(part, return_inverse=True) for part in parts), strict=True)
    packed = np.zeros(len(parts[0]), dtype=np.int64)
    for value, place in zip(values, places, strict=True):
        packed = packed * max(len(value), 1) + place
    packed, counts = np.unique(packed, return_counts=True)
    found: list[Ints] = [counts] if counting else []
    for value in reversed(values):
        found.insert(0, value[packed % max(len(value), 1)] if len(value) else packed)
        packed = packed // max(len(value), 1)
    return found


def _apart(scope: StudyScope, found: CodingColumns, across: Across, counted: Counted) -> tuple[Ints, Ints, Ints]:
    import numpy as np

    return found.code, np.array(_names(scope, found, across)[1], dtype=np.int64), _unit(scope, found, counted)


def _met(scope: StudyScope, found: CodingColumns, counted: Counted) -> tuple[Ints, Ints, Ints]:
    import numpy as np

    units = _unit(scope, found, counted)
    none = np.zeros(0, dtype=np.int64)
    each = [[none, none, none]]
    for left, right in _meeting(found):
        each.append(_distinct(found.code[left], found.code[right], units[left]))
    rows, columns, unit = (np.concatenate(part) for part in zip(*each, strict=True))
    return rows, columns, unit


def _names(scope: StudyScope, found: CodingColumns, across: Across) -> tuple[dict[int, str], list[int]]:
    """Names of columns by number, and the column of each coding."""
    if across == "case":
        cases = sorted({case or "" for case in found.tokens["case"]})
        number = {case: at for at, case in enumerate(cases)}
        return dict(enumerate(cases)), [number[case or ""] for case in found.tokens["case"]]
    if across == "coder":
        return {key: name for key, (name,) in keys_of(scope.store, "coder", "name").items()}, found.coder.tolist()
    if across == "source":
        return {key: name for key, (name,) in keys_of(scope.store, "source", "key").items()}, found.source.tolist()
    kinds = {key: kind for key, (kind,) in keys_of(scope.store, "source", "kind").items()}
    number = {kind: at for at, kind in enumerate(sorted(set(kinds.values())))}
    return {at: kind for kind, at in number.items()}, [number[kinds[key]] for key in found.source.tolist()]


def _unit(scope: StudyScope, found: CodingColumns, counted: Counted) -> Ints:
    import numpy as np

    if counted == "passages":
        return found.passage
    if counted == "sources":
        return found.source
    group_of = {key: group.id for group in find_witnesses(scope) for key in group.sources}
    number = {name: at for at, name in enumerate(sorted(set(group_of.values())))}
    of_source = {key: number[group_of[name]] for key, (name,) in keys_of(scope.store, "source", "key").items()}
    return np.array([of_source[key] for key in found.source.tolist()], dtype=np.int64)


def _meeting(found: CodingColumns) -> Iterator[tuple[Ints, Ints]]:
    """Places of codings that share a code point in one text, each pair in both orders, each with itself left out."""
    import numpy as np

    if not len(found):
        return
    reach = int(found.end_cp.max()) + 1
    start, end = found.representation * reach + found.start_cp, found.representation * reach + found.end_cp
    order = np.argsort(start, kind="stable")
    start, end = start[order], end[order]
    following = np.searchsorted(start, end, side="left") - np.arange(len(start)) - 1
    at = 0
    while at < len(start):
        upto = at + max(1, int(np.searchsorted(np.cumsum(following[at:]), _PAIRS_AT_ONCE)))
        many = following[at:upto]
        left = np.repeat(np.arange(at, min(upto, len(start))), many)
        right = left + 1 + np.arange(len(left)) - np.repeat(np.cumsum(many) - many, many)
        yield order[np.concatenate([left, right])], order[np.concatenate([right, left])]
        at = upto


def _axes(scope: StudyScope, cells: tuple[Cell, ...], across: Across) -> tuple[tuple[str, ...], tuple[str, ...]]:
    rows = sorted(scope.store.rows("code"), key=lambda row: (row["position"], row["key"]))
    order = [row["guid"] for row in rows]
    used, columns = {cell.code for cell in cells}, {cell.column for cell in cells}
    codes = tuple(guid for guid in order if guid in used)
    return codes, tuple(guid for guid in order if guid in columns) if across == "code" else tuple(sorted(columns))
