"""What was probably meant: the known name that is most like an unknown one."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import get_close_matches

LIKE_ENOUGH = 0.6
MOST_LOOKED_UP = 200


def nearest_name(name: str, known: Iterable[str], like_enough: float = LIKE_ENOUGH) -> str | None:
    """The known name most like `name`, whatever the case; None where none has at least this share in common.

    >>> nearest_name("mot-mkr", ["MOT-MKT", "DET-LEAD"]), nearest_name("x", ["MOT-MKT"])
    ('MOT-MKT', None)
    """
    return Nearest(known, like_enough).of(name)


class Nearest:
    """Nearest names for many unknown ones: each looked up once, and no more than `most` of them.

    A table of nonsense then costs no more than one with slips in it.

    >>> nearest = Nearest(["MOT-MKT"], most=1)
    >>> nearest.of("mot-mkr"), nearest.of("mot-mkr"), nearest.of("mot-mks")
    ('MOT-MKT', 'MOT-MKT', None)
    """

    def __init__(self, known: Iterable[str], like_enough: float = LIKE_ENOUGH, most: int = MOST_LOOKED_UP) -> None:
        self._known: dict[str, str] = {}
        for other in known:
            self._known.setdefault(other.casefold(), other)
        self._like_enough, self._most = like_enough, most
        self._found: dict[str, str | None] = {}

    def of(self, name: str) -> str | None:
        """The known name most like `name`; None where none is, or enough have been looked up."""
        if name not in self._found and len(self._found) < self._most:
            close = get_close_matches(name.strip().casefold(), self._known, n=1, cutoff=self._like_enough)
            self._found[name] = self._known[close[0]] if close else None
        return self._found.get(name)
