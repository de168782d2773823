"""What the cells of a row of a codings table mean: codes, coder, round, facets, weight, status, each one checked."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import cast, get_args

from tenun.coding.codebook import Codebook
from tenun.coding.codings import Status
from tenun.coding.facets import DEFAULTS, TOKENS, Facets, facets_from
from tenun.coding.rows import FACET_COLUMNS, CodingRow
from tenun.errors import Problem
from tenun.text.likeness import Nearest, nearest_name

TAKEN_AS_GIVEN = ("voice", "priority", "case")
"""Facets whose default needs no warning: by kind of source, no priority stated, a study with one case."""
_SEPARATORS = re.compile(r"[;|]")


@dataclass(frozen=True, slots=True)
class RowMeaning:
    """What the cells beside source, quote and memo mean; `codes` is empty for a passage left uncoded on purpose."""

    codes: tuple[str, ...]
    coder: str
    round: int
    facets: Facets
    weight: float
    status: Status


class KnownCodes:
    """The codes of a codebook, and the code that a wrong key or a label probably means."""

    def __init__(self, codebook: Codebook) -> None:
        self.codebook = codebook
        labels = {label: key for key, code in codebook.items() for label in (code.label_en, code.label_id) if label}
        self._labels, self._by_key, self._by_label = labels, Nearest(codebook), Nearest(labels)

    def nearest(self, code: str) -> str | None:
        """The key most like `code`, else the key of the code whose label is."""
        return self._by_key.of(code) or self._labels.get(self._by_label.of(code) or "")


def meaning_of(
    row: CodingRow, codes: KnownCodes, defaults: Mapping[str, str], coder: str
) -> RowMeaning | list[Problem]:
    """What the row means, or what is wrong with it. `coder` is taken where the row names none."""
    problems: list[Problem] = []
    found = _codes(row, codes, problems)
    tokens = {name: _token(row, name, defaults, problems) for name in FACET_COLUMNS}
    number = _round(row, problems)
    weight = _weight(row, problems)
    status = _status(row, problems)
    if problems:
        return problems
    facets = _facets(*tokens.values())
    return RowMeaning(found, row.cell("coder") or coder, number, facets, weight, status)


def defaults_taken(rows: Sequence[CodingRow], defaults: Mapping[str, str]) -> Iterator[Problem]:
    """One warning a table for the facets that it has no column for and the study no default."""
    by_table: dict[str, CodingRow] = {}
    for row in rows:
        by_table.setdefault(row.where.rpartition(":")[0], row)
    for table, row in by_table.items():
        absent = [
            name
            for name in FACET_COLUMNS
            if name not in TAKEN_AS_GIVEN and getattr(row, name) is None and name not in defaults
        ]
        if absent:
            taken = ", ".join(f"{name} = {DEFAULTS[name]}" for name in absent)
            yield Problem("warning", "coding.default-taken", table, {"taken": taken})


@lru_cache(maxsize=4096)
def _facets(*tokens: str | None) -> Facets:
    return facets_from(dict(zip(FACET_COLUMNS, tokens, strict=True)))


def _codes(row: CodingRow, known: KnownCodes, problems: list[Problem]) -> tuple[str, ...]:
    cell = row.cell("code")
    if cell in known.codebook:
        return (cell,)
    codes = tuple(dict.fromkeys(part.strip() for part in _SEPARATORS.split(cell) if part.strip()))
    for code in codes:
        if code not in known.codebook:
            problems.append(Problem("error", "coding.unknown-code", row.where, {"code": code}, known.nearest(code)))
    return codes


def _token(row: CodingRow, name: str, defaults: Mapping[str, str], problems: list[Problem]) -> str | None:
    cell = row.cell(name)
    if not cell:
        return defaults.get(name) or None
    allowed = TOKENS.get(name)
    if allowed is None or cell in allowed:
        return cell
    token = cell.lower().replace("_", "-").replace(" ", "-")
    if token in allowed:
        return token
    parameters = {"facet": name, "token": cell, "allowed": ", ".join(allowed)}
    problems.append(Problem("error", "coding.unknown-token", row.where, parameters, nearest_name(token, allowed)))
    return None


def _round(row: CodingRow, problems: list[Problem]) -> int:
    cell = row.cell("round")
    if not cell:
        return 1
    if cell.isascii() and cell.isdigit() and 1 <= len(cell) <= 6 and int(cell):
        return int(cell)
    problems.append(Problem("error", "coding.bad-round", row.where, {"round": cell}))
    return 1


def _weight(row: CodingRow, problems: list[Problem]) -> float:
    cell = row.cell("weight")
    try:
        weight = float(cell) if cell else 1.0
    except ValueError:
        weight = math.nan
    if math.isfinite(weight) and weight > 0:
        return weight
    problems.append(Problem("error", "coding.bad-weight", row.where, {"weight": cell}))
    return 1.0


def _status(row: CodingRow, problems: list[Problem]) -> Status:
    cell = row.cell("status").lower() or "accepted"
    allowed = get_args(Status)
    if cell not in allowed:
        parameters = {"facet": "status", "token": cell, "allowed": ", ".join(allowed)}
        problems.append(Problem("error", "coding.unknown-token", row.where, parameters, nearest_name(cell, allowed)))
    return cast(Status, cell)
