"""Codings on a text, and passages by code, query and search."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from tenun.server.answers.common import Asking, FacetTokens, GuidText, Line, Telling, Words


class RegionText(Telling):
    """A rectangle: pixels of a picture from its upper left; with a `page`, points of that page from its lower left."""

    page: int | None = None
    x0: int
    y0: int
    x1: int
    y1: int


class CodingRow(Telling):
    """A code on a passage by one coder in one round.

    The passage is a stretch of text, `start_cp` to `end_cp`, or a region or a time, whose `start_cp` and `end_cp` are
    null and which `said` puts into words; a stretch of text on a page may have the region that it was selected by.
    """

    guid: str
    passage: str
    representation: str
    source: str
    source_key: str
    start_cp: int | None
    end_cp: int | None
    region: RegionText | None
    start_ms: int | None
    end_ms: int | None
    said: str | None
    code: str
    code_key: str
    code_version: int
    coder: str
    round: int
    actor: str
    basis: str
    voice: str | None
    polarity: str
    time: str
    priority: str
    case: str | None
    weight: float
    status: Literal["proposed", "accepted", "rejected"]
    memo: str
    etag: str


class PassageRow(CodingRow):
    """A coding with the words of its passage and those around them."""

    quote: str
    prefix: str
    suffix: str


class UncodedRow(Telling):
    """A passage that was read and left uncoded on purpose."""

    guid: str
    start_cp: int
    end_cp: int
    quote: str
    coder: str
    round: int
    reason: str
    etag: str


class CodingsAnswer(Telling):
    """What lies on one text, by place. `hidden`: a blind round keeps others' codings out of sight."""

    codings: list[CodingRow]
    uncoded: list[UncodedRow]
    hidden: bool
    revision: int


class NewCoding(Asking):
    """A code to be put on a stretch of a source's text; `quote`, where given, must be what stands there."""

    source: GuidText
    start_cp: int = Field(ge=0)
    end_cp: int = Field(ge=1)
    code: GuidText
    quote: str | None = None
    facets: FacetTokens | None = None
    memo: Words = ""
    round: int = Field(default=1, ge=1, le=999_999)


class RegionAsked(Asking):
    """A rectangle, as in `RegionText`."""

    page: int | None = Field(default=None, ge=1, le=100_000)
    x0: int = Field(ge=0, le=10_000_000)
    y0: int = Field(ge=0, le=10_000_000)
    x1: int = Field(ge=0, le=10_000_000)
    y1: int = Field(ge=0, le=10_000_000)


class TimesAsked(Asking):
    """A stretch of a recording in milliseconds."""

    start_ms: int = Field(ge=0, le=3_600_000_000)
    end_ms: int = Field(ge=0, le=3_600_000_000)


class NewPlaceCoding(Asking):
    """A code to be put on a region of a picture or page, or on a time of a recording: one of the two.

    `said`: what is to be seen or heard there, where the place is new and its source has no words for it.
    """

    source: GuidText
    region: RegionAsked | None = None
    times: TimesAsked | None = None
    code: GuidText
    said: Words = ""
    facets: FacetTokens | None = None
    memo: Words = ""
    round: int = Field(default=1, ge=1, le=999_999)


class CodingChange(Asking):
    """What becomes of a coding: both ends together, or other things one by one; the memo stays unless it is named."""

    start_cp: int | None = Field(default=None, ge=0)
    end_cp: int | None = Field(default=None, ge=1)
    code: GuidText | None = None
    facets: FacetTokens | None = None
    memo: Words | None = None
    status: Literal["proposed", "accepted", "rejected"] | None = None


class Place(Asking):
    """A stretch of a source's text."""

    source: GuidText
    start_cp: int = Field(ge=0)
    end_cp: int = Field(ge=1)


class ManyCodings(Asking):
    """One code for many places, as one step to undo; places that have it already are passed over."""

    code: GuidText
    spans: list[Place] = Field(min_length=1, max_length=5_000)
    facets: FacetTokens | None = None
    memo: Words = ""
    round: int = Field(default=1, ge=1, le=999_999)


class NewUncoded(Place):
    """A stretch that was read and is left uncoded on purpose."""

    reason: Words
    quote: str | None = None
    facets: FacetTokens | None = None
    round: int = Field(default=1, ge=1, le=999_999)


class NewCoverage(Asking):
    """A source that was read for a code and does not hold it."""

    source: GuidText
    code: GuidText
    round: int = Field(default=1, ge=1, le=999_999)


class CoverageRow(Telling):
    """A note that a source was read for a code and does not hold it."""

    guid: str
    source: str
    code: str
    coder: str
    round: int


class HitRow(Telling):
    """A hit of a search in the words around it."""

    source: str
    key: str
    representation: str
    start_cp: int
    end_cp: int
    before: str
    hit: str
    after: str


class HitsAnswer(Telling):
    """Hits by source and place; `more`: there are others beyond the limit."""

    hits: list[HitRow]
    more: bool
    revision: int


class TermText(Asking):
    """A chip of a query; see `tenun.study.retrieve_passages.Term`."""

    relation: Literal["is", "and", "or", "not", "overlapping", "within", "containing", "near", "followed", "same_turn"]
    codes: list[GuidText] = Field(min_length=1, max_length=500)
    below: bool = True
    near_cp: int = Field(default=500, ge=0, le=1_000_000)
    near_unit: Literal["characters", "words", "sentences"] = "characters"


class QueryText(Asking):
    """Terms from left to right and conditions; a list that is empty allows everything."""

    terms: list[TermText] = Field(default_factory=list, max_length=50)
    facets: dict[str, list[str]] = Field(default_factory=dict)
    coders: list[str] = Field(default_factory=list)
    rounds: list[int] = Field(default_factory=list)
    cases: list[str] = Field(default_factory=list)
    kinds: list[str] = Field(default_factory=list)
    languages: list[str] = Field(default_factory=list)
    sources: list[GuidText] = Field(default_factory=list)
    status: list[str] = Field(default_factory=lambda: ["accepted", "proposed"])
    words: Line = ""


class Retrieval(QueryText):
    """A query and which of its pages is wanted; `csv` and `xlsx` hold all of them."""

    after: str | None = Field(default=None, max_length=2_000)
    limit: int = Field(default=50, ge=1, le=500)
    format: Literal["json", "csv", "xlsx"] = "json"


class MatrixQuestion(Asking):
    """What to count, by code and `columns`."""

    columns: Literal["case", "kind", "code", "coder", "source"]
    unit: Literal["passages", "sources", "witnesses"] = "passages"
    filters: QueryText = Field(default_factory=QueryText)
    format: Literal["json", "csv", "xlsx"] = "json"


class CellRow(Telling):
    """A cell that is not 0; `code` is a guid, `column` a guid where codes meet codes."""

    code: str
    column: str
    count: int


class MatrixAnswer(Telling):
    """A matrix: its axes in order, and the cells that are not 0."""

    codes: list[str]
    columns: list[str]
    cells: list[CellRow]
    revision: int


class SavedQuery(Telling):
    """A query that somebody kept."""

    guid: str
    name: str
    query: QueryText
    coder: str
    at: str
    etag: str


class NewQuery(Asking):
    """A query to keep."""

    name: str = Field(min_length=1, max_length=200)
    query: QueryText
