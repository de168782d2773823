"""What becomes of a hyphen at the end of a line."""

from __future__ import annotations

import re
from collections.abc import Iterable

from tenun.intake.pdf.pieces import Piece

_SHORTEST_DOUBLED = 3
_LETTERS_LAST = re.compile(r"[^\W\d_]+$")
_LETTERS_FIRST = re.compile(r"[^\W\d_]+")


class Hyphens:
    """Knows the words of a whole document, to tell a broken word from one that has its hyphen anyway.

    The hyphen goes where a small letter follows, unless the two halves are alike (`kota-kota`, as Indonesian doubles
    words) or the document writes the word with its hyphen within a line and nowhere without.
    """

    def __init__(self, pieces: Iterable[Piece]) -> None:
        self._words: set[str] = set()
        for piece in pieces:
            if not piece.ends_line and not piece.hyphen:
                self._words.add(piece.text.strip(".,;:!?()[]\"'“”‘’").casefold())

    def joint(self, before: str, after: str) -> str | None:
        """What stands between two halves: "" or "-"; None where they are not halves of a word.

        >>> Hyphens([]).joint("inter", "national"), Hyphens([]).joint("kota", "kota"), Hyphens([]).joint("2019", "2020")
        ('', '-', '-')
        """
        first, second = _LETTERS_LAST.search(before), _LETTERS_FIRST.match(after)
        if first is None or second is None or not after[0].islower():
            return "-" if before[-1:].isalnum() and after[:1].isalnum() else None
        one, two = first.group().casefold(), second.group().casefold()
        if one + two in self._words:
            return ""
        return "-" if _doubled(one, two) or f"{one}-{two}" in self._words else ""


def _doubled(one: str, two: str) -> bool:
    """Whether the halves are one word said twice, with an affix or not: `kota-kotanya`, `bermain-main`."""
    if one == two or min(len(one), len(two)) < _SHORTEST_DOUBLED:
        return one == two
    return two in (f"{one}nya", f"{one}an") or one in (f"ber{two}", f"se{two}", f"ter{two}")
