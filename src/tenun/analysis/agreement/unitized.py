"""The unitizing coefficients of 2016: one coincidence matrix of lengths, read in four ways."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import permutations
from typing import Any

import numpy as np

from tenun.analysis.agreement.alpha import coincidence_matrix
from tenun.analysis.agreement.distances import Floats, Level, distance_matrix
from tenun.analysis.agreement.segments import GAP, Partition, Segmented, partition
from tenun.errors import InputRefused, NotComputable

_NOTHING = 1e-9
"""Below this length, expected coincidences are none but for rounding."""


@dataclass(frozen=True, slots=True)
class UnitizedAlpha:
    """1 - observed / expected disagreement; `coverage`: the share of the continuum (of the category) it is about."""

    value: float
    observed_disagreement: float
    expected_disagreement: float
    coverage: float = 1.0


def u_alpha(segmented: Segmented, length_cp: int) -> UnitizedAlpha:
    """Agreement on where segments lie and what they are called, gaps among the categories.

    `segmented`: each coder's segments (start, end, category), half-open in code points within [0, length_cp), not
    overlapping; what a coder left out is a gap. Raises NotComputable for fewer than two coders and where all is one
    category (or all gap); InputRefused for segments that overlap, have no length or reach beyond the continuum.
    Source: Krippendorff, Mathet, Bouvry & Widlöcher 2016, Quality & Quantity 50(6), section 5.1.

    >>> alex, paul = [(2, 5, "1"), (9, 11, "1"), (12, 20, "2")], [(2, 5, "1"), (7, 15, "2")]
    >>> susan = [(2, 5, "1"), (10, 15, "2")]
    >>> round(u_alpha([alex, paul, susan], 20).value, 3)
    0.474
    """
    observed, expected = _coincidences(partition(segmented, length_cp))
    return _alpha(observed, expected, 1 - np.eye(len(observed)))


def u_alpha_binary(segmented: Segmented, length_cp: int) -> UnitizedAlpha:
    """Agreement on what is relevant: segments against gaps, whatever the segments are called (the bar-u coefficient).

    Arguments and errors as for `u_alpha`. Source: as `u_alpha`, section 5.2.

    >>> round(u_alpha_binary([[(0, 10, "a")], [(0, 9, "b")]], 40).value, 3)
    0.934
    """
    observed, expected = _coincidences(partition(segmented, length_cp))
    gap = np.arange(len(observed)) == GAP
    return _alpha(observed, expected, np.not_equal.outer(gap, gap).astype(np.float64))


def cu_alpha(segmented: Segmented, length_cp: int, *, level: Level = "nominal") -> UnitizedAlpha:
    """Agreement on what segments are called, where those of two coders intersect; gaps are left aside.

    Arguments and errors as for `u_alpha`; `level` is that of the categories. `coverage` is the share of the continuum
    that lies in such intersections: read the value together with it. Raises NotComputable where no segments intersect.
    Source: as `u_alpha`, section 5.3.

    >>> round(cu_alpha([[(0, 10, "a"), (20, 30, "b")], [(0, 8, "a"), (20, 30, "a")]], 40).value, 3)
    -0.034
    """
    cut = partition(segmented, length_cp)
    observed, expected, distance = _of_intersections(cut, level)
    return _alpha(observed, expected, distance, float(observed.sum() / (cut.coders * cut.length.sum())))


def ku_alpha(segmented: Segmented, length_cp: int, category: Any, *, level: Level = "nominal") -> UnitizedAlpha:
    """Agreement on one category, where segments of two coders intersect and one of them has it: (k)u.

    Arguments and errors as for `cu_alpha`. `coverage` is the share of the category's segments that others also marked,
    with whatever name. Raises NotComputable where none is, and where chance has no room for it; InputRefused for a
    category that nobody used.
    Source: as `u_alpha`, section 5.4.

    >>> round(ku_alpha([[(0, 10, "a"), (20, 30, "b")], [(0, 8, "a"), (20, 30, "a")]], 40, "a").value, 3)
    -0.047
    """
    cut = partition(segmented, length_cp)
    if category not in cut.categories:
        raise InputRefused("analysis.unknown-category", category=category)
    observed, expected, distance = _of_intersections(cut, level)
    at = cut.categories.index(category)
    if not observed[at].any():
        raise NotComputable("analysis.nothing-intersects")
    if expected[at].sum() < _NOTHING:
        raise NotComputable("analysis.nothing-to-expect")
    marked = float(cut.length @ (cut.numbers == at + 1).sum(axis=0))
    share = observed[at] / observed[at].sum(), expected[at] / expected[at].sum()
    found, chance = (float(part @ distance[at]) for part in share)
    if not chance:
        raise NotComputable("analysis.one-category")
    return UnitizedAlpha(1 - found / chance, found, chance, float(observed[at].sum()) / marked)


def _coincidences(cut: Partition) -> tuple[Floats, Floats]:
    """Observed and expected lengths of intersections; a segment is not expected to meet itself, a gap has no unit."""
    observed = coincidence_matrix(cut.numbers, len(cut.categories) + 1, cut.length)
    own = np.zeros(len(observed))
    for numbers, segment in zip(cut.numbers, cut.segment, strict=True):
        _, first, place = np.unique(segment, return_index=True, return_inverse=True)
        extent = np.bincount(place, cut.length)
        category = numbers[first]
        np.add.at(own, category, np.where(category == GAP, extent, extent**2))
    return observed, _expected(observed, own)


def _of_intersections(cut: Partition, level: Level) -> tuple[Floats, Floats, Floats]:
    """Observed and expected coincidences of categories alone, and the distances between categories."""
    observed = coincidence_matrix(cut.numbers, len(cut.categories) + 1, cut.length)[1:, 1:]
    if not observed.any():
        raise NotComputable("analysis.nothing-intersects")
    own = np.zeros(len(observed) + 1)
    for first, second in permutations(range(cut.coders), 2):
        meets = (cut.numbers[first] != GAP) & (cut.numbers[second] != GAP)
        segment = cut.segment[first, meets]
        shared = np.bincount(segment, cut.length[meets])
        category = np.zeros(len(shared), dtype=np.int64)
        category[segment] = cut.numbers[first, meets]
        np.add.at(own, category, shared**2 / (cut.coders - 1))
    distance = distance_matrix(cut.categories, level, observed.sum(axis=1))
    return observed, _expected(observed, own[1:]), distance


def _expected(observed: Floats, own: Floats) -> Floats:
    """Lengths that would meet by chance, drawn without meeting oneself: `own` by category is taken off the diagonal."""
    counts = observed.sum(axis=1)
    total = counts.sum()
    room = total - own.sum() / total
    if room <= 0:
        raise NotComputable("analysis.nothing-to-expect")
    return np.asarray((np.outer(counts, counts) - np.diag(own)) / room, dtype=np.float64)


def _alpha(observed: Floats, expected: Floats, distance: Floats, coverage: float = 1.0) -> UnitizedAlpha:
    chance = float(np.sum(expected * distance))
    if np.count_nonzero(observed.sum(axis=1)) < 2 or not chance:
        raise NotComputable("analysis.one-category")
    total = float(observed.sum())
    found, chance = float(np.sum(observed * distance)) / total, chance / total
    return UnitizedAlpha(1 - found / chance, found, chance, coverage)
