"""The best alignment of segments of several coders: who meant the same stretch, at the lowest disorder."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import combinations
from math import comb

import numpy as np
from numpy.typing import NDArray

from tenun.analysis.agreement.distances import Floats

Ints = NDArray[np.int64]
EMPTY = -1
_TIE = 1e-7
_SCALE = 1e5


@dataclass(frozen=True, slots=True)
class Dissimilarity:
    """How far apart two segments are: alpha times place plus beta times category, `delta_empty` for one left alone."""

    alpha: float
    beta: float
    delta_empty: float
    categories: Floats
    """Distance of each pair of categories, 0 to 1."""


@dataclass(frozen=True, slots=True)
class Alignment:
    """Which segments are taken to be one: tuples x coders, the number of each coder's segment or EMPTY.

    `disorder` is the sum over tuples of their mean dissimilarity, per mean number of segments of a coder.
    """

    tuples: Ints
    disorder: float


Annotation = tuple[Floats, Floats, Ints]
"""Starts, ends and numbers of categories of one coder's segments, in order of place."""


def place_distance(first: Annotation, second: Annotation) -> Floats:
    """Squared share by which ends differ, of all pairs of segments."""
    apart = np.abs(first[0][:, None] - second[0]) + np.abs(first[1][:, None] - second[1])
    return np.asarray((apart / ((first[1] - first[0])[:, None] + (second[1] - second[0]))) ** 2, dtype=np.float64)


def dissimilarity_of(first: Annotation, second: Annotation, measure: Dissimilarity) -> Floats:
    """Dissimilarity of all pairs of segments of two coders."""
    category = measure.categories[first[2][:, None], second[2]]
    return (measure.alpha * place_distance(first, second) + measure.beta * category) * measure.delta_empty


def best_alignment(coders: Sequence[Annotation], measure: Dissimilarity) -> Alignment:
    """The alignment of lowest disorder, exactly: by assignment for two coders, by integer programming for more.

    Alignments of equal disorder are common; the one that leaves the fewest segments alone is taken.
    Source: Mathet, Widlöcher & Métivier 2015, Computational Linguistics 41(3), sections 4.4 and 5.1.
    """
    found = _align_two(coders, measure) if len(coders) == 2 else _align_several(coders, measure)
    tuples, cost = found
    return Alignment(tuples, float(cost.sum() * len(coders) / sum(len(one[0]) for one in coders)))


def _align_two(coders: Sequence[Annotation], measure: Dissimilarity) -> tuple[Ints, Floats]:
    from scipy.optimize import linear_sum_assignment

    apart = dissimilarity_of(coders[0], coders[1], measure)
    alone = 2 * measure.delta_empty
    first, second = linear_sum_assignment(np.minimum(apart - _TIE, alone))
    worth = apart[first, second] - _TIE < alone
    pairs = np.stack([first[worth], second[worth]], axis=1)
    left = np.setdiff1d(np.arange(len(coders[0][0])), pairs[:, 0])
    right = np.setdiff1d(np.arange(len(coders[1][0])), pairs[:, 1])
    singles = [
        np.stack([left, np.full_like(left, EMPTY)], axis=1),
        np.stack([np.full_like(right, EMPTY), right], axis=1),
    ]
    cost = np.concatenate([apart[pairs[:, 0], pairs[:, 1]], np.full(len(left) + len(right), measure.delta_empty)])
    return np.concatenate([pairs, *singles]), cost


def _align_several(coders: Sequence[Annotation], measure: Dissimilarity) -> tuple[Ints, Floats]:
    from scipy.optimize import Bounds, LinearConstraint, milp
    from scipy.sparse import csr_array

    tuples, cost = _candidates(coders, measure)
    before = np.cumsum([0, *(len(one[0]) for one in coders)])
    row, coder = np.nonzero(tuples != EMPTY)
    unit = tuples[row, coder] + before[coder]
    holds = csr_array((np.ones(len(row)), (unit, row)), shape=(int(before[-1]), len(tuples)))
    solved = milp(
        _SCALE * (cost + _TIE),
        integrality=np.ones(len(cost)),
        bounds=Bounds(0, 1),
        constraints=LinearConstraint(holds, 1, 1),
        options={"mip_rel_gap": 0},
    )
    chosen = np.flatnonzero(np.round(solved.x) == 1)
    return tuples[chosen], cost[chosen]


def _candidates(coders: Sequence[Annotation], measure: Dissimilarity) -> tuple[Ints, Floats]:
    """Tuples that may be part of a best alignment, with their mean dissimilarity.

    A tuple of k segments is of no use if they cost less alone, k times `delta_empty`; two segments further apart than
    what all others could make up for never stand together.
    """
    count = len(coders)
    pairs = comb(count, 2)
    apart = {
        (first, second): dissimilarity_of(coders[first], coders[second], measure) / measure.delta_empty - 1
        for first, second in combinations(range(count), 2)
    }
    tuples, excess = np.full((1, count), EMPTY), np.zeros(1)
    for coder in range(count):
        tuples, excess = _extended(tuples, excess, coder, len(coders[coder][0]), apart, (count - 1) * pairs + pairs)
    size = (tuples != EMPTY).sum(axis=1)
    useful = (size > 0) & (excess <= (size - 1) * pairs + 1e-9)
    return tuples[useful], measure.delta_empty * (1 + excess[useful] / pairs)


def _extended(
    tuples: Ints, excess: Floats, coder: int, units: int, apart: dict[tuple[int, int], Floats], limit: float
) -> tuple[Ints, Floats]:
    """Each tuple without and with each segment of the next coder; `excess` sums dissimilarity less delta over pairs."""
    added = np.zeros((len(tuples), units))
    for earlier in range(coder):
        has = tuples[:, earlier] != EMPTY
        added[has] += apart[earlier, coder][tuples[has, earlier]]
    row, unit = np.nonzero(excess[:, None] + added <= limit)
    longer = tuples[row]
    longer[:, coder] = unit
    return np.concatenate([tuples, longer]), np.concatenate([excess, excess[row] + added[row, unit]])


def pairs_of(tuples: Ints) -> Iterable[tuple[int, int, Ints, Floats]]:
    """Pairs of segments that stand in one tuple: the two coders, the segments' numbers, and 1 / (segments - 1)."""
    weight = 1 / np.maximum((tuples != EMPTY).sum(axis=1) - 1, 1)
    for first, second in combinations(range(tuples.shape[1]), 2):
        both = (tuples[:, first] != EMPTY) & (tuples[:, second] != EMPTY)
        yield first, second, tuples[both][:, [first, second]], weight[both]
