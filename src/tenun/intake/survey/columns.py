"""What each column of a survey is, by rule or by what a person says.

The rule: the first column whose name means an identifier and whose values are all there and all different names the
case; a column whose answers are mostly different and have five words or more on average holds answers in people's own
words; an empty column is left out; every other column is a variable, of the narrowest type that fits all its values.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from tenun.errors import InputRefused
from tenun.intake.survey.grid import Grid
from tenun.text.likeness import nearest_name

Role = Literal["case", "text", "variable", "skip"]
Type = Literal["integer", "float", "date", "boolean", "text"]
ROLES: tuple[Role, ...] = ("case", "text", "variable", "skip")
_IDENTIFIERS = frozenset({
    "id", "case", "case_id", "no", "nr", "number", "nomor", "respondent", "respondent_id", "response_id", "responseid",
    "responden", "id_responden", "kode_responden", "participant", "participant_id", "peserta", "partisipan", "kasus",
    "record_id",
})  # fmt: skip
_MEAN_WORDS = 5
_SHARE_DIFFERENT = 0.6
_INTEGER = re.compile(r"[+-]?\d{1,15}")
_FLOAT = re.compile(r"[+-]?(?:\d{1,15}[.,]\d{1,15}|\d{1,15})")
_DATE = re.compile(r"\d{4}-\d{2}-\d{2}(?:[T ]\d{2}:\d{2}(?::\d{2})?)?")
_YES, _NO = frozenset({"true", "yes", "ya", "y"}), frozenset({"false", "no", "tidak", "n", "t"})
_EXAMPLES, _EXAMPLE_CP = 3, 60


@dataclass(frozen=True, slots=True)
class Column:
    """A column and its part. `by`: who decided, the rule or a person; `filled`: how many rows have a value."""

    name: str
    role: Role
    type: Type
    by: Literal["rule", "person"]
    filled: int
    examples: tuple[str, ...] = ()


def decide(grid: Grid, said: Mapping[str, Role] | None = None, where: str = "") -> tuple[Column, ...]:
    """The columns with their parts; what a person `said` of a column beats the rule.

    Raises InputRefused for a column that there is not, with the nearest name, for two that name the case, and for one
    that should and has empty or double values.
    """
    said = dict(said or {})
    for name in said:
        if name not in grid.columns:
            nearest = nearest_name(name, grid.columns)
            raise InputRefused("survey.no-such-column", where=where, column=name, nearest=nearest or "–")
    if sum(role == "case" for role in said.values()) > 1:
        raise InputRefused("survey.two-cases", where=where)
    named = next((name for name, role in said.items() if role == "case"), None)
    cells = {name: [row[at] for row in grid.rows] for at, name in enumerate(grid.columns)}
    if named is not None and not _tells_apart(cells[named]):
        raise InputRefused("survey.case-not-unique", where=where, column=named)
    naming = named or next(
        (name for name in grid.columns if name not in said and _is_identifier(name, cells[name])), None
    )
    return tuple(_column(name, cells[name], said.get(name), naming) for name in grid.columns)


def value_of(cell: str, kind: Type) -> str | int | float | bool:
    """A cell as a value of its column's type.

    >>> value_of("3,5", "float"), value_of("Ya", "boolean")
    (3.5, True)
    """
    if kind == "integer":
        return int(cell)
    if kind == "float":
        return float(cell.replace(",", "."))
    return cell.casefold() in _YES if kind == "boolean" else cell


def _column(name: str, cells: Sequence[str], said: Role | None, naming: str | None) -> Column:
    filled = [cell for cell in cells if cell]
    examples = tuple(cell[:_EXAMPLE_CP].replace("\n", " ") for cell in dict.fromkeys(filled))[:_EXAMPLES]
    role: Role = said or ("case" if name == naming else _role(filled))
    return Column(name, role, _type(filled), "person" if said else "rule", len(filled), examples)


def _role(filled: Sequence[str]) -> Role:
    if not filled:
        return "skip"
    words = sum(len(cell.split()) for cell in filled) / len(filled)
    different = len(set(filled)) / len(filled)
    return "text" if words >= _MEAN_WORDS and different >= _SHARE_DIFFERENT else "variable"


def _type(filled: Sequence[str]) -> Type:
    if not filled:
        return "text"
    if all(_INTEGER.fullmatch(cell) for cell in filled):
        return "integer"
    if all(_FLOAT.fullmatch(cell) for cell in filled):
        return "float"
    if all(_DATE.fullmatch(cell) for cell in filled):
        return "date"
    if all(cell.casefold() in _YES | _NO for cell in filled):
        return "boolean"
    return "text"


def _is_identifier(name: str, cells: Sequence[str]) -> bool:
    plain = re.sub(r"\W+", "_", name.casefold()).strip("_")
    return plain in _IDENTIFIERS and _tells_apart(cells)


def _tells_apart(cells: Sequence[str]) -> bool:
    return all(cells) and len(set(cells)) == len(cells)
