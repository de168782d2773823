"""The codes of each interview, in the order in which they were held."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tenun.study.blindness import visible_codings
from tenun.study.figures.figure import Table

if TYPE_CHECKING:
    from tenun.study.scope import StudyScope


def codes_of_interviews(scope: StudyScope) -> dict[str, set[str]]:
    """Source -> codes that any coder accepted in it, for the interviews that count, by date and then by key."""
    counted = {
        source.key: source
        for source in scope.sources()
        if source.kind == "interview" and source.inclusion == "included" and not source.synthetic
    }
    codings = visible_codings(scope)
    accepted = codings[codings["status"] == "accepted"]
    order = sorted(counted, key=lambda key: (counted[key].published or "9999", key))
    return {key: set(accepted["code"][accepted["source"] == key]) for key in order}


def as_table(codes: dict[str, set[str]]) -> Table:
    """One row an interview and code; an interview without codes has one row with an empty code."""
    rows = [
        (number, source, code)
        for number, (source, held) in enumerate(codes.items(), 1)
        for code in (sorted(held) or [""])
    ]
    return Table("input", ("interview", "source", "code"), tuple(rows))
