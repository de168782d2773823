"""Matrices: codes against cases, kinds of source, coders, sources, or other codes."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from tenun.store.coding_columns import CodingColumns
from tenun.study.coding_index import index_of
from tenun.study.find_duplicates import find_witnesses

if TYPE_CHECKING:
    from tenun.study.scope import StudyScope

Across = Literal["case", "kind", "code", "coder", "source"]
Counted = Literal["passages", "sources", "witnesses"]


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
    """Count codings by code and `across`, as `tenun.analysis.query` counts them; codes meet where passages overlap.

    `found`: the codings to count, as `retrieve` gives them. Each passage, source or witness counts once a cell.
    """
    from tenun.analysis.query import code_by, code_by_code

    groups = [(group.id, group.sources) for group in find_witnesses(scope)] if counted == "witnesses" else []
    index = index_of(scope.store, found, groups=groups)
    used = {index.code.values[at] for at in set(index.code.numbers.tolist())}
    rows = sorted(scope.store.rows("code"), key=lambda row: (row["position"], row["key"]))
    codes = [row["guid"] for row in rows if row["guid"] in used]
    table = (
        code_by_code(index, codes, counted=counted)
        if across == "code"
        else code_by(index, across, codes, counted=counted)
    )
    places = zip(*(place.tolist() for place in table.counts.nonzero()), strict=True)
    cells = tuple(
        Cell(table.rows[row], table.columns[column], int(table.counts[row, column])) for row, column in places
    )
    return Matrix(table.rows, table.columns, cells)
