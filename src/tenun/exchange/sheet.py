"""One sheet of an Excel workbook: a frozen header, columns of a sensible width, no cell that runs as a formula."""

from __future__ import annotations

import io
import re
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from tenun.coding.formulas import neutral
from tenun.errors import InputRefused

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

LONGEST_CELL = 32_767
_USUAL_WIDTH = 11
# What XML cannot hold, or what a reader would take for an escape, is written as Excel does: _x000B_.
_ESCAPED = re.compile("_(?=x[0-9A-Fa-f]{4}_)|[\x00-\x08\x0b\x0c\x0d\x0e-\x1f\ufffe\uffff]")


def write_sheet(
    name: str, columns: Sequence[str], rows: Sequence[Sequence[Any]], widths: Mapping[str, int] | None = None
) -> bytes:
    """The workbook. Texts are made harmless, numbers stay numbers, None is an empty cell.

    Raises InputRefused, naming the row, when a cell has more than the 32,767 characters that Excel allows.
    """
    from openpyxl import Workbook

    # All cells are made first: a workbook that is given up half-written complains when it is thrown away.
    lines = [[_written(cell, number) for cell in row] for number, row in enumerate(rows, 2)]
    book = Workbook(write_only=True)
    sheet = book.create_sheet(name)
    _lay_out(sheet, columns, widths or {})
    sheet.append(list(columns))
    for line in lines:
        sheet.append(line)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def _lay_out(sheet: Worksheet, columns: Sequence[str], widths: Mapping[str, int]) -> None:
    from openpyxl.utils import get_column_letter

    sheet.freeze_panes = "A2"
    for at, column in enumerate(columns, 1):
        sheet.column_dimensions[get_column_letter(at)].width = widths.get(column, _USUAL_WIDTH)


def _written(cell: Any, number: int) -> Any:
    if not isinstance(cell, str):
        return cell
    written = _ESCAPED.sub(lambda match: f"_x{ord(match.group()):04X}_", neutral(cell))
    if len(written) > LONGEST_CELL:
        raise InputRefused("exchange.cell-too-long", where=f"row {number}", length=len(written), most=LONGEST_CELL)
    return written
