"""Figures by method: tables with named columns, and how each is computed."""

from __future__ import annotations

from typing import Literal

from tenun.server.answers.common import Telling


class Said(Telling):
    """Words in both languages."""

    en: str
    id: str


class Named(Said):
    """A name with its words."""

    name: str


class Counted(Named):
    """How many of something a figure rests on."""

    value: int


class Choice(Said):
    """A value that an option takes."""

    value: str


class MethodOption(Named):
    """One thing that can be asked of a method; `least` and `most` bound numbers."""

    kind: Literal[
        "choice", "number", "text", "coders", "code", "condition", "conditions", "calibration", "expectations"
    ]
    default: str
    allowed: list[Choice]
    least: float
    most: float


class Method(Telling):
    """A method: what it answers, when not to use it, its formula and source, and what it can be asked."""

    method: str
    title: Said
    answers: Said
    not_when: Said
    formula: str
    source: str
    page: str
    options: list[MethodOption]


class MethodsAnswer(Telling):
    """Every method, and what forms offer: coders who read something, codes (keys), numeric variables of cases."""

    methods: list[Method]
    coders: list[str]
    variables: list[str]
    revision: int


class FigureTable(Telling):
    """Rows under named columns; `words`: cells that are words of ours, with both languages."""

    name: str
    title: Said
    columns: list[Named]
    rows: list[list[str | int | float | None]]
    words: dict[str, Said]


class FigureAnswer(Telling):
    """A method's figure. `input_rows`: the size of its exact input; `script`: whether a program in R recomputes it."""

    method: str
    asked: dict[str, str]
    tables: list[FigureTable]
    counts: list[Counted]
    remarks: list[Said]
    input_rows: int
    script: bool
    revision: int
