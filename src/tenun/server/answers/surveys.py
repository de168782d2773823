"""Surveys, column by column."""

from __future__ import annotations

from typing import Literal

from tenun.server.answers.common import Telling


class SurveyColumn(Telling):
    """A column and what it becomes. `by`: who decided; `filled`: how many rows have a value."""

    name: str
    role: Literal["case", "text", "variable", "skip"]
    type: Literal["integer", "float", "date", "boolean", "text"]
    by: Literal["rule", "person"]
    filled: int
    examples: list[str]


class SurveyAnswer(Telling):
    """What a survey is, and what came in; nothing after a dry run."""

    columns: list[SurveyColumn]
    cases: int
    added: dict[str, int]
    revision: int
