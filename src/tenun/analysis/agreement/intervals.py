"""Bootstrap intervals of every nominal coefficient: all that a draw needs adds up over groups of units."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import Any, Literal, get_args

import numpy as np
from numpy.typing import NDArray

from tenun.analysis.agreement.alpha import check_pairs, coincidence_matrix, label_counts
from tenun.analysis.agreement.distances import Floats, Level, distance_matrix
from tenun.analysis.agreement.kappa import Weights, agreement_credit
from tenun.analysis.agreement.labels import MISSING, Data, Numbers, paired
from tenun.analysis.agreement.resampling import DRAWS, FEWEST_GROUPS, SEED, alpha_interval, times_drawn
from tenun.analysis.results import Interval
from tenun.errors import InputRefused, NotComputable

Coefficient = Literal[
    "percent_agreement",
    "cohen_kappa",
    "scott_pi",
    "fleiss_kappa",
    "gwet_ac1",
    "brennan_prediger",
    "krippendorff_alpha",
]
_DRAWS_AT_ONCE = 500


def agreement_interval(
    data: Data,
    coefficient: Coefficient | Callable[..., Any] = "krippendorff_alpha",
    *,
    groups: Sequence[Any] | None = None,
    level: Level = "nominal",
    weights: Weights | None = None,
    categories: Iterable[Any] | None = None,
    draws: int = DRAWS,
) -> Interval:
    """Percentile interval (2.5, 97.5) of a coefficient over resampled groups of units.

    `data`: coders x units; `coefficient`: one of the nominal coefficients or its name; `groups`: the group of each
    unit, such as its independent witness, because units of one text are not independent (without it, each unit is
    drawn by itself). Groups are drawn by NumPy's PCG64, seed 1; draws without a value are counted and left out.
    Raises NotComputable below ten groups, where the coefficient has no value, and where no draw has one.

    >>> rows = [[1, 2, 1, 2, 1, 2, 1, 2, 1, 2, 1, 2], [1, 2, 1, 2, 1, 2, 1, 2, 1, 1, 2, 2]]
    >>> found = agreement_interval(rows, "cohen_kappa")
    >>> found.low < 0.67 < found.high, found.draws
    (True, 10000)
    """
    name = coefficient if isinstance(coefficient, str) else coefficient.__name__
    if name not in get_args(Coefficient):
        raise ValueError(f"coefficient is one of {', '.join(get_args(Coefficient))}, not {name!r}")
    labels, numbers = paired(data, level, categories)
    group = _numbers_of(groups, numbers.shape[1])
    if group.max() + 1 < FEWEST_GROUPS:
        raise NotComputable("analysis.too-few-groups", groups=int(group.max()) + 1)
    if name == "krippendorff_alpha":
        counts = coincidence_matrix(numbers, len(labels)).sum(axis=1)
        check_pairs(counts)
        names = [f"{at:09}" for at in group.tolist()]
        return alpha_interval(numbers, distance_matrix(labels, level, counts), names, draws=draws)
    sums, figure = _of_pair(numbers, len(labels), weights) if name == "cohen_kappa" else _of_all(numbers, labels, name)
    return _percentiles(_by_group(sums, group), figure, draws)


def _numbers_of(groups: Sequence[Any] | None, units: int) -> NDArray[np.int64]:
    if groups is None:
        return np.arange(units)
    if len(groups) != units:
        raise ValueError(f"{units} units need as many groups, not {len(groups)}")
    number = {name: at for at, name in enumerate(sorted(set(groups), key=str))}
    return np.array([number[name] for name in groups], dtype=np.int64)


def _by_group(sums: Floats, group: NDArray[np.int64]) -> Floats:
    """Rows of units added up by group."""
    order = np.argsort(group, kind="stable")
    starts = np.flatnonzero(np.diff(group[order], prepend=-1))
    return np.asarray(np.add.reduceat(sums[order], starts, axis=0), dtype=np.float64)


def _percentiles(sums: Floats, figure: Callable[[Floats], Floats], draws: int) -> Interval:
    if np.isnan(figure(sums.sum(axis=0, keepdims=True))[0]):
        raise NotComputable("analysis.one-category")
    chance = np.random.Generator(np.random.PCG64(SEED))
    values = np.empty(0)
    while len(values) < draws:
        times = times_drawn(chance, len(sums), min(_DRAWS_AT_ONCE, draws - len(values)))
        values = np.append(values, figure(times @ sums))
    defined = values[~np.isnan(values)]
    if not len(defined):
        raise NotComputable("analysis.always-undefined")
    low, high = np.percentile(defined, [2.5, 97.5])
    return Interval(float(low), float(high), draws, draws - len(defined))


def _of_pair(numbers: Numbers, labels: int, weights: Weights | None) -> tuple[Floats, Callable[[Floats], Floats]]:
    """A one in the cell of the table that each unit falls into, and kappa of added tables."""
    if len(numbers) > 2:
        raise InputRefused("analysis.two-coders-only", coders=len(numbers))
    credit = agreement_credit(labels, weights)
    both = (numbers != MISSING).all(axis=0)
    sums = np.zeros((numbers.shape[1], labels * labels))
    sums[np.flatnonzero(both), numbers[0, both] * labels + numbers[1, both]] = 1.0

    def kappas(drawn: Floats) -> Floats:
        tables = drawn.reshape(-1, labels, labels)
        total = tables.sum(axis=(1, 2))
        rows, columns = tables.sum(axis=2), tables.sum(axis=1)
        with np.errstate(invalid="ignore", divide="ignore"):
            observed = np.einsum("dij,ij->d", tables, credit) / total
            expected = np.einsum("di,ij,dj->d", rows, credit, columns) / total**2
            value = (observed - expected) / (1 - expected)
        value[np.count_nonzero(rows + columns, axis=1) < 2] = np.nan
        return np.asarray(value, dtype=np.float64)

    return sums, kappas


def _of_all(numbers: Numbers, labels: Sequence[Any], name: str) -> tuple[Floats, Callable[[Floats], Floats]]:
    """Agreement, whether it counts, whether labelled, and shares of labels of each unit; and their sums' figure."""
    if name == "scott_pi":
        if len(numbers) > 2:
            raise InputRefused("analysis.two-coders-only", coders=len(numbers))
        numbers = np.where((numbers != MISSING).all(axis=0), numbers, MISSING)
    counts = label_counts(numbers, len(labels))
    given = counts.sum(axis=1)
    several = given > 1
    pairs = np.maximum(given * (given - 1), 1)
    agreement = np.sum(counts * (counts - 1), axis=1) / pairs * several
    share = counts / np.maximum(given, 1)[:, None]
    sums = np.column_stack([agreement, several, given > 0, share])

    def figures(drawn: Floats) -> Floats:
        with np.errstate(invalid="ignore", divide="ignore"):
            observed = drawn[:, 0] / drawn[:, 1]
            shares = drawn[:, 3:] / drawn[:, 2:3]
            expected = _expected(shares, name)
            value = (observed - expected) / (1 - expected)
        if name != "percent_agreement":
            value[np.count_nonzero(drawn[:, 3:] > 0, axis=1) < 2] = np.nan
        return np.asarray(value, dtype=np.float64)

    return sums, figures


def _expected(shares: Floats, name: str) -> Floats:
    labels = shares.shape[1]
    if name == "percent_agreement":
        return np.zeros(len(shares))
    if name == "gwet_ac1":
        return np.asarray(np.sum(shares * (1 - shares), axis=1) / max(labels - 1, 1), dtype=np.float64)
    if name == "brennan_prediger":
        return np.full(len(shares), 1 / labels)
    return np.asarray(np.sum(shares**2, axis=1), dtype=np.float64)
