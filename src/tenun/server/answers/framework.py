"""The framework matrix: what is shown of a cell, and what is written into it."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from tenun.server.answers.common import Asking, GuidText, Telling


class SummaryText(Asking):
    """What a cell says, and the passages it rests on."""

    text: str = Field(min_length=1, max_length=20_000)
    passages: list[GuidText] = Field(default=[], max_length=5_000)


class NewSummary(SummaryText):
    """A summary and its cell: a case or source (key), and a code (guid)."""

    by: Literal["case", "source"]
    row: str = Field(min_length=1, max_length=500)
    code: GuidText


class SummaryRow(Telling):
    """A summary as it stands; `not_cited`: passages of the cell it does not rest on."""

    guid: GuidText
    text: str
    passages: list[GuidText]
    not_cited: int
    coder: str
    etag: str


class FrameworkCell(Telling):
    """A cell with something in it."""

    row: str
    code: GuidText
    passages: list[GuidText]
    summary: SummaryRow | None


class FrameworkAnswer(Telling):
    """Rows (keys of cases or sources), columns (codes), and the cells that hold something."""

    rows: list[str]
    codes: list[GuidText]
    cells: list[FrameworkCell]
    revision: int


class Written(Telling):
    """The memo that holds a summary, and the event."""

    guid: GuidText
    seq: int
