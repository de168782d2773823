"""Places that are no stretch of text: a region of a picture or page, a time of a recording."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from tenun.errors import InputRefused

LONGEST_MS = 1_000 * 60 * 60 * 1_000
_LARGEST = 10_000_000


@dataclass(frozen=True, slots=True)
class Region:
    """A rectangle that is not empty. `page` None: pixels of a picture, counted from its upper left corner.

    `page` from 1: points of that page of a PDF, counted from its lower left corner. Raises InputRefused for a rectangle
    without an inside.
    """

    x0: int
    y0: int
    x1: int
    y1: int
    page: int | None = None

    def __post_init__(self) -> None:
        inside = 0 <= self.x0 < self.x1 <= _LARGEST and 0 <= self.y0 < self.y1 <= _LARGEST
        if not inside or (self.page is not None and self.page < 1):
            raise InputRefused("coding.region-empty", region=self.spelled())

    @classmethod
    def between(cls, one: tuple[int, int], other: tuple[int, int], page: int | None = None) -> Region:
        """The rectangle between two corners, in whatever order they come.

        >>> Region.between((160, 40), (40, 120)).spelled()
        '40,40,120,80'
        """
        (x0, x1), (y0, y1) = sorted((one[0], other[0])), sorted((one[1], other[1]))
        return cls(x0, y0, x1, y1, page)

    def spelled(self) -> str:
        """As people write it: left, top or bottom, width, height; before it the page and `@`.

        >>> Region(40, 60, 160, 140, page=3).spelled()
        '3@40,60,120,80'
        """
        page = "" if self.page is None else f"{self.page}@"
        return f"{page}{self.x0},{self.y0},{self.x1 - self.x0},{self.y1 - self.y0}"

    def within(self, width: float, height: float) -> bool:
        """Whether it lies on a picture or page of this size; a rounded last pixel or point is let pass."""
        return self.x1 < width + 1 and self.y1 < height + 1

    def meets(self, other: Region) -> bool:
        """Whether two regions share a place.

        >>> Region(0, 0, 10, 10).meets(Region(9, 9, 12, 12)), Region(0, 0, 10, 10).meets(Region(10, 0, 12, 10))
        (True, False)
        """
        if self.page != other.page:
            return False
        return self.x0 < other.x1 and other.x0 < self.x1 and self.y0 < other.y1 and other.y0 < self.y1


@dataclass(frozen=True, slots=True)
class Times:
    """A stretch of a recording in milliseconds, half-open and not empty; InputRefused for one that is."""

    start_ms: int
    end_ms: int

    def __post_init__(self) -> None:
        if not 0 <= self.start_ms < self.end_ms <= LONGEST_MS:
            raise InputRefused("coding.times-backwards", start=clocked(self.start_ms), end=clocked(self.end_ms))

    def spelled(self) -> str:
        """From one time to the other.

        >>> Times(72_000, 100_500).spelled()
        '00:01:12–00:01:40.500'
        """
        return f"{clocked(self.start_ms)}–{clocked(self.end_ms)}"

    def meets(self, other: Times) -> bool:
        """Whether two stretches share a moment."""
        return self.start_ms < other.end_ms and other.start_ms < self.end_ms


Place = Region | Times

_REGION = re.compile(r"\s*(?:(\d{1,6})\s*@)?\s*(\d{1,8})\s*,\s*(\d{1,8})\s*,\s*(\d{1,8})\s*,\s*(\d{1,8})\s*")
_CLOCK = re.compile(r"(?:(?:(\d{1,4}):)?(\d{1,3}):)?(\d{1,6})(?:[.,](\d{1,3}))?")


def region_from(spelling: str) -> Region:
    """A region as `Region.spelled` writes it; InputRefused for anything else.

    >>> region_from("40,60,120,80")
    Region(x0=40, y0=60, x1=160, y1=140, page=None)
    """
    found = _REGION.fullmatch(spelling)
    if found is None:
        raise InputRefused("coding.region-spelling", spelling=spelling)
    page, *edges = found.groups()
    x0, y0, width, height = map(int, edges)
    return Region(x0, y0, x0 + width, y0 + height, int(page) if page else None)


def times_from(spelling: str) -> Times:
    """Two times, each as hours, minutes and seconds or seconds alone, parted by `-` or `–`; else InputRefused.

    >>> times_from("1:12-00:01:40.5"), times_from("3–4.25")
    (Times(start_ms=72000, end_ms=100500), Times(start_ms=3000, end_ms=4250))
    """
    parts = re.split("[-–]", spelling)
    clocks = [_CLOCK.fullmatch(part.strip()) for part in parts]
    if len(clocks) != 2 or clocks[0] is None or clocks[1] is None:
        raise InputRefused("coding.times-spelling", spelling=spelling)
    return Times(_milliseconds(clocks[0]), _milliseconds(clocks[1]))


def place_from(spelling: str) -> Place:
    """A region or a time, whichever is spelled; InputRefused for anything else.

    >>> place_from("3@40,60,120,80").spelled(), place_from("0:03-0:04,5").spelled()
    ('3@40,60,120,80', '00:00:03–00:00:04.500')
    """
    return region_from(spelling) if "@" in spelling or spelling.count(",") > 2 else times_from(spelling)


def clocked(ms: int) -> str:
    """A time as hours, minutes and seconds, with thousandths where there are any.

    >>> clocked(3_723_000), clocked(250)
    ('01:02:03', '00:00:00.250')
    """
    seconds, rest = divmod(abs(ms), 1_000)
    whole = f"{seconds // 3600:02}:{seconds // 60 % 60:02}:{seconds % 60:02}" + (f".{rest:03}" if rest else "")
    return f"-{whole}" if ms < 0 else whole


def columns_of(place: Place) -> dict[str, Any]:
    """The place as the columns of a passage.

    >>> columns_of(Times(0, 5))
    {'region': None, 'start_ms': 0, 'end_ms': 5}
    """
    if isinstance(place, Times):
        return {"region": None, "start_ms": place.start_ms, "end_ms": place.end_ms}
    page = {} if place.page is None else {"page": place.page}
    region = {**page, "x0": place.x0, "y0": place.y0, "x1": place.x1, "y1": place.y1}
    return {"region": region, "start_ms": None, "end_ms": None}


def place_of(row: Mapping[str, Any]) -> Place | None:
    """The place that the columns of a passage hold; None for one that is a stretch of text alone."""
    if row["region"] is not None:
        return Region(**row["region"])
    if row["start_ms"] is not None:
        return Times(row["start_ms"], row["end_ms"])
    return None


def _milliseconds(found: re.Match[str]) -> int:
    hours, minutes, seconds, rest = found.groups()
    whole = (int(hours or 0) * 60 + int(minutes or 0)) * 60 + int(seconds)
    return whole * 1_000 + int((rest or "").ljust(3, "0"))
