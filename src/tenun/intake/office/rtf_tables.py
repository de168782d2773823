"""Tables of RTF, which has no beginning and no end of a table: only the ends of cells and rows."""

from __future__ import annotations

from dataclasses import dataclass

from tenun.intake.running_text import Mark, RunningText

DEEPEST = 20


@dataclass(slots=True)
class _Table:
    """A table under way. `row` and `column` count from 1; what has no words yet has no mark."""

    mark: Mark
    row: int = 1
    column: int = 1
    row_mark: Mark | None = None
    cell_mark: Mark | None = None


class RtfTables:
    """The tables, one within the other, in which the next words stand."""

    def __init__(self, text: RunningText) -> None:
        self._text = text
        self._tables: list[_Table] = []

    def go_to(self, depth: int) -> None:
        """Words come at a depth, 0 outside of tables: tables, rows and cells end and begin for them."""
        while len(self._tables) > depth:
            self._end_table()
        if self._tables:
            self._begin(self._tables[-1])
        while len(self._tables) < depth:
            self._begin_table()
            self._begin(self._tables[-1])

    def end_cell(self, depth: int) -> None:
        """A cell ended, of the table at a depth from 1; one without words counts too."""
        found = self._table(depth)
        if found is not None:
            self._end_cell(found)
            found.column += 1
        self._text.tab()

    def end_row(self, depth: int) -> None:
        """A row ended."""
        found = self._table(depth)
        if found is not None:
            self._end_row(found)
            found.row, found.column = found.row + 1, 1
        self._text.line()

    def end(self) -> None:
        """What follows stands in no table."""
        self.go_to(0)

    def _table(self, depth: int) -> _Table | None:
        """The table at a depth; those within it end. One that begins with an empty cell begins here."""
        while len(self._tables) > depth:
            self._end_table()
        if len(self._tables) == depth:
            return self._tables[-1]
        if len(self._tables) < depth - 1:
            return None
        if self._tables:
            self._begin(self._tables[-1])
        self._begin_table()
        return self._tables[-1]

    def _begin_table(self) -> None:
        self._text.paragraph()
        self._tables.append(_Table(self._text.open("table")))

    def _begin(self, table: _Table) -> None:
        if table.row_mark is None:
            table.row_mark = self._text.open("row", row=str(table.row))
        if table.cell_mark is None:
            table.cell_mark = self._text.open("cell", row=str(table.row), column=str(table.column))
            self._text.begin_cell()

    def _end_cell(self, table: _Table) -> None:
        if table.cell_mark is not None:
            self._text.end_cell()
            self._text.close(table.cell_mark)
            table.cell_mark = None

    def _end_row(self, table: _Table) -> None:
        self._end_cell(table)
        if table.row_mark is not None:
            self._text.close(table.row_mark)
            table.row_mark = None

    def _end_table(self) -> None:
        table = self._tables.pop()
        rows = table.row if table.row_mark is not None else table.row - 1
        self._end_row(table)
        table.mark.attributes["rows"] = str(rows)
        self._text.close(table.mark)
        self._text.paragraph()
