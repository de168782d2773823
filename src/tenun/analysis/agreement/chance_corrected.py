"""Percent agreement, and the coefficients that differ only in what they expect by chance."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

import numpy as np

from tenun.analysis.agreement.alpha import label_counts
from tenun.analysis.agreement.distances import Floats
from tenun.analysis.agreement.labels import MISSING, Data, Numbers, paired
from tenun.errors import InputRefused, NotComputable


class Percent(float):
    """The share of agreeing pairs, in 0..1: a number that also has a `value`, as the other coefficients do."""

    @property
    def value(self) -> float:
        """The share as a plain number."""
        return float(self)


@dataclass(frozen=True, slots=True)
class ChanceCorrected:
    """(observed - expected) / (1 - expected) agreement, over `units` that two coders or more labelled."""

    value: float
    observed_agreement: float
    expected_agreement: float
    units: int


def percent_agreement(data: Data) -> Percent:
    """Share of pairs of labels that are equal, in 0..1, each unit with two labels or more counting once.

    `data`: one row a coder, one column a unit, None or NaN where missing. Raises NotComputable for fewer than two
    coders and where no unit has two labels. It is not corrected for chance.

    >>> percent_agreement([[1, 2, 3, None], [1, 2, 1, 2]]).value
    0.6666666666666666
    """
    labels, numbers = paired(data)
    return Percent(np.mean(_agreement_of_units(label_counts(numbers, len(labels)))))


def scott_pi(data: Data) -> ChanceCorrected:
    """Agreement of two coders beyond chance, chance being one distribution of labels that both share.

    `data`: two coders x units; units that lack a label are left out. Raises NotComputable for one coder, where no unit
    has both labels and where all labels are one; InputRefused for more than two coders (see `fleiss_kappa`).
    Source: Scott 1955, Public Opinion Quarterly 19(3).

    >>> round(scott_pi([[1, 1, 0, 0, 1], [1, 0, 0, 0, 1]]).value, 3)
    0.6
    """
    if len(data) > 2:
        raise InputRefused("analysis.two-coders-only", coders=len(data))
    labels, numbers = paired(data)
    counts = label_counts(numbers[:, (numbers != MISSING).all(axis=0)], len(labels))
    return _corrected(counts, float(np.sum(_shares(counts) ** 2)))


def fleiss_kappa(data: Data) -> ChanceCorrected:
    """Agreement of any number of coders beyond chance, chance being the labels of all of them together.

    `data`: coders x units; they need not be the same people throughout. Units with one label count towards chance
    alone, as in Gwet 2014. Raises NotComputable as `scott_pi` does.
    Source: Fleiss 1971, Psychological Bulletin 76(5).

    >>> round(fleiss_kappa([[1, 2, 2], [1, 2, 1], [1, 2, 2]]).value, 3)
    0.55
    """
    counts = _counts(data)
    return _corrected(counts, float(np.sum(_shares(counts) ** 2)))


def gwet_ac1(data: Data, *, categories: Iterable[Any] | None = None) -> ChanceCorrected:
    """Agreement beyond chance where one label is common: chance is sum of p(1 - p) over labels, by their number less 1.

    `data`: coders x units. `categories`: the whole scale, where it holds labels that nobody used; they raise the value.
    Raises NotComputable as `scott_pi` does.
    Source: Gwet 2008, British Journal of Mathematical and Statistical Psychology 61(1).

    >>> round(gwet_ac1([[1, 1, 0, 0, 1], [1, 0, 0, 0, 1]]).value, 3)
    0.6
    """
    counts = _counts(data, categories)
    share = _shares(counts)
    return _corrected(counts, float(np.sum(share * (1 - share)) / max(len(share) - 1, 1)))


def brennan_prediger(data: Data, *, categories: Iterable[Any] | None = None) -> ChanceCorrected:
    """Agreement beyond what drawing labels evenly would give, 1 / their number (Bennett's S, for two coders).

    `data`: coders x units. `categories`: the whole scale, where it holds labels that nobody used; they raise the value.
    Raises NotComputable as `scott_pi` does.
    Source: Brennan & Prediger 1981, Educational and Psychological Measurement 41(3).

    >>> round(brennan_prediger([[1, 1, 0, 0, 1], [1, 0, 0, 0, 1]]).value, 3)
    0.6
    """
    counts = _counts(data, categories)
    return _corrected(counts, 1 / counts.shape[1])


def _counts(data: Data, categories: Iterable[Any] | None = None) -> Floats:
    labels, numbers = paired(data, categories=categories)
    return _of_labelled(numbers, len(labels))


def _of_labelled(numbers: Numbers, labels: int) -> Floats:
    counts = label_counts(numbers, labels)
    return np.asarray(counts[counts.sum(axis=1) > 0], dtype=np.float64)


def _agreement_of_units(counts: Floats) -> Floats:
    """Share of equal pairs in each unit that has two labels or more."""
    given = counts.sum(axis=1)
    several = given > 1
    equal = np.sum(counts[several] * (counts[several] - 1), axis=1)
    return np.asarray(equal / (given[several] * (given[several] - 1)), dtype=np.float64)


def _shares(counts: Floats) -> Floats:
    """Mean over units of the share that each label has there."""
    return np.asarray(np.mean(counts / counts.sum(axis=1, keepdims=True), axis=0), dtype=np.float64)


def _corrected(counts: Floats, expected: float) -> ChanceCorrected:
    if np.count_nonzero(counts.sum(axis=0)) < 2:
        raise NotComputable("analysis.one-category")
    agreement = _agreement_of_units(counts)
    observed = float(np.mean(agreement))
    return ChanceCorrected((observed - expected) / (1 - expected), observed, expected, len(agreement))
