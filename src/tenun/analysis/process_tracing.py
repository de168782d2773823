"""Process tracing: what each clue weighs for a hypothesis, and what the clues together say."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby
from math import log10
from typing import Literal

from tenun.errors import InputRefused, NotComputable

LOWEST, HIGHEST = 0.01, 0.99
STRONG_DB = 6.0

Test = Literal["smoking-gun", "hoop", "doubly-decisive", "straw-in-the-wind"]


@dataclass(frozen=True, slots=True)
class Clue:
    """A piece of evidence judged for one hypothesis, before looking at the others.

    `p` is P(clue | hypothesis), `q` is P(clue | not hypothesis), both within [.01, .99] and given with a reason. Clues
    that depend on each other name the same `group`; they enter once, through the `JointClue` of that group.
    Raises InputRefused for a likelihood outside the range or without a reason.

    >>> gun = Clue("minutes", "market", p=0.30, q=0.05, reason="The council's minutes say so.")
    >>> gun.test, round(gun.weight_db, 2)
    ('smoking-gun', 7.78)
    """

    key: str
    hypothesis: str
    p: float
    q: float
    reason: str
    group: str = ""

    def __post_init__(self) -> None:
        _check(self.key, self.hypothesis, self.p, self.q, self.reason)

    @property
    def weight_db(self) -> float:
        """What finding the clue weighs, in decibels: 10 log10(p / q)."""
        return weight_db(self.p, self.q)

    @property
    def absence_db(self) -> float:
        """What looking for the clue in vain would have weighed, in decibels."""
        return weight_db(1 - self.p, 1 - self.q)

    @property
    def test(self) -> Test:
        """Which of the four tests the clue is, derived from its two likelihoods."""
        return derived_test(self.p, self.q)


@dataclass(frozen=True, slots=True)
class JointClue:
    """The joint likelihood of all clues of a group: P(all of them | hypothesis) and P(all of them | not hypothesis)."""

    group: str
    hypothesis: str
    p: float
    q: float
    reason: str

    def __post_init__(self) -> None:
        _check(self.group, self.hypothesis, self.p, self.q, self.reason)

    @property
    def weight_db(self) -> float:
        """What the group weighs, in decibels."""
        return weight_db(self.p, self.q)


@dataclass(frozen=True, slots=True)
class LedgerEntry:
    """A line of the ledger: an independent clue, or a group of dependent ones under its joint likelihood."""

    key: str
    clues: tuple[str, ...]
    p: float
    q: float
    weight_db: float


@dataclass(frozen=True, slots=True)
class Weighing:
    """What the clues weigh for a hypothesis together: `weight_db` is the sum of the entries.

    Sensitivity: `without` is the weight with each entry left out; `low_db` and `high_db` bound the weight when every
    likelihood is off by the margin given to `weigh`, against the hypothesis and for it.
    """

    hypothesis: str
    entries: tuple[LedgerEntry, ...]
    weight_db: float
    without: dict[str, float]
    low_db: float
    high_db: float
    margin: float


@dataclass(frozen=True, slots=True)
class Posterior:
    """The probability of a hypothesis after the clues, with its sensitivity to the weights and to each entry."""

    prior: float
    value: float
    low: float
    high: float
    without: dict[str, float]


def weight_db(p: float, q: float) -> float:
    """Weight of evidence in decibels, 10 log10(p / q): 3 dB doubles the odds, 10 dB makes them ten times as high.

    Source: Good 1950, Probability and the Weighing of Evidence; Fairfield & Charman 2017, Political Analysis 25(3).

    >>> weight_db(0.5, 0.05)
    10.0
    """
    return 10 * log10(p / q)


def derived_test(p: float, q: float) -> Test:
    """Smoking gun, hoop, doubly decisive or straw in the wind, from P(clue | hypothesis) and P(clue | not hypothesis).

    A clue is strong when found with +6 dB or more, and strong when missing with -6 dB or less.
    Source: Van Evera 1997; Bennett 2015; Zaks 2021. Thresholds: METHODS section 4.

    >>> derived_test(0.95, 0.5), derived_test(0.95, 0.05), derived_test(0.75, 0.25)
    ('hoop', 'doubly-decisive', 'straw-in-the-wind')
    """
    found, missed = weight_db(p, q) >= STRONG_DB, weight_db(1 - p, 1 - q) <= -STRONG_DB
    if found:
        return "doubly-decisive" if missed else "smoking-gun"
    return "hoop" if missed else "straw-in-the-wind"


def weigh(hypothesis: str, clues: Iterable[Clue], joint: Iterable[JointClue] = (), *, margin: float = 0.05) -> Weighing:
    """Add up the clues of a hypothesis; dependent clues count once.

    `margin`: by how much every likelihood may be off for the bounds, kept within [.01, .99]. Raises NotComputable
    without a clue; InputRefused for a clue given twice and for a group of dependent clues without its joint likelihood.

    >>> clues = [Clue("a", "H", 0.3, 0.05, "rare otherwise"), Clue("b", "H", 0.75, 0.25, "usual")]
    >>> round(weigh("H", clues).weight_db, 2)
    12.55
    """
    entries = _entries(hypothesis, clues, joint)
    if not entries:
        raise NotComputable("analysis.no-clues", hypothesis=hypothesis)
    total = sum(entry.weight_db for entry in entries)
    return Weighing(
        hypothesis=hypothesis,
        entries=tuple(entries),
        weight_db=total,
        without={entry.key: total - entry.weight_db for entry in entries},
        low_db=sum(weight_db(_bounded(entry.p - margin), _bounded(entry.q + margin)) for entry in entries),
        high_db=sum(weight_db(_bounded(entry.p + margin), _bounded(entry.q - margin)) for entry in entries),
        margin=margin,
    )


def posterior(weighing: Weighing, prior: float = 0.5) -> Posterior:
    """Probability of the hypothesis after the clues; log-odds add.

    `prior` lies strictly between 0 and 1 (ValueError).

    >>> round(posterior(weigh("H", [Clue("b", "H", 0.75, 0.25, "usual")])).value, 2)
    0.75
    """
    if not 0 < prior < 1:
        raise ValueError(f"a prior lies between 0 and 1, not {prior}")
    return Posterior(
        prior,
        _probability(prior, weighing.weight_db),
        _probability(prior, weighing.low_db),
        _probability(prior, weighing.high_db),
        {key: _probability(prior, weight) for key, weight in weighing.without.items()},
    )


def _entries(hypothesis: str, clues: Iterable[Clue], joint: Iterable[JointClue]) -> list[LedgerEntry]:
    held = sorted((clue for clue in clues if clue.hypothesis == hypothesis), key=lambda clue: (clue.group, clue.key))
    for key, same in groupby(sorted(clue.key for clue in held)):
        if len(list(same)) > 1:
            raise InputRefused("analysis.clue-twice", clue=key, hypothesis=hypothesis)
    together = {one.group: one for one in joint if one.hypothesis == hypothesis}
    entries = [LedgerEntry(clue.key, (clue.key,), clue.p, clue.q, clue.weight_db) for clue in held if not clue.group]
    for group, members in groupby((clue for clue in held if clue.group), key=lambda clue: clue.group):
        entries.append(_joint_entry(hypothesis, group, list(members), together))
    return entries


def _joint_entry(hypothesis: str, group: str, members: Sequence[Clue], together: dict[str, JointClue]) -> LedgerEntry:
    if group not in together:
        raise InputRefused("analysis.no-joint-likelihood", group=group, hypothesis=hypothesis)
    one = together[group]
    return LedgerEntry(group, tuple(clue.key for clue in members), one.p, one.q, one.weight_db)


def _check(key: str, hypothesis: str, p: float, q: float, reason: str) -> None:
    for value in (p, q):
        if not LOWEST <= value <= HIGHEST:
            raise InputRefused("analysis.likelihood-range", clue=key, value=value)
    if not reason.strip():
        raise InputRefused("analysis.no-reason", clue=key, hypothesis=hypothesis)


def _bounded(likelihood: float) -> float:
    return min(HIGHEST, max(LOWEST, likelihood))


def _probability(prior: float, weight: float) -> float:
    odds = prior / (1 - prior) * 10 ** (weight / 10)
    return odds / (1 + odds)
