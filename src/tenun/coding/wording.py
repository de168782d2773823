"""Where a text says what a quote says: exactly, but for white space, or in similar words."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import cached_property

from tenun.text.spans import Span

LIKE_ENOUGH = 0.6
COMPARED_CP = 1_000
_CANDIDATES = 3
_PLAIN = str.maketrans("“”„«»‘’‚–—−‑", '"' * 5 + "'" * 3 + "-" * 4)
_SPACE = re.compile(r"\s+")
_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Likeness:
    """The stretch of a text whose wording is most like a quote's, and how like: 1 is equal."""

    span: Span
    similarity: float


class Wording:
    """A text, prepared to be searched; what is costly is made when first asked for."""

    def __init__(self, text: str) -> None:
        self.text = text

    def places(self, quote: str) -> list[int]:
        """Where the quote stands exactly; at most the first two places.

        >>> Wording("aaa").places("aa")
        [0, 1]
        """
        return list(_finds(self.text, quote))

    def places_but_for_space(self, quote: str) -> list[Span]:
        """Where the quote stands when every run of white space counts as one; at most the first two places.

        >>> [span.of("dua\\n  kota") for span in Wording("dua\\n  kota").places_but_for_space(" dua kota")]
        ['dua\\n  kota']
        """
        text, starts = self._spaced
        return _spans(text, starts, _SPACE.sub(" ", quote).strip())

    def likest(self, quote: str) -> Likeness | None:
        """The likest stretch: equal but for case and typography, else the run of about as many words that shares most.

        >>> text = "Kedua kota sepakat bekerja sama."
        >>> Wording(text).likest("Semua kota sepakat bekerja sama").span.of(text)
        'Kedua kota sepakat bekerja sama'
        """
        text, starts = self._folded
        places = _spans(text, starts, _SPACE.sub(" ", quote.translate(_PLAIN)).strip().casefold())
        if places:
            return Likeness(places[0], 1.0)
        return max(self._candidates(quote), key=lambda found: found.similarity, default=None)

    @cached_property
    def _spaced(self) -> tuple[str, list[int]]:
        return _one_space(self.text, list(range(len(self.text) + 1)))

    @cached_property
    def _folded(self) -> tuple[str, list[int]]:
        """Case and typography folded, with the place in the text of each character, then white space as one."""
        pieces = [char.casefold() for char in self.text.translate(_PLAIN)]
        starts = [at for at, piece in enumerate(pieces) for _ in piece]
        return _one_space("".join(pieces), [*starts, len(self.text)])

    @cached_property
    def _words(self) -> list[tuple[str, int, int]]:
        return [(match.group().casefold(), match.start(), match.end()) for match in _WORD.finditer(self.text)]

    def _candidates(self, quote: str) -> Iterator[Likeness]:
        """Runs of as many words as the quote has that share most words with it, compared letter by letter."""
        wanted = Counter(match.group().casefold() for match in _WORD.finditer(quote))
        length = wanted.total()
        words = self._words
        if not length or not words:
            return
        shared = _shared_words([word for word, _, _ in words], wanted, length)
        best = sorted(range(len(shared)), key=lambda at: -shared[at])[:_CANDIDATES]
        for first in best:
            run = words[first : first + length]
            known = [at for at, (word, _, _) in enumerate(run) if word in wanted]
            yield from self._likenesses(quote, run)
            yield from self._likenesses(quote, run[known[0] : known[-1] + 1] if known else [])

    def _likenesses(self, quote: str, run: list[tuple[str, int, int]]) -> Iterator[Likeness]:
        """How like a quote a run of words is, letter by letter; nothing where it is not like enough."""
        if run:
            span = Span(run[0][1], run[-1][2])
            sides = quote[:COMPARED_CP].casefold(), span.of(self.text)[:COMPARED_CP].casefold()
            ratio = SequenceMatcher(None, *sides, autojunk=False).ratio()
            if ratio >= LIKE_ENOUGH:
                yield Likeness(span, round(ratio, 3))


def _finds(text: str, quote: str) -> Iterator[int]:
    at = text.find(quote)
    if quote and at >= 0:
        yield at
        again = text.find(quote, at + 1)
        if again >= 0:
            yield again


def _spans(text: str, starts: list[int], quote: str) -> list[Span]:
    return [Span(starts[at], starts[at + len(quote) - 1] + 1) for at in _finds(text, quote)]


def _one_space(text: str, starts: list[int]) -> tuple[str, list[int]]:
    pieces: list[str] = []
    kept: list[int] = []
    end = 0
    for run in _SPACE.finditer(text):
        pieces += (text[end : run.start()], " ")
        kept += starts[end : run.start() + 1]
        end = run.end()
    pieces.append(text[end:])
    return "".join(pieces), kept + starts[end:]


def _shared_words(words: list[str], wanted: Counter[str], length: int) -> list[int]:
    """For each run of `length` words, by its first word: how many words of the quote it holds."""
    inside: Counter[str] = Counter()
    shared, counts = 0, []
    for at, word in enumerate(words):
        inside[word] += 1
        shared += inside[word] <= wanted[word]
        if at >= length:
            gone = words[at - length]
            shared -= inside[gone] <= wanted[gone]
            inside[gone] -= 1
        if at >= length - 1:
            counts.append(shared)
    return counts or [shared]
