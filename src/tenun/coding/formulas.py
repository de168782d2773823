"""Cells that a spreadsheet would run as a formula, made harmless on the way out and restored on the way in."""

from __future__ import annotations

_STARTS = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
_GUARD = "'"


def neutral(cell: str) -> str:
    """The cell with an apostrophe before what a spreadsheet would take for a formula.

    >>> neutral("=SUM(A1)"), neutral("'=x"), neutral("kota")
    ("'=SUM(A1)", "''=x", 'kota')
    """
    return _GUARD + cell if cell.lstrip(_GUARD).startswith(_STARTS) else cell


def restored(cell: str) -> str:
    """The cell that `neutral` was given.

    >>> restored(neutral("'=x"))
    "'=x"
    """
    return cell[1:] if cell.startswith(_GUARD) and cell.lstrip(_GUARD).startswith(_STARTS) else cell
