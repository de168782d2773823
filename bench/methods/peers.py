"""The packages that the methods are compared with, where installed; some are GPL, so only here and in tests."""

from __future__ import annotations

import time
from collections.abc import Callable
from importlib import import_module
from importlib.util import find_spec
from typing import Any

import numpy as np

from methods.inputs import Segments


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


def gamma_of(coders: list[Segments], seed: int, draws: int) -> tuple[float, float, float]:
    """Gamma by pygamma-agreement with the paper's shuffling: value, disorder, and error of drawing (95 %)."""
    peer, core = import_module("pygamma_agreement"), import_module("pyannote.core")
    continuum = peer.Continuum()
    for at, row in enumerate(coders):
        for start, end, name in row:
            continuum.add(f"coder {at}", core.Segment(float(start), float(end)), name)
    np.random.seed(seed)
    measure = peer.CombinedCategoricalDissimilarity(alpha=1, beta=1, delta_empty=1)
    shuffle = peer.ShuffleContinuumSampler(pivot_type="float_pivot")
    found = continuum.compute_gamma(measure, n_samples=draws, sampler=shuffle)
    drawn = np.array([one.disorder for one in found.chance_alignments])
    observed = float(found.best_alignment.disorder)
    error = 1.96 * drawn.std() / drawn.mean() / np.sqrt(len(drawn)) * observed / drawn.mean()
    return float(found.gamma), observed, float(error)
