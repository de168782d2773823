"""The codings table, as CSV and as a spreadsheet."""

from __future__ import annotations

from collections.abc import Sequence

from tenun.coding.codings_csv import read_csv, write_csv
from tenun.coding.rows import CodingRow, CodingsTable
from tenun.exchange.codings_xlsx import read_xlsx, write_xlsx

__all__ = ["read", "read_table", "write_csv", "write_xlsx"]

_ZIP = b"PK\x03\x04"


def read(content: bytes, name: str) -> list[CodingRow]:
    """The rows of a codings table, CSV or XLSX, told apart by content.

    >>> read(write_xlsx([CodingRow("S1", "=1+1", "M1", memo="'")]), "c.xlsx")[0].quote
    '=1+1'
    """
    return list(read_table(content, name).rows)


def read_table(content: bytes, name: str) -> CodingsTable:
    """The rows of a codings table, CSV or XLSX, and what is odd about its columns.

    Raises InputRefused when it is neither, lacks `source` (or `file`), `quote` or `code`, or is too large.
    """
    return read_xlsx(content, name) if content.startswith(_ZIP) else read_csv(content, name)


def write(rows: Sequence[CodingRow], name: str) -> bytes:
    """The table in the format that the name's ending asks for: `.xlsx`, else CSV."""
    return write_xlsx(rows) if name.lower().endswith(".xlsx") else write_csv(rows)
