"""A source and its appraisal."""

from __future__ import annotations

import calendar
import datetime as dt
from dataclasses import dataclass, field
from typing import Literal, get_args

SourceKind = Literal["interview", "official", "law", "news", "journal", "book", "report", "abstract"]
SourceClass = Literal["interview", "official", "news", "literature"]
Voice = Literal["first-hand", "reported", "analyst"]
Inclusion = Literal["included", "excluded"]
Reliability = Literal["A", "B", "C", "D", "E", "F"]

KINDS: tuple[SourceKind, ...] = get_args(SourceKind)
CLASSES: tuple[SourceClass, ...] = get_args(SourceClass)

CLASS_OF_KIND: dict[SourceKind, SourceClass] = {
    "interview": "interview",
    "official": "official",
    "law": "official",
    "news": "news",
    "journal": "literature",
    "book": "literature",
    "report": "literature",
    "abstract": "literature",
}
VOICE_OF_KIND: dict[SourceKind, Voice] = {
    "interview": "first-hand",
    "official": "first-hand",
    "law": "first-hand",
    "news": "reported",
    "journal": "analyst",
    "book": "analyst",
    "report": "analyst",
    "abstract": "analyst",
}


@dataclass(frozen=True, slots=True)
class Appraisal:
    """How far a source and what it says are trusted: two judgements that stay apart, with their reasons.

    `reliability` is the Admiralty letter (A best, F cannot be judged), `credibility` the digit (1 best, 6 cannot be
    judged). The four criteria of Scott (1990) are free text.
    """

    reliability: Reliability = "F"
    credibility: int = 6
    reliability_why: str = ""
    credibility_why: str = ""
    authenticity: str = ""
    sincerity: str = ""
    representativeness: str = ""
    meaning: str = ""
    coder: str = ""


@dataclass(frozen=True, slots=True)
class Source:
    """A document or interview of the study.

    `key` is the study's own short name (`S09`). `published` is ISO to the precision known: a day, a month, a year, or
    None. `origins` are ids of what the source was made from: other sources' keys or names such as a press release.
    `institution` is who speaks; None means the publisher.
    """

    key: str
    title: str
    kind: SourceKind
    language: str
    guid: str = ""
    publisher: str | None = None
    author: str | None = None
    url: str | None = None
    published: str | None = None
    retrieved: str | None = None
    origins: tuple[str, ...] = ()
    origin_note: str = ""
    institution: str | None = None
    synthetic: bool = False
    inclusion: Inclusion = "included"
    inclusion_reason: str = ""
    consent: str = ""
    confidentiality: str = ""
    notes: dict[str, str] = field(default_factory=dict)
    appraisal: Appraisal | None = None
    representation: str = ""

    @property
    def source_class(self) -> SourceClass:
        """Interview, official (law with it), news or literature."""
        return CLASS_OF_KIND[self.kind]

    @property
    def speaker(self) -> str:
        """The institution that speaks: the one named, else the publisher, else the source itself."""
        return self.institution or self.publisher or self.key


def earliest_day(published: str | None) -> dt.date | None:
    """First day that a date of year, month or day precision can mean.

    >>> earliest_day("2019-12")
    datetime.date(2019, 12, 1)
    """
    if not published:
        return None
    parts = [int(part) for part in published.split("-")]
    return dt.date(*[*parts, 1, 1][:3])


def latest_day(published: str | None) -> dt.date | None:
    """Last day that a date of year, month or day precision can mean.

    >>> latest_day("2019-02")
    datetime.date(2019, 2, 28)
    """
    if not published:
        return None
    parts = [int(part) for part in published.split("-")]
    year, month = parts[0], parts[1] if len(parts) > 1 else 12
    return dt.date(year, month, parts[2] if len(parts) > 2 else calendar.monthrange(year, month)[1])
