"""Where the words of a page stand: boxes in points, packed small enough to keep by the hundred thousand."""

from __future__ import annotations

import base64
import binascii
import zlib
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from tenun.text.spans import Span

_PER_POINT = 10
_NUMBERS = 6
_MOST_BYTES = 64 * 1024 * 1024


@dataclass(frozen=True, slots=True)
class WordBox:
    """A stretch of the text, at most a word, and its box: points from the top left corner of the page as shown."""

    span: Span
    x0: float
    y0: float
    x1: float
    y1: float


def pack(boxes: Sequence[WordBox]) -> str:
    """The boxes of one page as a short text: tenths of a point, columns of differences, deflated.

    >>> box = WordBox(Span(3, 8), 72.0, 90.1, 101.5, 103.0)
    >>> unpack(pack([box])) == [box]
    True
    """
    rows = [
        (box.span.start_cp, len(box.span), *(round(edge * _PER_POINT) for edge in (box.x0, box.y0, box.x1, box.y1)))
        for box in boxes
    ]
    table = np.array(rows, dtype="<i4").reshape(-1, _NUMBERS)
    changes = np.diff(table, axis=0, prepend=np.zeros((1, _NUMBERS), dtype="<i4")).astype("<i4")
    return base64.b85encode(zlib.compress(changes.T.tobytes(), 6)).decode("ascii")


def unpack(packed: str) -> list[WordBox]:
    """The boxes that `pack` packed; ValueError for anything else."""
    try:
        unpacking = zlib.decompressobj()
        plain = unpacking.decompress(base64.b85decode(packed), _MOST_BYTES)
        changes = np.frombuffer(plain, dtype="<i4").reshape(_NUMBERS, -1)
    except (ValueError, zlib.error, binascii.Error) as error:
        raise ValueError("these are no packed boxes") from error
    rows = np.cumsum(changes.T, axis=0, dtype=np.int64).tolist()
    return [
        WordBox(Span(start, start + length), *(edge / _PER_POINT for edge in edges)) for start, length, *edges in rows
    ]


def boxes_of(span: Span, boxes: Sequence[WordBox]) -> list[WordBox]:
    """The boxes that a span touches, in the order of the text."""
    return [box for box in boxes if box.span.start_cp < span.end_cp and span.start_cp < box.span.end_cp]
