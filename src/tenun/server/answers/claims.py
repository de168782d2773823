"""Agreement, motives, findings, timeline, reports."""

from __future__ import annotations

from typing import Any, Literal

from pydantic import Field

from tenun.analysis.results import CodeAgreement, Interval
from tenun.claims.results import Ranking, SwitchTable
from tenun.server.answers.codings import PassageRow, RegionText
from tenun.server.answers.common import Asking, FacetTokens, GuidText, Telling, TwoTongues, Words
from tenun.server.answers.errors import ErrorBody
from tenun.server.answers.exports import ExportTold


class AgreementFigures(Telling):
    """Figures at one level over all units, or only those that somebody coded (`empty` false)."""

    level: Literal["code", "motive"]
    empty: bool
    units: int
    alpha_nominal: float | None
    alpha_masi: float | None
    alpha_nominal_interval: Interval | None
    alpha_masi_interval: Interval | None
    percent: float | None
    kappa: float | None
    undefined: dict[str, str]


class AgreementAnswer(Telling):
    """How far two coders agree; `intra_coder`: they are one person.

    `places_left_out`: their codings of regions and times, which no unit of text holds.
    """

    unit: str
    coders: list[str]
    intra_coder: bool
    levels: list[AgreementFigures]
    per_code: dict[str, CodeAgreement]
    per_motive: dict[str, CodeAgreement]
    disagreements: int
    places_left_out: int
    revision: int


class DisagreementRow(Telling):
    """A unit that the two coders labelled differently, with its words and the codes (keys) of each.

    `adjudicated`: the codes it was settled with; null while it is open.
    """

    source: str
    source_key: str
    representation: str
    start_cp: int
    end_cp: int
    quote: str
    labels: dict[str, list[str]]
    adjudicated: list[str] | None


class DisagreementsAnswer(Telling):
    """The queue of disagreements by source and place."""

    coders: list[str]
    rows: list[DisagreementRow]
    next: str | None
    total: int
    open: int
    revision: int


class Adjudication(Asking):
    """What a unit is coded as in the end; no codes: left uncoded, with the reason in `memo`."""

    source: GuidText
    start_cp: int = Field(ge=0)
    end_cp: int = Field(ge=1)
    codes: list[GuidText] = Field(default_factory=list, max_length=50)
    facets: FacetTokens | None = None
    memo: Words = ""


class Settled(Telling):
    """What was recorded."""

    guids: list[str]
    seq: int


class Threads(Telling):
    """Admissible codings for and against one motive, the first of them by source and place, and how many there are."""

    supports: list[PassageRow]
    opposes: list[PassageRow]
    supports_total: int
    opposes_total: int


class RankingAnswer(Telling):
    """The ranking under the switches asked for, and what carries each motive."""

    ranking: Ranking
    threads: dict[str, Threads]
    revision: int


class SwitchesAnswer(Telling):
    """Each switch alone, and in what share of all combinations each motive is first. `names`: all switches."""

    table: SwitchTable
    names: list[str]
    revision: int


class FindingsAnswer(Telling):
    """What the report states beside the ranking; the shapes are those of `tenun.claims.results`."""

    findings: dict[str, Any]
    revision: int


class EventRow(Telling):
    """A dated fact; `sources` are keys, `passages` guids, `stages` codes (keys) of the procedure."""

    guid: str
    key: str
    date: str
    precision: str
    what: TwoTongues
    url: str
    actor: str
    sources: list[str]
    passages: list[str]
    stages: list[str]


class SideRow(Telling):
    """What one side of a disagreement says."""

    text: TwoTongues
    sources: list[str]
    passages: list[str]
    urls: list[str]


class ConflictRow(Telling):
    """A fact on which sources disagree."""

    guid: str
    key: str
    about: TwoTongues
    sides: list[SideRow]
    note: TwoTongues


class PlaceRow(Telling):
    """A place on the map, in degrees."""

    label: TwoTongues
    latitude: float
    longitude: float
    role: str


class TimelineAnswer(Telling):
    """Dated facts in order of time, conflicts, and places. `quotes`: the passages they name, by guid."""

    decision_date: str
    events: list[EventRow]
    conflicts: list[ConflictRow]
    places: list[PlaceRow]
    quotes: dict[str, QuoteRow]
    revision: int


class QuoteRow(Telling):
    """A passage and where it stands; positions of the text are null for a region or a time."""

    guid: str
    source: str
    source_key: str
    representation: str
    start_cp: int | None
    end_cp: int | None
    region: RegionText | None
    start_ms: int | None
    end_ms: int | None
    quote: str


class NewReports(Asking):
    """Which reports to write."""

    languages: list[Literal["en", "id"]] = Field(default=["en", "id"], min_length=1, max_length=2)
    formats: list[Literal["html", "pdf", "docx"]] = Field(default=["html", "pdf", "docx"], min_length=1, max_length=3)


class JobProgress(Telling):
    """How much of a step is done."""

    step: str
    done: int
    total: int


class JobAnswer(Telling):
    """Work under way; `files` can be fetched once it is done. `told`: what an export wrote and left out."""

    id: str
    state: Literal["running", "done", "failed"]
    files: list[str]
    error: ErrorBody | None
    progress: JobProgress | None
    told: ExportTold | None


class MemoRow(Telling):
    """A memo or an entry of the journal."""

    guid: str
    kind: Literal["journal", "memo"]
    title: str
    body: str
    target_table: str | None
    target: str | None
    coder: str
    at: str
    etag: str


class NewMemo(Asking):
    """A memo to be; one about something names its table and guid."""

    kind: Literal["journal", "memo"] = "memo"
    title: str = Field(default="", max_length=500)
    body: Words
    target_table: Literal["source", "code", "coding", "passage", "case", "claim"] | None = None
    target: GuidText | None = None


class MemoChange(Asking):
    """What becomes of a memo's words."""

    title: str | None = Field(default=None, max_length=500)
    body: Words | None = None
