"""Run by `methods_speed.py` in a Python that has pygamma-agreement: its gamma, with the paper's shuffling.

Reads a list of {coders, seed, draws}; prints for each its value, disorder, error of drawing (95 %) and seconds.
"""
# mypy: ignore-errors

from __future__ import annotations

import json
import logging
import sys
import time

import numpy as np
from pyannote.core import Segment
from pygamma_agreement import CombinedCategoricalDissimilarity, Continuum, ShuffleContinuumSampler


def gamma_of(coders: list[list[tuple[int, int, str]]], seed: int, draws: int) -> dict[str, float]:
    """Gamma of one continuum."""
    continuum = Continuum()
    for at, row in enumerate(coders):
        for start, end, name in row:
            continuum.add(f"coder {at}", Segment(float(start), float(end)), name)
    np.random.seed(seed)
    measure = CombinedCategoricalDissimilarity(alpha=1, beta=1, delta_empty=1)
    begun = time.perf_counter()
    sampler = ShuffleContinuumSampler(pivot_type="float_pivot")
    found = continuum.compute_gamma(measure, n_samples=draws, sampler=sampler)
    seconds = time.perf_counter() - begun
    drawn = np.array([one.disorder for one in found.chance_alignments])
    observed = float(found.best_alignment.disorder)
    error = 1.96 * drawn.std() / drawn.mean() / np.sqrt(len(drawn)) * observed / drawn.mean()
    return {"value": float(found.gamma), "disorder": observed, "error": float(error), "seconds": seconds}


logging.disable(logging.WARNING)
print(json.dumps([gamma_of(**one) for one in json.load(sys.stdin)]))
