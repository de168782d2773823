"""How many codes so many interviews bring."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tenun.study.figures.figure import Figure, Option, Table, rounded
from tenun.study.figures.interviews import as_table, codes_of_interviews
from tenun.study.figures.r_scripts import ACCUMULATION

if TYPE_CHECKING:
    from tenun.study.scope import StudyScope

OPTIONS: tuple[Option, ...] = ()


def work_out(scope: StudyScope, asked: dict[str, str]) -> Figure:
    """Codes heard in the order held, and on average over all orders; raises NotComputable below two interviews."""
    from tenun.analysis.accumulation import code_accumulation

    codes = codes_of_interviews(scope)
    found = code_accumulation(list(codes.values()))
    rows = [
        (number, held, rounded(expected))
        for number, (held, expected) in enumerate(zip(found.held, found.expected, strict=True), 1)
    ]
    return Figure(
        "accumulation",
        asked,
        (
            Table("curve", ("interviews", "held", "expected"), tuple(rows)),
            Table("coverage", ("heard_once", "coverage"), ((found.heard_once, rounded(found.coverage)),)),
        ),
        as_table(codes),
        ACCUMULATION,
        {"interviews": len(codes), "codes": found.codes},
        ("flat-end",),
    )
