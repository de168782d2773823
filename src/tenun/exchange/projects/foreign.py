"""A project of another program in plain values, its positions made ours, with what could not come."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class ForeignText:
    """A document; `text` is canonical, `original` what the file held for it."""

    name: str
    text: str
    original: bytes
    memo: str = ""
    kind: str = "text"


@dataclass(frozen=True, slots=True)
class ForeignCode:
    """A code or category; `parent` is the name of another."""

    name: str
    parent: str | None = None
    memo: str = ""
    colour: str = ""


@dataclass(frozen=True, slots=True)
class ForeignCoding:
    """A code on a passage of the text at `text` in the project's list; half-open, in code points."""

    text: int
    start_cp: int
    end_cp: int
    code: str
    coder: str
    memo: str = ""


@dataclass(frozen=True, slots=True)
class ForeignMemo:
    """A memo of the project, or of a passage of a text."""

    title: str
    body: str
    coder: str
    text: int | None = None
    start_cp: int = 0
    end_cp: int = 0


@dataclass(frozen=True, slots=True)
class ForeignCase:
    """A case, with the texts that belong to it and what is known of it."""

    name: str
    memo: str = ""
    texts: tuple[int, ...] = ()
    values: tuple[tuple[str, str], ...] = ()


@dataclass
class ForeignProject:
    """What a project file held. `lost` counts, by kind, what this import cannot take over."""

    program: str
    title: str = ""
    memo: str = ""
    texts: list[ForeignText] = field(default_factory=list)
    codes: list[ForeignCode] = field(default_factory=list)
    codings: list[ForeignCoding] = field(default_factory=list)
    memos: list[ForeignMemo] = field(default_factory=list)
    cases: list[ForeignCase] = field(default_factory=list)
    values: list[tuple[int, str, str]] = field(default_factory=list)
    lost: Counter[str] = field(default_factory=Counter)
    replaced: Counter[str] = field(default_factory=Counter)
