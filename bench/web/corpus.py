"""The corpus that both programs get: short texts, two long ones, codes, and highlights that overlap.

Made of the standard library alone, for Taguette's environment makes the same corpus from the same seed.
"""

from __future__ import annotations

import random
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

BREAK = "\n\n"
PARAGRAPH = 600
MOTIVES = 8
SYLLABLES = (
    "ka",
    "ro",
    "ti",
    "mu",
    "lan",
    "dar",
    "pa",
    "se",
    "ben",
    "go",
    "si",
    "wa",
    "tu",
    "ner",
    "mi",
    "ya",
    "bo",
    "ke",
    "lu",
    "ra",
)


@dataclass(frozen=True, slots=True)
class Size:
    """How much there is; `long_bytes` are the two long texts, of which each has `on_long` highlights."""

    texts: int
    text_bytes: int
    long_bytes: tuple[int, int]
    on_long: int
    codes: int
    highlights: int


FULL = Size(1_000, 10_000, (1_000_000, 5_000_000), 2_000, 200, 100_000)
QUICK = Size(40, 10_000, (100_000, 500_000), 200, 40, 4_400)


@dataclass(frozen=True, slots=True)
class Highlight:
    """A code on a stretch of a text, half-open in characters; they are all ASCII, so these are bytes too."""

    start: int
    end: int
    code: int


@dataclass(frozen=True)
class Text:
    """One text in paragraphs, with its highlights in order of where they begin."""

    name: str
    paragraphs: tuple[str, ...]
    highlights: tuple[Highlight, ...]

    @cached_property
    def body(self) -> str:
        """The text with blank lines between paragraphs."""
        return BREAK.join(self.paragraphs)

    @cached_property
    def _starts(self) -> list[int]:
        starts = [0]
        for paragraph in self.paragraphs[:-1]:
            starts.append(starts[-1] + len(paragraph) + len(BREAK))
        return starts

    def without_breaks(self, at: int) -> int:
        """A place counted as Taguette counts it: the breaks between paragraphs are tags there, and have no length."""
        return at - len(BREAK) * (bisect_right(self._starts, at) - 1)


def code_name(number: int) -> str:
    """What a code is called."""
    return f"C{number:03d}"


def make_texts(size: Size, seed: int = 1) -> Iterator[Text]:
    """The long texts, then the short ones; the same for the same seed."""
    chance = random.Random(seed)
    words = ["".join(chance.choices(SYLLABLES, k=chance.randint(1, 4))) for _ in range(3_000)]
    for number, length in enumerate(size.long_bytes, start=1):
        yield _text(chance, words, f"L{number}", length, size.on_long, size.codes)
    rest = size.highlights - len(size.long_bytes) * size.on_long
    for number in range(size.texts):
        share = rest * (number + 1) // size.texts - rest * number // size.texts
        yield _text(chance, words, f"T{number:04d}", size.text_bytes, share, size.codes)


def _text(chance: random.Random, words: list[str], name: str, length: int, count: int, codes: int) -> Text:
    paragraphs, so_far = [], 0
    while so_far < length:
        paragraph = " ".join(chance.choices(words, k=PARAGRAPH // 6)).capitalize() + "."
        paragraphs.append(paragraph[: length - so_far])
        so_far += len(paragraphs[-1]) + len(BREAK)
    body = BREAK.join(paragraphs)
    return Text(name, tuple(paragraphs), tuple(_highlights(chance, body, count, codes)))


def _highlights(chance: random.Random, body: str, count: int, codes: int) -> Iterator[Highlight]:
    """Evenly spread, each up to three times as long as the way to the next one, from word to word."""
    gap = len(body) / count
    seen = set()
    for number in range(count):
        start = body.find(" ", int((number + chance.random() / 2) * gap)) + 1
        stop = body.find(" ", min(int(start + chance.uniform(0.4, 3) * gap), len(body)))
        end = stop if stop > start else body.rindex(" ")
        start = start if 0 < start < end else body.rindex(" ", 0, end) + 1
        found = Highlight(start, end, chance.randrange(codes))
        while found in seen:
            found = Highlight(start, end, chance.randrange(codes))
        seen.add(found)
        yield found
