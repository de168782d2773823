"""What a reader makes of a file."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Protocol

from tenun.corpus.landmarks import Landmark
from tenun.corpus.transcripts import Guide, Turn
from tenun.errors import Problem


@dataclass(frozen=True, slots=True)
class Reading:
    """The canonical text of a document and what was found in it.

    `replaced_cp`: positions at which a character that cannot be stored was replaced. `metadata`: front matter, names
    made ours. `language`: as stated, else as detected, else None. `medium`: the MIME type of the original where that is
    a picture or a recording, to be seen or heard; only then may the text be empty. `landmarks`: see
    `corpus/landmarks.py` for their kinds.
    """

    text: str
    extractor: str
    extractor_version: str
    replaced_cp: tuple[int, ...] = ()
    metadata: Mapping[str, Any] = field(default_factory=dict)
    turns: tuple[Turn, ...] = ()
    landmarks: tuple[Landmark, ...] = ()
    language: str | None = None
    medium: str = ""
    warnings: tuple[Problem, ...] = ()


@dataclass(frozen=True, slots=True)
class Format:
    """What a reader reads: `extensions` with their dot, "" for a name without one."""

    extractor: str
    version: str
    extensions: tuple[str, ...]
    name_en: str
    name_id: str


class Reader(Protocol):
    """The three functions that every module of `intake/readers` has."""

    def accepts(self, name: str, head: bytes) -> bool:
        """Whether this reader should read a file of that name that begins so."""

    def read(self, content: bytes, name: str, guide: Guide | None = None) -> Reading:
        """The reading; raises InputRefused when the content is not what it seemed."""

    def describe(self) -> Format:
        """What this reader reads."""
