"""What was looked for and not found: absence that somebody checked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tenun.errors import NotComputable
from tenun.study.blindness import visible_codings
from tenun.study.figures.figure import Figure, Option, Table
from tenun.study.figures.r_scripts import NOT_FOUND
from tenun.study.reading import read_coverage, read_reading

if TYPE_CHECKING:
    from tenun.study.scope import StudyScope

OPTIONS: tuple[Option, ...] = ()
STATES = {"found": "found", "not found": "not_found", "unread": "not_said"}


def work_out(scope: StudyScope, asked: dict[str, str]) -> Figure:
    """For each code: sources where it or one below was found, looked for in vain, and read without a word on it."""
    from tenun.analysis.query import absences, coding_index

    read = set().union(*read_reading(scope.store).values())
    if not read:
        raise NotComputable("study.nothing-read")
    codebook, coverage = scope.codebook(), read_coverage(scope.store)
    index = coding_index(visible_codings(scope), codebook=codebook)
    used = {index.code.values[at] for at in set(index.code.numbers.tolist())} | {one.code for one in coverage}
    held = {code for one in used for code in codebook.path(one)}
    codes = [code for code in codebook if code in held]
    table = absences(index, coverage, codes, sorted(read))
    rows = {code: dict.fromkeys(STATES.values(), 0) for code in codes}
    for one in table:
        rows[one.code][STATES[one.state]] += 1
    return Figure(
        "not_found",
        asked,
        (
            Table(
                "absence",
                ("code", *STATES.values()),
                tuple((code, *counts.values()) for code, counts in rows.items()),
            ),
        ),
        Table("input", ("code", "source", "state"), tuple((one.code, one.source, STATES[one.state]) for one in table)),
        NOT_FOUND,
        {"sources_read": len(read), "codes": len(codes)},
        ("silence-is-not-absence",),
    )
