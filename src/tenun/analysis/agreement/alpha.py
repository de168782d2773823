"""Krippendorff's alpha for coders who labelled the same units."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import combinations

import numpy as np
from numpy.typing import NDArray

from tenun.analysis.agreement.distances import LEVELS, Floats, Level, distance_matrix
from tenun.analysis.agreement.labels import MISSING, Data, numbered
from tenun.errors import NotComputable

__all__ = ["MISSING", "Alpha", "check_pairs", "coincidence_matrix", "disagreements", "krippendorff_alpha", "numbered"]

_CELLS_AT_ONCE = 20_000_000


@dataclass(frozen=True, slots=True)
class Alpha:
    """Alpha with what it comes from: 1 - observed / expected disagreement, over `units` that two coders labelled."""

    value: float
    observed_disagreement: float
    expected_disagreement: float
    units: int


def krippendorff_alpha(data: Data, level: Level = "nominal") -> Alpha:
    """Agreement of any number of coders beyond chance, with missing labels.

    `data`: one row a coder, one column a unit (lists, NumPy or a DataFrame); None or NaN is missing. For `masi` a label
    is a set of codes; for `ordinal`, `interval` and `ratio` a number. Raises NotComputable for fewer than two coders,
    where no unit has two labels, and where all labels are one.
    Source: Krippendorff 2004, Content Analysis (2nd ed.), chapter 11; for sets Passonneau 2006.

    >>> round(krippendorff_alpha([[0, 1, 0, 0, None], [0, 1, 1, 0, 1]]).value, 3)
    0.533
    """
    if level not in LEVELS:
        raise ValueError(f"level is one of {', '.join(LEVELS)}, not {level!r}")
    if len(data) < 2:
        raise NotComputable("analysis.one-coder", coders=len(data))
    labels, numbers = numbered(data, level)
    coincidences = coincidence_matrix(numbers, len(labels))
    counts = coincidences.sum(axis=1)
    check_pairs(counts)
    observed, expected = disagreements(coincidences, distance_matrix(labels, level, counts))
    if not expected:
        raise NotComputable("analysis.one-category")
    return Alpha(1.0 - observed / expected, observed, expected, int(np.sum((numbers != MISSING).sum(axis=0) > 1)))


def coincidence_matrix(numbers: NDArray[np.int64], labels: int, weights: Floats | None = None) -> Floats:
    """How often each label meets each other within a unit, a unit of m labels counting m times its weight in all."""
    given = numbers != MISSING
    share = (np.ones(numbers.shape[1]) if weights is None else weights) / np.maximum(given.sum(axis=0) - 1, 1)
    if len(numbers) > 2 and labels * numbers.shape[1] <= _CELLS_AT_ONCE:
        return _coincidences_of_counts(numbers, labels, share * (given.sum(axis=0) > 1))
    found = np.zeros(labels * labels)
    for first, second in combinations(range(len(numbers)), 2):
        both = given[first] & given[second]
        cell = numbers[first, both] * labels + numbers[second, both]
        found += np.bincount(cell, share[both], minlength=labels * labels)
    table = found.reshape(labels, labels)
    return table + table.T


def label_counts(numbers: NDArray[np.int64], labels: int) -> Floats:
    """How many coders gave each label to each unit, units x labels."""
    units = numbers.shape[1]
    cell = (np.arange(units) * labels + numbers)[numbers != MISSING]
    return np.bincount(cell, minlength=units * labels).reshape(units, labels).astype(np.float64)


def _coincidences_of_counts(numbers: NDArray[np.int64], labels: int, share: Floats) -> Floats:
    counts = label_counts(numbers, labels)
    weighted = counts * share[:, None]
    return np.asarray(counts.T @ weighted - np.diag(weighted.sum(axis=0)), dtype=np.float64)


def check_pairs(counts: Floats) -> None:
    """Raise NotComputable unless labels were paired and more than one of them occurs."""
    if not counts.any():
        raise NotComputable("analysis.nothing-paired")
    if np.count_nonzero(counts) < 2:
        raise NotComputable("analysis.one-category")


def disagreements(coincidences: Floats, distance: Floats) -> tuple[float, float]:
    """Observed and expected disagreement."""
    counts = coincidences.sum(axis=1)
    total = counts.sum()
    observed = float(np.sum(coincidences * distance) / total)
    return observed, float(counts @ distance @ counts / (total * (total - 1)))
