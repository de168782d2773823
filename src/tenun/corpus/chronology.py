"""Dated facts, and matters on which sources disagree."""

from __future__ import annotations

from dataclasses import dataclass

from tenun.corpus.study import Bilingual


@dataclass(frozen=True, slots=True)
class EventFact:
    """Something that happened, dated as precisely as is known; `sources` are keys, `passages` guids."""

    key: str
    date: str
    what: Bilingual
    precision: str = ""
    url: str = ""
    actor: str = ""
    sources: tuple[str, ...] = ()
    passages: tuple[str, ...] = ()
    guid: str = ""


@dataclass(frozen=True, slots=True)
class ConflictSide:
    """One side of a disagreement: what it says and the sources and passages that say so."""

    text: Bilingual
    sources: tuple[str, ...] = ()
    passages: tuple[str, ...] = ()
    urls: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ConflictRecord:
    """A fact on which sources disagree (a date, a list); it stands in the report as it is."""

    key: str
    about: Bilingual
    sides: tuple[ConflictSide, ...]
    note: Bilingual = Bilingual()
    guid: str = ""
