"""The codings table as an Excel workbook: first sheet, first row the columns."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from tenun.coding.codings_csv import MOST_ROWS
from tenun.coding.formulas import neutral, restored
from tenun.coding.rows import CodingRow, CodingsTable, columns_of, rows_of_grid
from tenun.errors import InputRefused
from tenun.intake.guard.zip_archive import check_archive

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

LONGEST_CELL = 32_767
MOST_COLUMNS = 64
_WIDTHS = {"quote": 70, "memo": 40, "source": 14, "code": 16}
_USUAL_WIDTH = 11
# What XML cannot hold, or what a reader would take for an escape, is written as Excel does: _x000B_.
_ESCAPED = re.compile("_(?=x[0-9A-Fa-f]{4}_)|[\x00-\x08\x0b\x0c\x0d\x0e-\x1f\ufffe\uffff]")
_ESCAPE = re.compile("_x([0-9A-Fa-f]{4})_")


def write_xlsx(rows: Sequence[CodingRow]) -> bytes:
    """A workbook with a frozen header and columns of a sensible width; formula cells are made harmless.

    Raises InputRefused when a cell has more than the 32,767 characters that Excel allows.
    """
    from openpyxl import Workbook

    columns = columns_of(rows)
    # All cells are made first: a workbook that is given up half-written complains when it is thrown away.
    lines = [[_written(getattr(row, column) or "", number) for column in columns] for number, row in enumerate(rows, 2)]
    book = Workbook(write_only=True)
    sheet = book.create_sheet("codings")
    _lay_out(sheet, columns)
    sheet.append(columns)
    for line in lines:
        sheet.append(line)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def read_xlsx(content: bytes, name: str) -> CodingsTable:
    """The rows of the first sheet, from its first 64 columns; numbers become text, formulas the values last computed.

    Raises InputRefused when it is no workbook, too large when unpacked, or lacks a needed column.
    """
    check_archive(content, name)
    from openpyxl import load_workbook
    from openpyxl.utils.exceptions import InvalidFileException

    try:
        book = load_workbook(io.BytesIO(content), read_only=True, data_only=True, keep_links=False)
        return rows_of_grid(_grid(book.worksheets[0], name), name)
    except (InvalidFileException, zipfile.BadZipFile, KeyError, ValueError, IndexError, SyntaxError) as error:
        raise InputRefused("exchange.workbook-broken", where=name) from error


def _lay_out(sheet: Worksheet, columns: Sequence[str]) -> None:
    from openpyxl.utils import get_column_letter

    sheet.freeze_panes = "A2"
    for at, column in enumerate(columns, 1):
        sheet.column_dimensions[get_column_letter(at)].width = _WIDTHS.get(column, _USUAL_WIDTH)


def _grid(sheet: Worksheet, name: str) -> Iterator[tuple[int, list[str]]]:
    for number, cells in enumerate(sheet.iter_rows(max_col=MOST_COLUMNS, values_only=True), 1):
        if number > MOST_ROWS:
            raise InputRefused("coding.table-too-long", where=name, most=MOST_ROWS)
        yield number, [_read(value) for value in cells]


def _written(cell: str, number: int) -> str:
    written = _ESCAPED.sub(lambda match: f"_x{ord(match.group()):04X}_", neutral(cell))
    if len(written) > LONGEST_CELL:
        raise InputRefused("exchange.cell-too-long", where=f"row {number}", length=len(written), most=LONGEST_CELL)
    return written


def _read(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return restored(_ESCAPE.sub(lambda match: chr(int(match.group(1), 16)), str(value)))
