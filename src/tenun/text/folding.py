"""One way to cut text into words and fold them, so that both databases and the shingles agree."""

from __future__ import annotations

import re
import unicodedata

_INVISIBLE = "\u00ad\u200c\u200d"
# Marks that belong to the letter before them: without these, text in decomposed form would fall apart at every accent.
_MARKS = (
    "\u0300-\u036f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7"
    "\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06e4\u06e7\u06e8\u06ea-\u06ed"
)
_LETTERS = rf"[^\W_][^\W_{_MARKS}{_INVISIBLE}]*(?:[{_MARKS}{_INVISIBLE}]+[^\W_]*)*"
_WORD = re.compile(rf"{_LETTERS}(?:['’\-‐‑]{_LETTERS})*")
_DROPPED = str.maketrans(dict.fromkeys(_INVISIBLE) | {"’": "'", "‐": "-", "‑": "-"})


def words(text: str) -> list[str]:
    """Words in order, folded: compatibility forms, case and accents gone; hyphens and apostrophes inside stay.

    >>> words("Oleh-oleh dari Café Ubud, 2019")
    ['oleh-oleh', 'dari', 'cafe', 'ubud', '2019']
    """
    if text.isascii():
        return _WORD.findall(text.lower())
    return [fold(word) for word in _WORD.findall(text)]


def word_spans(text: str) -> list[tuple[str, int, int]]:
    """Folded words with where they stand: `(word, start_cp, end_cp)`."""
    return [(fold(match.group()), match.start(), match.end()) for match in _WORD.finditer(text)]


def fold(word: str) -> str:
    """A word without case, accents, compatibility forms and invisible marks.

    >>> fold("DÉSA")
    'desa'
    """
    if word.isascii():
        return word.lower()
    apart = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", word.translate(_DROPPED)).casefold())
    return unicodedata.normalize("NFC", "".join(c for c in apart if not unicodedata.combining(c)))
