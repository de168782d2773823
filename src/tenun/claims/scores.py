"""The scores of METHODS section 2, which rescore one table of evidence."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
from numpy.typing import NDArray

from tenun.claims.chains import chain_counts
from tenun.claims.evidence import Evidence, Ints
from tenun.claims.results import METHODS, Scores
from tenun.claims.signs import Testimony, marked_cells, signed, with_together
from tenun.corpus.sources import CLASSES

Floats = NDArray[np.float64]
TIE = 1e-9
"""Scores closer than this are equal."""


def scores(testimony: Testimony, view: str, ledger: Mapping[str, float] | None = None) -> tuple[Scores, ...]:
    """The six scores of each motive as `view` (a coder, `either` or `both`) counts them, in the study's order."""
    evidence = testimony.evidence
    causal = ledger or {}
    columns = zip(
        chain_counts(testimony, view).tolist(),
        testimony.support[testimony.view(view)].tolist(),
        weighted_support(testimony, view, evidence.config.unjudged_weight).tolist(),
        breadth(testimony, view).tolist(),
        priority_signs(testimony, view).sum(axis=0, dtype=np.int64).tolist(),
        [causal.get(motive) for motive in evidence.motives],
        strict=True,
    )
    return tuple(Scores(*figures) for figures in columns)


def computable_methods(table: tuple[Scores, ...]) -> dict[str, tuple[float, ...]]:
    """The methods that can rank: a value for every motive, and not the same for all. Method -> scores."""
    columns = {method: tuple(getattr(row, method) for row in table) for method in METHODS}
    return {
        method: column
        for method, column in columns.items()
        if column and None not in column and max(column) - min(column) > TIE
    }


def weighted_support(testimony: Testimony, view: str, unjudged_weight: float) -> Floats:
    """Sum over groups of sign times weight, by motive.

    The weight of a group is the largest among its sources that carry an admissible coding of the motive of that sign.
    """
    signs = testimony.signs[testimony.view(view)]
    evidence = testimony.evidence
    rows = np.flatnonzero(testimony.of_view(view))
    weights = np.ones(len(evidence.sources))
    if "equal-weights" not in testimony.switches:
        weights = source_weights(evidence, unjudged_weight)
    cells = signs[testimony.group[rows], evidence.motive[rows]]
    rows = rows[cells == np.where(evidence.opposes[rows], -1, 1)]
    largest = np.zeros(signs.shape)
    np.maximum.at(largest, (testimony.group[rows], evidence.motive[rows]), weights[evidence.source[rows]])
    return np.asarray((signs * largest).sum(axis=0), dtype=np.float64)


def source_weights(evidence: Evidence, unjudged_weight: float) -> Floats:
    """Weight of each source by its Admiralty letter; F and sources without an appraisal take `unjudged_weight`."""
    table = evidence.config.letter_weights
    letters = [source.appraisal.reliability if source.appraisal else "F" for source in evidence.sources]
    return np.array([unjudged_weight if letter == "F" else table.get(letter, unjudged_weight) for letter in letters])


def breadth(testimony: Testimony, view: str) -> Ints:
    """In how many classes of sources the signs add up to more than nothing, by motive."""
    signs = testimony.signs[testimony.view(view)]
    classes = np.array([CLASSES.index(group.source_class) for group in testimony.groups], dtype=np.int64)
    sums = np.zeros((len(CLASSES), signs.shape[1]), dtype=np.int64)
    np.add.at(sums, classes, signs)
    return np.asarray((sums > 0).sum(axis=0), dtype=np.int64)


def priority_signs(testimony: Testimony, view: str) -> NDArray[np.int8]:
    """Groups x motives: +1 where the group says the motive came first, -1 where it only denies that, else 0."""
    evidence = testimony.evidence
    first = testimony.counts & evidence.puts_first
    groups = len(testimony.groups)
    supports = with_together(marked_cells(evidence, testimony.group, first & ~evidence.opposes, groups))
    opposes = with_together(marked_cells(evidence, testimony.group, first & evidence.opposes, groups))
    return np.asarray(signed(supports, opposes)[testimony.view(view)], dtype=np.int8)
