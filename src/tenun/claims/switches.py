"""The named switches that loosen, tighten or regroup what counts, and what each does."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from difflib import get_close_matches
from typing import Literal

from tenun.corpus.witnesses import Grouping
from tenun.errors import InputRefused


@dataclass(frozen=True, slots=True)
class Switch:
    """A switch. `admits` lifts a requirement of admissibility, `demands` adds one; the rest regroup or reweigh."""

    name: str
    effect: Literal["admits", "demands", "regroups", "reweighs"]
    rule: str


SWITCHES: dict[str, Switch] = {
    switch.name: switch
    for switch in (
        Switch("any-actor", "admits", "codings of any actor count"),
        Switch("any-time", "admits", "codings of any time count"),
        Switch("any-case", "admits", "codings of any case count"),
        Switch("synthetic", "admits", "synthetic sources count"),
        Switch("compilations", "admits", "a source with several origins counts, as a group of its own"),
        Switch("no-second-hand", "demands", "codings whose voice is analyst are dropped"),
        Switch("stated-only", "demands", "only codings with basis stated whose voice is not analyst count"),
        Switch("contemporaneous", "demands", "sources dated after the decision, or undated, are dropped"),
        Switch("no-grouping", "regroups", "every source is a witness"),
        Switch(
            "by-institution", "regroups", "witnesses that share a speaking institution are one; overrides no-grouping"
        ),
        Switch("equal-weights", "reweighs", "every source weighs 1"),
    )
}
"""In the order in which they are printed."""

FILTERS: tuple[str, ...] = tuple(s.name for s in SWITCHES.values() if s.effect in ("admits", "demands"))
"""The switches that decide whether a coding counts; bit i of a coding's needs belongs to FILTERS[i]."""

PERMISSIONS = 1 << len(FILTERS)
BIT: dict[str, int] = {name: 1 << position for position, name in enumerate(FILTERS)}
_DEMANDS = sum(BIT[name] for name in FILTERS if SWITCHES[name].effect == "demands")


def check_switches(names: Collection[str]) -> tuple[str, ...]:
    """The switches named, each once, in their printed order; InputRefused for an unknown one.

    >>> check_switches(["stated-only", "any-time"])
    ('any-time', 'stated-only')
    """
    for name in sorted(names):
        if name not in SWITCHES:
            close = get_close_matches(name, SWITCHES, n=1, cutoff=0.4)
            raise InputRefused("claims.unknown-switch", name=name, close=close[0] if close else ", ".join(SWITCHES))
    return tuple(name for name in SWITCHES if name in names)


def permission(switches: Collection[str]) -> int:
    """What the switches permit: a bit is set where its switch admits, or where its demand is not made.

    A coding counts when each bit of its needs is permitted.
    """
    turned = sum(BIT[name] for name in FILTERS if name in switches)
    return turned ^ _DEMANDS


def grouping_of(switches: Collection[str]) -> Grouping:
    """How sources are grouped into witnesses under the switches."""
    if "by-institution" in switches:
        return "institution"
    return "none" if "no-grouping" in switches else "origin"
