"""In which unit a program counted the positions of a text: every candidate is tried, and the cleanest one taken.

Programs count code points or UTF-16 units, a line end as one or two, a byte-order mark or not, and write the end as the
first position after a selection or as its last. A selection that is read in the right unit begins and ends at the edge
of a word; in a wrong one it drifts into words from the first emoji or line end on.
"""

from __future__ import annotations

import unicodedata
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import product
from typing import Literal

import numpy as np

from tenun.text.canonical import canonical
from tenun.text.spans import Span

SHORTEST_WORDS = 4
Code = Literal["code-point", "utf-16"]
QUOTED = 4.0
OUTSIDE = -2.0
CLEAN = 1.5
SAMPLED = 500
UNUSUAL = 0.2
"""What speaks against a reading that no known program needs."""
BORROWED = 3.0
"""So many selections' worth of evidence a source takes from the others of its project."""


@dataclass(frozen=True, slots=True)
class Unit:
    """How positions are counted."""

    code: Code = "code-point"
    line_end: Literal[1, 2] = 1
    mark: bool = False
    inclusive: bool = False


_CODES: tuple[Code, ...] = ("code-point", "utf-16")
_LINE_ENDS: tuple[Literal[1, 2], ...] = (1, 2)
UNITS: tuple[Unit, ...] = tuple(
    Unit(code, line_end, mark, inclusive)
    for inclusive, mark, line_end, code in product((False, True), (False, True), _LINE_ENDS, _CODES)
)


@dataclass(frozen=True, slots=True)
class Marked:
    """What a file says of one selection: its positions, and its words where it gives them."""

    start: int
    end: int
    words: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Choice:
    """The unit that was chosen, and how sure that is.

    `clean`: share of selections that begin and end cleanly or have the words that the file gives; `next_clean`: the
    same for the best unit that would give other spans, None where every unit gives the same. `spans`: one a selection,
    None where it lies outside the text. `doubtful`: numbers of selections that do not fit well.
    """

    unit: Unit
    clean: float
    next_clean: float | None
    spans: tuple[Span | None, ...]
    doubtful: tuple[int, ...]


class Text:
    """A text as it stands in a file, and the canonical text whose code points Tenun counts."""

    def __init__(self, raw: str) -> None:
        self.raw = raw
        self.text = canonical(raw).text

    @cached_property
    def _starts(self) -> dict[tuple[str, int], list[int]]:
        """Where each code point of the canonical text begins in each unit, without the byte-order mark."""
        points = np.frombuffer(self.text.encode("utf-32-le"), dtype="<u4")
        line_ends = points == 10
        found: dict[tuple[str, int], list[int]] = {}
        for code, line_end in product(_CODES, _LINE_ENDS):
            width = np.ones(len(points), dtype=np.int64)
            if code == "utf-16":
                width += points >= 0x10000
            if line_end == 2:
                width += line_ends
            found[code, line_end] = [0, *np.cumsum(width).tolist()]
        return found

    @property
    def has_mark(self) -> bool:
        """Whether the file begins with a byte-order mark."""
        return self.raw.startswith("\ufeff")

    def span(self, marked: Marked, unit: Unit) -> tuple[Span | None, bool]:
        """The span in a unit, and whether both positions stand at the border of a character."""
        starts = self._starts[unit.code, unit.line_end]
        shift = -1 if unit.mark and self.has_mark else 0
        first, last = marked.start + shift, marked.end + shift + unit.inclusive
        if not 0 <= first <= last <= starts[-1]:
            return None, False
        start, end = bisect_right(starts, first) - 1, bisect_right(starts, last) - 1
        return Span(start, end), starts[start] == first and starts[end] == last


def choose(
    text: Text, marked: Sequence[Marked], leaning: dict[Unit, float] | None = None, known: Unit | None = None
) -> Choice:
    """The unit in which the selections of a text fit best. `leaning`: what speaks for a unit beside this text.

    `known`: the unit where the program that wrote the file is known to count so.
    """
    leaning = leaning or {}
    found = {unit: [_judge(text, one, unit) for one in _sample(marked)] for unit in UNITS}
    totals = {unit: sum(points for _, points in found[unit]) + leaning.get(unit, 0.0) for unit in UNITS}
    best = known or max(UNITS, key=lambda unit: totals[unit])
    sampled = tuple(span for span, _ in found[best])
    # Where the next character is a full stop, an end that takes it in is as clean: no rival of the unit itself.
    alike = [unit for unit in UNITS if unit.inclusive == best.inclusive]
    others = [unit for unit in alike if tuple(span for span, _ in found[unit]) != sampled]
    rival = max(others, key=lambda unit: totals[unit]) if others else None
    whole = [_judge(text, one, best) for one in marked]
    doubtful = tuple(number for number, (_, points) in enumerate(whole) if points < CLEAN)
    next_clean = None if rival is None else _share(found[rival])
    return Choice(best, _share(whole), next_clean, tuple(span for span, _ in whole), doubtful)


def evidence(text: Text, marked: Sequence[Marked]) -> dict[Unit, float]:
    """Points a unit earns from the selections of one text."""
    return {unit: sum(_judge(text, one, unit)[1] for one in _sample(marked)) for unit in UNITS}


def _sample(marked: Sequence[Marked]) -> Sequence[Marked]:
    """Selections from all over the text, as many as it takes to tell the units apart."""
    return marked[:: -(-len(marked) // SAMPLED)] if len(marked) > SAMPLED else marked


def leanings(found: Sequence[dict[Unit, float]], counts: Sequence[int]) -> list[dict[Unit, float]]:
    """For each text, what the other texts of its project say of every unit: worth a few selections of its own."""
    totals = {unit: sum(one[unit] for one in found) for unit in UNITS}
    everything = sum(counts)
    leaning = []
    for one, count in zip(found, counts, strict=True):
        rest = everything - count
        leaning.append({unit: BORROWED * (totals[unit] - one[unit]) / rest if rest else 0.0 for unit in UNITS})
    return leaning


def _judge(text: Text, marked: Marked, unit: Unit) -> tuple[Span | None, float]:
    """The span, and its points: one for each clean edge, more for the words that the file gives."""
    span, whole = text.span(marked, unit)
    unusual = UNUSUAL * (unit.inclusive + unit.mark)
    if span is None or not whole or not len(span):
        return span if whole else None, OUTSIDE - unusual
    points = float(_clean(text.text, span.start_cp, span.start_cp)) + _clean(text.text, span.end_cp, span.end_cp - 1)
    return span, points + QUOTED * _says(span.of(text.text), marked.words) - unusual


def _clean(text: str, edge: int, inside: int) -> bool:
    """Whether an edge stands between words, with no space just inside it."""
    if text[inside].isspace():
        return False
    before, after = (text[edge - 1] if edge else " "), (text[edge] if edge < len(text) else " ")
    return not (_in_word(before) and _in_word(after)) and not unicodedata.category(after).startswith("M")


def _in_word(char: str) -> bool:
    return char.isalnum() or unicodedata.category(char).startswith("M")


def _says(quote: str, words: Sequence[str]) -> float:
    """1 where a quote is what the file gives for it, 0.75 where it only begins so: programs cut names short."""
    plain = " ".join(quote.split())
    found = 0.0
    for given in words:
        whole = " ".join(given.split())
        start = whole.rstrip("….").strip()
        if len(start) >= SHORTEST_WORDS and plain.startswith(start):
            found = max(found, 1.0 if plain == whole else 0.75)
    return found


def _share(found: Sequence[tuple[Span | None, float]]) -> float:
    return sum(points >= CLEAN for _, points in found) / len(found) if found else 1.0
