"""What was looked for and not found: absence that somebody checked."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from tenun.errors import NotComputable
from tenun.study.figures.figure import Figure, Option, Table
from tenun.study.reading import read_coverage, read_reading

if TYPE_CHECKING:
    from tenun.study.scope import StudyScope

OPTIONS: tuple[Option, ...] = ()


def work_out(scope: StudyScope, asked: dict[str, str]) -> Figure:
    """For each code: sources in which it was found, looked for in vain, and read without a word on it."""
    codings = scope.store.codings()
    accepted = codings[codings["status"] == "accepted"]
    found: dict[str, set[str]] = defaultdict(set)
    for code, source in zip(accepted["code"], accepted["source"], strict=True):
        found[code].add(source)
    searched: dict[str, set[str]] = defaultdict(set)
    for one in read_coverage(scope.store):
        searched[one.code].add(one.source)
    read = set().union(*read_reading(scope.store).values())
    if not read:
        raise NotComputable("study.nothing-read")
    codes = [code for code in scope.codebook() if code in found or code in searched]
    rows = tuple(
        (code, len(found[code]), len(searched[code] - found[code]), len(read - found[code] - searched[code]))
        for code in codes
    )
    input_rows = [(code, source, "found") for code in codes for source in sorted(found[code])]
    input_rows += [(code, source, "not_found") for code in codes for source in sorted(searched[code] - found[code])]
    return Figure(
        "not_found",
        asked,
        (Table("absence", ("code", "found", "not_found", "not_said"), rows),),
        Table("input", ("code", "source", "state"), tuple(input_rows)),
        "",
        {"sources_read": len(read), "codes": len(codes)},
        ("silence-is-not-absence",),
    )
