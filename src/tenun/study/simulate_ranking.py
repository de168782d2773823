"""How far P(first) can be trusted: plant motives, draw witnesses, and compare what is claimed with what was planted."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tenun.study.scope import Progress, no_progress

if TYPE_CHECKING:
    from tenun.analysis.simulate.curves import CurvePoint


def simulate_ranking(studies: int = 500, seed: int = 1, *, progress: Progress = no_progress) -> list[CurvePoint]:
    """The matched-prior calibration and every stress curve, with `studies` simulated studies for each condition."""
    from tenun.analysis.simulate.curves import calibration_curves

    return calibration_curves(studies, seed, on_point=lambda done, total: progress("simulate", done, total))
