"""Gamma and gamma-cat: agreement on segments by aligning them, against segments shuffled along the continuum."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil
from typing import Any

import numpy as np

from tenun.analysis.agreement.alignment import (
    EMPTY,
    Alignment,
    Annotation,
    Dissimilarity,
    best_alignment,
    pairs_of,
)
from tenun.analysis.agreement.distances import Floats
from tenun.analysis.agreement.segments import Segment, Segmented, coders_of
from tenun.errors import NotComputable

FEWEST_DRAWS = 30
MOST_DRAWS = 3_000


@dataclass(frozen=True, slots=True)
class Gamma:
    """1 - observed / expected disorder; `error` is what drawing the expected one leaves uncertain in it (95 %).

    `aligned`: tuples of one segment or None a coder, taken to be the same, in the order of the coders.
    """

    value: float
    observed_disorder: float
    expected_disorder: float
    draws: int
    error: float
    aligned: tuple[tuple[Segment | None, ...], ...]


def gamma(
    segmented: Segmented,
    *,
    alpha: float = 1.0,
    beta: float = 1.0,
    delta_empty: float = 1.0,
    precision: float = 0.02,
    seed: int = 1,
) -> Gamma:
    """Agreement on where segments lie and what they are called, however they overlap.

    `segmented`: each coder's segments (start, end, category). Two segments differ by `alpha` times the squared share by
    which their ends differ plus `beta` where their categories do; one that nobody else has costs `delta_empty`. Chance
    is drawn: the segments of coders taken at random, shifted along the continuum, until the expected disorder is known
    to `precision` (95 %), at least 30 times. Deterministic for a seed.
    Raises NotComputable for fewer than two coders, without a segment, and where chance makes no disorder; InputRefused
    for a segment without length.
    Source: Mathet, Widlöcher & Métivier 2015, Computational Linguistics 41(3).

    >>> found = gamma([[(0, 10, "a"), (20, 30, "b")], [(0, 10, "a"), (22, 30, "b")]])
    >>> found.value > 0.9, len(found.aligned)
    (True, 2)
    """
    run = _Run(coders_of(segmented), alpha, beta, delta_empty, seed)
    expected, draws, error = _mean(run.draws_until(precision))
    observed = run.best.disorder
    return Gamma(1 - observed / expected, observed, expected, draws, observed / expected * error, run.aligned())


def gamma_cat(
    segmented: Segmented,
    *,
    alpha: float = 1.0,
    beta: float = 1.0,
    delta_empty: float = 1.0,
    precision: float = 0.02,
    seed: int = 1,
    alone: bool = True,
) -> Gamma:
    """Agreement on what segments are called, over those that gamma aligns; well-placed pairs weigh more.

    Arguments, chance and errors as for `gamma`. A segment that is aligned with nobody's counts as a full disagreement,
    as in pygamma-agreement 0.5; with `alone` off only aligned pairs count, as in the paper. Raises NotComputable also
    where no two segments are aligned.
    Source: Mathet 2017, The Agreement Measure Gamma-cat, Computational Linguistics 43(3), section 4.2.

    >>> gamma_cat([[(0, 10, "a"), (20, 30, "b")], [(0, 10, "a"), (22, 30, "b")]]).value
    1.0
    """
    run = _Run(coders_of(segmented), alpha, beta, delta_empty, seed)
    observed = _category_disorder(run.coders, run.best, run.measure, alone)
    if observed is None:
        raise NotComputable("analysis.nothing-aligned")
    if len(run.measure.categories) < 2:
        raise NotComputable("analysis.one-category")
    run.draws_until(precision)
    drawn = [_category_disorder(coders, alignment, run.measure, alone) for coders, alignment in run.drawn]
    expected, draws, error = _mean([one for one in drawn if one is not None])
    return Gamma(1 - observed / expected, observed, expected, draws, observed / expected * error, run.aligned())


class _Run:
    """Segments as arrays, their best alignment, and continua drawn by chance."""

    def __init__(self, rows: list[list[Segment]], alpha: float, beta: float, delta_empty: float, seed: int) -> None:
        self.rows = rows
        names: list[Any] = sorted({one.category for row in rows for one in row}, key=lambda n: (type(n).__name__, n))
        if not names:
            raise NotComputable("analysis.nothing-segmented")
        self.measure = Dissimilarity(alpha, beta, delta_empty, 1.0 - np.eye(len(names)))
        number = {name: at for at, name in enumerate(names)}
        self.coders = [_annotation(row, number) for row in rows]
        self.best = best_alignment(self.coders, self.measure)
        self.chance = np.random.Generator(np.random.PCG64(seed))
        self.drawn: list[tuple[list[Annotation], Alignment]] = []

    def draws_until(self, precision: float) -> list[float]:
        """Disorders of as many drawn continua as it takes."""
        while True:
            values = [alignment.disorder for _, alignment in self.drawn]
            wanted = FEWEST_DRAWS if len(values) < FEWEST_DRAWS else _draws_needed(values, precision)
            if len(values) >= wanted:
                return values
            for _ in range(wanted - len(values)):
                self._draw()

    def _draw(self) -> None:
        coders = shuffled(self.coders, self.chance)
        if any(len(one[0]) for one in coders):
            self.drawn.append((coders, best_alignment(coders, self.measure)))

    def aligned(self) -> tuple[tuple[Segment | None, ...], ...]:
        """The best alignment in the order of place."""
        made = [
            tuple(self.rows[coder][at] if at >= 0 else None for coder, at in enumerate(row))
            for row in self.best.tuples.tolist()
        ]
        return tuple(sorted(made, key=lambda row: min((one.start, one.end) for one in row if one is not None)))


def shuffled(coders: Sequence[Annotation], chance: np.random.Generator) -> list[Annotation]:
    """As many coders, each with the segments of one drawn at random, shifted round the continuum by a random amount.

    Shifts lie at least half a mean segment apart, so that a coder is not compared with itself in place; a segment that
    is pushed past the end comes in again at the beginning, in one piece.
    """
    begin = min(one[0].min() for one in coders if len(one[0]))
    end = max(one[1].max() for one in coders if len(one[0]))
    lengths = np.concatenate([one[1] - one[0] for one in coders])
    shifts = _shifts(len(coders), float(end - begin), float(lengths.mean()) / 2, chance)
    return [_shifted(coders[int(chance.integers(len(coders)))], begin, end, shift) for shift in shifts]


def _shifts(count: int, width: float, apart: float, chance: np.random.Generator) -> list[float]:
    """Random places on [0, width), kept `apart` from each other as long as there is room."""
    free = [(0.0, width)]
    found: list[float] = []
    for _ in range(count):
        room = np.array([high - low for low, high in free])
        if not room.sum():
            found.append(float(chance.uniform(0, width)))
            continue
        low, high = free[chance.choice(len(free), p=room / room.sum())]
        at = float(chance.uniform(low, high))
        found.append(at)
        cut = [((low, min(high, at - apart)), (max(low, at + apart), high)) for low, high in free]
        free = [(low, high) for parts in cut for low, high in parts if low < high]
    return found


def _shifted(one: Annotation, begin: float, end: float, shift: float) -> Annotation:
    start = begin + np.mod(one[0] - begin + shift, end - begin)
    order = np.argsort(start, kind="stable")
    return start[order], (start + one[1] - one[0])[order], one[2][order]


def _annotation(row: Sequence[Segment], number: dict[Any, int]) -> Annotation:
    return (
        np.array([one.start for one in row], dtype=np.float64),
        np.array([one.end for one in row], dtype=np.float64),
        np.array([number[one.category] for one in row], dtype=np.int64),
    )


def _category_disorder(
    coders: Sequence[Annotation], alignment: Alignment, measure: Dissimilarity, alone: bool
) -> float | None:
    """Mean distance of categories over aligned pairs, by how well they are placed; None without a pair."""
    total = weights = 0.0
    some = False
    for first, second, units, share in pairs_of(alignment.tuples):
        some = some or len(units) > 0
        place = measure.alpha * measure.delta_empty * _place_of_pairs(coders[first], coders[second], units)
        weight = share * np.maximum(0.0, 1.0 - place)
        category = measure.categories[coders[first][2][units[:, 0]], coders[second][2][units[:, 1]]]
        total += float(weight @ category) * measure.delta_empty
        weights += float(weight.sum())
    if not some:
        return None
    if alone:
        size = (alignment.tuples != EMPTY).sum(axis=1)
        left = float(np.sum(size * (len(coders) - size))) * measure.delta_empty
        total, weights = total + left * measure.delta_empty, weights + left
    return total / weights if weights else 0.0


def _place_of_pairs(first: Annotation, second: Annotation, units: np.ndarray[Any, np.dtype[np.int64]]) -> Floats:
    start, end = (np.abs(first[at][units[:, 0]] - second[at][units[:, 1]]) for at in (0, 1))
    length = sum(one[1][units[:, at]] - one[0][units[:, at]] for at, one in enumerate((first, second)))
    return np.asarray(((start + end) / length) ** 2, dtype=np.float64)


def _draws_needed(values: Sequence[float], precision: float) -> int:
    mean = float(np.mean(values))
    if not mean:
        return len(values)
    return min(MOST_DRAWS, ceil((1.96 * float(np.std(values)) / mean / precision) ** 2))


def _mean(values: Sequence[float]) -> tuple[float, int, float]:
    """Mean of the draws, their number, and half the width of its interval relative to it."""
    mean = float(np.mean(values)) if values else 0.0
    if not mean:
        raise NotComputable("analysis.no-disorder-by-chance")
    return mean, len(values), 1.96 * float(np.std(values)) / mean / len(values) ** 0.5
