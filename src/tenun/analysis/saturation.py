"""Saturation: after how many interviews little new is heard."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from tenun.errors import NotComputable


@dataclass(frozen=True, slots=True)
class Run:
    """A run of interviews: how many there were before it, and the codes that it brought for the first time."""

    interviews_before: int
    new_codes: int
    ratio: float


@dataclass(frozen=True, slots=True)
class Saturation:
    """Where the share of new codes fell to the threshold; `reached_at` is None where it never did.

    Reported as n+r (`reached_at` + `run`). `later_codes` came only after that run: with any, the report warns.
    """

    interviews: int
    base: int
    run: int
    threshold: float
    base_codes: int
    runs: tuple[Run, ...]
    reached_at: int | None
    later_codes: int


def saturation(codes: Sequence[Collection[str]], *, base: int = 4, run: int = 2, threshold: float = 0.05) -> Saturation:
    """Assess saturation from the codes of each interview, in the order in which they were held.

    The base is the number of different codes in the first `base` interviews; each run of `run` interviews, sliding by
    one, brings new codes; saturation is reached before the first run that brings at most `threshold` of the base anew.
    Raises NotComputable below base + run interviews and where the base has no code.
    Source: Guest, Namey & Chen 2020, PLOS ONE 15(5): e0232076.

    >>> found = saturation([{"a", "b"}, {"c"}, {"a", "d"}, {"e"}, {"b", "f"}, {"f"}, {"a"}], threshold=0)
    >>> found.reached_at, [run.new_codes for run in found.runs]
    (5, [1, 0])
    """
    if min(base, run) < 1:
        raise ValueError(f"base and run are at least one interview, not {base} and {run}")
    if len(codes) < base + run:
        raise NotComputable("analysis.too-few-interviews", interviews=len(codes), needed=base + run)
    new = _first_heard(codes)
    base_codes = sum(new[:base])
    if not base_codes:
        raise NotComputable("analysis.empty-base", base=base)
    runs = [
        Run(before, sum(new[before : before + run]), sum(new[before : before + run]) / base_codes)
        for before in range(base, len(codes) - run + 1)
    ]
    reached = next((each.interviews_before for each in runs if each.ratio <= threshold), None)
    return Saturation(
        interviews=len(codes),
        base=base,
        run=run,
        threshold=threshold,
        base_codes=base_codes,
        runs=tuple(runs),
        reached_at=reached,
        later_codes=0 if reached is None else sum(new[reached + run :]),
    )


def _first_heard(codes: Sequence[Collection[str]]) -> list[int]:
    """How many codes each interview brought that none before it had."""
    heard: set[str] = set()
    counts = []
    for interview in codes:
        counts.append(len(set(interview) - heard))
        heard |= set(interview)
    return counts
