"""The codings table as an Excel workbook: first sheet, first row the columns."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from tenun.coding.codings_csv import MOST_ROWS
from tenun.coding.formulas import restored
from tenun.coding.rows import CodingRow, CodingsTable, columns_of, rows_of_grid
from tenun.errors import InputRefused, TenunError
from tenun.exchange.sheet import write_sheet
from tenun.intake.guard.zip_archive import check_archive

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

MOST_COLUMNS = 64
_WIDTHS = {"quote": 70, "memo": 40, "source": 14, "code": 16}
_ESCAPE = re.compile("_x([0-9A-Fa-f]{4})_")


def write_xlsx(rows: Sequence[CodingRow]) -> bytes:
    """A workbook with a frozen header and columns of a sensible width; formula cells are made harmless.

    Raises InputRefused when a cell has more than the 32,767 characters that Excel allows.
    """
    columns = columns_of(rows)
    lines = [[getattr(row, column) or "" for column in columns] for row in rows]
    return write_sheet("codings", columns, lines, _WIDTHS)


def read_xlsx(content: bytes, name: str) -> CodingsTable:
    """The rows of the first sheet, from its first 64 columns; numbers become text, formulas the values last computed.

    Raises InputRefused when it is no workbook, too large when unpacked, or lacks a needed column.
    """
    check_archive(content, name)
    from openpyxl import load_workbook

    try:
        book = load_workbook(io.BytesIO(content), read_only=True, data_only=True, keep_links=False)
        return rows_of_grid(_grid(book.worksheets[0], name), name)
    except (TenunError, MemoryError):
        raise
    except Exception as error:  # openpyxl lets through whatever a broken part leads it to
        raise InputRefused("exchange.workbook-broken", where=name) from error


def _grid(sheet: Worksheet, name: str) -> Iterator[tuple[int, list[str]]]:
    for number, cells in enumerate(sheet.iter_rows(max_col=MOST_COLUMNS, values_only=True), 1):
        if number > MOST_ROWS:
            raise InputRefused("coding.table-too-long", where=name, most=MOST_ROWS)
        yield number, [_read(value) for value in cells]


def _read(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return restored(_ESCAPE.sub(lambda match: chr(int(match.group(1), 16)), str(value)))
