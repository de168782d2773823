"""The coefficients of one view of the units, and of each code taken alone."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import TypeVar

import numpy as np

from tenun.analysis.agreement.alpha import check_pairs, coincidence_matrix, disagreements
from tenun.analysis.agreement.distances import Floats, Level, distance_matrix
from tenun.analysis.agreement.kappa import kappa_of_table
from tenun.analysis.agreement.labels import numbered
from tenun.analysis.agreement.resampling import alpha_interval
from tenun.analysis.agreement.units import LabelledUnit
from tenun.analysis.results import AgreementLevel, CodeAgreement, Interval
from tenun.errors import NotComputable

Figure = TypeVar("Figure", float, Interval)


def level_agreement(
    level: str, units: Sequence[LabelledUnit], group_of: Mapping[str, str], *, empty: bool
) -> AgreementLevel:
    """Alpha (nominal and MASI) with intervals, percent and kappa over the given units; `group_of` is by source.

    Units weigh what they stand for. A source in no group stands alone.
    """
    undefined: dict[str, str] = {}
    weights = np.array([unit.weight for unit in units], dtype=np.float64)
    table = _Labels(units, weights, [group_of.get(unit.source, unit.source) for unit in units])
    return AgreementLevel(
        level=level,
        empty=empty,
        units=int(weights.sum()),
        alpha_nominal=_value(undefined, "alpha_nominal", lambda: table.alpha("nominal")),
        alpha_masi=_value(undefined, "alpha_masi", lambda: table.alpha("masi")),
        alpha_nominal_interval=_value(undefined, "alpha_nominal_interval", lambda: table.interval("nominal")),
        alpha_masi_interval=_value(undefined, "alpha_masi_interval", lambda: table.interval("masi")),
        percent=_value(undefined, "percent", table.percent),
        kappa=_value(undefined, "kappa", table.kappa),
        undefined=undefined,
    )


def code_agreements(units: Sequence[LabelledUnit], codes: Iterable[str]) -> tuple[CodeAgreement, ...]:
    """Agreement on each code that somebody used, yes or no a unit, in the order of `codes`, then others by name."""
    used = {code for unit in units for label in unit.labels for code in label}
    ordered = [code for code in codes if code in used]
    return tuple(_code_agreement(code, units) for code in [*ordered, *sorted(used - set(ordered))])


def _code_agreement(code: str, units: Sequence[LabelledUnit]) -> CodeAgreement:
    counts = np.zeros((2, 2), dtype=np.int64)
    for unit in units:
        first, second = (int(code not in label) for label in unit.labels)
        counts[first, second] += unit.weight
    reasons: dict[str, str] = {}
    kappa = _value(reasons, "kappa", lambda: kappa_of_table(counts).value)
    (both, only_first), (only_second, neither) = counts.tolist()
    percent = (both + neither) / int(counts.sum())
    return CodeAgreement(code, kappa, percent, both, only_first, only_second, neither, reasons.get("kappa", ""))


class _Labels:
    """Units as numbers, ready for the coefficients; each coefficient raises NotComputable where it has no value."""

    def __init__(self, units: Sequence[LabelledUnit], weights: Floats, groups: Sequence[str]) -> None:
        coders = list(zip(*(unit.labels for unit in units), strict=True)) or [(), ()]
        self.labels, self.numbers = numbered(coders, "masi")
        self.weights, self.groups = weights, groups
        self.coincidences = coincidence_matrix(self.numbers, len(self.labels), weights)

    def alpha(self, level: Level) -> float:
        check_pairs(self.coincidences.sum(axis=1))
        observed, expected = disagreements(self.coincidences, self._distance(level))
        return 1.0 - observed / expected

    def interval(self, level: Level) -> Interval:
        check_pairs(self.coincidences.sum(axis=1))
        return alpha_interval(self.numbers, self._distance(level), self.groups, self.weights)

    def percent(self) -> float:
        if not len(self.weights):
            raise NotComputable("analysis.nothing-paired")
        return float(self.weights[self.numbers[0] == self.numbers[1]].sum() / self.weights.sum())

    def kappa(self) -> float:
        table = np.zeros((len(self.labels), len(self.labels)))
        np.add.at(table, (self.numbers[0], self.numbers[1]), self.weights)
        return kappa_of_table(table).value

    def _distance(self, level: Level) -> Floats:
        return distance_matrix(self.labels, level, self.coincidences.sum(axis=1))


def _value(undefined: dict[str, str], name: str, compute: Callable[[], Figure]) -> Figure | None:
    """The figure, or None with the code of the reason noted under its name."""
    try:
        return compute()
    except NotComputable as reason:
        undefined[name] = reason.code
        return None
