"""P(first) held against the truth of simulated studies."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from tenun.analysis.attestation import FEWEST_WITNESSES, attestation
from tenun.analysis.simulate.planting import SimulatedStudies

BINS = 10
SURE = 0.90
FEWEST_SURE = 25


@dataclass(frozen=True, slots=True)
class Bin:
    """Motives whose P(first) fell in one tenth of the scale: how many, mean P(first), how often they were first."""

    count: int
    mean_p_first: float
    share_first: float


@dataclass(frozen=True, slots=True)
class Calibration:
    """How P(first) did. `studies` were assessable (four witnesses or more) out of `planted`; all figures are over them.

    `error`: the expected calibration error. All pairs of study and listed motive are sorted by P(first) into ten bins
    of equal width; it is the mean over bins, weighted by the number of pairs, of |mean P(first) - share truly first|,
    a shared first place counting in equal parts. `sure`: share of studies with a P(first) of .90 or more.
    `right_when_sure`: how often that motive was alone first in truth; None where fewer than 25 studies were sure.
    """

    studies: int
    planted: int
    error: float | None
    bins: tuple[Bin, ...]
    sure: float | None
    right_when_sure: float | None


def calibrate(made: SimulatedStudies) -> Calibration:
    """Work out P(first) for every simulated study and hold it against what was planted.

    >>> from tenun.analysis.simulate import Scenario, simulate
    >>> calibrate(simulate(Scenario(witnesses=4, planted=(0.95, 0.05, 0.05)), studies=200)).right_when_sure
    1.0
    """
    assessable = np.flatnonzero(made.n >= FEWEST_WITNESSES)
    if not len(assessable):
        return Calibration(0, len(made.n), None, (), None, None)
    chance = np.array([attestation(made.counts[at].tolist(), int(made.n[at])).p_first for at in assessable])
    first = made.first[assessable, : chance.shape[1]]
    sure = chance.max(axis=1) >= SURE
    right = first[np.arange(len(chance)), chance.argmax(axis=1)] == 1
    bins = _bins(chance.ravel(), first.ravel())
    return Calibration(
        studies=len(assessable),
        planted=len(made.n),
        error=sum(one.count * abs(one.mean_p_first - one.share_first) for one in bins) / chance.size,
        bins=bins,
        sure=float(sure.mean()),
        right_when_sure=float(right[sure].mean()) if sure.sum() >= FEWEST_SURE else None,
    )


def _bins(chance: NDArray[np.float64], first: NDArray[np.float64]) -> tuple[Bin, ...]:
    place = np.minimum((chance * BINS).astype(np.int64), BINS - 1)
    held = [place == at for at in range(BINS)]
    return tuple(
        Bin(int(inside.sum()), float(chance[inside].mean()), float(first[inside].mean()))
        for inside in held
        if inside.any()
    )
