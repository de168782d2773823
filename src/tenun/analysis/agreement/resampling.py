"""Intervals of alpha: whole independence groups are drawn again, because their sentences are not independent."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations

import numpy as np
from numpy.typing import NDArray

from tenun.analysis.agreement.distances import Floats
from tenun.analysis.agreement.labels import MISSING
from tenun.analysis.results import Interval
from tenun.errors import NotComputable

DRAWS = 10_000
SEED = 1
FEWEST_GROUPS = 10
_DRAWS_AT_ONCE = 1_000


def alpha_interval(
    numbers: NDArray[np.int64],
    distance: Floats,
    groups: Sequence[str],
    weights: Floats | None = None,
    *,
    draws: int = DRAWS,
) -> Interval:
    """Percentile interval (2.5, 97.5) of alpha over 10,000 resampled studies of as many independence groups.

    `numbers`: coders x units, numbers of labels; `distance`: labels x labels; `groups`: the group of each unit. Groups
    are drawn in the order of their names by NumPy's PCG64, seed 1; draws without a value are counted and left out.
    Raises NotComputable below ten groups and where no draw has a value.
    """
    names = sorted(set(groups))
    if len(names) < FEWEST_GROUPS:
        raise NotComputable("analysis.too-few-groups", groups=len(names))
    observed, counts = _sums_by_group(numbers, distance, np.searchsorted(names, groups), len(names), weights)
    chance = np.random.Generator(np.random.PCG64(SEED))
    values = np.empty(0)
    while len(values) < draws:
        times = times_drawn(chance, len(names), min(_DRAWS_AT_ONCE, draws - len(values)))
        values = np.append(values, _alphas(times, observed, counts, distance))
    defined = values[~np.isnan(values)]
    if not len(defined):
        raise NotComputable("analysis.always-undefined")
    low, high = np.percentile(defined, [2.5, 97.5])
    return Interval(float(low), float(high), draws, draws - len(defined))


def _sums_by_group(
    numbers: NDArray[np.int64], distance: Floats, group: NDArray[np.int64], groups: int, weights: Floats | None
) -> tuple[Floats, Floats]:
    """Observed disagreement and counts of labels of each group: all that a draw needs, as both add up."""
    observed, counts = np.zeros(groups), np.zeros((groups, len(distance)))
    given = numbers != MISSING
    share = (np.ones(len(group)) if weights is None else weights) / np.maximum(given.sum(axis=0) - 1, 1)
    for first, second in combinations(range(len(numbers)), 2):
        both = given[first] & given[second]
        one, other = numbers[first, both], numbers[second, both]
        observed += 2 * np.bincount(group[both], share[both] * distance[one, other], minlength=groups)
        np.add.at(counts, (group[both], one), share[both])
        np.add.at(counts, (group[both], other), share[both])
    return observed, counts


def times_drawn(chance: np.random.Generator, groups: int, draws: int) -> Floats:
    """How often each group was drawn, draws x groups."""
    drawn = chance.integers(0, groups, size=(draws, groups)) + np.arange(draws)[:, None] * groups
    return np.bincount(drawn.ravel(), minlength=draws * groups).reshape(draws, groups).astype(np.float64)


def _alphas(times: Floats, observed: Floats, counts: Floats, distance: Floats) -> Floats:
    """Alpha of each draw; NaN where fewer than two labels occur."""
    nominal = np.array_equal(distance, 1.0 - np.eye(len(distance)))
    drawn = times @ counts
    total = drawn.sum(axis=1)
    expected = np.sum(drawn * (total[:, None] - drawn if nominal else drawn @ distance), axis=1)
    value = np.full(len(times), np.nan)
    some = np.count_nonzero(drawn, axis=1) > 1
    value[some] = 1.0 - (times[some] @ observed) * (total[some] - 1) / expected[some]
    return value
