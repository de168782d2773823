"""A whole table as a file that a spreadsheet opens, with formula cells made harmless."""

from __future__ import annotations

import csv
import io
from collections.abc import Mapping, Sequence
from typing import Any, Literal

from starlette.responses import Response

from tenun.coding.formulas import neutral
from tenun.server.headers import NOTHING

TYPES = {
    "csv": "text/csv; charset=utf-8",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}


def table_file(
    rows: Sequence[Mapping[str, Any]], columns: Sequence[str], kind: Literal["csv", "xlsx"], name: str
) -> Response:
    """The rows as a download called `name.csv` or `name.xlsx`."""
    table = [[_cell(row.get(column)) for column in columns] for row in rows]
    content = _csv(columns, table) if kind == "csv" else _xlsx(columns, table)
    return download(content, TYPES[kind], f"{name}.{kind}")


def download(content: bytes, media_type: str, name: str) -> Response:
    """Bytes that the browser saves and never shows; the name is ours or made harmless here."""
    plain = "".join(char for char in name if char.isascii() and (char.isalnum() or char in "-_. ")).strip() or "file"
    headers = {"Content-Disposition": f'attachment; filename="{plain}"', "Content-Security-Policy": NOTHING}
    return Response(content, media_type=media_type, headers=headers)


def _cell(value: Any) -> str | int | float:
    if isinstance(value, int | float) and not isinstance(value, bool):
        return value
    if isinstance(value, list | tuple):
        return neutral("; ".join(map(str, value)))
    return neutral("" if value is None else str(value))


def _csv(columns: Sequence[str], table: Sequence[Sequence[Any]]) -> bytes:
    out = io.StringIO(newline="")
    writer = csv.writer(out)
    writer.writerow(columns)
    writer.writerows(table)
    return out.getvalue().encode("utf-8-sig")


def _xlsx(columns: Sequence[str], table: Sequence[Sequence[Any]]) -> bytes:
    import re

    from openpyxl import Workbook

    control = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f]")
    book = Workbook(write_only=True)
    sheet = book.create_sheet("Tenun")
    sheet.append(list(columns))
    for row in table:
        sheet.append([control.sub("\ufffd", cell)[:32_767] if isinstance(cell, str) else cell for cell in row])
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()
