"""Dates as sources give them: a day, a month or a year, never more precise than known."""

from __future__ import annotations

import datetime as dt
import re

_ISO = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?\Z")


def iso_date(text: str) -> str | None:
    """The date in ISO form when it is a real day, month or year, else None.

    >>> iso_date("2019-11"), iso_date("2019-02-30"), iso_date("27 Nov 2019")
    ('2019-11', None, None)
    """
    match = _ISO.match(text.strip())
    if match is None:
        return None
    year, month, day = (int(part or 1) for part in match.groups())
    try:
        dt.date(year, month, day)
    except ValueError:
        return None
    return match.group()


def iso_period(text: str) -> str | None:
    """A date, or two of them in order, parted by a slash; else None.

    >>> iso_period("2020/2022"), iso_period("2022/2020")
    ('2020/2022', None)
    """
    dates = [iso_date(part) for part in text.split("/")]
    if len(dates) > 2 or None in dates or dates != sorted(dates, key=str):
        return None
    return "/".join(map(str, dates))


def iso_day(text: str) -> str | None:
    """A date that is a day, else None.

    >>> iso_day("2019-11-27"), iso_day("2019-11")
    ('2019-11-27', None)
    """
    return found if (found := iso_date(text)) and len(found) == len("2019-11-27") else None
