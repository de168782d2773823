"""How far P(first) can be trusted: every condition of `tenun.analysis.simulate`, 5,000 studies each.

Writes the summary that ships with the package and that the reports print, and with `--plot` the chart of the docs:

    python bench/calibration.py --plot docs/explanation/calibration.svg
"""

from __future__ import annotations

import argparse
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

from tenun.analysis.simulate import CalibrationSummary, CurvePoint, calibration_curves
from tenun.analysis.simulate.calibration import SURE
from tenun.analysis.simulate.summary import summarise, write_summary

if TYPE_CHECKING:
    from altair import FacetChart, LayerChart

SHIPPED = Path("src/tenun/analysis/simulate/calibration.json")
FULL, QUICK = 5_000, 500
PROMISED_ERROR = 0.02


def main() -> int:
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--to", type=Path, default=SHIPPED, help="the summary as JSON")
    options.add_argument("--plot", type=Path, help="the chart as SVG or PNG")
    options.add_argument("--seed", type=int, default=1)
    options.add_argument("--quick", action="store_true", help=f"{QUICK} studies a condition instead of {FULL:,}")
    chosen = options.parse_args()
    studies = QUICK if chosen.quick else FULL
    started = time.perf_counter()
    points = calibration_curves(studies, chosen.seed, on_point=lambda done, of: print(f"{done}/{of}", file=sys.stderr))
    command = f"python bench/calibration.py --seed {chosen.seed}{' --quick' if chosen.quick else ''}"
    summary = summarise(points, studies=studies, seed=chosen.seed, command=command)
    chosen.to.write_text(write_summary(summary), encoding="utf-8")
    if chosen.plot:
        plot(summary, chosen.plot)
    show(points)
    print(f"calibration error on the model's own prior: {summary.error:.4f} (promised: {PROMISED_ERROR} or less)")
    print(f"{len(points)} conditions of {studies:,} studies in {time.perf_counter() - started:.0f} s, to {chosen.to}")
    return 0 if chosen.quick or summary.error <= PROMISED_ERROR else 1


def show(points: list[CurvePoint]) -> None:
    print(f"{'condition':28}{'n':>4}{'studies':>9}{'error':>8}{'sure':>8}{'right':>8}")
    for point in points:
        right = "–" if point.right_when_sure is None else f"{point.right_when_sure:.3f}"
        print(
            f"{named(point):28}{point.n:>4}{point.studies:>9}{point.calibration_error:>8.3f}{point.sure:>8.3f}{right:>8}"
        )


def plot(summary: CalibrationSummary, to: Path) -> None:
    """By condition: how often a P(first) of .90 or more was right, and the calibration error, for each n."""
    import altair as alt

    right = panel(summary, "right_when_sure", f"right when P(first) ≥ .90 (dashed: {SURE})", 1.0, SURE)
    error = panel(summary, "calibration_error", f"calibration error (dashed: {PROMISED_ERROR})", 0.22, PROMISED_ERROR)
    alt.hconcat(right, error).configure(font="sans-serif").save(to)


def panel(
    summary: CalibrationSummary, figure: str, title: str, widest: float, promise: float
) -> LayerChart | FacetChart:
    """One figure, a row a condition, with a dashed line at what is promised."""
    import altair as alt
    import pandas as pd

    rows = [
        {"condition": named(point), "witnesses": f"{point.n} witnesses", "value": getattr(point, figure)}
        for point in summary.points
    ]
    sizes = alt.Scale(domain=["4 witnesses", "10 witnesses", "40 witnesses"], range=["#9aa5b1", "#4f7cac", "#1b3a5c"])
    marks = alt.Chart(pd.DataFrame(rows).dropna()).mark_point(filled=True, size=70, opacity=1)
    points = marks.encode(
        x=alt.X("value:Q", title=title, scale=alt.Scale(domain=[0, widest])),
        y=alt.Y("condition:N", title=None, scale=alt.Scale(domain=list(dict.fromkeys(map(named, summary.points))))),
        color=alt.Color("witnesses:N", title=None, scale=sizes),
        shape=alt.Shape("witnesses:N", title=None, scale=alt.Scale(domain=sizes.domain)),
    )
    line = alt.Chart(pd.DataFrame({"value": [promise]})).mark_rule(strokeDash=[4, 4], color="#a33").encode(x="value:Q")
    return alt.layer(line, points).properties(width=280, height=300)


def named(point: CurvePoint) -> str:
    """The condition in words: `reticence 0.5`."""
    return point.scenario.replace("-", " ") + ("" if point.strength is None else f" {point.strength:g}")


if __name__ == "__main__":
    raise SystemExit(main())
