"""What the clues of the ledger weigh for each hypothesis, and what it would take to change that."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tenun.errors import NotComputable
from tenun.study.figures.figure import Cell, Figure, Option, Table, reason, rounded
from tenun.study.figures.r_scripts import CLUES
from tenun.study.weigh_clues import clues_of_ledger

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tenun.analysis.process_tracing import Clue, JointClue, Weighing
    from tenun.study.scope import StudyScope

OPTIONS = (
    Option("margin", "0.05", "number", most=0.5),
    Option("prior", "0.5", "number", least=0.01, most=0.99),
    Option("wanted", "0.9", "number", least=0.01, most=0.99),
)
PRIORS = (0.1, 0.25, 0.5, 0.75, 0.9)


def work_out(scope: StudyScope, asked: dict[str, str]) -> Figure:
    """Decibels and posterior of each hypothesis, of each clue, without each clue, by prior, and beside its rivals."""
    from tenun.analysis.process_tracing import weigh

    clues, joint = clues_of_ledger(scope)
    if not clues:
        raise NotComputable("study.no-ledger")
    margin, prior = float(asked["margin"]), float(asked["prior"])
    names = dict.fromkeys(clue.hypothesis for clue in clues)
    weighed = sorted(
        (weigh(name, clues, joint, margin=margin) for name in names), key=lambda one: (-one.weight_db, one.hypothesis)
    )
    entries = _entries(weighed, clues)
    script = CLUES.replace("@margin@", f"{margin:g}").replace("@prior@", f"{prior:g}")
    return Figure(
        "clues",
        asked,
        (
            _hypotheses(weighed, prior, float(asked["wanted"])),
            Table("clues", ("hypothesis", "clue", "together", "p", "q", "weight_db", "absence_db", "test"), entries),
            _without(weighed, prior),
            _by_prior(weighed),
            _rivals(clues, joint, margin),
        ),
        Table("input", ("hypothesis", "clue", "together", "p", "q"), tuple(row[:5] for row in entries)),
        script,
        {"hypotheses": len(weighed), "clues": len(clues)},
        ("likelihoods-are-judged", "dependent-clues-once"),
    )


def _entries(weighed: Sequence[Weighing], clues: Sequence[Clue]) -> tuple[tuple[Cell, ...], ...]:
    """A line of the ledger each; dependent clues are one line, which names them."""
    from tenun.analysis.process_tracing import derived_test, weight_db

    grouped = {(clue.hypothesis, clue.group) for clue in clues if clue.group}
    return tuple(
        (
            found.hypothesis,
            entry.key,
            ", ".join(entry.clues) if (found.hypothesis, entry.key) in grouped else "",
            rounded(entry.p),
            rounded(entry.q),
            rounded(entry.weight_db),
            rounded(weight_db(1 - entry.p, 1 - entry.q)),
            derived_test(entry.p, entry.q),
        )
        for found in weighed
        for entry in found.entries
    )


def _hypotheses(weighed: Sequence[Weighing], prior: float, wanted: float) -> Table:
    from tenun.analysis.process_tracing import posterior
    from tenun.analysis.rivals import prior_needed

    rows = []
    for one in weighed:
        after = posterior(one, prior)
        decibels = (one.weight_db, one.low_db, one.high_db)
        chances = (after.value, after.low, after.high, prior_needed(one, wanted))
        rows.append((one.hypothesis, *map(rounded, decibels), *map(rounded, chances)))
    columns = ("weight_db", "low_db", "high_db", "posterior", "posterior_low", "posterior_high", "prior_needed")
    return Table("hypotheses", ("hypothesis", *columns), tuple(rows))


def _without(weighed: Sequence[Weighing], prior: float) -> Table:
    from tenun.analysis.process_tracing import posterior

    rows = [
        (one.hypothesis, key, rounded(left), rounded(posterior(one, prior).without[key]))
        for one in weighed
        for key, left in one.without.items()
    ]
    return Table("without", ("hypothesis", "left_out", "weight_db", "posterior"), tuple(rows))


def _by_prior(weighed: Sequence[Weighing]) -> Table:
    from tenun.analysis.rivals import posterior_by_prior

    rows = [
        (one.hypothesis, prior, rounded(value))
        for one in weighed
        for prior, value in posterior_by_prior(one, PRIORS).items()
    ]
    return Table("by_prior", ("hypothesis", "prior", "posterior"), tuple(rows))


def _rivals(clues: Sequence[Clue], joint: Sequence[JointClue], margin: float) -> Table:
    """How far the first is ahead of the second, and which clue alone it could not lose."""
    from tenun.analysis.rivals import compare_rivals

    columns = ("first", "second", "lead_db", "unseated_by", "overlap", "why_en", "why_id")
    try:
        found = compare_rivals(clues, joint, margin=margin)
    except NotComputable as error:
        return Table("rivals", columns, ((None, None, None, None, None, *reason(error)),))
    first, second = found.weighings[:2]
    overlap = "may_turn" if found.overlap else "holds"
    row = (first.hypothesis, second.hypothesis, rounded(found.lead_db), ", ".join(found.unseated_by), overlap, "", "")
    return Table("rivals", columns, (row,))
