"""The chance that a motive is the most widely attested one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tenun.errors import NotComputable
from tenun.study.figures.figure import Figure, Option, Table, rounded
from tenun.study.figures.r_scripts import FIRST_PLACE

if TYPE_CHECKING:
    from tenun.study.scope import StudyScope

FEWEST = 4
OPTIONS = (Option("counted", "either"),)


def work_out(scope: StudyScope, asked: dict[str, str]) -> Figure:
    """P(first) from the witnesses for each motive: by `either` coder, by `both`, or by one who is named.

    Raises NotComputable below four witnesses.
    """
    from tenun.study.blindness import refuse_while_blind
    from tenun.study.rank_motives import rank_motives

    refuse_while_blind(scope)
    ranking = rank_motives(scope, coder=asked["counted"])
    if ranking.n < FEWEST:
        raise NotComputable("analysis.too-few-witnesses", n=ranking.n)
    support = {motive.id: max(0, motive.scores.independent_support) for motive in ranking.motives}
    rows = tuple((motive.id, support[motive.id], rounded(motive.p_first)) for motive in ranking.motives)
    return Figure(
        "first_place",
        asked,
        (Table("motives", ("motive", "k", "p_first"), rows),),
        Table("input", ("motive", "k", "n"), tuple((key, count, ranking.n) for key, count in support.items())),
        FIRST_PLACE,
        {"witnesses": ranking.n, "motives": len(rows)},
        ("first-among-witnesses",),
    )
