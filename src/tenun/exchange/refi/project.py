"""A project as QDA-XML has it: plain values, one class an element."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

Kind = Literal["text", "picture", "pdf", "audio", "video"]
Plain = str | int | float | bool
Place = dict[str, str]
"""Attributes of an area or a stretch of time, as they stand in the file."""


@dataclass(frozen=True, slots=True)
class User:
    """Somebody who codes."""

    guid: str
    name: str


@dataclass(frozen=True, slots=True)
class Code:
    """A code; `parent` is a guid. `colour` is `#rrggbb` or empty."""

    guid: str
    name: str
    parent: str | None = None
    description: str = ""
    colour: str = ""
    codable: bool = True
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Variable:
    """A variable; `type` is a word of the standard (`Text`, `Integer`, ...)."""

    guid: str
    name: str
    type: str = "Text"
    description: str = ""


@dataclass(frozen=True, slots=True)
class Value:
    """What a case or source has for a variable (guid); `type` as in `Variable`."""

    variable: str
    value: Plain
    type: str = "Text"


@dataclass(frozen=True, slots=True)
class Case:
    """A case, with guids of what belongs to it."""

    guid: str
    name: str
    description: str = ""
    codes: tuple[str, ...] = ()
    values: tuple[Value, ...] = ()
    sources: tuple[str, ...] = ()
    selections: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Coding:
    """A code (guid) that a user (guid, empty where not said) applied."""

    guid: str
    code: str
    user: str = ""
    at: str = ""
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Selection:
    """A stretch of a text (`start`, `end` in the file's own unit), or of what stands between two sync points (guids).

    `place`: where it is an area of a picture or page, or a stretch of a recording. `words`: the text it selects, where
    the file says so.
    """

    guid: str
    start: int | None = None
    end: int | None = None
    name: str = ""
    description: str = ""
    words: str = ""
    user: str = ""
    at: str = ""
    codings: tuple[Coding, ...] = ()
    notes: tuple[str, ...] = ()
    syncs: tuple[str, str] | None = None
    place: Place = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class SyncPoint:
    """A position of a transcript, in the file's own unit, and its time in the recording."""

    guid: str
    position: int | None
    time_ms: int | None


@dataclass(frozen=True, slots=True)
class PlainText:
    """A text with what is selected in it. `text` is as it stands in the file: line ends, byte-order mark and all.

    `text` None: the file holds none. `member`: where it is to be kept, or was found, in the archive.
    """

    guid: str
    text: str | None
    name: str = ""
    member: str = ""
    selections: tuple[Selection, ...] = ()
    syncs: tuple[SyncPoint, ...] = ()
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Source:
    """A source: its texts (one, but for recordings), its original in the archive, and areas or times selected in it."""

    kind: Kind
    guid: str
    name: str
    description: str = ""
    original: str = ""
    texts: tuple[PlainText, ...] = ()
    places: tuple[Selection, ...] = ()
    codings: tuple[Coding, ...] = ()
    notes: tuple[str, ...] = ()
    values: tuple[Value, ...] = ()
    user: str = ""


@dataclass(frozen=True, slots=True)
class Note:
    """A memo."""

    guid: str
    name: str
    text: str
    user: str = ""
    at: str = ""


@dataclass(frozen=True, slots=True)
class Link:
    """From one thing (guid) to another."""

    guid: str
    name: str
    origin: str
    target: str
    direction: str = "OneWay"
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Set:
    """Codes, sources and notes that somebody put together."""

    guid: str
    name: str
    description: str = ""
    codes: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Graph:
    """A drawing: attributes of its vertices and edges as they stand in the file."""

    guid: str
    name: str
    vertices: tuple[Place, ...] = ()
    edges: tuple[Place, ...] = ()


@dataclass(frozen=True, slots=True)
class Project:
    """A whole project. `origin` is the program that wrote it, `notes` are about the project as a whole."""

    name: str
    origin: str = ""
    description: str = ""
    users: tuple[User, ...] = ()
    codes: tuple[Code, ...] = ()
    variables: tuple[Variable, ...] = ()
    cases: tuple[Case, ...] = ()
    sources: tuple[Source, ...] = ()
    notes_kept: tuple[Note, ...] = ()
    links: tuple[Link, ...] = ()
    sets: tuple[Set, ...] = ()
    graphs: tuple[Graph, ...] = ()
    notes: tuple[str, ...] = ()
