"""What free text gives away of confidential texts: names that stand in them, and runs of their words."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Any

RUN = 4
"""So many words in a row are taken for a quotation."""
_WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")


class Telling:
    """Judges free text beside some texts that stay and others that everybody may read.

    A name is a word that is written with a capital, or with a digit, wherever it occurs in the confidential texts, and
    that no open text has. What a person paraphrased in words of their own cannot be known here.
    """

    def __init__(self, confidential: Iterable[str], open_texts: Iterable[str]) -> None:
        known: set[str] = set()
        self._open_runs: set[tuple[str, ...]] = set()
        for text in open_texts:
            words = _WORD.findall(text)
            known |= {word.casefold() for word in words}
            self._open_runs |= set(_runs(words))
        capital: set[str] = set()
        small: set[str] = set()
        self._runs: set[tuple[str, ...]] = set()
        for text in confidential:
            words = _WORD.findall(text)
            self._runs |= set(_runs(words))
            for word in words:
                (small if word[:1].islower() else capital).add(word.casefold())
        self._names = {word for word in capital - small - known if len(word) > 1 and not word.isdigit()}
        self._runs -= self._open_runs

    def tells(self, text: str) -> bool:
        """Whether the text has a name of a confidential text, or four of its words in a row."""
        words = _WORD.findall(text)
        return any(word.casefold() in self._names for word in words) or not self._runs.isdisjoint(_runs(words))

    def blanked(self, value: Any) -> Any:
        """A value of JSON with every text in it that tells something made empty."""
        if isinstance(value, str):
            return "" if self.tells(value) else value
        if isinstance(value, list):
            return [kept for one in value if (kept := self.blanked(one)) != "" or one == ""]
        if isinstance(value, dict):
            return {name: self.blanked(one) for name, one in value.items()}
        return value


def _runs(words: list[str]) -> Iterator[tuple[str, ...]]:
    folded = [word.casefold() for word in words]
    for at in range(len(folded) - RUN + 1):
        yield tuple(folded[at : at + RUN])
