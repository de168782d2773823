"""The codings table as CSV, both ways."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Sequence

from tenun.coding.formulas import neutral, restored
from tenun.coding.rows import COLUMNS, CodingRow, CodingsTable, column_name, columns_of, rows_of_grid
from tenun.errors import InputRefused

DELIMITERS = (",", ";", "\t")
MOST_ROWS = 2_000_000


def read_csv(content: bytes, name: str) -> CodingsTable:
    """The rows of a CSV table in UTF-8 or UTF-16 (with byte-order mark); the delimiter is the one that fits the header.

    Raises InputRefused when the bytes are no text, the CSV is broken or a needed column is missing.

    >>> read_csv(b"source;quote;code\\nS1;Kami setuju;M1\\n", "c.csv").rows[0].quote
    'Kami setuju'
    """
    text = decoded(content, name)
    return rows_of_grid(_grid(text, _delimiter(text), name), name)


def write_csv(rows: Sequence[CodingRow]) -> bytes:
    """A CSV table that spreadsheets open: UTF-8 with a byte-order mark, formula cells made harmless.

    >>> read_csv(write_csv([CodingRow("S1", "=1+1", "M1")]), "c.csv").rows[0].quote
    '=1+1'
    """
    columns = columns_of(rows)
    out = io.StringIO(newline="")
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(columns)
    writer.writerows([neutral(getattr(row, column) or "") for column in columns] for row in rows)
    return out.getvalue().encode("utf-8-sig")


def decoded(content: bytes, name: str) -> str:
    """The text of a table file; InputRefused when it is neither UTF-8 nor marked UTF-16."""
    encoding = "utf-16" if content.startswith((b"\xff\xfe", b"\xfe\xff")) else "utf-8-sig"
    try:
        return content.decode(encoding)
    except UnicodeDecodeError as error:
        raise InputRefused("coding.table-encoding", where=name) from error


def records(content: bytes, name: str) -> list[tuple[int, dict[str, str]]]:
    """The rows of any CSV table as mappings from folded column names, with their line numbers; empty rows left out.

    >>> records(b"File,Title\\na.md,Satu\\n", "m.csv")
    [(2, {'file': 'a.md', 'title': 'Satu'})]
    """
    text = decoded(content, name)
    lines = _grid(text, _delimiter(text), name)
    _, header = next(lines, (0, []))
    columns = [cell.strip().lower().replace(" ", "_") for cell in header]
    return [
        (number, {column: cells[at].strip() if at < len(cells) else "" for at, column in enumerate(columns) if column})
        for number, cells in lines
        if any(cell.strip() for cell in cells)
    ]


def _delimiter(text: str) -> str:
    """The delimiter under which the header has most known columns, else most columns."""

    def fit(delimiter: str) -> tuple[int, int]:
        header = next(csv.reader(io.StringIO(text[:4096], newline=""), delimiter=delimiter), [])
        return sum(column_name(cell) in COLUMNS for cell in header), len(header)

    return max(DELIMITERS, key=fit)


def _grid(text: str, delimiter: str, name: str) -> Iterator[tuple[int, list[str]]]:
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    start = 1
    try:
        for count, cells in enumerate(reader):
            if count > MOST_ROWS:
                raise InputRefused("coding.table-too-long", where=name, most=MOST_ROWS)
            yield start, [restored(cell) for cell in cells]
            start = reader.line_num + 1
    except csv.Error as error:
        raise InputRefused("coding.table-broken", where=f"{name}:{start}") from error
