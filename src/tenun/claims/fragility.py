"""How few witnesses carry the first place."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np

from tenun.claims.evidence import Ints
from tenun.claims.results import Fragility
from tenun.claims.signs import Signs

NOBODY = Fragility(None, None, (), unique=False, rival=None)
TIED = Fragility(None, 0, (), unique=False, rival=None)


def leaders_of(motives: Sequence[str], support: Sequence[int]) -> tuple[str, ...]:
    """The motives that share the highest independent support; none where nothing has net support.

    >>> leaders_of(["a", "b", "c"], [2, 3, 3]), leaders_of(["a", "b"], [0, 0])
    (('b', 'c'), ())
    """
    highest = max(support, default=0)
    return tuple(m for m, count in zip(motives, support, strict=True) if count == highest) if highest > 0 else ()


def fragility(
    motives: Sequence[str], groups: Sequence[str], signs: Signs, ledger: Mapping[str, float] | None = None
) -> Fragility:
    """The smallest number of groups whose removal leaves a rival at least equal to the sole first motive.

    `signs`: groups x motives, `groups` their ids in ascending order. Exact, because support adds up: per rival the
    groups go in decreasing order of what they add to the lead. Named are the lexicographically first of the smallest
    sets, its rival, and whether it is the only such set. Source: METHODS section 2.

    >>> signs = np.array([[1, 1], [1, 0], [1, 0]], dtype=np.int8)
    >>> fragility(["a", "b"], ["g1", "g2", "g3"], signs).groups
    ('g2', 'g3')
    """
    margin = _ledger_margin(ledger)
    leaders = leaders_of(motives, signs.sum(axis=0, dtype=np.int64).tolist())
    if len(leaders) != 1 or len(motives) < 2:
        found = TIED if len(leaders) > 1 else NOBODY
        return Fragility(found.motive, found.groups_to_remove, (), unique=False, rival=None, ledger_margin_db=margin)
    first = motives.index(leaders[0])
    leads = {m: signs[:, first].astype(np.int64) - signs[:, i] for i, m in enumerate(motives) if i != first}
    needed = {rival: _fewest(lead) for rival, lead in leads.items()}
    fewest = min(needed.values())
    sets = {rival: _first_set(leads[rival].tolist(), fewest) for rival, count in needed.items() if count == fewest}
    rival = min(sets, key=lambda name: sets[name])
    unique = len(set(sets.values())) == 1 and all(_only_set(leads[name], fewest) for name in sets)
    return Fragility(leaders[0], fewest, tuple(groups[g] for g in sets[rival]), unique, rival, margin)


def _fewest(lead: Ints) -> int:
    """How many groups, taken from those that add most to the lead, bring it to nothing."""
    taken = np.cumsum(np.sort(lead)[::-1])
    return int(np.argmax(taken >= lead.sum())) + 1


def _only_set(lead: Ints, count: int) -> bool:
    """Whether a single set of `count` groups brings the lead to nothing: no group left out could replace one taken."""
    ordered = np.sort(lead)[::-1]
    spare = int(ordered[:count].sum() - lead.sum())
    return count == len(ordered) or bool(ordered[count - 1] - ordered[count] > spare)


def _first_set(lead: Sequence[int], count: int) -> tuple[int, ...]:
    """The lexicographically first set of `count` groups that brings the lead to nothing."""
    later = {value: lead.count(value) for value in sorted(set(lead), reverse=True)}
    missing = sum(lead)
    chosen: list[int] = []
    for group, value in enumerate(lead):
        later[value] -= 1
        if len(chosen) < count and value + _best(later, count - len(chosen) - 1) >= missing:
            chosen.append(group)
            missing -= value
    return tuple(chosen)


def _best(available: Mapping[int, int], count: int) -> float:
    """The most that `count` of the available groups can take from the lead; too few of them is never enough."""
    total = 0
    for value, there in available.items():
        taken = min(there, count)
        total, count = total + value * taken, count - taken
    return float("-inf") if count else total


def _ledger_margin(ledger: Mapping[str, float] | None) -> float | None:
    if ledger is None or len(ledger) < 2:
        return None
    first, second = sorted(ledger.values(), reverse=True)[:2]
    return first - second
