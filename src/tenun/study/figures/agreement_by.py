"""Where the coders agree and where not: by code, pair of coders, source, or as time went on."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from tenun.coding.codings import in_text
from tenun.study.figures import coded_units
from tenun.study.figures.figure import Cell, Figure, Option, Table, rounded
from tenun.study.figures.r_parts import parts_script

if TYPE_CHECKING:
    from tenun.study.figures.coded_units import CodedUnits
    from tenun.study.scope import StudyScope

OPTIONS = (
    Option("by", "code", "choice", ("code", "pair", "source", "time")),
    *(option for option in coded_units.OPTIONS if option.name != "code"),
    Option("windows", "5", "number", least=2, most=50),
)


def work_out(scope: StudyScope, asked: dict[str, str]) -> Figure:
    """α of each part (κ of each pair); drift puts the units in the order in which they were first coded."""
    held = coded_units.coded_units(scope, {**asked, "code": ""})
    order = dict(zip(*_in_order_coded(scope, held), strict=True)) if asked["by"] == "time" else {}
    rows, slope = _parts(held, asked, order)
    tables = [Table("parts", ("part", "value", "units", "why_en", "why_id"), rows)]
    if asked["by"] == "time":
        tables.append(Table("drift", ("slope",), ((rounded(slope),),)))
    return Figure(
        "agreement_by",
        asked,
        tuple(tables),
        _with_order(held.table(), order) if order else held.table(),
        parts_script(asked["by"], int(float(asked["windows"]))),
        held.counted(units=sum(unit.weight for unit in held.units), coders=len(held.coders)),
        held.remarks("few-units-swing"),
    )


def _parts(
    held: CodedUnits, asked: dict[str, str], order: dict[int, int]
) -> tuple[tuple[tuple[Cell, ...], ...], float | None]:
    from tenun.analysis import agreement

    weights = [unit.weight for unit in held.units]
    if asked["by"] == "code":
        codes = agreement.agreement_by_code(held.sets(), _weighted_alpha(weights))
        return tuple(_row(code, found, sum(weights)) for code, found in codes.items()), None
    places = [at for at in (order or range(len(weights))) for _ in range(weights[at])]
    data = [[row[at] for at in places] for row in held.labels()]
    if asked["by"] == "pair":
        pairs = agreement.agreement_by_pair(data, held.coders)
        return tuple(_row(" – ".join(pair), found, found.units) for pair, found in pairs.items()), None
    if asked["by"] == "source":
        sources = agreement.agreement_by(data, [held.units[at].source for at in places])
        return tuple(_row(str(source), found, found.units) for source, found in sources.items()), None
    when = [order[at] for at in places]
    drift = agreement.agreement_over_time(data, when, windows=int(float(asked["windows"])))
    return tuple(_row(str(number), found, found.units) for number, found in enumerate(drift.windows, 1)), drift.slope


def _weighted_alpha(weights: list[int]) -> Callable[[Any], Any]:
    """α of units that stand for several characters each, as numbers: a row of a long text has a hundred thousand."""
    import numpy as np

    from tenun.analysis.agreement import krippendorff_alpha

    return lambda rows: krippendorff_alpha(np.array(rows, dtype=np.int64).repeat(weights, axis=1))


def _with_order(table: Table, order: dict[int, int]) -> Table:
    """The input with the number of the coding that first touched each unit, before the labels."""
    labels = len(coded_units.PLACE)
    rows = tuple((*row[:labels], order.get(at), *row[labels:]) for at, row in enumerate(table.rows))
    return Table(table.name, (*table.columns[:labels], "first_coded", *table.columns[labels:]), rows)


def _in_order_coded(scope: StudyScope, held: CodedUnits) -> tuple[list[int], list[int]]:
    """The units that somebody coded, and the number of the coding that first touched each."""
    codings = in_text(scope.store.codings())
    first: dict[int, int] = {}
    places: dict[str, list[int]] = {}
    for at, unit in enumerate(held.units):
        places.setdefault(unit.representation, []).append(at)
    columns = (codings[name] for name in ("representation", "start_cp", "end_cp"))
    for number, (representation, start, end) in enumerate(zip(*columns, strict=True)):
        for at in places.get(representation, ()):
            span = held.units[at].span
            if span.start_cp < end and start < span.end_cp:
                first.setdefault(at, number)
    touched = [at for at in sorted(first) if any(held.units[at].labels)]
    return touched, [first[at] for at in touched]


def _row(part: str, found: Any, units: int) -> tuple[Cell, ...]:
    from tenun.errors import message_of

    words = message_of(found.reason) if found.reason else None
    return (part, rounded(found.value), units, words.en if words else "", words.id if words else "")
