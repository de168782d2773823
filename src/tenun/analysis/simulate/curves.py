"""The calibration of P(first) where its model holds, and the curves that break one assumption each."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from tenun.analysis.simulate.calibration import Bin, calibrate
from tenun.analysis.simulate.planting import Scenario, simulate

WITNESSES = (4, 10, 40)
MATCHED, ORDINARY = "matched-prior", "ordinary-study"

CURVES: dict[str, dict[float | None, Scenario]] = {
    MATCHED: {None: Scenario()},
    ORDINARY: {None: Scenario(between=(0.1, 0.9))},
    "close-motives": {None: Scenario(planted=(0.60, 0.55, 0.50, 0.45, 0.40))},
    "talkative-witnesses": {2.0: Scenario(between=(0.1, 0.9), talkativeness=2.0, silent_count=False)},
    "coder-error": {rate: Scenario(between=(0.1, 0.9), coder_error=rate) for rate in (0.05, 0.1, 0.2)},
    "blurred-borders": {share: Scenario(between=(0.1, 0.9), blurred=share) for share in (0.1, 0.2)},
    "undetected-copies": {share: Scenario(between=(0.1, 0.9), undetected_copies=share) for share in (0.3, 0.6)},
    "reticence": {deviation: Scenario(between=(0.1, 0.9), reticence=deviation) for deviation in (0.5, 1.0)},
    "unlisted-motive": {share: Scenario(between=(0.1, 0.9), unlisted=share) for share in (0.5, 0.9)},
    "equal-motives": {None: Scenario(planted=(0.5,) * 5)},
}
"""Scenario by name and strength. `matched-prior` is the model itself, a test of the code; `ordinary-study` plants each
motive in .1 to .9 of the witnesses and breaks nothing; the stress curves start from there and break one thing each."""


@dataclass(frozen=True, slots=True)
class CurvePoint:
    """One condition, a scenario at one strength with `n` witnesses, and how P(first) did in it (see `Calibration`)."""

    scenario: str
    strength: float | None
    n: int
    studies: int
    calibration_error: float | None
    sure: float | None
    right_when_sure: float | None
    bins: tuple[Bin, ...]


def calibration_curves(
    studies: int = 5_000,
    seed: int = 1,
    *,
    witnesses: Sequence[int] = WITNESSES,
    scenarios: Sequence[str] = tuple(CURVES),
    on_point: Callable[[int, int], None] | None = None,
) -> list[CurvePoint]:
    """Simulate every condition with `studies` studies each; `on_point` hears how many of how many conditions are done.

    >>> (point,) = calibration_curves(studies=50, witnesses=[4], scenarios=["matched-prior"])
    >>> point.studies, point.n
    (50, 4)
    """
    conditions = list(_conditions(scenarios, witnesses))
    points = []
    for scenario, strength, n in conditions:
        points.append(curve_point(scenario, strength, n, studies, seed))
        if on_point:
            on_point(len(points), len(conditions))
    return points


def curve_point(scenario: str, strength: float | None, n: int, studies: int, seed: int) -> CurvePoint:
    """Simulate one condition."""
    found = calibrate(simulate(replace(CURVES[scenario][strength], witnesses=n), studies, seed))
    return CurvePoint(scenario, strength, n, found.studies, found.error, found.sure, found.right_when_sure, found.bins)


def _conditions(scenarios: Sequence[str], witnesses: Sequence[int]) -> Iterator[tuple[str, float | None, int]]:
    for scenario in scenarios:
        for strength in CURVES[scenario]:
            for n in witnesses:
                yield scenario, strength, n
