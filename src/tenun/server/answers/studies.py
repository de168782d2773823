"""The session and the study as a whole."""

from __future__ import annotations

from typing import Any, Literal

from pydantic import Field

from tenun.server.answers.common import Asking, Line, Telling, TwoTongues


class StudyEntry(Telling):
    """A study that this server has open."""

    guid: str
    key: str
    title_en: str
    title_id: str
    read_only: bool


class SessionAnswer(Telling):
    """Who works here, and on what.

    `frameworks`: names of the codebooks that ship. `readable`: endings of the files that can be brought in.
    `allow_web`: whether pages of the web can be.
    """

    coder: str
    language: Literal["en", "id"]
    studies: list[StudyEntry]
    version: str
    frameworks: list[str]
    readable: list[str]
    allow_web: bool


class SessionChange(Asking):
    """Who works in this browser from now on, and in which language."""

    coder: str | None = Field(default=None, min_length=1, max_length=200)
    language: Literal["en", "id"] | None = None


class Invitation(Telling):
    """An address that lets one more browser in, once."""

    url: str


class Step(Telling):
    """Something left to do. `kind` names it for programs; `keys` are the sources or codes it is about."""

    kind: str
    n: int
    keys: list[str]
    en: str
    id: str


class CoderRow(Telling):
    """A coder; names with the same `person` are one person."""

    guid: str
    name: str
    kind: str
    person: str
    etag: str


class RoundRow(Telling):
    """A round of coding. In a blind one that is not locked, nobody is shown what others code."""

    guid: str
    number: int
    label: str
    blind: bool
    locked: bool
    counts: bool
    etag: str


class NewRound(Asking):
    """A round to be; without a number it is the one after the last."""

    number: int | None = Field(default=None, ge=1, le=999_999)
    label: Line = ""
    blind: bool = False
    counts: bool = True


class RoundChange(Asking):
    """What becomes of a round."""

    label: Line | None = None
    blind: bool | None = None
    locked: bool | None = None
    counts: bool | None = None


class StudyAnswer(Telling):
    """Where the study stands and what to do next. `etag` is the version of its settings."""

    guid: str
    key: str
    title: TwoTongues
    question: TwoTongues
    decision: TwoTongues
    decision_date: str
    own_side: TwoTongues
    case: str | None
    motives: list[str]
    motive_root: str | None
    rivals: list[str]
    languages: list[str]
    numbers: bool
    defaults: dict[str, str]
    counts: dict[str, int]
    next: list[Step]
    coders: list[CoderRow]
    rounds: list[RoundRow]
    cases: list[str]
    read_only: bool
    revision: int
    etag: str


class StudyChange(Asking):
    """Settings to be changed; what is not named stays. Motives, motive root and rivals are keys of codes."""

    title_en: Line | None = None
    title_id: Line | None = None
    question_en: Line | None = None
    question_id: Line | None = None
    decision_en: Line | None = None
    decision_id: Line | None = None
    decision_date: Line | None = None
    own_side_en: Line | None = None
    own_side_id: Line | None = None
    motives: list[str] | None = None
    motive_root: str | None = None
    rivals: list[str] | None = None
    case: str | None = None
    numbers: bool | None = None
    defaults: dict[str, str] | None = None


class LogEntry(Telling):
    """One event of the log."""

    seq: int
    at: str
    coder: str
    operation: str
    undoes: int | None
    erased: bool
    undoable: bool


class Undone(Telling):
    """What an undo or redo did: the event it became, the one it is about, and the tables that it touched."""

    event: LogEntry
    tables: list[str]


class LiveEventData(Telling):
    """The data of a live event. `reset` stands alone after a gap: read everything anew."""

    seq: int
    operation: str
    coder: str
    tables: list[str]


class GuideQuestion(Telling):
    """A question of the interview guide."""

    id: str
    text: TwoTongues
    codes: list[str]


AnyJson = dict[str, Any]
