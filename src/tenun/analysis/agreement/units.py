"""The units that agreement is counted over, and the label that each coder gave to each."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from tenun.text.sentences import sentences
from tenun.text.spans import Span

Label = frozenset[str]
Mark = tuple[Span, str]


@dataclass(frozen=True, slots=True)
class LabelledUnit:
    """A stretch of a source and the set of codes each coder gave it; `weight` is how many units it stands for."""

    source: str
    representation: str
    span: Span
    labels: tuple[Label, ...]
    weight: int = 1

    def relabelled(self, to: Mapping[str, str]) -> LabelledUnit:
        """The same unit with each code turned into another; codes that turn into none go."""
        labels = tuple(frozenset(to[code] for code in label if code in to) for label in self.labels)
        return replace(self, labels=labels)


def sentence_labels(text: str, marks: Iterable[Mark], within: Sequence[Span] | None = None) -> list[Label]:
    """The set of codes of each sentence, from one coder's marks (a span and its code).

    A mark holds for each sentence of which it covers at least half of the code points that are not white space, and
    always for the sentence that holds its largest share, the earliest on a tie. `within`: the sentences, where they are
    known; else those of `tenun.text.sentences`.

    >>> text = "Pasar lebih dulu. Wisata."
    >>> [sorted(label) for label in sentence_labels(text, [(Span(0, 5), "MKT"), (Span(12, 25), "TC")])]
    [['MKT'], ['TC']]
    """
    spans = sentences(text) if within is None else within
    inked = _inked_before(text)
    starts, ends = [span.start_cp for span in spans], [span.end_cp for span in spans]
    labels: list[set[str]] = [set() for _ in spans]
    for span, code in marks:
        touched = range(bisect_right(ends, span.start_cp), bisect_left(starts, span.end_cp))
        shares = {at: int(inked[min(span.end_cp, ends[at])] - inked[max(span.start_cp, starts[at])]) for at in touched}
        largest = max(shares.values(), default=0)
        if not largest:
            continue
        labels[next(at for at in touched if shares[at] == largest)].add(code)
        for at in touched:
            if 2 * shares[at] >= inked[ends[at]] - inked[starts[at]]:
                labels[at].add(code)
    return [frozenset(label) for label in labels]


def sentence_units(source: str, representation: str, text: str, coders: Sequence[Sequence[Mark]]) -> list[LabelledUnit]:
    """The sentences of a text with the label of every coder."""
    spans = sentences(text)
    by_coder = [sentence_labels(text, marks, spans) for marks in coders]
    return [
        LabelledUnit(source, representation, span, tuple(labels))
        for span, *labels in zip(spans, *by_coder, strict=True)
    ]


def turn_units(
    source: str, representation: str, text: str, coders: Sequence[Sequence[Mark]], turns: Sequence[Span]
) -> list[LabelledUnit]:
    """The turns of a transcript with the label of every coder, by the rule for sentences.

    >>> first, second = turn_units("S", "r", "Pasar Wisata", [[(Span(0, 4), "M")], []], [Span(0, 5), Span(6, 12)])
    >>> [sorted(label) for label in first.labels], [sorted(label) for label in second.labels]
    ([['M'], []], [[], []])
    """
    by_coder = [sentence_labels(text, marks, turns) for marks in coders]
    return [
        LabelledUnit(source, representation, span, tuple(labels))
        for span, *labels in zip(turns, *by_coder, strict=True)
    ]


def character_units(
    source: str, representation: str, text: str, coders: Sequence[Sequence[Mark]]
) -> list[LabelledUnit]:
    """Runs of code points that every coder labelled alike, each weighing as many as it has that are not white space."""
    inked = _inked_before(text)
    edges = {edge for marks in coders for span, _ in marks for edge in (span.start_cp, span.end_cp)}
    runs = [run for run in pairwise(sorted({0, len(text), *edges})) if inked[run[1]] > inked[run[0]]]
    starts = [start for start, _ in runs]
    labels = [[set[str]() for _ in coders] for _ in runs]
    for coder, marks in enumerate(coders):
        for span, code in marks:
            for at in range(bisect_left(starts, span.start_cp), bisect_left(starts, span.end_cp)):
                labels[at][coder].add(code)
    return [
        LabelledUnit(
            source, representation, Span(start, end), tuple(map(frozenset, label)), int(inked[end] - inked[start])
        )
        for (start, end), label in zip(runs, labels, strict=True)
    ]


def _inked_before(text: str) -> NDArray[np.int64]:
    """How many code points before each position are not white space."""
    return np.cumsum([0, *(not character.isspace() for character in text)])
