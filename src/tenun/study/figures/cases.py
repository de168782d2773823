"""Comparison of cases by sets, from the variables that the study keeps of its cases."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from tenun.errors import InputRefused, NotComputable
from tenun.study.figures.figure import Cell, Figure, Option, Table, rounded
from tenun.study.figures.r_scripts import CASES, as_r_string

if TYPE_CHECKING:
    import pandas as pd

    from tenun.analysis.qca.results import Comparison
    from tenun.study.scope import StudyScope

OPTIONS = (
    Option("outcome", "", "condition"),
    Option("conditions", "", "condition"),
    Option("consistency", "0.8", "number", least=0.5, most=1),
    Option("frequency", "1", "number", least=1, most=100),
)


def work_out(scope: StudyScope, asked: dict[str, str]) -> Figure:
    """Truth table, solutions with all tied models, and necessity; NotComputable where cases are too few."""
    from tenun.analysis.qca import necessity, qca
    from tenun.analysis.qca.comparison import needed_cases

    data = values_of_cases(scope)
    conditions = [name for part in asked["conditions"].split(",") if (name := part.strip())]
    needed = needed_cases(max(len(conditions), 1))
    if len(data) < needed:
        raise NotComputable("analysis.qca-too-few-cases", cases=len(data), needed=needed, conditions=len(conditions))
    if not asked["outcome"] or not conditions:
        raise InputRefused("study.name-outcome-and-conditions", known=", ".join(map(str, data.columns)) or "–")
    consistency, frequency = float(asked["consistency"]), int(float(asked["frequency"]))
    found = qca(data, asked["outcome"], conditions, consistency=consistency, frequency=frequency)
    needs = [
        (one.condition, rounded(one.consistency), rounded(one.coverage), rounded(one.relevance))
        for one in necessity(data, asked["outcome"], conditions)
    ]
    columns = [*conditions, asked["outcome"].removeprefix("~")]
    script = (
        CASES.replace("@outcome@", as_r_string(asked["outcome"]))
        .replace("@conditions@", ", ".join(map(as_r_string, conditions)))
        .replace("@consistency@", f"{consistency:g}")
        .replace("@frequency@", str(frequency))
    )
    return Figure(
        "cases",
        asked,
        (
            _truth_table(found),
            _solutions(found),
            Table("necessity", ("condition", "consistency", "coverage", "relevance"), tuple(needs)),
        ),
        Table(
            "input",
            ("case", *columns),
            tuple((str(case), *map(float, row)) for case, *row in data[columns].itertuples()),
        ),
        script,
        {"cases": len(data), "conditions": len(conditions)},
        ("sets-not-causes",),
    )


def values_of_cases(scope: StudyScope) -> pd.DataFrame:
    """One row a case, one column a variable that has a number for every case."""
    import pandas as pd

    store = scope.store
    cases, variables = store.lookup("case", "key"), store.lookup("variable", "key")
    held: dict[str, dict[str, Any]] = {name: {} for name in cases.values()}
    for row in store.rows("value"):
        if row["case"] and isinstance(row["content"], int | float) and not isinstance(row["content"], bool):
            held[cases[row["case"]]][variables[row["variable"]]] = float(row["content"])
    table = pd.DataFrame.from_dict(held, orient="index").sort_index()
    return table.dropna(axis=1, how="any")


def _truth_table(found: Comparison) -> Table:
    rows: list[tuple[Cell, ...]] = [
        (
            *row.configuration,
            row.outcome,
            len(row.cases),
            rounded(row.consistency),
            rounded(row.pri),
            ", ".join(row.cases),
        )
        for row in found.truth_table
        if row.cases
    ]
    return Table("truth_table", (*found.conditions, "outcome", "n", "consistency", "pri", "cases"), tuple(rows))


def _solutions(found: Comparison) -> Table:
    rows = [
        (kind, model.expression, rounded(model.consistency), rounded(model.pri), rounded(model.coverage))
        for kind in ("conservative", "parsimonious")
        for model in getattr(found, kind)
    ]
    return Table("solutions", ("solution", "expression", "consistency", "pri", "coverage"), tuple(rows))
