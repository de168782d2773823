"""Parts of a file, as players of sound and film ask for them."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from starlette.responses import Response, StreamingResponse

from tenun.server.headers import NOTHING

_RANGE = re.compile(r"bytes=(\d{0,18})-(\d{0,18})")
PART_BYTES = 4 * 1024 * 1024
_PIECE = 1024 * 1024

Read = Callable[[int, int], bytes]
"""Bytes from a start up to but not including an end."""


def asked_range(header: str | None, length: int) -> tuple[int, int] | None:
    """Start and end of the part that a Range header asks for, at most 4 MiB; None where all of it is asked for.

    Raises ValueError for a part that is not there. Several parts in one header count as all.

    >>> asked_range("bytes=2-5", 10), asked_range("bytes=-3", 10), asked_range("bytes=8-", 10), asked_range(None, 10)
    ((2, 6), (7, 10), (8, 10), None)
    """
    found = _RANGE.fullmatch(header.strip()) if header else None
    if found is None or found.groups() == ("", ""):
        return None
    first, last = found.groups()
    start = int(first) if first else max(0, length - int(last))
    end = min(length, int(last) + 1) if first and last else length
    if start >= end:
        raise ValueError("no such part")
    return start, min(end, start + PART_BYTES)


def ranged(read: Read, length: int, header: str | None, media_type: str) -> Response:
    """The part that was asked for, with status 206, or all of it piece by piece."""
    headers = {"Accept-Ranges": "bytes", "Content-Security-Policy": NOTHING}
    try:
        part = asked_range(header, length)
    except ValueError:
        return Response(status_code=416, headers={**headers, "Content-Range": f"bytes */{length}"})
    if part is None:
        whole = {**headers, "Content-Length": str(length)}
        return StreamingResponse(_pieces(read, length), media_type=media_type, headers=whole)
    start, end = part
    place = {**headers, "Content-Range": f"bytes {start}-{end - 1}/{length}"}
    return Response(read(start, end), status_code=206, media_type=media_type, headers=place)


def _pieces(read: Read, length: int) -> Iterator[bytes]:
    for start in range(0, length, _PIECE):
        yield read(start, start + _PIECE)
