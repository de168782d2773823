"""Comparison of cases by sets, from the variables that the study keeps of its cases."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from tenun.errors import InputRefused, NotComputable
from tenun.study.figures.case_values import calibrated, in_use, values_of_cases
from tenun.study.figures.figure import Cell, Figure, Option, Table, reason, rounded
from tenun.study.figures.lists import names_in, settings_in
from tenun.study.figures.r_cases import cases_script

if TYPE_CHECKING:
    import pandas as pd

    from tenun.analysis.qca.results import Row

SOLUTIONS = ("conservative", "intermediate", "parsimonious")
OPTIONS = (
    Option("outcome", "", "condition"),
    Option("conditions", "", "conditions"),
    Option("sets", "fuzzy", "choice", ("fuzzy", "multi_value")),
    Option("calibration", "", "calibration"),
    Option("consistency", "0.8", "number", least=0.5, most=1),
    Option("pri_cut", "0", "number", most=1),
    Option("frequency", "1", "number", least=1, most=100),
    Option("expect", "", "expectations"),
    Option("robustness", "no", "choice", ("no", "conservative", "intermediate", "parsimonious")),
)
_FIT = ("consistency", "pri", "coverage", "unique_coverage")
if TYPE_CHECKING:
    from tenun.study.scope import StudyScope


@dataclass(frozen=True, slots=True)
class _Question:
    """The cases in sets, and what is asked of them."""

    data: pd.DataFrame
    outcome: str
    conditions: tuple[str, ...]
    multi_value: bool
    cuts: dict[str, Any]
    expect: dict[str, str]


def work_out(scope: StudyScope, asked: dict[str, str]) -> Figure:
    """Truth table, every solution with all tied models, necessity, and robustness; refuses where cases are too few.

    Where nothing suffices the truth table and necessity stand alone, with the reason.
    """
    raw = values_of_cases(scope)
    conditions = names_in("conditions", asked["conditions"])
    _check_cases(raw, asked["outcome"], conditions)
    data, how = calibrated(raw, asked["calibration"])
    question = _Question(
        data, asked["outcome"], conditions, asked["sets"] == "multi_value", _cuts(asked), _expected(asked)
    )
    tables = [_truth_table(question), *_solutions(question), _necessity(question)]
    counts = {"cases": len(data), "conditions": len(conditions)}
    if asked["robustness"] != "no" and not question.multi_value:
        table, runs = _robustness(question, asked["robustness"])
        tables, counts = [*tables, table], {**counts, **runs}
    used = in_use(conditions, asked["outcome"])
    return Figure(
        "cases",
        asked,
        tuple(tables),
        _input(raw, data, list(dict.fromkeys(used)), [name for name in how if name in used]),
        cases_script(question.outcome, conditions, how, question.cuts, question.expect, question.multi_value),
        counts,
        ("sets-not-causes", *(("for-sets-alone",) if question.multi_value else ())),
    )


def _check_cases(raw: pd.DataFrame, outcome: str, conditions: Sequence[str]) -> None:
    from tenun.analysis.qca.comparison import needed_cases

    needed = needed_cases(max(len(conditions), 1))
    if len(raw) < needed:
        raise NotComputable("analysis.qca-too-few-cases", cases=len(raw), needed=needed, conditions=len(conditions))
    if not outcome or not conditions:
        raise InputRefused("study.name-outcome-and-conditions", known=", ".join(map(str, raw.columns)) or "–")


def _cuts(asked: dict[str, str]) -> dict[str, Any]:
    cuts = {"consistency": float(asked["consistency"]), "frequency": int(float(asked["frequency"]))}
    return cuts if asked["sets"] == "multi_value" else {**cuts, "pri": float(asked["pri_cut"])}


def _expected(asked: dict[str, str]) -> dict[str, str]:
    expect = settings_in("expect", asked["expect"])
    for name, state in expect.items():
        if state not in ("present", "absent"):
            raise InputRefused(
                "study.option-value", option="expect", value=f"{name}={state}", allowed="present, absent"
            )
    return expect


def _truth_table(asked: _Question) -> Table:
    from tenun.analysis.qca import truth_table, truth_table_multi_value

    find: Callable[..., tuple[Row, ...]] = truth_table_multi_value if asked.multi_value else truth_table
    rows: list[tuple[Cell, ...]] = [
        (
            *row.configuration,
            row.outcome,
            len(row.cases),
            rounded(row.consistency),
            rounded(row.pri),
            ", ".join(row.cases),
        )
        for row in find(asked.data, asked.outcome, asked.conditions, **asked.cuts)
        if row.cases
    ]
    return Table(
        "truth_table", (*asked.conditions, "outcome", "n", "consistency", "pri", "cases"), tuple(rows), asked.conditions
    )


def _solutions(asked: _Question) -> list[Table]:
    """Models, their paths, and the combinations without cases that a solution takes for granted."""
    from tenun.analysis.qca import qca, qca_multi_value

    columns = ("solution", "model", "expression", "consistency", "pri", "coverage", "why_en", "why_id")
    try:
        if asked.multi_value:
            found: Any = qca_multi_value(asked.data, asked.outcome, asked.conditions, **asked.cuts)
        else:
            found = qca(asked.data, asked.outcome, asked.conditions, expect=asked.expect or None, **asked.cuts)
    except NotComputable as error:
        return [Table("solutions", columns, (("", None, "", None, None, None, *reason(error)),))]
    models = [(kind, number, model) for kind in SOLUTIONS for number, model in enumerate(getattr(found, kind, ()), 1)]
    tables = [
        Table(
            "solutions",
            columns,
            tuple((kind, number, one.expression, *_fit(one)[:3], "", "") for kind, number, one in models),
        )
    ]
    if asked.multi_value:
        return tables
    paths = [
        (kind, number, path.expression, *_fit(path), ", ".join(path.cases))
        for kind, number, one in models
        for path in one.paths
    ]
    tables.append(Table("paths", ("solution", "model", "path", *_FIT, "cases"), tuple(paths)))
    assumed = [(*row, state) for state in ("easy", "difficult") for row in getattr(found, state)]
    if asked.expect and assumed:
        named = (*asked.conditions, "assumption")
        tables.append(Table("counterfactuals", named, tuple(assumed), asked.conditions))
    return tables


def _fit(one: Any) -> tuple[float | None, ...]:
    return tuple(rounded(getattr(one, name, None)) for name in _FIT)


def _necessity(asked: _Question) -> Table:
    from tenun.analysis.qca import necessity

    if not asked.multi_value:
        found = necessity(asked.data, asked.outcome, asked.conditions)
    else:
        made = [
            necessity(asked.data.assign(**{name: (asked.data[column] == level).astype(float)}), asked.outcome, [name])
            for column in asked.conditions
            for level in sorted(set(asked.data[column]))
            if (name := f"{column}{{{level:g}}}")
        ]
        held = [one for pair in made for one in pair if not one.condition.startswith("~")]
        found = tuple(sorted(held, key=lambda one: (-one.consistency, one.condition)))
    rows = [(one.condition, *map(rounded, (one.consistency, one.coverage, one.relevance))) for one in found]
    return Table("necessity", ("condition", "consistency", "coverage", "relevance"), tuple(rows))


def _robustness(asked: _Question, solution: str) -> tuple[Table, dict[str, int]]:
    """Each path with the share of cut-offs, and of cases left out, under which it stands in some tied model."""
    from tenun.analysis.qca import robustness, without_each_case

    if solution == "intermediate" and not asked.expect:
        raise InputRefused("study.expectations-needed")
    expect = asked.expect or None
    by_cuts = robustness(asked.data, asked.outcome, asked.conditions, solution=solution, expect=expect)  # type: ignore[arg-type]
    by_cases = without_each_case(
        asked.data,
        asked.outcome,
        asked.conditions,
        solution=solution,  # type: ignore[arg-type]
        expect=expect,
        **asked.cuts,
    )
    rows = [
        (path, rounded(by_cuts.share.get(path, 0.0)), rounded(by_cases.share.get(path, 0.0)))
        for path in dict.fromkeys([*by_cuts.share, *by_cases.share])
    ]
    runs = {"runs_of_cut_offs": by_cuts.runs - by_cuts.failed, "runs_without_a_case": by_cases.runs - by_cases.failed}
    return Table("robustness", ("path", "of_cut_offs", "of_cases_left_out"), tuple(rows)), runs


def _input(raw: pd.DataFrame, data: pd.DataFrame, used: list[str], turned: list[str]) -> Table:
    """The sets of each case, and beside them the raw values of those that were calibrated."""
    numbers = zip(data.index, data[used].to_numpy(), raw[turned].to_numpy(), strict=True)
    rows = [(str(case), *(rounded(float(one)) for one in (*sets, *values))) for case, sets, values in numbers]
    return Table("input", ("case", *used, *(f"{name} (raw)" for name in turned)), tuple(rows))
