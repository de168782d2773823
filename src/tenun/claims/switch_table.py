"""What each switch does alone, and how often each motive is first over all combinations of switches and coders."""

from __future__ import annotations

import numpy as np

from tenun.claims.evidence import Evidence, Flags, Ints
from tenun.claims.first_place import chances, headline
from tenun.claims.results import SwitchRow, SwitchTable
from tenun.claims.scores import priority_signs
from tenun.claims.signs import hear, signed, with_together
from tenun.claims.switches import FILTERS, PERMISSIONS, SWITCHES
from tenun.claims.verdict import leaders_in
from tenun.corpus.witnesses import Grouping

TIMES_GROUPED: dict[Grouping, int] = {"origin": 1, "none": 1, "institution": 2}
"""Of the four settings of no-grouping and by-institution, how many group so; the latter overrides the former."""
UNTOUCHED = len(SWITCHES) - len(FILTERS) - 2
"""Switches that change no independent support (equal-weights): each doubles every combination."""


def turn_each(evidence: Evidence, coder: str | None = None) -> SwitchTable:
    """The switch table as `coder` (None: by either, P(first) the mean over coders) sees it.

    A motive is first where it has the highest independent support and that is above nothing.
    """
    first, sole, combinations = count_first_places(evidence)
    share = {motive: float(count / combinations) for motive, count in zip(evidence.motives, first, strict=True)}
    share_sole = {motive: float(count / combinations) for motive, count in zip(evidence.motives, sole, strict=True)}
    rows = tuple(turn(evidence, switch, coder) for switch in SWITCHES)
    return SwitchTable(rows, combinations, share, share_sole)


def turn(evidence: Evidence, switch: str, coder: str | None) -> SwitchRow:
    """The ranking with one switch turned."""
    testimony, view = hear(evidence, (switch,)), coder or "either"
    at, motives = testimony.view(view), evidence.motives
    found = (chances(testimony, coder) if coder else headline(testimony)).attestation
    priority = priority_signs(testimony, view).sum(axis=0, dtype=np.int64)
    return SwitchRow(
        switch=switch,
        n=int(testimony.n[at]),
        leaders=leaders_in(testimony, view),
        independent_support=dict(zip(motives, testimony.support[at].tolist(), strict=True)),
        p_first=dict(zip(motives, found.p_first, strict=True)) if found else None,
        stated_priority=dict(zip(motives, priority.tolist(), strict=True)),
    )


def count_first_places(evidence: Evidence) -> tuple[list[int], list[int], int]:
    """In how many combinations of switches and coders each motive is first, and alone first; and of how many."""
    first = np.zeros(len(evidence.motives), dtype=np.int64)
    sole = np.zeros(len(evidence.motives), dtype=np.int64)
    for grouping, times in TIMES_GROUPED.items():
        support = support_by_permission(evidence, grouping)
        leads = (support == support.max(axis=2, initial=0, keepdims=True)) & (support > 0)
        first += times * 2**UNTOUCHED * leads.sum(axis=(0, 1))
        sole += times * 2**UNTOUCHED * (leads & (leads.sum(axis=2, keepdims=True) == 1)).sum(axis=(0, 1))
    return first.tolist(), sole.tolist(), 2 ** len(SWITCHES) * len(evidence.views)


def support_by_permission(evidence: Evidence, grouping: Grouping) -> Ints:
    """Independent support under every setting of the filters: views x permissions x motives.

    A coding counts under every permission that includes its needs, so one pass over the codings serves all settings.
    """
    group = evidence.group(grouping)
    support = np.zeros((len(evidence.views), PERMISSIONS, len(evidence.motives)), dtype=np.int64)
    for motive in range(len(evidence.motives)):
        rows = evidence.motive == motive
        present, heard = np.unique(group[rows], return_inverse=True)
        cells = np.zeros((2, len(evidence.coders), PERMISSIONS, len(present)), dtype=bool)
        cells[evidence.opposes[rows].astype(int), evidence.coder[rows], evidence.needs[rows], heard] = True
        supports, opposes = _permitted(cells)
        signs = signed(with_together(supports), with_together(opposes))
        support[:, :, motive] = signs.sum(axis=2, dtype=np.int64)
    return support


def _permitted(cells: Flags) -> Flags:
    """From the needs that occur to the permissions that meet them (axis 2): whatever includes a need meets it."""
    for bit in range(len(FILTERS)):
        halves = cells.reshape(*cells.shape[:2], PERMISSIONS >> (bit + 1), 2, 1 << bit, cells.shape[3])
        halves[:, :, :, 1] |= halves[:, :, :, 0]
    return cells
