"""What each witness says of each motive: for, against, or nothing."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from tenun.claims.evidence import Evidence, Flags, Ints
from tenun.claims.switches import grouping_of, permission
from tenun.corpus.witnesses import Group

Signs = NDArray[np.int8]


@dataclass(frozen=True)
class Testimony:
    """The evidence under one set of switches.

    `counts`: which codings are admissible. `supports` and `opposes`: views x groups x motives. For `both`, a sign
    stands only where every coder has it, and a group is heard where every coder heard it.
    """

    evidence: Evidence
    switches: tuple[str, ...]
    groups: tuple[Group, ...]
    counts: Flags
    group: Ints
    """Position of the witness of each coding."""
    supports: Flags
    opposes: Flags
    heard: Flags
    """Views x groups: at least one admissible coding, of either sign, of any motive."""

    def view(self, name: str) -> int:
        """Position of a coder, `either` or `both` among the views."""
        return self.evidence.views.index(name)

    @cached_property
    def signs(self) -> Signs:
        """c_gm of METHODS section 2, views x groups x motives."""
        return signed(self.supports, self.opposes)

    @cached_property
    def support(self) -> Ints:
        """Independent support, views x motives."""
        return np.asarray(self.signs.sum(axis=1), dtype=np.int64)

    @cached_property
    def n(self) -> Ints:
        """Witnesses heard, by view."""
        return np.asarray(self.heard.sum(axis=1), dtype=np.int64)

    def of_view(self, name: str) -> Flags:
        """Which admissible codings a view counts: a coder's own, or everybody's."""
        if name in self.evidence.coders:
            return np.asarray(self.counts & (self.evidence.coder == self.evidence.coders.index(name)))
        return self.counts

    def names(self, where: Flags) -> tuple[str, ...]:
        """Ids of the groups marked."""
        return tuple(self.groups[position].id for position in np.flatnonzero(where))


def hear(evidence: Evidence, switches: Collection[str] = ()) -> Testimony:
    """What the witnesses say under `switches`."""
    grouping = grouping_of(switches)
    groups, group = evidence.groups[grouping], evidence.group(grouping)
    counts = (evidence.needs & ~permission(switches)) == 0
    supports = marked_cells(evidence, group, counts & ~evidence.opposes, len(groups))
    opposes = marked_cells(evidence, group, counts & evidence.opposes, len(groups))
    return Testimony(
        evidence=evidence,
        switches=tuple(switches),
        groups=groups,
        counts=counts,
        group=group,
        supports=with_together(supports),
        opposes=with_together(opposes),
        heard=with_together(np.any(supports | opposes, axis=2)),
    )


def marked_cells(evidence: Evidence, group: Ints, where: Flags, groups: int) -> Flags:
    """Coders x groups x motives: the cells that hold a coding among those at `where`."""
    found = np.zeros((len(evidence.coders), groups, len(evidence.motives)), dtype=bool)
    found[evidence.coder[where], group[where], evidence.motive[where]] = True
    return found


def with_together(by_coder: Flags) -> Flags:
    """Views from coders: `either` is any of them, `both` all of them; without coders nothing holds."""
    either = np.any(by_coder, axis=0, keepdims=True)
    return np.concatenate([by_coder, either, either & np.all(by_coder, axis=0, keepdims=True)])


def signed(supports: Flags, opposes: Flags) -> Signs:
    """+1 with any support, -1 with opposition only, else 0, views first; `both` has the sign that every coder has."""
    signs = supports.view(np.int8) - (opposes & ~supports).view(np.int8)
    by_coder = signs[:-2]
    signs[-1] = np.where((by_coder == by_coder[:1]).all(axis=0), by_coder[:1].sum(axis=0), 0)
    return np.asarray(signs, dtype=np.int8)
