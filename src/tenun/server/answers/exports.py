"""Answers about what goes out."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from tenun.server.answers.common import Asking, Line, Telling

Group = Literal["tables", "reading", "programs", "whole"]


class FormRow(Telling):
    """A form in which the study goes out: its endings, its name, and what it is for."""

    name: str
    group: Group
    endings: list[str]
    en: str
    id: str
    for_en: str
    for_id: str


class RestrictedRow(Telling):
    """A source whose words stay here when confidential texts are left out, and why."""

    key: str
    title: str
    why: Literal["confidentiality", "consent", "asked"]
    why_en: str
    why_id: str


class ExportChoices(Telling):
    """What can be chosen."""

    forms: list[FormRow]
    restricted: list[RestrictedRow]
    revision: int


class NewExport(Asking):
    """Which form to write, with which ending, and what to leave out."""

    form: Annotated[Line, Field(description="A `name` of the forms.")]
    ending: Annotated[Line, Field(description="One of the form's endings; its first where none is given.")] = ""
    language: Literal["en", "id"] = "en"
    without_confidential: bool = False
    leave_out: list[Line] = Field(default_factory=list, max_length=10_000, description="Keys of further sources.")


class LossRow(Telling):
    """An item that the format cannot carry, how many of it there are, and whether Tenun finds them in the file."""

    item: str
    count: int
    en: str
    id: str
    beside: bool


class WithheldRow(Telling):
    """A source whose words were left out."""

    key: str
    why: Literal["confidentiality", "consent", "asked"]
    passages: int
    codings: int


class ExportTold(Telling):
    """What was written: how many of each thing, what the form cannot carry, what was left out."""

    written: dict[str, int]
    losses: list[LossRow]
    withheld: list[WithheldRow]
    withheld_counts: dict[str, int]
