"""The cells of a survey, from CSV or the first sheet of a workbook, as text."""

from __future__ import annotations

import csv
import datetime as dt
import io
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from tenun.coding.formulas import restored
from tenun.errors import InputRefused, TenunError
from tenun.intake.decoding import decode
from tenun.intake.guard.size import TABLE_BYTES, check_bytes
from tenun.intake.guard.zip_archive import check_archive
from tenun.text.canonical import canonical

MOST_ROWS = 100_000
MOST_COLUMNS = 1_000
LONGEST_CELL_CP = 100_000
_ZIP = b"PK\x03\x04"
_DELIMITERS = (",", ";", "\t", "|")
_LOOKED_AT = 20


@dataclass(frozen=True, slots=True)
class Grid:
    """The header, each name once, and the rows that are not empty, all as long as the header."""

    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


def read_grid(content: bytes, name: str) -> Grid:
    """The grid of a CSV file or workbook, told apart by content.

    Names that are missing or twice get a number. Raises InputRefused for a file that is neither, is broken or too
    large, or has no rows below its header.

    >>> read_grid(b"id;Mengapa?\\n1;Karena dekat\\n;\\n", "a.csv")
    Grid(columns=('id', 'Mengapa?'), rows=(('1', 'Karena dekat'),))
    """
    check_bytes(content, TABLE_BYTES, name)
    lines = _workbook(content, name) if content.startswith(_ZIP) else _csv(content, name)
    header: list[str] = []
    rows: list[tuple[str, ...]] = []
    for cells in lines:
        if not any(cell.strip() for cell in cells):
            continue
        if not header:
            header = [" ".join(cell.split()) for cell in cells]
            if len(header) > MOST_COLUMNS:
                raise InputRefused("survey.too-large", where=name, rows=f"{MOST_ROWS:,}", columns=MOST_COLUMNS)
            continue
        if len(rows) >= MOST_ROWS:
            raise InputRefused("survey.too-large", where=name, rows=f"{MOST_ROWS:,}", columns=MOST_COLUMNS)
        rows.append(tuple(_fitting(cells, len(header), name)))
    if not rows:
        raise InputRefused("survey.empty", where=name)
    return Grid(tuple(_named(header)), tuple(rows))


def header_of(content: bytes, name: str) -> tuple[str, ...]:
    """The first line that is not empty, of a CSV file or workbook; () where there is none."""
    lines = _workbook(content, name) if content.startswith(_ZIP) else _csv(content, name)
    return next((tuple(cells) for cells in lines if any(cell.strip() for cell in cells)), ())


def _fitting(cells: Sequence[str], length: int, name: str) -> Iterator[str]:
    for at in range(length):
        cell = cells[at] if at < len(cells) else ""
        if len(cell) > LONGEST_CELL_CP:
            raise InputRefused("survey.cell-too-long", where=name, most=f"{LONGEST_CELL_CP:,}")
        yield canonical(cell).text.strip()


def _named(header: Sequence[str]) -> Iterator[str]:
    seen: Counter[str] = Counter()
    for at, name in enumerate(header, 1):
        plain = name or f"Column {at}"
        seen[plain] += 1
        yield plain if seen[plain] == 1 else f"{plain} ({seen[plain]})"


def _csv(content: bytes, name: str) -> Iterator[list[str]]:
    text = decode(content, name).text.removeprefix("\ufeff")
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=_delimiter(text), strict=True)
    try:
        for cells in reader:
            yield [restored(cell) for cell in cells]
    except csv.Error as error:
        raise InputRefused("survey.broken", where=f"{name}:{reader.line_num}") from error


def _delimiter(text: str) -> str:
    """The one under which the first lines have most columns, and as many in each."""

    def fit(delimiter: str) -> tuple[int, int]:
        lines = csv.reader(io.StringIO(text[:65_536], newline=""), delimiter=delimiter)
        try:
            widths = Counter(len(cells) for cells, _ in zip(lines, range(_LOOKED_AT), strict=False) if cells)
        except csv.Error:
            return 0, 0
        if not widths:
            return 0, 0
        width, count = widths.most_common(1)[0]
        return (count if width > 1 else 0), width

    return max(_DELIMITERS, key=fit)


def _workbook(content: bytes, name: str) -> Iterator[list[str]]:
    check_archive(content, name)
    from openpyxl import load_workbook

    try:
        book = load_workbook(io.BytesIO(content), read_only=True, data_only=True, keep_links=False)
        for cells in book.worksheets[0].iter_rows(max_col=MOST_COLUMNS + 1, values_only=True):
            yield _trimmed([_plain(cell) for cell in cells])
    except (TenunError, MemoryError):
        raise
    except Exception as error:  # openpyxl lets through whatever a broken part leads it to
        raise InputRefused("survey.broken", where=name) from error


def _trimmed(cells: list[str]) -> list[str]:
    while cells and not cells[-1]:
        cells.pop()
    return cells


def _plain(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    if isinstance(value, dt.datetime):
        midnight = (value.hour, value.minute, value.second) == (0, 0, 0)
        return value.date().isoformat() if midnight else value.isoformat(timespec="seconds")
    if isinstance(value, dt.date | dt.time):
        return value.isoformat()
    return str(value)
