"""Passages, codings, and the two ways of saying that nothing was found."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from tenun.coding.facets import Facets
from tenun.coding.places import Place, Region
from tenun.text.spans import Span

if TYPE_CHECKING:
    import pandas as pd

CONTEXT_CP = 48
Status = Literal["proposed", "accepted", "rejected"]
CoderKind = Literal["human", "model", "rule"]

CODINGS_COLUMNS: tuple[str, ...] = (
    "guid", "source", "code", "coder", "round", "actor", "basis", "voice", "polarity", "time", "case", "priority",
    "weight", "status", "memo", "passage", "representation", "start_cp", "end_cp", "quote", "place",
)  # fmt: skip
"""Columns of the table of codings that the analysis rooms take and `Study.codings` shows: one row a coding.

`source`, `code` and `case` are keys, `coder` a name, `round` a number, `passage` and `representation` guids, the facets
their tokens (`voice` may be None), `start_cp` and `end_cp` code points of the representation, None both where the
passage is a region or a time and no stretch of text; `place` then spells it, and is None for all others."""


def in_text(codings: pd.DataFrame) -> pd.DataFrame:
    """The codings of a table whose passages are stretches of text: what methods that count characters can use.

    >>> import pandas as pd
    >>> in_text(pd.DataFrame({"start_cp": [4, None], "end_cp": [9, None]})).to_dict("records")
    [{'start_cp': 4, 'end_cp': 9}]
    """
    there = codings["start_cp"].notna()
    if there.all() and codings["start_cp"].dtype.kind == "i":
        return codings
    return codings[there].astype({"start_cp": "int64", "end_cp": "int64"})


def left_out(codings: pd.DataFrame, coders: Collection[str] | None = None) -> int:
    """How many accepted codings (of `coders`, where named) are of regions and times, which `in_text` leaves out."""
    counted = (codings["status"] == "accepted") & codings["start_cp"].isna()
    return int((counted if coders is None else counted & codings["coder"].isin(list(coders))).sum())


@dataclass(frozen=True, slots=True)
class Passage:
    """A stretch of one representation, kept with its words and a little context so that it can be found again.

    `region`: the place on a page where it was marked, if it was.
    """

    representation: str
    span: Span
    quote: str
    prefix: str = ""
    suffix: str = ""
    guid: str = ""
    region: Region | None = None

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
class PlacedPassage:
    """A region of a picture or page, or a time of a recording; `quote` says what is to be seen or heard there."""

    representation: str
    place: Place
    quote: str = ""
    guid: str = ""


@dataclass(frozen=True, slots=True)
class Coding:
    """A code at one version of its definition, applied to a passage by one coder in one round."""

    passage: Passage | PlacedPassage
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

    passage: Passage | PlacedPassage
    coder: str
    reason: str
    round: int = 1
    facets: Facets = Facets()
    guid: str = ""
