"""Sources, their texts and appraisals."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from tenun.server.answers.common import Asking, Line, Telling, Words
from tenun.server.answers.studies import GuideQuestion

Kind = Literal["interview", "official", "law", "news", "journal", "book", "report", "abstract"]


class SourceRow(Telling):
    """A source with its latest appraisal. `witness`: the independence group it counts in."""

    guid: str
    key: str
    title: str
    kind: str
    language: str
    publisher: str | None
    author: str | None
    url: str | None
    published: str | None
    retrieved: str | None
    origins: list[str]
    origin_note: str
    institution: str | None
    synthetic: bool
    consent: str
    confidentiality: str
    inclusion: str
    inclusion_reason: str
    notes: dict[str, str]
    representation: str | None
    appraised_by: str
    reliability: str | None
    credibility: int | None
    reliability_why: str | None
    credibility_why: str | None
    authenticity: str | None
    sincerity: str | None
    representativeness: str | None
    meaning: str | None
    witness: str | None
    codings: int
    etag: str


class NewSource(Asking):
    """A source from a text that was pasted."""

    key: str = Field(min_length=1, max_length=80)
    title: Line
    kind: Kind
    language: str = Field(min_length=2, max_length=20)
    text: str = Field(min_length=1, max_length=20_000_000)
    publisher: Line | None = None
    published: Line | None = None
    url: Line | None = None


class SourceChange(Asking):
    """What becomes of a source; what is not named stays."""

    title: Line | None = None
    kind: Kind | None = None
    language: str | None = Field(default=None, min_length=2, max_length=20)
    publisher: Line | None = None
    author: Line | None = None
    url: Line | None = None
    published: Line | None = None
    retrieved: Line | None = None
    origins: list[str] | None = None
    origin_note: Words | None = None
    institution: Line | None = None
    synthetic: bool | None = None
    consent: Words | None = None
    confidentiality: Words | None = None
    inclusion: Literal["included", "excluded"] | None = None
    inclusion_reason: Words | None = None


class AppraisalText(Asking):
    """How far a source and what it says are trusted."""

    reliability: Literal["A", "B", "C", "D", "E", "F"]
    credibility: int = Field(ge=1, le=6)
    reliability_why: Words = ""
    credibility_why: Words = ""
    authenticity: Words = ""
    sincerity: Words = ""
    representativeness: Words = ""
    meaning: Words = ""


class LandmarkRow(Telling):
    """A heading, or a turn of a transcript with its speaker and question among the attributes."""

    kind: str
    start_cp: int
    end_cp: int
    start_ms: int | None
    end_ms: int | None
    attributes: dict[str, str]


class TranslationText(Telling):
    """A translation of passages. `alignment`: start and end in the original, start and end here, in code points."""

    representation: str
    language: str
    translator: str
    status: str
    text: str
    alignment: list[tuple[int, int, int, int]]


class TextAnswer(Telling):
    """The text of a source as it is; every offset counts code points of `text`.

    `recording`: the MIME type of the recording beside it, where there is one.
    """

    representation: str
    source: SourceRow
    text: str
    language: str
    length_cp: int
    landmarks: list[LandmarkRow]
    translations: list[TranslationText]
    questions: list[GuideQuestion]
    recording: str | None
    revision: int


class PageWords(Telling):
    """The words of a page of a PDF: start and end in the text, then x0, y0, x1, y1 in points from its top left."""

    page: int
    width: float
    height: float
    words: list[tuple[int, int, float, float, float, float]]
    revision: int


class DuplicateRow(Telling):
    """Two sources whose wording is alike. `known`: one witness already by their declared origin."""

    first: str
    second: str
    first_guid: str
    second_guid: str
    similarity: float
    shared: list[str]
    known: bool


class Confirmation(Asking):
    """Two sources (guids) that are one text."""

    first: str
    second: str
    note: Line = ""


class ImportProblem(Telling):
    """Something wrong with one thing that was brought in; an `error` means that it was left out."""

    level: Literal["error", "warning"]
    code: str
    where: str
    en: str
    id: str
    nearest: str | None


class ImportAnswer(Telling):
    """What came in, or, after a dry run, what would."""

    dry_run: bool
    added: dict[str, int]
    problems: list[ImportProblem]
    revision: int


class NewPage(Asking):
    """A page of the web, by its address."""

    url: Line
    kind: Kind | None = None


class ImportProgress(Telling):
    """How many files are read, of how many; zeros where no import is under way."""

    done: int
    total: int


class OpenedExample(Telling):
    """The worked study, opened beside this one."""

    study: str
