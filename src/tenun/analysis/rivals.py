"""Rival explanations beside each other, and what it would take to turn their order."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import log10

from tenun.analysis.process_tracing import Clue, JointClue, Posterior, Weighing, posterior, weigh
from tenun.errors import NotComputable


@dataclass(frozen=True, slots=True)
class RivalComparison:
    """Hypotheses by the weight of their clues, the heaviest first.

    `lead_db`: how far the first is ahead of the second. `unseated_by`: clues (or groups) of the first without any one
    of which it would no longer lead. `overlap`: the second at its best reaches the first at its worst, so that errors
    of the stated margin in the likelihoods could turn the order.
    """

    weighings: tuple[Weighing, ...]
    posteriors: dict[str, Posterior]
    lead_db: float
    unseated_by: tuple[str, ...]
    overlap: bool


def compare_rivals(
    clues: Iterable[Clue],
    joint: Iterable[JointClue] = (),
    *,
    priors: Mapping[str, float] | None = None,
    margin: float = 0.05,
) -> RivalComparison:
    """Weigh every hypothesis that the ledger names, each against its own absence, and compare.

    The hypotheses need not exclude each other: the order is of evidence for each, and posteriors do not add up to 1.
    `priors` by hypothesis, .5 where none is given. Raises NotComputable for fewer than two hypotheses; otherwise as
    `weigh`. Source: Zaks 2017, Political Analysis 25(3), on rivals that may both hold.

    >>> ledger = [Clue("minutes", "market", 0.30, 0.05, "The minutes say so."),
    ...           Clue("letter", "partner's push", 0.75, 0.25, "They wrote first.")]
    >>> found = compare_rivals(ledger)
    >>> found.weighings[0].hypothesis, round(found.lead_db, 2), found.unseated_by, found.overlap
    ('market', 3.01, ('minutes',), True)
    """
    held, together = list(clues), list(joint)
    names = sorted({clue.hypothesis for clue in held})
    if len(names) < 2:
        raise NotComputable("analysis.no-rival", hypotheses=len(names))
    found = [weigh(name, held, together, margin=margin) for name in names]
    found.sort(key=lambda one: (-one.weight_db, one.hypothesis))
    first, second = found[:2]
    return RivalComparison(
        weighings=tuple(found),
        posteriors={one.hypothesis: posterior(one, (priors or {}).get(one.hypothesis, 0.5)) for one in found},
        lead_db=first.weight_db - second.weight_db,
        unseated_by=tuple(sorted(key for key, left in first.without.items() if left <= second.weight_db)),
        overlap=second.high_db >= first.low_db,
    )


def posterior_by_prior(weighing: Weighing, priors: Sequence[float] = (0.1, 0.25, 0.5, 0.75, 0.9)) -> dict[float, float]:
    """The posterior that each prior leads to: readers with other priors can read off theirs.

    >>> weighed = weigh("H", [Clue("b", "H", 0.75, 0.25, "usual")])
    >>> {prior: round(value, 2) for prior, value in posterior_by_prior(weighed, [0.1, 0.5]).items()}
    {0.1: 0.25, 0.5: 0.75}
    """
    return {prior: posterior(weighing, prior).value for prior in priors}


def prior_needed(weighing: Weighing, wanted: float = 0.5) -> float:
    """The prior from which these clues reach the posterior `wanted`, between 0 and 1 (ValueError).

    >>> round(prior_needed(weigh("H", [Clue("b", "H", 0.75, 0.25, "usual")]), 0.75), 2)
    0.5
    """
    if not 0 < wanted < 1:
        raise ValueError(f"a posterior to reach lies between 0 and 1, not {wanted}")
    log_odds = log10(wanted / (1 - wanted)) - weighing.weight_db / 10
    return 1 / (1 + 10**-log_odds)
