"""Conditions with more than two values."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from tenun.analysis.qca.comparison import columns_of
from tenun.analysis.qca.results import Row
from tenun.errors import InputRefused, NotComputable

if TYPE_CHECKING:
    import pandas as pd


@dataclass(frozen=True, slots=True)
class MultiValueModel:
    """A tied model such as `REGION{1}*SIZE{0} + LAW{2}`, with its fit."""

    expression: str
    consistency: float
    pri: float
    coverage: float


@dataclass(frozen=True, slots=True)
class MultiValueComparison:
    """Conservative and parsimonious solutions, each with all its tied models."""

    conservative: tuple[MultiValueModel, ...]
    parsimonious: tuple[MultiValueModel, ...]


def qca_multi_value(
    data: pd.DataFrame,
    outcome: str,
    conditions: Sequence[str],
    *,
    levels: Mapping[str, int] | None = None,
    consistency: float = 0.8,
    frequency: int = 1,
) -> MultiValueComparison:
    """Which combinations of categories (0, 1, 2, ...) suffice for a calibrated outcome, or with `~` for its absence.

    `levels`: how many categories a condition has, where some have no case. Guards and errors as for `qca`; ties are
    those with the fewest terms and then the fewest categories named. Source: Cronqvist & Berg-Schlosser 2009; setqca.
    """
    from setqca import MVQCA

    table = truth_table_multi_value(
        data, outcome, conditions, levels=levels, consistency=consistency, frequency=frequency
    )
    if not any(row.outcome == "1" for row in table):
        raise NotComputable("analysis.qca-nothing-sufficient", outcome=outcome)
    data, outcome = _turned(data, outcome)
    model = MVQCA(consistency=consistency, frequency=frequency, levels=levels)
    found = model.fit(data, outcome=outcome, conditions=list(conditions))

    def fitted(kind: str) -> tuple[MultiValueModel, ...]:
        made = []
        for one in getattr(found, kind):
            shown = one.as_expression(found.domain)
            fit = found.fits[shown]
            made.append(MultiValueModel(shown, fit.consistency, fit.pri, fit.coverage))
        return tuple(made)

    return MultiValueComparison(fitted("conservative"), fitted("parsimonious"))


def truth_table_multi_value(
    data: pd.DataFrame,
    outcome: str,
    conditions: Sequence[str],
    *,
    levels: Mapping[str, int] | None = None,
    consistency: float = 0.8,
    frequency: int = 1,
) -> tuple[Row, ...]:
    """All combinations of categories, with their cases and fit. Arguments and errors as for `qca_multi_value`."""
    from setqca.multivalue import build_multivalue_truth_table

    _check(data, outcome, conditions)
    data, outcome = _turned(data, outcome)
    built = build_multivalue_truth_table(
        data,
        outcome=outcome,
        conditions=list(conditions),
        levels=levels,
        inclusion_cutoff=consistency,
        frequency_cutoff=frequency,
    )
    shown = {"R": "?"}
    return tuple(
        Row(row.configuration, row.cases, row.consistency, row.pri, shown.get(row.outcome, row.outcome))
        for row in built.rows
    )


def _check(data: pd.DataFrame, outcome: str, conditions: Sequence[str]) -> None:
    name = outcome.removeprefix("~")
    for column, values in columns_of(data, outcome, conditions):
        whole = column == name or np.all((values >= 0) & (values == np.round(values)))
        if not whole or (column == name and not np.all((values >= 0) & (values <= 1))):
            raise InputRefused("analysis.qca-not-calibrated", column=column)


def _turned(data: pd.DataFrame, outcome: str) -> tuple[pd.DataFrame, str]:
    """The cases with the absence of the outcome as a column of its own, where that is asked for."""
    if not outcome.startswith("~"):
        return data, outcome
    return data.assign(**{outcome: 1 - data[outcome.removeprefix("~")]}), outcome
