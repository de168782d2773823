"""The measured calibration that ships with Tenun, for the reports to print beside P(first)."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from importlib import resources
from typing import Any

from tenun.analysis.simulate.calibration import SURE, Bin
from tenun.analysis.simulate.curves import MATCHED, ORDINARY, CurvePoint


@dataclass(frozen=True, slots=True)
class StressFailure:
    """A condition under which P(first) misleads.

    `low` and `high` bound, over the numbers of witnesses tried, how often a P(first) of .90 or more was right; for
    `equal-motives`, how often it was claimed although no motive led.
    """

    scenario: str
    strength: float | None
    low: float
    high: float


@dataclass(frozen=True, slots=True)
class CalibrationSummary:
    """The outcome of `bench/calibration.py`: the matched-prior error (the largest over n), the failures, every point.

    `studies` is the number simulated for each point.
    """

    studies: int
    seed: int
    command: str
    error: float
    failures: tuple[StressFailure, ...]
    points: tuple[CurvePoint, ...]


def summarise(points: Sequence[CurvePoint], *, studies: int, seed: int, command: str) -> CalibrationSummary:
    """What the points come to.

    A stress condition fails if, with some number of witnesses, P(first) >= .90 was right less often than it says, or,
    for equal motives, if it was claimed at all.
    """
    matched = [point.calibration_error or 0.0 for point in points if point.scenario == MATCHED]
    conditions = dict.fromkeys(
        (one.scenario, one.strength) for one in points if one.scenario not in (MATCHED, ORDINARY)
    )
    failures = []
    for scenario, strength in conditions:
        held = [point for point in points if (point.scenario, point.strength) == (scenario, strength)]
        equal = scenario == "equal-motives"
        rates = [rate for point in held if (rate := point.sure if equal else point.right_when_sure) is not None]
        if rates and (max(rates) > 0 if equal else min(rates) < SURE):
            failures.append(StressFailure(scenario, strength, min(rates), max(rates)))
    return CalibrationSummary(studies, seed, command, max(matched), tuple(failures), tuple(points))


def calibration_summary() -> CalibrationSummary:
    """The summary that ships with this version.

    >>> calibration_summary().error <= 0.02
    True
    """
    stored = resources.files("tenun.analysis.simulate").joinpath("calibration.json").read_text(encoding="utf-8")
    return read_summary(stored)


def write_summary(summary: CalibrationSummary) -> str:
    """The summary as JSON, figures to five places, one point a line.

    >>> read_summary(write_summary(calibration_summary())) == calibration_summary()
    True
    """
    plain = _rounded(asdict(summary))
    points = ",\n    ".join(json.dumps(point) for point in plain.pop("points"))
    return json.dumps(plain, indent=2)[:-2] + f',\n  "points": [\n    {points}\n  ]\n}}\n'


def read_summary(stored: str) -> CalibrationSummary:
    """A summary from its JSON."""
    plain = json.loads(stored)
    failures = tuple(StressFailure(**failure) for failure in plain.pop("failures"))
    points = tuple(
        CurvePoint(**{**point, "bins": tuple(Bin(**one) for one in point["bins"])}) for point in plain.pop("points")
    )
    return CalibrationSummary(failures=failures, points=points, **plain)


def _rounded(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _rounded(held) for key, held in value.items()}
    if isinstance(value, list | tuple):
        return [_rounded(held) for held in value]
    return round(value, 5) if isinstance(value, float) else value
