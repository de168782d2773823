"""Rows of a codings table: what a researcher writes in a spreadsheet, one code on one quote a row."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, fields

from tenun.errors import InputRefused, Problem
from tenun.text.likeness import Nearest

COLUMNS = (
    "source", "quote", "code", "coder", "round", "actor", "basis", "voice", "polarity", "time", "case", "priority",
    "memo", "weight", "status", "start_cp", "end_cp", "place",
)  # fmt: skip
NEEDED = ("source", "quote", "code")
FACET_COLUMNS = ("actor", "basis", "voice", "polarity", "time", "priority", "case")


@dataclass(frozen=True, slots=True)
class CodingRow:
    """One row, as written. None in an optional column means that the table has no such column, "" an empty cell.

    `source` is a key or a file name; `code` is one code, several parted by `;` or `|`, or "" for a passage that was
    read and left uncoded on purpose, with the reason in `memo`. `start_cp` and `end_cp` say where the quote stands, in
    code points; the quote may then be repeated in the text, or be empty. `place` is a region or time as
    `tenun.coding.places` spells it; the quote then says what is to be seen or heard there. `where`
    (`codings/first.csv:14`) is no part of the value.
    """

    source: str
    quote: str
    code: str
    coder: str | None = None
    round: str | None = None
    actor: str | None = None
    basis: str | None = None
    voice: str | None = None
    polarity: str | None = None
    time: str | None = None
    case: str | None = None
    priority: str | None = None
    memo: str | None = None
    weight: str | None = None
    status: str | None = None
    start_cp: str | None = None
    end_cp: str | None = None
    place: str | None = None
    where: str = field(default="", compare=False)

    def cell(self, column: str) -> str:
        """What stands in a column of `COLUMNS`, without the white space around it; "" where nothing does."""
        value: str | None = getattr(self, column)
        return (value or "").strip()


@dataclass(frozen=True, slots=True)
class CodingsTable:
    """The rows of a table, and what is odd about its columns."""

    rows: tuple[CodingRow, ...]
    problems: tuple[Problem, ...] = ()


def rows_of_grid(grid: Iterable[tuple[int, Sequence[str]]], name: str) -> CodingsTable:
    """The rows of a grid whose first row names the columns; empty rows are passed over.

    `grid`: line numbers with cells. Raises InputRefused where `source` (or `file`), `quote` or `code` is missing;
    unknown columns are passed over with a warning.

    >>> table = rows_of_grid([(1, ["File", "quote", "code"]), (2, ["a.md", "Kami setuju", "M1"])], "c.csv")
    >>> table.rows[0].source, table.rows[0].where
    ('a.md', 'c.csv:2')
    """
    lines = iter(grid)
    _, header = next(lines, (0, ()))
    columns, problems = _columns(header, name)
    rows = []
    for number, cells in lines:
        if any(cell.strip() for cell in cells):
            values = {column: cells[at] if at < len(cells) else "" for column, at in columns.items()}
            rows.append(CodingRow(**values, where=f"{name}:{number}"))
    return CodingsTable(tuple(rows), tuple(problems))


def columns_of(rows: Sequence[CodingRow]) -> tuple[str, ...]:
    """The columns that a table of these rows needs, in the order of `COLUMNS`."""
    return tuple(
        column for column in COLUMNS if column in NEEDED or any(getattr(row, column) is not None for row in rows)
    )


def column_name(cell: str) -> str:
    """A column's name as the header writes it, folded: `File` and `source` are one.

    >>> column_name(" File ")
    'source'
    """
    name = cell.strip().lower().replace(" ", "_")
    return "source" if name == "file" else name


def _columns(header: Sequence[str], name: str) -> tuple[dict[str, int], list[Problem]]:
    found: dict[str, int] = {}
    problems = []
    meant = Nearest(COLUMNS)
    for at, cell in enumerate(header):
        column = column_name(cell)
        if column in COLUMNS and column not in found:
            found[column] = at
        elif column:
            code = "coding.column-twice" if column in found else "coding.unknown-column"
            nearest = None if column in found else meant.of(column)
            problems.append(Problem("warning", code, f"{name}:1", {"column": column}, nearest))
    missing = [column for column in NEEDED if column not in found]
    if missing:
        raise InputRefused("coding.columns-missing", where=name, missing=", ".join(missing), needed=", ".join(NEEDED))
    return found, problems


assert {f.name for f in fields(CodingRow)} == {*COLUMNS, "where"}  # noqa: S101 - one list of columns, kept equal
