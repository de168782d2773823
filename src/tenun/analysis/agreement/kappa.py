"""Cohen's kappa, plain and weighted."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any, Literal, get_args

import numpy as np
from numpy.typing import ArrayLike

from tenun.analysis.agreement.chance_corrected import percent_agreement
from tenun.analysis.agreement.distances import Floats
from tenun.analysis.agreement.labels import MISSING, Data, Numbers, paired
from tenun.errors import InputRefused, NotComputable

__all__ = ["Kappa", "Weights", "cohen_kappa", "kappa_of_table", "percent_agreement", "table_of_pair"]

Weights = Literal["none", "linear", "quadratic"]


@dataclass(frozen=True, slots=True)
class Kappa:
    """Kappa, the highest value these margins allow, and the observed and expected agreement it comes from."""

    value: float
    maximum: float
    observed_agreement: float
    expected_agreement: float
    units: int = 0

    @property
    def kappa_max(self) -> float:
        """The highest kappa that the two coders' margins allow."""
        return self.maximum


def cohen_kappa(
    data: Data | Sequence[Any],
    second: Sequence[Any] | None = None,
    *,
    weights: Weights | None = None,
    categories: Iterable[Any] | None = None,
) -> Kappa:
    """Agreement of two coders beyond what their own habits would give by chance.

    `data`: the rows of two coders, or one coder's labels with the other's in `second`; None or NaN is missing, and
    units that lack a label are left out. `weights` forgives near misses on an ordered scale, `linear` or `quadratic`;
    the scale is `categories`, else the labels that occur in ascending order. Raises NotComputable for one coder, where
    no unit has both labels and where both coders always used the same single label; InputRefused for more than two.
    Source: Cohen 1960, Educational and Psychological Measurement 20(1), pages 37-46; weighted: Cohen 1968,
    Psychological Bulletin 70(4).

    >>> round(cohen_kappa([[1, 1, 0, 0, 1], [1, 0, 0, 0, 1]]).value, 3)
    0.615
    >>> round(cohen_kappa([1, 2, 3, 3], [1, 3, 3, 2], weights="linear").value, 3)
    0.429
    """
    rows: Any = data if second is None else [data, second]
    if len(rows) > 2:
        raise InputRefused("analysis.two-coders-only", coders=len(rows))
    ordered = weights in ("linear", "quadratic")
    labels, numbers = paired(rows, "ordinal" if ordered and categories is None else "nominal", categories)
    return kappa_of_table(table_of_pair(numbers, len(labels)), weights)


def table_of_pair(numbers: Numbers, labels: int) -> Floats:
    """Counts of pairs of labels, the first coder's in rows, over the units that both labelled."""
    both = (numbers != MISSING).all(axis=0)
    cell = numbers[0, both] * labels + numbers[1, both]
    return np.bincount(cell, minlength=labels * labels).reshape(labels, labels).astype(np.float64)


def kappa_of_table(table: ArrayLike, weights: Weights | None = None) -> Kappa:
    """Kappa of a square table of counts, the first coder's labels in rows and the second's in columns.

    >>> round(kappa_of_table([[20, 10], [20, 50]]).value, 3)
    0.348
    """
    counts = np.asarray(table, dtype=np.float64)
    total = counts.sum()
    if not total:
        raise NotComputable("analysis.nothing-paired")
    rows, columns = counts.sum(axis=1) / total, counts.sum(axis=0) / total
    if np.count_nonzero(rows + columns) < 2:
        raise NotComputable("analysis.one-category")
    credit = agreement_credit(len(counts), weights)
    observed, expected = float(np.sum(counts * credit) / total), float(rows @ credit @ columns)
    highest = _highest_agreement(rows, columns, credit)
    value, maximum = ((found - expected) / (1 - expected) for found in (observed, highest))
    return Kappa(value, maximum, observed, expected, round(total))


def agreement_credit(labels: int, weights: Weights | None) -> Floats:
    """How much each pair of labels counts as agreement, 1 on the diagonal and 0 at the ends of the scale."""
    if weights not in (None, *get_args(Weights)):
        raise ValueError(f"weights is none, linear or quadratic, not {weights!r}")
    if weights in (None, "none"):
        return np.eye(labels)
    apart = np.abs(np.subtract.outer(np.arange(labels), np.arange(labels))) / (labels - 1)
    return np.asarray(1 - apart ** (2 if weights == "quadratic" else 1), dtype=np.float64)


def _highest_agreement(rows: Floats, columns: Floats, credit: Floats) -> float:
    """The largest observed agreement with these margins.

    Plain agreement fills the diagonal. On a scale both margins are laid out in order, side by side: no other coupling
    has less distance, because the distance is convex.
    """
    if np.array_equal(credit, np.eye(len(rows))):
        return float(np.minimum(rows, columns).sum())
    ends = np.unique(np.concatenate([np.cumsum(rows), np.cumsum(columns)]))
    middle = ends - np.diff(ends, prepend=0.0) / 2
    last = len(rows) - 1
    first = np.minimum(np.searchsorted(np.cumsum(rows), middle), last)
    second = np.minimum(np.searchsorted(np.cumsum(columns), middle), last)
    return float(np.sum(np.diff(ends, prepend=0.0) * credit[first, second]))
