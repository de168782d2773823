"""The framework matrix: cases or sources against codes, each cell a summary that a person wrote, tied to passages."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np

from tenun.analysis.query.index import CodingIndex
from tenun.errors import InputRefused


@dataclass(frozen=True, slots=True)
class Summary:
    """What a person wrote into a cell, and the passages (guids) it rests on."""

    row: str
    code: str
    text: str
    passages: tuple[str, ...] = ()
    written_by: str = ""


@dataclass(frozen=True, slots=True)
class FrameworkCell:
    """A case (or source) under a code: its passages, the summary if somebody wrote one, and what it leaves out.

    `not_cited`: passages of the cell that the summary does not rest on; with any, the summary may want another look.
    """

    row: str
    code: str
    passages: tuple[str, ...]
    summary: Summary | None
    not_cited: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class FrameworkMatrix:
    """Cells by row, then code. Source: Ritchie & Spencer 1994, in Analyzing Qualitative Data, chapter 9."""

    rows: tuple[str, ...]
    codes: tuple[str, ...]
    cells: tuple[FrameworkCell, ...]

    def cell(self, row: str, code: str) -> FrameworkCell:
        """One cell. KeyError for a row or code that is not there."""
        return {(one.row, one.code): one for one in self.cells}[row, code]


def framework_matrix(
    index: CodingIndex,
    codes: Sequence[str],
    *,
    by: str = "case",
    rows: Sequence[str] | None = None,
    summaries: Iterable[Summary] = (),
) -> FrameworkMatrix:
    """Lay out passages and summaries by `by` (case, source, or any column) and code; codes below a code count with it.

    `rows` may name some in an order of its own, also such as have no passage yet. Summaries are taken as they are
    written, never made. Raises InputRefused for a summary of a cell that is not in the matrix, and for one that cites a
    passage that does not lie in its cell.
    """
    column = index.column(by)
    names = tuple(rows) if rows is not None else tuple(str(value) for value in column.values if value != "")
    written = {(one.row, one.code): one for one in summaries}
    for key in written:
        if key[0] not in names or key[1] not in codes:
            raise InputRefused("analysis.summary-without-cell", row=key[0], code=key[1])
    cells = []
    for code in codes:
        held = index.rows_of(index.with_those_below([code]))
        for name in names:
            passages = np.unique(index.passage[held[column.among({name}, held)]])
            guids = tuple(str(index.passage_guid[at]) for at in passages.tolist())
            cells.append(_cell(name, code, guids, written.get((name, code))))
    order = {name: at for at, name in enumerate(names)}
    cells.sort(key=lambda one: (order[one.row], tuple(codes).index(one.code)))
    return FrameworkMatrix(names, tuple(codes), tuple(cells))


def _cell(row: str, code: str, passages: tuple[str, ...], summary: Summary | None) -> FrameworkCell:
    cited = set(summary.passages) if summary is not None else set()
    if strange := sorted(cited - set(passages)):
        raise InputRefused("analysis.passage-not-in-cell", passage=strange[0], row=row, code=code)
    left = tuple(guid for guid in passages if guid not in cited) if summary is not None else ()
    return FrameworkCell(row, code, passages, summary, left)
