"""Passages that are counted once: maximal chains of spans that overlap."""

from __future__ import annotations

import numpy as np

from tenun.claims.evidence import Evidence, Flags, Ints
from tenun.claims.signs import Testimony


def chain_counts(testimony: Testimony, view: str) -> Ints:
    """The score `passages` by motive: maximal chains of supporting spans that share code points, each once."""
    marks = chains_of_view(testimony, view)
    _, example = np.unique(marks[marks >= 0], return_index=True)
    motive = testimony.evidence.motive[marks >= 0][example]
    return np.asarray(np.bincount(motive, minlength=len(testimony.evidence.motives)), dtype=np.int64)


def chains_of_view(testimony: Testimony, view: str, *, opposing: bool = False) -> Ints:
    """The chain of each coding that a view counts for (or against) its motive, -1 for all other codings.

    Spans chain within one representation and motive. For `both`, a chain counts where every coder has a span in it.
    """
    evidence = testimony.evidence
    marks = chain_numbers(evidence, testimony.of_view(view) & (evidence.opposes == opposing), evidence.motive)
    if view == "both":
        pairs = np.unique(np.stack([marks, evidence.coder])[:, marks >= 0], axis=1)
        numbers, coders = np.unique(pairs[0], return_counts=True)
        marks[~np.isin(marks, numbers[coders == len(evidence.coders)])] = -1
    return marks


def chain_numbers(evidence: Evidence, where: Flags, kinds: Ints) -> Ints:
    """The number of the chain each coding at `where` belongs to, -1 elsewhere. Different `kinds` never chain.

    A passage that is no stretch of text, or an empty one, is a chain of its own.
    """
    rows = np.flatnonzero(where)
    start, end = evidence.start_cp[rows], evidence.end_cp[rows]
    lone = np.where(end <= start, evidence.passage[rows] + 1, 0)
    keys = np.stack([lone, evidence.representation[rows], kinds[rows]])
    order = np.lexsort((start, *keys))
    keys, start, end = keys[:, order], start[order], end[order]
    new_stretch = np.ones(len(rows), dtype=bool)
    new_stretch[1:] = (keys[:, 1:] != keys[:, :-1]).any(axis=0)
    # Stretches are laid out one behind the other, so that one running maximum serves them all.
    shift = np.cumsum(new_stretch) * (end.max(initial=0) + 2)
    reached = np.maximum.accumulate(end + shift)
    opens = new_stretch.copy()
    opens[1:] |= (start[1:] + shift[1:] >= reached[:-1]) & (keys[0, 1:] == 0)
    numbers = np.full(len(where), -1, dtype=np.int64)
    numbers[rows[order]] = np.cumsum(opens) - 1
    return numbers
