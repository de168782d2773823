"""Where the coders agree and where not: by code, pair of coders, source, or as time went on."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from tenun.study.figures import coded_units
from tenun.study.figures.figure import Cell, Figure, Option, Table, rounded

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
    rows, slope = _parts(scope, held, asked)
    tables = [Table("parts", ("part", "value", "units", "why_en", "why_id"), rows)]
    if asked["by"] == "time":
        tables.append(Table("drift", ("slope",), ((rounded(slope),),)))
    return Figure(
        "agreement_by",
        asked,
        tuple(tables),
        held.table(),
        "",
        {"units": len(held.units), "coders": len(held.coders)},
        ("few-units-swing",),
    )


def _parts(
    scope: StudyScope, held: CodedUnits, asked: dict[str, str]
) -> tuple[tuple[tuple[Cell, ...], ...], float | None]:
    from tenun.analysis import agreement

    if asked["by"] == "code":
        return tuple(_row(code, found) for code, found in agreement.agreement_by_code(held.sets()).items()), None
    if asked["by"] == "pair":
        pairs = agreement.agreement_by_pair(held.labels(), held.coders)
        return tuple(_row(" – ".join(pair), found) for pair, found in pairs.items()), None
    if asked["by"] == "source":
        sources = agreement.agreement_by(held.labels(), [unit.source for unit in held.units])
        return tuple(_row(str(source), found) for source, found in sources.items()), None
    at, when = _in_order_coded(scope, held)
    data = [[row[place] for place in at] for row in held.labels()]
    drift = agreement.agreement_over_time(data, when, windows=int(float(asked["windows"])))
    rows = [_row(str(number), found) for number, found in enumerate(drift.windows, 1)]
    return tuple(rows), drift.slope


def _in_order_coded(scope: StudyScope, held: CodedUnits) -> tuple[list[int], list[int]]:
    """The units that somebody coded, and the number of the coding that first touched each."""
    codings = scope.store.codings()
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


def _row(part: str, found: Any) -> tuple[Cell, ...]:
    from tenun.errors import message_of

    words = message_of(found.reason) if found.reason else None
    return (part, rounded(found.value), found.units, words.en if words else "", words.id if words else "")
