"""How far a solution hangs on cut-offs and on single cases."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import product
from typing import TYPE_CHECKING, Any, Literal

from tenun.analysis.qca.comparison import qca
from tenun.analysis.qca.results import Comparison, Robustness
from tenun.errors import NotComputable

if TYPE_CHECKING:
    import pandas as pd

Solution = Literal["conservative", "parsimonious", "intermediate"]


def robustness(
    data: pd.DataFrame,
    outcome: str,
    conditions: Sequence[str],
    *,
    solution: Solution = "parsimonious",
    consistency: Sequence[float] = (0.75, 0.8, 0.85, 0.9),
    pri: Sequence[float] = (0.0, 0.5),
    frequency: Sequence[int] = (1, 2),
    expect: dict[str, str] | None = None,
) -> Robustness:
    """Run the comparison under every combination of cut-offs and count in which share each path survives.

    Arguments as for `qca`. Errors of the data are raised; a run in which nothing suffices counts as failed.
    Source: Oana & Schneider 2024, Sociological Methods & Research 53(1), for the idea.
    """
    settings = product(consistency, pri, frequency)
    return _counted(
        (
            {"data": data, "consistency": one[0], "pri": one[1], "frequency": one[2], "expect": expect}
            for one in settings
        ),
        outcome,
        conditions,
        solution,
    )


def without_each_case(
    data: pd.DataFrame,
    outcome: str,
    conditions: Sequence[str],
    *,
    solution: Solution = "parsimonious",
    **settings: Any,
) -> Robustness:
    """Run the comparison with each case left out in turn. Arguments as for `qca`."""
    runs = ({"data": data.drop(index=name), **settings} for name in data.index)
    return _counted(runs, outcome, conditions, solution)


def _counted(runs: Iterable[dict[str, Any]], outcome: str, conditions: Sequence[str], solution: Solution) -> Robustness:
    seen: Counter[str] = Counter()
    total = failed = 0
    for settings in runs:
        total += 1
        try:
            found = qca(settings.pop("data"), outcome, conditions, **settings)
        except NotComputable:
            failed += 1
            continue
        seen.update(_paths(found, solution))
    order = sorted(seen, key=lambda path: (-seen[path], path))
    return Robustness(total, failed, {path: seen[path] / (total - failed) for path in order})


def _paths(found: Comparison, solution: Solution) -> set[str]:
    models = {
        "conservative": found.conservative,
        "parsimonious": found.parsimonious,
        "intermediate": found.intermediate,
    }[solution]
    return {path.expression for model in models for path in model.paths}
