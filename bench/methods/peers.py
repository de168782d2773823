"""The packages that the methods are compared with, where installed; some are GPL, so only here and in tests."""

from __future__ import annotations

import time
from collections.abc import Callable
from importlib import import_module
from importlib.util import find_spec
from typing import Any

import numpy as np


def installed(name: str) -> bool:
    """Whether a package is there."""
    return find_spec(name) is not None


def timed(work: Callable[[], Any], times: int = 1) -> tuple[Any, float]:
    """What `work` gives, and the least seconds it took."""
    least, found = float("inf"), None
    for _ in range(times):
        began = time.perf_counter()
        found = work()
        least = min(least, time.perf_counter() - began)
    return found, least


def krippendorff_of(labels: np.ndarray, level: str) -> float:
    """Alpha by the package krippendorff."""
    peer = import_module("krippendorff")
    return float(peer.alpha(reliability_data=labels, level_of_measurement=level))


def weighted_kappa_of(first: np.ndarray, second: np.ndarray, weights: str, scale: range) -> float:
    """Weighted kappa by scikit-learn."""
    peer = import_module("sklearn.metrics")
    return float(peer.cohen_kappa_score(first, second, weights=weights, labels=list(scale)))
