"""Krippendorff's coefficient of 2004 for segments that coders chose themselves, by squared distances of their ends."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np

from tenun.analysis.agreement.distances import Floats
from tenun.analysis.agreement.segments import Segment, Segmented, coders_of, partition
from tenun.errors import NotComputable


@dataclass(frozen=True, slots=True)
class UnitizedAlpha2004:
    """The coefficient over all categories, with its disagreements; `by_category`: value by category, None undefined."""

    value: float
    observed_disagreement: float
    expected_disagreement: float
    by_category: dict[Any, float | None]


def unitized_alpha_2004(segmented: Segmented, length_cp: int) -> UnitizedAlpha2004:
    """Agreement of coders on where segments lie, each category taken alone, 1 - sum observed / sum expected.

    `segmented`: each coder's segments (start, end, category), half-open in code points within [0, length_cp); a coder's
    segments of one category do not overlap. Kept for comparison with older studies: the authors replaced it in 2016,
    because with more than two coders it did not behave as meant (see `u_alpha`).
    Raises NotComputable for fewer than two coders and where no segment could disagree; InputRefused for segments that
    overlap, have no length or reach beyond the continuum.
    Source: Krippendorff 2004, Content Analysis (2nd ed.), pages 251-256.

    >>> unitized_alpha_2004([[(30, 90, "k")], [(30, 90, "k")]], 300).value
    1.0
    """
    coders = coders_of(segmented)
    categories = sorted({one.category for row in coders for one in row}, key=str)
    parts = {
        category: _disagreement([[one for one in row if one.category == category] for row in coders], length_cp)
        for category in categories
    }
    observed, expected = (sum(part[at] for part in parts.values()) for at in (0, 1))
    if not expected:
        raise NotComputable("analysis.nothing-segmented")
    values = {category: 1 - part[0] / part[1] if part[1] else None for category, part in parts.items()}
    return UnitizedAlpha2004(1 - observed / expected, observed, expected, values)


def _disagreement(coders: list[list[Segment]], length: int) -> tuple[float, float]:
    """Observed and expected disagreement in one category."""
    partition(coders, length)
    sections = [_sections(row, length) for row in coders]
    count = len(coders)
    observed = sum(
        _squared_distance(*sections[first], *sections[second])
        for first in range(count)
        for second in range(count)
        if first != second
    ) / (count * (count - 1) * length**2)
    return observed, _expected(sections, length)


def _sections(row: list[Segment], length: int) -> tuple[Floats, Floats, Floats]:
    """Start, length and value (1 a segment, 0 a gap) of all sections of one coder's continuum."""
    found: list[tuple[float, float, float]] = []
    at = 0.0
    for one in row:
        if one.start > at:
            found.append((at, one.start - at, 0.0))
        found.append((one.start, one.end - one.start, 1.0))
        at = one.end
    if at < length:
        found.append((at, length - at, 0.0))
    start, extent, value = np.array(found, dtype=np.float64).T
    return start, extent, value


def _squared_distance(
    start: Floats, extent: Floats, value: Floats, other_start: Floats, other_extent: Floats, other_value: Floats
) -> float:
    """Overlapping segments differ by the squares of what sticks out; a segment within a gap by its squared length."""
    begin = start[:, None] - other_start[None, :]
    end = begin + extent[:, None] - other_extent[None, :]
    both = (value[:, None] * other_value[None, :]) > 0
    overlap = both & (begin < other_extent[None, :]) & (begin > -extent[:, None])
    alone = (value[:, None] > other_value[None, :]) & (begin >= 0) & (end <= 0)
    alone_other = (value[:, None] < other_value[None, :]) & (begin <= 0) & (end >= 0)
    return float(
        np.sum((begin**2 + end**2)[overlap])
        + np.sum(np.broadcast_to(extent[:, None] ** 2, both.shape)[alone])
        + np.sum(np.broadcast_to(other_extent[None, :] ** 2, both.shape)[alone_other])
    )


def _expected(sections: list[tuple[Floats, Floats, Floats]], length: int) -> float:
    """What all placements of these segments and gaps on the continuum would give on average."""
    extent = np.concatenate([part[1] for part in sections])
    segment = np.concatenate([part[2] for part in sections]) > 0
    units, gaps = extent[segment], extent[~segment]
    room = np.maximum(gaps[None, :] - units[:, None] + 1, 0) * (gaps[None, :] >= units[:, None])
    overlapping = (len(units) - 1) / 3 * (2 * units**3 - 3 * units**2 + units)
    total = len(sections) * length
    placements = total * (total - 1) - float(np.sum(units * (units - 1)))
    return 2 / length * float(np.sum(overlapping + units**2 * room.sum(axis=1))) / placements if placements else 0.0
