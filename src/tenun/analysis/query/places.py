"""Where passages lie, in code points, words, sentences and turns, all texts laid end to end."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from tenun.analysis.query.columns import Ints, Mask
from tenun.text.folding import word_spans
from tenun.text.sentences import sentences
from tenun.text.spans import Span


@dataclass(frozen=True, slots=True)
class Places:
    """Half-open stretches of passages in one unit of length, with the stretch of the text that each lies in.

    Passages stand in order of start; texts do not touch, so that nothing reaches from one into the next.
    """

    start: Ints
    end: Ints
    text_start: Ints
    text_end: Ints

    def only(self, rows: Ints) -> Places:
        """Some of them, in the same order."""
        return Places(self.start[rows], self.end[rows], self.text_start[rows], self.text_end[rows])

    def overlapping(self, those: Mask, others: Mask, reach: int = 0) -> Mask:
        """Which of `those` share something with one of `others`, within `reach` of it, in the same text."""
        rows, among = np.flatnonzero(those), np.flatnonzero(others)
        low = np.maximum(self.start[rows] - reach, self.text_start[rows])
        high = np.minimum(self.end[rows] + reach, self.text_end[rows])
        begun = np.searchsorted(self.start[among], high, side="left")
        over = np.searchsorted(np.sort(self.end[among]), low, side="right")
        return self._mask(rows[begun > over])

    def within(self, those: Mask, others: Mask) -> Mask:
        """Which of `those` lie wholly inside one of `others`."""
        rows, among = np.flatnonzero(those), np.flatnonzero(others)
        furthest = np.concatenate([[-1], np.maximum.accumulate(self.end[among])])
        before = np.searchsorted(self.start[among], self.start[rows], side="right")
        return self._mask(rows[furthest[before] >= self.end[rows]])

    def containing(self, those: Mask, others: Mask) -> Mask:
        """Which of `those` hold one of `others` wholly."""
        rows, among = np.flatnonzero(those), np.flatnonzero(others)
        beyond = np.iinfo(np.int64).max
        nearest = np.concatenate([np.minimum.accumulate(self.end[among][::-1])[::-1], [beyond]])
        from_here = np.searchsorted(self.start[among], self.start[rows], side="left")
        return self._mask(rows[nearest[from_here] <= self.end[rows]])

    def next_after(self, those: Mask, others: Mask) -> tuple[Ints, Ints]:
        """Rows of `those` that end before one of `others` begins in the same text, and the row of the first such."""
        rows, among = np.flatnonzero(those), np.flatnonzero(others)
        at = np.searchsorted(self.start[among], self.end[rows], side="left")
        rows, following = rows[at < len(among)], among[at[at < len(among)]]
        same = self.start[following] < self.text_end[rows]
        return rows[same], following[same]

    def _mask(self, rows: Ints) -> Mask:
        found = np.zeros(len(self.start), dtype=np.bool_)
        found[rows] = True
        return found


@dataclass(frozen=True, slots=True)
class WordsOfTexts:
    """All words of all texts in a row, as numbers of a vocabulary, with where they begin and end."""

    vocabulary: dict[str, int]
    numbers: Ints
    start: Ints
    end: Ints


def in_code_points(start: Ints, end: Ints, text: Ints, offsets: Ints) -> Places:
    """Places in code points: each passage moved by what lies before its text."""
    return Places(start + offsets[text], end + offsets[text], offsets[text], offsets[text + 1])


def words_of(texts: Sequence[str], offsets: Ints) -> WordsOfTexts:
    """Folded words of the texts, at the places that `offsets` gives them."""
    vocabulary: dict[str, int] = {}
    numbers, starts, ends = [], [], []
    for text, offset in zip(texts, offsets.tolist(), strict=False):
        for word, start, end in word_spans(text):
            numbers.append(vocabulary.setdefault(word, len(vocabulary)))
            starts.append(start + offset)
            ends.append(end + offset)
    return WordsOfTexts(vocabulary, *(np.array(row, dtype=np.int64) for row in (numbers, starts, ends)))


def sentences_of(texts: Sequence[str], offsets: Ints) -> tuple[Ints, Ints]:
    """Starts and ends of the sentences of all texts."""
    return _laid([sentences(text) for text in texts], offsets)


def turns_of(turns: Mapping[str, Sequence[Span]], representations: Sequence[str], offsets: Ints) -> tuple[Ints, Ints]:
    """Starts and ends of the turns of all texts that have any."""
    return _laid([sorted(turns.get(name, ())) for name in representations], offsets)


def _laid(spans: Sequence[Sequence[Span]], offsets: Ints) -> tuple[Ints, Ints]:
    laid = [
        (span.start_cp + offset, span.end_cp + offset)
        for row, offset in zip(spans, offsets.tolist(), strict=False)
        for span in row
    ]
    start, end = np.array(laid, dtype=np.int64).reshape(-1, 2).T
    return start, end


def counted_in(places: Places, starts: Ints, ends: Ints) -> Places:
    """The same passages, counted in words, sentences or turns: those that they touch."""
    return Places(
        np.searchsorted(ends, places.start, side="right"),
        np.searchsorted(starts, places.end, side="left"),
        np.searchsorted(starts, places.text_start, side="left"),
        np.searchsorted(starts, places.text_end, side="left"),
    )
