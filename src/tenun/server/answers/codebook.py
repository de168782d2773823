"""The codebook: codes, their history, and what is done to them."""

from __future__ import annotations

from typing import Any

from pydantic import Field

from tenun.server.answers.common import Asking, GuidText, Line, Telling, TwoTongues, Words


class CodeRow(Telling):
    """A code; `count` is how many codings of it the acting coder may see."""

    guid: str
    key: str
    parent: str | None
    position: int
    label_en: str
    label_id: str
    definition_en: str
    definition_id: str
    include: list[str]
    exclude: list[str]
    example_en: str
    example_id: str
    source: str
    attributes: dict[str, str]
    version: int
    count: int
    etag: str


class Token(TwoTongues):
    """A value of a theory facet."""

    key: str


class ConstructRow(Telling):
    """A theory facet that codes may carry among their attributes."""

    guid: str
    key: str
    label_en: str
    label_id: str
    tokens: list[Token]


class CodebookAnswer(Telling):
    """The codes in the order of the codebook, and the theory facets."""

    codes: list[CodeRow]
    constructs: list[ConstructRow]
    frameworks: list[str]
    revision: int


class CodeWords(Asking):
    """Words of a code; what is not named stays, or is empty in a new code."""

    label_en: Line | None = None
    label_id: Line | None = None
    definition_en: Words | None = None
    definition_id: Words | None = None
    include: list[Words] | None = None
    exclude: list[Words] | None = None
    example_en: Words | None = None
    example_id: Words | None = None
    source: Words | None = None
    attributes: dict[str, str] | None = None

    def named(self) -> dict[str, Any]:
        """The words that were sent."""
        words = self.model_dump(exclude_unset=True, include=set(CodeWords.model_fields))
        return {name: value for name, value in words.items() if value is not None}


class NewCode(CodeWords):
    """A code to be; without a key one is made of the label."""

    key: str = Field(default="", max_length=200)
    parent: GuidText | None = None


class CodeChange(CodeWords):
    """What becomes of a code's words; `meaning_changed` says that codings made before may no longer fit."""

    meaning_changed: bool = False


class Merge(Asking):
    """The code that takes all over."""

    into: GuidText


class PartText(Asking):
    """A new code below the one that is split, and the codings that go over to it."""

    label_en: Line = ""
    label_id: Line = ""
    definition_en: Words = ""
    definition_id: Words = ""
    key: str = Field(default="", max_length=200)
    codings: list[GuidText] = Field(default_factory=list, max_length=100_000)


class Split(Asking):
    """The parts that a code is split into."""

    parts: list[PartText] = Field(min_length=1, max_length=100)


class Move(Asking):
    """A new place in the tree: below `parent`, as the `position`-th there, counted from 0."""

    parent: GuidText | None = None
    position: int = Field(default=0, ge=0)


class VersionRow(Telling):
    """A code as it once was."""

    number: int
    meaning_changed: bool
    content: dict[str, Any]
    coder: str
    at: str


class LoadFramework(Asking):
    """A codebook that ships."""

    name: str = Field(min_length=1, max_length=100)


class Loaded(Telling):
    """How many codes are new."""

    added: int
    seq: int
