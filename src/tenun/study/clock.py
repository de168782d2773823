"""The time, in one place."""

from __future__ import annotations

import datetime as dt


def now() -> str:
    """The time in UTC, to the second, in ISO 8601."""
    return dt.datetime.now(dt.UTC).isoformat(timespec="seconds")
