"""What a method gives: tables of what was found, the exact input, and a program that recomputes it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal, TypeAlias

from tenun.errors import InputRefused, TenunError

Cell: TypeAlias = str | int | float | None
Kind = Literal["choice", "number", "text", "coders", "code", "condition", "conditions", "calibration", "expectations"]


@dataclass(frozen=True, slots=True)
class Option:
    """One thing that can be asked: its values are text, as they come from a form or a command line.

    `kind` tells a form what to offer: one of `allowed`, a number within `least` and `most`, a code, a variable of the
    cases; and, as a list that `lists.py` reads, coders, variables, their anchors, or what theory expects of them.
    """

    name: str
    default: str
    kind: Kind = "text"
    allowed: tuple[str, ...] = ()
    least: float = 0.0
    most: float = 1e9


@dataclass(frozen=True, slots=True)
class Table:
    """Rows under columns; `name` and the names of the columns have words in both languages.

    `own`: columns that bear names of the study's own (its variables, its coders), which stand as they are.
    """

    name: str
    columns: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]
    own: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Figure:
    """A method's answer. `counts`: what it rests on, by name; `remarks`: codes of sentences to be read with it.

    `input` is exactly what was computed on, one row a unit; `script` is a program in R that reads it as `input.csv` and
    prints the same values, empty where base R and its packages know no such method. `coded`: the columns of `input`
    and of the tables whose cells name codes of the codebook.
    """

    method: str
    asked: Mapping[str, str]
    tables: tuple[Table, ...]
    input: Table
    script: str = ""
    counts: Mapping[str, int] = field(default_factory=dict)
    remarks: tuple[str, ...] = ()


def chosen(options: Sequence[Option], asked: Mapping[str, str]) -> dict[str, str]:
    """The options with what was asked in place of the defaults.

    Raises InputRefused for an option that is not there and for a value that it does not take.
    """
    known = {option.name: option for option in options}
    for name in asked:
        if name not in known:
            raise InputRefused("study.no-such-option", option=name, known=", ".join(known) or "–")
    found = {option.name: str(asked.get(option.name, option.default)).strip() for option in options}
    for option in options:
        _check(option, found[option.name])
    return found


def _check(option: Option, value: str) -> None:
    if option.kind == "choice" and value not in option.allowed:
        raise InputRefused("study.option-value", option=option.name, value=value, allowed=", ".join(option.allowed))
    if option.kind == "number":
        try:
            number = float(value)
        except ValueError:
            number = float("nan")
        if not option.least <= number <= option.most:
            allowed = f"{option.least:g} – {option.most:g}"
            raise InputRefused("study.option-value", option=option.name, value=value, allowed=allowed)


def reason(error: TenunError) -> tuple[str, str]:
    """Why a value is not there, in both languages."""
    return error.text("en"), error.text("id")


def rounded(value: float | None) -> float | None:
    """A value as it is shown and handed on: twelve digits, so that two machines write the same."""
    return None if value is None else float(f"{value:.12g}")
