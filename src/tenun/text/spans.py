"""Spans in code points, and conversion to the units that other programs count in."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from typing import Literal

import numpy as np

Unit = Literal["utf16", "utf8"]


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A half-open stretch of text, `start_cp` up to but not including `end_cp`, in Unicode code points."""

    start_cp: int
    end_cp: int

    def __post_init__(self) -> None:
        if not 0 <= self.start_cp <= self.end_cp:
            raise ValueError(f"a span runs forward from 0, not {self.start_cp} to {self.end_cp}")

    def __len__(self) -> int:
        return self.end_cp - self.start_cp

    def of(self, text: str) -> str:
        """The words of the span.

        >>> Span(0, 5).of("tenun ikat")
        'tenun'
        """
        return text[self.start_cp : self.end_cp]

    def shares(self, other: Span) -> int:
        """How many code points the two spans have in common.

        >>> Span(0, 5).shares(Span(3, 9))
        2
        """
        return max(0, min(self.end_cp, other.end_cp) - max(self.start_cp, other.start_cp))


class UnitMap:
    """Positions of one text in another unit, both ways, in O(log n) a position after one pass over the text.

    `unit`: `utf16` (the browser, NVivo) or `utf8` (Taguette's bytes). A position inside a code point, which only the
    other unit can express, is refused with ValueError: it would split a character.

    >>> kite = UnitMap("🪁 naik", "utf16")
    >>> kite.from_code_points(1), kite.to_code_points(2)
    (2, 1)
    """

    def __init__(self, text: str, unit: Unit) -> None:
        points = np.frombuffer(text.encode("utf-32-le", "surrogatepass"), dtype="<u4")
        width = np.ones(len(points), dtype=np.int64)
        for limit in (0x10000,) if unit == "utf16" else (0x80, 0x800, 0x10000):
            width += points >= limit
        self.length_cp = len(points)
        wide = np.flatnonzero(width > 1)
        self._wide_cp: list[int] = wide.tolist()
        self._extra: list[int] = np.cumsum(width[wide] - 1).tolist()
        self._wide_unit: list[int] = [at + before for at, before in zip(self._wide_cp, [0, *self._extra], strict=False)]

    def from_code_points(self, position_cp: int) -> int:
        """The position in the other unit."""
        if not 0 <= position_cp <= self.length_cp:
            raise ValueError(f"position {position_cp} lies outside a text of {self.length_cp} code points")
        before = bisect_right(self._wide_cp, position_cp - 1)
        return position_cp + (self._extra[before - 1] if before else 0)

    def to_code_points(self, position: int) -> int:
        """The position in code points; ValueError when it would split a character."""
        before = bisect_right(self._wide_unit, position - 1)
        position_cp = position - (self._extra[before - 1] if before else 0)
        if not 0 <= position_cp <= self.length_cp or self.from_code_points(position_cp) != position:
            raise ValueError(f"position {position} is not the border of a character of this text")
        return position_cp
