"""Keys for things that come with names alone."""

from __future__ import annotations

import re
from collections.abc import Iterable

_APART = re.compile(r"[^\w]+", re.UNICODE)
_AT_MOST = 40


class FreeKeys:
    """Hands out keys that are not taken.

    >>> keys = FreeKeys(["KOTA-KEMBAR"])
    >>> keys.take("Kota kembar", "CODE"), keys.take("…", "CODE")
    ('KOTA-KEMBAR-2', 'CODE')
    """

    def __init__(self, taken: Iterable[str]) -> None:
        self._taken = set(taken)
        self._next: dict[str, int] = {}

    def take(self, name: str, otherwise: str, *, upper: bool = True) -> str:
        """A key made of a name, or of `otherwise` where the name has no letters."""
        stem = _APART.sub("-", name.strip()).strip("-")[:_AT_MOST].strip("-") or otherwise
        stem = stem.upper() if upper else stem
        key, number = stem, self._next.get(stem, 2)
        while key in self._taken:
            key, number = f"{stem}-{number}", number + 1
        self._next[stem] = number
        self._taken.add(key)
        return key
