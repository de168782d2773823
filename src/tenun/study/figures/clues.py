"""What the clues of the ledger weigh for each hypothesis."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tenun.errors import NotComputable
from tenun.study.figures.figure import Figure, Option, Table, rounded
from tenun.study.figures.r_scripts import CLUES
from tenun.study.weigh_clues import weigh_ledger

if TYPE_CHECKING:
    from tenun.study.scope import StudyScope

OPTIONS: tuple[Option, ...] = ()


def work_out(scope: StudyScope, asked: dict[str, str]) -> Figure:
    """Decibels for each hypothesis and for each clue, with the test that its likelihoods make of it."""
    from tenun.analysis.process_tracing import derived_test

    weighed = weigh_ledger(scope)
    if not weighed:
        raise NotComputable("study.no-ledger")
    entries = [
        (key, entry.key, rounded(entry.p), rounded(entry.q), rounded(entry.weight_db), derived_test(entry.p, entry.q))
        for key, found in weighed.items()
        for entry in found.entries
    ]
    totals = [
        (key, rounded(found.weight_db), rounded(found.low_db), rounded(found.high_db))
        for key, found in sorted(weighed.items(), key=lambda pair: -pair[1].weight_db)
    ]
    return Figure(
        "clues",
        asked,
        (
            Table("hypotheses", ("hypothesis", "weight_db", "low_db", "high_db"), tuple(totals)),
            Table("clues", ("hypothesis", "clue", "p", "q", "weight_db", "test"), tuple(entries)),
        ),
        Table("input", ("hypothesis", "clue", "p", "q"), tuple(row[:4] for row in entries)),
        CLUES,
        {"hypotheses": len(weighed), "clues": len(entries)},
        ("likelihoods-are-judged",),
    )
