"""Times of a recording as people and programs write them."""

from __future__ import annotations

import re

TIME = r"(?:\d{1,3}:)?[0-5]?\d:[0-5]?\d(?:[.,]\d{1,3})?"
"""`1:02`, `00:01:02`, `00:01:02.5`, `00:01:02,500`: no group, to stand in other patterns."""
_PARTS = re.compile(r"(?:(\d{1,3}):)?(\d{1,2}):(\d{1,2})(?:[.,](\d{1,3}))?")


def milliseconds(time: str) -> int:
    """A time as milliseconds from the start of the recording; ValueError for what is none.

    >>> milliseconds("1:02"), milliseconds("00:01:02.5"), milliseconds("01:00:00,250")
    (62000, 62500, 3600250)
    """
    found = _PARTS.fullmatch(time.strip())
    if found is None:
        raise ValueError(f"no time of a recording: {time!r}")
    hours, minutes, seconds, fraction = found.groups()
    whole = (int(hours or 0) * 60 + int(minutes)) * 60 + int(seconds)
    return whole * 1000 + int((fraction or "").ljust(3, "0") or 0)


def clock(ms: int) -> str:
    """A time as `hh:mm:ss`.

    >>> clock(3_661_900)
    '01:01:01'
    """
    seconds = ms // 1000
    return f"{seconds // 3600:02}:{seconds % 3600 // 60:02}:{seconds % 60:02}"
