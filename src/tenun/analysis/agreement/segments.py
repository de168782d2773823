"""Segments that coders chose themselves, on a continuum such as the text of a source."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any, NamedTuple, TypeAlias

import numpy as np
from numpy.typing import NDArray

from tenun.analysis.agreement.distances import Floats
from tenun.analysis.agreement.labels import Numbers
from tenun.errors import InputRefused, NotComputable


class Segment(NamedTuple):
    """A stretch with one category, half-open, in code points (or in any unit of length)."""

    start: float
    end: float
    category: Any


Segmented: TypeAlias = (
    Sequence[Sequence[Segment | tuple[float, float, Any]]] | Mapping[str, Sequence[Segment | tuple[float, float, Any]]]
)
"""What the unitizing coefficients take: the segments of each coder, in a list or by name; gaps are left out."""

GAP = 0


@dataclass(frozen=True, slots=True)
class Partition:
    """A continuum cut wherever some coder begins or ends a segment.

    `length` of each piece; `numbers`: coders x pieces, the category there (GAP, or its place in `categories` plus 1);
    `segment`: coders x pieces, the number of the coder's segment or gap that the piece is part of.
    """

    categories: tuple[Any, ...]
    length: Floats
    numbers: Numbers
    segment: Numbers

    @property
    def coders(self) -> int:
        """How many coders there are."""
        return len(self.numbers)


def coders_of(segmented: Segmented) -> list[list[Segment]]:
    """Each coder's segments in order of place. Raises NotComputable for fewer than two coders.

    Raises InputRefused for a segment without length.
    """
    rows = segmented.values() if isinstance(segmented, Mapping) else segmented
    coders = [sorted((Segment(*given) for given in row), key=lambda one: one[:2]) for row in rows]
    if len(coders) < 2:
        raise NotComputable("analysis.one-coder", coders=len(coders))
    for row in coders:
        for one in row:
            if not one.start < one.end:
                raise InputRefused("analysis.segment-empty", start=one.start, end=one.end)
    return coders


def partition(segmented: Segmented, length: float) -> Partition:
    """Cut the continuum [0, length) at every edge of a segment.

    Raises NotComputable for fewer than two coders; InputRefused for a segment that reaches beyond the continuum, and
    where two segments of one coder overlap: the unitizing coefficients ask for one category at a time.
    """
    coders = coders_of(segmented)
    for row in coders:
        _check_places(row, length)
    categories = sorted({one.category for row in coders for one in row}, key=lambda name: (type(name).__name__, name))
    number = {category: at for at, category in enumerate(categories, start=1)}
    edges = np.unique([0.0, float(length), *(edge for row in coders for one in row for edge in one[:2])])
    placed = [_placed(row, edges[:-1], number) for row in coders]
    return Partition(
        tuple(categories),
        np.diff(edges),
        np.array([numbers for numbers, _ in placed], dtype=np.int64),
        np.array([segment for _, segment in placed], dtype=np.int64),
    )


def _check_places(row: Sequence[Segment], length: float) -> None:
    for one in row:
        if one.start < 0 or one.end > length:
            raise InputRefused("analysis.segment-outside", start=one.start, end=one.end, length=length)
    for before, after in pairwise(row):
        if before.end > after.start:
            raise InputRefused("analysis.segments-overlap", start=after.start, end=before.end)


def _placed(row: Sequence[Segment], starts: Floats, number: Mapping[Any, int]) -> tuple[Numbers, NDArray[np.int64]]:
    """Category and number of segment of each piece; segments count from 1, the gap before segment s is -s."""
    begins = np.array([one.start for one in row])
    ends = np.array([one.end for one in row])
    numbers = np.array([GAP, *(number[one.category] for one in row)], dtype=np.int64)
    begun = np.searchsorted(begins, starts, side="right")
    within = begun > np.searchsorted(ends, starts, side="right")
    return np.where(within, numbers[begun], GAP), np.where(within, begun, -begun - 1)
