"""The tables of the views as files: what a view shows, in columns that a spreadsheet opens."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Annotated, Any, Literal

from fastapi import Depends, Query, Response

from tenun.server import flat_tables
from tenun.server.desk import Desk, Here, Revision
from tenun.server.routes.agreement import One, Unit, disagreements_of, get_agreement
from tenun.server.routes.codebook import get_codebook
from tenun.server.routes.in_study import study_router
from tenun.server.routes.motives import get_findings, get_ranking, get_switches, get_timeline
from tenun.server.table_files import table_file

router = study_router("tables")
Name = Literal[
    "codebook", "agreement", "agreement-by-code", "disagreements", "motives", "switches", "triangulation", "timeline",
    "conflicts",
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class Wanted:
    """Whose table it is: two coders for agreement, a coder and switches for motives."""

    a: One = None
    b: One = None
    unit: Unit = "sentence"
    only_open: Annotated[bool, Query(description="Leave out what was settled.")] = False
    coder: Annotated[str | None, Query(max_length=200, description="A coder, `either` or `both`.")] = None
    switch: Annotated[list[str] | None, Query(description="Switches that are turned.")] = None


Rows = list[dict[str, Any]]
TABLES: dict[Name, Callable[[Desk, int, Wanted], Rows]] = {
    "codebook": lambda desk, at, asked: flat_tables.codes(get_codebook(desk, at)["codes"]),
    "agreement": lambda desk, at, asked: flat_tables.agreement_levels(_agreement(desk, at, asked)),
    "agreement-by-code": lambda desk, at, asked: flat_tables.agreement_by_code(_agreement(desk, at, asked)),
    "disagreements": lambda desk, at, asked: flat_tables.disagreements(
        disagreements_of(desk, asked.a, asked.b, only_open=asked.only_open)
    ),
    "motives": lambda desk, at, asked: flat_tables.motives(get_ranking(desk, at, asked.coder, asked.switch)["ranking"]),
    "switches": lambda desk, at, asked: flat_tables.switches(get_switches(desk, at)["table"]),
    "triangulation": lambda desk, at, asked: flat_tables.triangulation(get_findings(desk, at)["findings"]),
    "timeline": lambda desk, at, asked: flat_tables.events(get_timeline(desk, at)),
    "conflicts": lambda desk, at, asked: flat_tables.conflicts(get_timeline(desk, at)),
}


@router.get("/tables/{name}", response_class=Response, responses={200: {"content": {"text/csv": {}}}})
def get_table(
    name: Name,
    desk: Here,
    revision: Revision,
    asked: Annotated[Wanted, Depends()],
    format: Literal["csv", "xlsx"] = "csv",  # noqa: A002
) -> Response:
    """One table, whole."""
    rows = TABLES[name](desk, revision, asked)
    return table_file(rows, list(rows[0]) if rows else [], format, f"{desk.study.store.key}-{name}")


def _agreement(desk: Desk, revision: int, asked: Wanted) -> dict[str, Any]:
    return get_agreement(desk, revision, asked.a, asked.b, asked.unit)
