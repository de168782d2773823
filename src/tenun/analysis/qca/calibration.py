"""Calibration: raw values turned into membership of a set."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import ArrayLike, NDArray

from tenun.errors import InputRefused


def calibrate(
    values: ArrayLike, *, full_out: float, crossover: float, full_in: float, logistic: bool = True
) -> NDArray[np.float64]:
    """Fuzzy membership by three anchors: .05 at `full_out`, .5 at `crossover`, .95 at `full_in` (0, .5, 1 if linear).

    Anchors come from theory, not from the data; they may fall as well as rise. Raises InputRefused for anchors out of
    order. Source: Ragin 2008, Redesigning Social Inquiry, chapter 5.

    >>> calibrate([20, 50, 80], full_out=20, crossover=50, full_in=80).round(2).tolist()
    [0.05, 0.5, 0.95]
    """
    from setqca import calibrate_direct

    if not (full_out < crossover < full_in or full_out > crossover > full_in):
        raise InputRefused("analysis.qca-anchors", full_out=full_out, crossover=crossover, full_in=full_in)
    found = calibrate_direct(values, full_out=full_out, crossover=crossover, full_in=full_in, logistic=logistic)
    return np.asarray(found, dtype=np.float64)


def calibrate_crisp(values: ArrayLike, thresholds: Sequence[float]) -> NDArray[np.int64]:
    """Categories by cut points, 0 below the first: one cut makes a crisp set, several a multi-value condition.

    >>> calibrate_crisp([3, 7, 12], [5, 10]).tolist()
    [0, 1, 2]
    """
    if list(thresholds) != sorted(set(thresholds)):
        raise InputRefused("analysis.qca-thresholds")
    return np.searchsorted(np.asarray(thresholds, dtype=np.float64), np.asarray(values, dtype=np.float64), side="right")
