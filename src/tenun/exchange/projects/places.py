"""Where another program's positions lie in a canonical text."""

from __future__ import annotations

from bisect import bisect_left
from functools import cached_property

from tenun.text.canonical import canonical

_NEAR = 2_000


class PlacesInText:
    """A text as another program keeps it, and its canonical form."""

    def __init__(self, raw: str) -> None:
        self.raw = raw
        self.text = canonical(raw).text
        self._dropped = [at for at, sign in enumerate(raw) if sign == "\r" and raw[at + 1 : at + 2] == "\n"]
        if raw.startswith("\ufeff"):
            self._dropped.insert(0, 0)

    @cached_property
    def _astral(self) -> list[int]:
        """Positions of the characters that count as two in UTF-16."""
        return [at for at, sign in enumerate(self.raw) if sign > "\uffff"]

    def find(self, start: int, end: int, words: str) -> tuple[int, int, bool] | None:
        """The span of the canonical text that a program means by a place and the words it kept for it.

        The place is tried as code points and as UTF-16 units; where neither holds the words, they are looked for
        nearby and True says so. None where they are not to be found, or in more than one place as near.
        """
        wanted = _plain(words)
        for one, other in ((start, end), (self._from_utf16(start), self._from_utf16(end))):
            if 0 <= one < other <= len(self.raw) and (not words or _plain(self.raw[one:other]) == wanted):
                return self._ours(one), self._ours(other), False
        return self._nearby(start, words)

    def _nearby(self, start: int, words: str) -> tuple[int, int, bool] | None:
        plain = canonical(words).text.strip()
        if not plain:
            return None
        low = max(0, self._ours(min(max(start, 0), len(self.raw))) - _NEAR)
        window = self.text[low : low + 2 * _NEAR + len(plain)]
        at = window.find(plain)
        if at < 0 or window.find(plain, at + 1) >= 0:
            return None
        return low + at, low + at + len(plain), True

    def _ours(self, raw_cp: int) -> int:
        return raw_cp - bisect_left(self._dropped, raw_cp)

    def _from_utf16(self, unit: int) -> int:
        """The code point at a UTF-16 position: each character beyond U+FFFF before it counts as two."""
        at = unit
        for number, place in enumerate(self._astral):
            if place + number >= unit:
                break
            at = unit - number - 1
        return at


def _plain(words: str) -> str:
    """Words apart from their line ends and blanks: QTextDocument has U+2029 where the text has a line end."""
    return "".join(words.replace("\ufeff", "").split())
