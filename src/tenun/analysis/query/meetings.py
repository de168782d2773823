"""Which codes meet at each passage: those on passages that lie close to it, as sparse tables."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Literal

import numpy as np

from tenun.analysis.query.columns import Ints
from tenun.analysis.query.index import CodingIndex

Proximity = Literal["passage", "overlapping", "words", "sentences", "turn"]
_PAIRS_AT_ONCE = 6_000_000


def codes_met(
    index: CodingIndex, codings: Ints, code: Ints, codes: int, proximity: Proximity, reach: int
) -> Iterator[tuple[Ints, Any, Any]]:
    """Passages, the codes of each, and the codes that each meets, its own among them: sparse, passages x codes.

    `codings`: the rows that count, and the number of each one's `code`. Texts are taken some at a time, because nothing
    reaches from one into another.
    """
    counted = index.passages_of(codings)
    passages = np.flatnonzero(counted)
    own = _table((np.cumsum(counted) - 1)[index.passage[codings]], code, (len(passages), codes))
    if proximity == "passage":
        yield passages, own, own
        return
    begin, end = _stretches(index, passages, proximity, reach)
    following = np.maximum(np.searchsorted(begin, end, side="left") - np.arange(len(begin)) - 1, 0)
    for first, upto in _blocks(index.text_of_passage[passages], following):
        many = following[first:upto]
        yield passages[first:upto], own[first:upto], _met(own[first:upto], many)


def _stretches(index: CodingIndex, passages: Ints, proximity: Proximity, reach: int) -> tuple[Ints, Ints]:
    """Start of each passage, and how far to the right it meets what starts there; an empty one meets nothing."""
    if proximity == "words":
        places, further = index.places_in_words, reach + 1
    elif proximity == "sentences":
        places, further = index.places_in_sentences, reach
    else:
        places, further = index.places if proximity == "overlapping" else index.places_in_turns, 0
    begin, end = places.start[passages], places.end[passages]
    reaching = np.minimum(end + further, places.text_end[passages])
    return begin, np.where(begin < end, reaching, begin)


def _blocks(text: Ints, following: Ints) -> Iterator[tuple[int, int]]:
    """Stretches of passages of whole texts, with not too many pairs in each."""
    ends = np.append(np.flatnonzero(np.diff(text)) + 1, len(text))
    pairs = np.concatenate([[0], np.cumsum(following)])
    first = 0
    for at, upto in enumerate(ends.tolist()):
        last = at + 1 == len(ends)
        if upto > first and (last or pairs[int(ends[at + 1])] - pairs[first] > _PAIRS_AT_ONCE):
            yield first, upto
            first = upto


def _met(own: Any, following: Ints) -> Any:
    """Codes of each passage and of those that it meets, before it and after it."""
    from scipy.sparse import csr_array

    size = len(following)
    indptr = np.concatenate([[0], np.cumsum(following)])
    left = np.repeat(np.arange(size), following)
    right = left + 1 + np.arange(len(left)) - indptr[left]
    after = csr_array((np.ones(len(left), dtype=np.int32), right, indptr), shape=(size, size))
    met = own + after @ own + after.T.tocsr() @ own
    met.data[:] = 1
    return met


def _table(rows: Ints, columns: Ints, shape: tuple[int, int]) -> Any:
    from scipy.sparse import csr_array

    table = csr_array((np.ones(len(rows), dtype=np.int32), (rows, columns)), shape=shape)
    table.sum_duplicates()
    table.data[:] = 1
    return table
