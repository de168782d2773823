"""How far apart two labels are, by level of measurement; as a matrix over all labels that occur."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import Any, Literal, get_args

import numpy as np
from numpy.typing import NDArray

Level = Literal["nominal", "ordinal", "interval", "ratio", "masi"]
LEVELS: tuple[Level, ...] = get_args(Level)
Floats = NDArray[np.float64]


def masi_distance(first: Collection[str], second: Collection[str]) -> float:
    """Distance of two sets of codes: 1 - J * M, in 0..1.

    J is Jaccard's share; M is 1 for equal sets, 2/3 where one holds the other, 1/3 where they overlap, 0 where they are
    disjoint. Two empty sets are at 0, an empty and another set at 1.
    Source: Passonneau 2006, Measuring Agreement on Set-valued Items (MASI), LREC.

    >>> round(masi_distance({"A"}, {"A", "B"}), 3)
    0.667
    """
    return float(masi_matrix([frozenset(first), frozenset(second)])[0, 1])


def masi_matrix(labels: Sequence[Collection[str]]) -> Floats:
    """MASI distances of all pairs of sets."""
    codes = {code: at for at, code in enumerate(sorted({code for label in labels for code in label}))}
    holds = np.zeros((len(labels), len(codes)))
    for row, label in enumerate(labels):
        holds[row, [codes[code] for code in label]] = 1.0
    size = holds.sum(axis=1)
    shared = holds @ holds.T
    union = size[:, None] + size - shared
    smaller = np.minimum.outer(size, size)
    monotone = np.where(shared == union, 3.0, np.where(shared == smaller, 2.0, 1.0)) / 3.0
    distance: Floats = 1.0 - np.divide(shared, union, out=np.ones_like(union), where=union > 0) * monotone
    distance[(smaller == 0) & (union > 0)] = 1.0
    return distance


def distance_matrix(labels: Sequence[Any], level: Level, counts: Floats) -> Floats:
    """Disagreement of all pairs of labels, squared where the level measures (Krippendorff's delta²).

    `labels` stand in ascending order where the level is ordinal; `counts` says how often each occurs in pairable units.
    """
    if level == "masi":
        return masi_matrix(labels)
    if level == "nominal":
        return 1.0 - np.eye(len(labels))
    if level == "ordinal":
        below = np.cumsum(counts) - counts / 2
        return np.asarray(np.subtract.outer(below, below) ** 2, dtype=np.float64)
    value = np.array([float(label) for label in labels])
    apart = np.subtract.outer(value, value)
    if level == "ratio":
        total = np.add.outer(value, value)
        apart = np.divide(apart, total, out=np.zeros_like(apart), where=apart != 0)
    return np.asarray(apart**2, dtype=np.float64)
