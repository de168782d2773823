"""Comparison of cases by sets: necessity, truth table, and the three solutions with all tied models."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from tenun.analysis.qca.minimising import Cube, covers_of, easy_and_difficult, is_in, primes
from tenun.analysis.qca.results import Comparison, Model, Necessity, Path, Row
from tenun.errors import InputRefused, NotComputable

if TYPE_CHECKING:
    import pandas as pd

FEWEST_CASES = 10
CASES_A_CONDITION = 3
Floats = NDArray[np.float64]


def needed_cases(conditions: int) -> int:
    """The stated minimum of cases: ten, and three for each condition. Below it chance finds patterns in noise.

    Source: Marx 2010, Journal of Theoretical Politics 22(2), for the ratio; Berg-Schlosser & De Meur 2009 for ten.

    >>> needed_cases(3), needed_cases(5)
    (10, 15)
    """
    return max(FEWEST_CASES, CASES_A_CONDITION * conditions)


def qca(
    data: pd.DataFrame,
    outcome: str,
    conditions: Sequence[str],
    *,
    consistency: float = 0.8,
    pri: float = 0.0,
    frequency: int = 1,
    expect: Mapping[str, str] | None = None,
) -> Comparison:
    """Which combinations of conditions suffice for the outcome, over cases calibrated to 0..1.

    `data`: one row a case, named by the index; `outcome` may begin with `~` for its absence. A combination is
    sufficient with `frequency` cases or more, `consistency` and `pri` at least as given (1.0 for crisp sets). `expect`:
    what theory says of a condition, `present` or `absent`; with it the intermediate solution is found.
    Raises NotComputable below `needed_cases`, and where no combination suffices; InputRefused for columns that are not
    there, values outside 0..1 and conditions of exactly .5, which belong to no combination.
    Source: Ragin 2008, Redesigning Social Inquiry; Ragin & Sonnett 2005 for counterfactuals. By the library setqca.
    """
    x, y = _memberships(data, outcome, conditions)
    rows = _truth_table(data, x, y, consistency, pri, frequency)
    sufficient = {at for at, row in enumerate(rows) if row.outcome == "1"}
    remainders = {at for at, row in enumerate(rows) if row.outcome == "?"}
    if not sufficient:
        raise NotComputable("analysis.qca-nothing-sufficient", outcome=outcome)
    names, width = tuple(conditions), len(conditions)
    cases = [str(name) for name in data.index]

    def models(assumed: set[int]) -> list[tuple[Cube, ...]]:
        return covers_of(primes(sufficient, assumed, width), sufficient)

    def fitted(found: Sequence[tuple[Cube, ...]]) -> tuple[Model, ...]:
        return tuple(_model(cubes, x, y, names, cases) for cubes in found)

    parsimonious = models(remainders)
    easy, difficult, between = set[int](), set[int](), list[tuple[Cube, ...]]()
    for model in parsimonious if expect else ():
        agreeing, against = easy_and_difficult(model, sufficient, remainders, _directions(expect or {}, names))
        easy, difficult = easy | agreeing, difficult | against
        between += [one for one in models(agreeing) if one not in between]
    return Comparison(
        outcome,
        names,
        len(data),
        rows,
        fitted(models(set())),
        fitted(parsimonious),
        fitted(between),
        tuple(rows[at].configuration for at in sorted(easy)),
        tuple(rows[at].configuration for at in sorted(difficult - easy)),
        consistency,
        pri,
        frequency,
    )


def necessity(data: pd.DataFrame, outcome: str, conditions: Sequence[str]) -> tuple[Necessity, ...]:
    """Consistency, coverage and relevance of necessity of each condition and of its absence, the surest first.

    Arguments and errors as for `qca`. Read as necessary from .9 on, and only with a relevance well above .5.
    Source: Ragin 2006; relevance: Schneider & Wagemann 2012, section 9.2.
    """
    from setqca import necessity as fit

    x, y = _memberships(data, outcome, conditions)
    found = []
    for at, name in enumerate(conditions):
        for shown, membership in ((name, x[:, at]), (f"~{name}", 1 - x[:, at])):
            one = fit(membership, y)
            found.append(Necessity(shown, one.consistency, one.coverage, one.ron))
    return tuple(sorted(found, key=lambda one: (-one.consistency, one.condition)))


def truth_table(
    data: pd.DataFrame,
    outcome: str,
    conditions: Sequence[str],
    *,
    consistency: float = 0.8,
    pri: float = 0.0,
    frequency: int = 1,
) -> tuple[Row, ...]:
    """All combinations of conditions in binary order, with their cases and fit. Arguments and errors as for `qca`."""
    x, y = _memberships(data, outcome, conditions)
    return _truth_table(data, x, y, consistency, pri, frequency)


def columns_of(data: pd.DataFrame, outcome: str, conditions: Sequence[str]) -> Iterator[tuple[str, Floats]]:
    """The outcome and each condition with its values, once there are cases enough to compare."""
    needed = needed_cases(len(conditions))
    if len(data) < needed:
        raise NotComputable("analysis.qca-too-few-cases", cases=len(data), conditions=len(conditions), needed=needed)
    for column in (outcome.removeprefix("~"), *conditions):
        if column not in data.columns:
            raise InputRefused("analysis.qca-no-column", column=column)
        yield column, data[column].to_numpy(dtype=np.float64)


def _memberships(data: pd.DataFrame, outcome: str, conditions: Sequence[str]) -> tuple[Floats, Floats]:
    """Conditions and outcome as numbers, after the guards."""
    name = outcome.removeprefix("~")
    for column, values in columns_of(data, outcome, conditions):
        if not np.all((values >= 0) & (values <= 1)):
            raise InputRefused("analysis.qca-not-calibrated", column=column)
        if column in conditions and np.any(np.isclose(values, 0.5, atol=1e-12)):
            raise InputRefused("analysis.qca-crossover", column=column)
    y = data[name].to_numpy(dtype=np.float64)
    x = data[list(conditions)].to_numpy(dtype=np.float64)
    return x, 1 - y if outcome.startswith("~") else y


def _truth_table(
    data: pd.DataFrame, x: Floats, y: Floats, consistency: float, pri: float, frequency: int
) -> tuple[Row, ...]:
    import pandas as pd
    from setqca import build_truth_table

    named = [f"c{at}" for at in range(x.shape[1])]
    frame = pd.DataFrame(x, columns=named, index=data.index).assign(outcome=y)
    built = build_truth_table(
        frame,
        outcome="outcome",
        conditions=named,
        inclusion_cutoff=consistency,
        pri_cutoff=pri,
        frequency_cutoff=frequency,
    )
    shown = {"R": "?"}
    return tuple(
        Row(row.configuration, row.cases, row.consistency, row.pri, shown.get(row.outcome, row.outcome))
        for row in built.rows
    )


def _directions(expect: Mapping[str, str], names: tuple[str, ...]) -> tuple[int | None, ...]:
    if unknown := sorted(set(expect) - set(names)):
        raise InputRefused("analysis.qca-no-column", column=unknown[0])
    if wrong := sorted(set(expect.values()) - {"present", "absent"}):
        raise ValueError(f"expect says present or absent, not {wrong[0]!r}")
    return tuple({"present": 1, "absent": 0}.get(expect.get(name, "")) for name in names)


def _model(cubes: tuple[Cube, ...], x: Floats, y: Floats, names: tuple[str, ...], cases: Sequence[str]) -> Model:
    from setqca import sufficiency

    belongs = np.array([is_in(cube, x) for cube in cubes])
    whole = sufficiency(belongs.max(axis=0), y)
    paths = []
    for at, cube in enumerate(cubes):
        fit = sufficiency(belongs[at], y)
        others = np.delete(belongs, at, axis=0)
        without = float(np.minimum(others.max(axis=0), y).sum() / y.sum()) if len(others) else 0.0
        paths.append(
            Path(
                "*".join(("" if bit else "~") + name for name, bit in zip(names, cube, strict=True) if bit is not None)
                or "1",
                fit.consistency,
                fit.pri,
                fit.coverage,
                whole.coverage - without,
                tuple(case for case, degree in zip(cases, belongs[at], strict=True) if degree > 0.5),
            )
        )
    return Model(tuple(paths), whole.consistency, whole.pri, whole.coverage)
