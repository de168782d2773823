"""Chi-square and standardised residuals of a matrix, only where its counts allow."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from tenun.analysis.query.matrices import Matrix
from tenun.errors import NotComputable

FEWEST_EXPECTED = 5.0
SMALLEST_EXPECTED = 1.0
SHARE_BELOW = 0.2


@dataclass(frozen=True, slots=True)
class Association:
    """Whether rows and columns hang together: chi-square with its degrees of freedom and p, and Cramer's V.

    `residuals` are adjusted, so that about one in twenty lies beyond 2 where nothing is going on; `expected` counts.
    """

    chi_square: float
    degrees_of_freedom: int
    p: float
    cramers_v: float
    residuals: NDArray[np.float64]
    expected: NDArray[np.float64]


def association(matrix: Matrix) -> Association:
    """Pearson's chi-square of a matrix counted by passages, and which cells depart from what the margins expect.

    The passages are not drawn at random and those of one source hang together: read it as a description of the table.
    Raises NotComputable for a table in which one passage may stand in several columns (codes against codes, or counts
    of sources), with fewer than two rows or columns, and where an expected count lies below 1 or more than a fifth of
    them below 5.
    Source: Cochran 1954, Biometrics 10(4); residuals: Haberman 1973, Biometrics 29(1).

    >>> from tenun.analysis.query.matrices import Matrix
    >>> table = Matrix(("MKT", "TC"), ("interview", "news"), np.array([[20, 10], [10, 20]]), "passages", True)
    >>> found = association(table)
    >>> round(found.chi_square, 2), found.degrees_of_freedom, round(float(found.residuals[0, 0]), 2)
    (6.67, 1, 2.58)
    """
    from scipy.stats import chi2

    if not matrix.partition:
        raise NotComputable("analysis.not-a-contingency-table")
    kept = matrix.counts[matrix.counts.any(axis=1)][:, matrix.counts.any(axis=0)]
    if min(kept.shape, default=0) < 2:
        raise NotComputable("analysis.one-row-or-column")
    total = float(kept.sum())
    rows, columns = matrix.counts.sum(axis=1) / total, matrix.counts.sum(axis=0) / total
    expected = np.outer(rows, columns) * total
    used = np.outer(rows > 0, columns > 0)
    if expected[used].min() < SMALLEST_EXPECTED or np.mean(expected[used] < FEWEST_EXPECTED) > SHARE_BELOW:
        raise NotComputable("analysis.counts-too-small", smallest=round(float(expected[used].min()), 1))
    apart = matrix.counts - expected
    value = float(np.sum(apart[used] ** 2 / expected[used]))
    freedom = (kept.shape[0] - 1) * (kept.shape[1] - 1)
    spread = np.sqrt(expected * np.outer(1 - rows, 1 - columns))
    residuals = np.divide(apart, spread, out=np.zeros_like(apart), where=spread > 0)
    strength = float(np.sqrt(value / (total * (min(kept.shape) - 1))))
    return Association(value, freedom, float(chi2.sf(value, freedom)), strength, residuals, expected)
