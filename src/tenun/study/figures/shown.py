"""A method and its figure as plain data in both languages, for the command line and for the app."""

from __future__ import annotations

from typing import Any

from tenun.study.figures import METHODS, options_of
from tenun.study.figures.figure import Figure, Option, Table
from tenun.study.figures.how import HOW, Both
from tenun.study.figures.names import NAMES, REMARKS, name_of

_IN_WORDS = ("coefficient", "solution", "test", "assumption", "overlap", "rating", "language")
"""Columns whose cells are words of ours."""


def described(method: str) -> dict[str, Any]:
    """How a method is computed and what it can be asked."""
    how = HOW[method]
    return {
        "method": method,
        "title": _said(how.title),
        "answers": _said(how.answers),
        "not_when": _said(how.not_when),
        "formula": how.formula,
        "source": how.source,
        "page": how.page,
        "options": [_option(option) for option in options_of(method)],
    }


def every_method() -> list[dict[str, Any]]:
    """All methods, described."""
    return [described(method) for method in METHODS]


def shown(figure: Figure) -> dict[str, Any]:
    """A figure with its words: tables with named columns, counts, remarks, and whether a program recomputes it."""
    return {
        "method": figure.method,
        "asked": dict(figure.asked),
        "tables": [_table(table) for table in figure.tables],
        "counts": [{"name": name, **_said(name_of(name)), "value": value} for name, value in figure.counts.items()],
        "remarks": [_said(REMARKS[remark]) for remark in figure.remarks],
        "input_rows": len(figure.input.rows),
        "script": bool(figure.script),
    }


def _option(option: Option) -> dict[str, Any]:
    allowed = [{"value": value, **_said(name_of(value))} for value in option.allowed]
    return {
        "name": option.name,
        **_said(name_of(option.name)),
        "kind": option.kind,
        "default": option.default,
        "allowed": allowed,
        "least": option.least,
        "most": option.most,
    }


def _table(table: Table) -> dict[str, Any]:
    in_words = [at for at, column in enumerate(table.columns) if column in _IN_WORDS]
    words = {cell for row in table.rows for at in in_words if isinstance(cell := row[at], str) and cell in NAMES}
    return {
        "name": table.name,
        "title": _said(name_of(table.name)),
        "columns": [
            {"name": column, **_said((column, column) if column in table.own else name_of(column))}
            for column in table.columns
        ],
        "rows": [list(row) for row in table.rows],
        "words": {word: _said(NAMES[word]) for word in sorted(words)},
    }


def _said(both: Both) -> dict[str, str]:
    return {"en": both[0], "id": both[1]}
