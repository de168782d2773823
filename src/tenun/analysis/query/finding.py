"""What a question finds: passages with their words, what stands around them, and their codings."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np

from tenun.analysis.query.index import CodingIndex
from tenun.analysis.query.terms import Term
from tenun.coding.coverage import Coverage
from tenun.text.spans import Span

CONTEXT_CP = 80


@dataclass(frozen=True, slots=True)
class Found:
    """A passage that answers the question. Words are empty where the index was made without texts."""

    passage: str
    source: str
    representation: str
    span: Span
    quote: str
    before: str
    after: str
    codes: tuple[str, ...]
    """All codes of the passage, those that were not asked for too."""
    codings: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Absence:
    """A code in a source: `found`, `not found` (somebody read for it and no coding is there) or `unread`."""

    source: str
    code: str
    state: str
    read_by: tuple[str, ...]


def find(
    index: CodingIndex, asked: Term, *, context_cp: int = CONTEXT_CP, limit: int | None = None, offset: int = 0
) -> list[Found]:
    """The passages that answer the question, by text and place, `limit` of them from `offset`."""
    rows = np.flatnonzero(asked.passages(index))[offset : None if limit is None else offset + limit]
    wanted = np.zeros(index.passages, dtype=np.bool_)
    wanted[rows] = True
    held: dict[int, list[int]] = {row: [] for row in rows.tolist()}
    for coding in np.flatnonzero(wanted[index.passage]).tolist():
        held[int(index.passage[coding])].append(coding)
    return [_found(index, row, codings, context_cp) for row, codings in held.items()]


def count(index: CodingIndex, asked: Term) -> int:
    """How many passages answer the question."""
    return int(np.count_nonzero(asked.passages(index)))


def _found(index: CodingIndex, row: int, codings: list[int], context_cp: int) -> Found:
    text_number = int(index.text_of_passage[row])
    start, end = int(index.start_cp[row]), int(index.end_cp[row])
    text = "" if index.texts is None else index.texts[text_number]
    return Found(
        passage=str(index.passage_guid[row]),
        source=index.source.values[int(index.passage_source[row])],
        representation=index.representations[text_number],
        span=Span(start, end),
        quote=text[start:end],
        before=text[max(0, start - context_cp) : start],
        after=text[end : end + context_cp],
        codes=tuple(sorted({index.code.values[int(index.code.numbers[coding])] for coding in codings})),
        codings=tuple(str(index.guid[coding]) for coding in codings),
    )


def absences(
    index: CodingIndex, coverage: Iterable[Coverage], codes: Iterable[str], sources: Iterable[str]
) -> list[Absence]:
    """For each code and source whether it is there, was looked for in vain, or was never looked for.

    `coverage`: who read which source for which code and did not find it. A code is there if it or one below it is.
    """
    looked: dict[tuple[str, str], set[str]] = {}
    for one in coverage:
        looked.setdefault((one.source, one.code), set()).add(one.coder)
    keys = list(sources)
    table = []
    for code in codes:
        rows = index.rows_of(index.with_those_below([code]))
        there = {index.source.values[at] for at in np.unique(index.source.numbers[rows]).tolist()}
        for source in keys:
            readers = tuple(sorted(looked.get((source, code), ())))
            state = "found" if source in there else "not found" if readers else "unread"
            table.append(Absence(source, code, state, readers))
    return table
