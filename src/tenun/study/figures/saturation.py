"""After how many interviews little new was heard."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tenun.study.figures.figure import Figure, Option, Table, rounded
from tenun.study.figures.interviews import as_table, codes_of_interviews
from tenun.study.figures.r_scripts import SATURATION

if TYPE_CHECKING:
    from tenun.study.scope import StudyScope

OPTIONS = (
    Option("base", "4", "number", least=1, most=50),
    Option("run", "2", "number", least=1, most=50),
    Option("threshold", "0.05", "number", most=1),
)


def work_out(scope: StudyScope, asked: dict[str, str]) -> Figure:
    """New codes of each run of interviews as a share of the base; raises NotComputable where there are too few."""
    from tenun.analysis.saturation import saturation

    codes = codes_of_interviews(scope)
    base, run, threshold = int(float(asked["base"])), int(float(asked["run"])), float(asked["threshold"])
    found = saturation(list(codes.values()), base=base, run=run, threshold=threshold)
    rows = [(one.interviews_before, one.new_codes, rounded(one.ratio)) for one in found.runs]
    written = None if found.reached_at is None else f"{found.reached_at}+{run}"
    script = SATURATION.replace("@base@", str(base)).replace("@run@", str(run)).replace("@threshold@", f"{threshold:g}")
    return Figure(
        "saturation",
        asked,
        (
            Table("runs", ("interviews_before", "new_codes", "ratio"), tuple(rows)),
            Table(
                "reached", ("reached_at", "written", "later_codes"), ((found.reached_at, written, found.later_codes),)
            ),
        ),
        as_table(codes),
        script,
        {"interviews": found.interviews, "base_codes": found.base_codes},
        ("saturation-of-these-questions",) + (("codes-came-later",) if found.later_codes else ()),
    )
