"""Passages, codings, and the two ways of saying that nothing was found."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from tenun.coding.facets import Facets
from tenun.text.spans import Span

CONTEXT_CP = 48
Status = Literal["proposed", "accepted", "rejected"]
CoderKind = Literal["human", "model", "rule"]

CODINGS_COLUMNS: tuple[str, ...] = (
    "guid", "source", "code", "coder", "round", "actor", "basis", "voice", "polarity", "time", "case", "priority",
    "weight", "status", "memo", "passage", "representation", "start_cp", "end_cp", "quote",
)  # fmt: skip
"""Columns of the table of codings that the analysis rooms take and `Study.codings` shows: one row a coding.

`source`, `code` and `case` are keys, `coder` a name, `round` a number, `passage` and `representation` guids, the facets
their tokens (`voice` may be None), `start_cp` and `end_cp` code points of the representation."""


@dataclass(frozen=True, slots=True)
class Passage:
    """A stretch of one representation, kept with its words and a little context so that it can be found again."""

    representation: str
    span: Span
    quote: str
    prefix: str = ""
    suffix: str = ""
    guid: str = ""

    @classmethod
    def cut(cls, representation: str, text: str, span: Span, guid: str = "") -> Passage:
        """The passage at `span` of `text`.

        >>> Passage.cut("r1", "kota kembar", Span(5, 11)).quote
        'kembar'
        """
        if span.end_cp > len(text):
            raise ValueError(f"the span ends at {span.end_cp}, the text at {len(text)}")
        before = text[max(0, span.start_cp - CONTEXT_CP) : span.start_cp]
        return cls(representation, span, span.of(text), before, text[span.end_cp : span.end_cp + CONTEXT_CP], guid)


@dataclass(frozen=True, slots=True)
class Coding:
    """A code at one version of its definition, applied to a passage by one coder in one round."""

    passage: Passage
    code: str
    coder: str
    round: int = 1
    facets: Facets = Facets()
    code_version: int = 1
    weight: float = 1.0
    status: Status = "accepted"
    memo: str = ""
    guid: str = ""


@dataclass(frozen=True, slots=True)
class Uncoded:
    """A passage that was read and left uncoded on purpose, with the reason."""

    passage: Passage
    coder: str
    reason: str
    round: int = 1
    facets: Facets = Facets()
    guid: str = ""
