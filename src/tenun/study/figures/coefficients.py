"""Every coefficient of agreement over the same units, side by side, with its interval."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any

from tenun.errors import NotComputable
from tenun.study.figures import coded_units
from tenun.study.figures.figure import Cell, Figure, Table, reason, rounded
from tenun.study.figures.r_scripts import AGREEMENT

if TYPE_CHECKING:
    from tenun.study.figures.coded_units import CodedUnits
    from tenun.study.scope import StudyScope

OPTIONS = coded_units.OPTIONS
NAMES = (
    "percent_agreement", "cohen_kappa", "scott_pi", "fleiss_kappa", "gwet_ac1", "brennan_prediger",
    "krippendorff_alpha",
)  # fmt: skip
_COLUMNS = ("coefficient", "value", "low", "high", "undefined_draws", "kappa_max", "why_en", "why_id")
_OF_TWO = ("cohen_kappa", "scott_pi")
MASI = "krippendorff_alpha_masi"


def work_out(scope: StudyScope, asked: dict[str, str]) -> Figure:
    """The coefficients on whole labels, or on one code, yes or no; for pairs also κ, its maximum and π."""
    held = coded_units.coded_units(scope, asked)
    code = asked["code"]
    rows = [_row(name, held, code) for name in NAMES if len(held.coders) == 2 or name not in _OF_TWO]
    if not code and asked["unit"] != "character":
        rows.append(_masi(held))
    table = held.table(code)
    units = sum(unit.weight for unit in held.units)
    categories = len({label for row in held.labels(code) for label in row})
    return Figure(
        "coefficients",
        asked,
        (Table("coefficients", _COLUMNS, tuple(rows)),),
        table,
        AGREEMENT,
        held.counted(units=units, coders=len(held.coders), categories=categories, witnesses=len(set(held.group))),
        held.remarks("units-of-one-text-depend" if asked["unit"] != "character" else "characters-have-no-interval"),
    )


def _row(name: str, held: CodedUnits, code: str) -> tuple[Cell, ...]:
    import tenun.analysis.agreement as agreement
    from tenun.analysis.agreement.labels import numbered

    measure: Callable[[Any], Any] = getattr(agreement, name)
    _, numbers = numbered(held.labels(code))
    weights = [unit.weight for unit in held.units]
    data = numbers.repeat(weights, axis=1) if set(weights) != {1} else numbers
    try:
        found = measure(data)
    except NotComputable as error:
        return (name, None, None, None, None, None, *reason(error))
    most = rounded(found.kappa_max) if name == "cohen_kappa" else None
    # A draw over every character would take gigabytes; characters have no interval.
    between = (None, None, None) if data is not numbers else _interval(data, name, held.group)
    return (name, rounded(found.value), *between, most, "", "")


def _interval(data: Any, name: str, groups: Sequence[str], **level: Any) -> tuple[Cell, Cell, Cell]:
    from tenun.analysis.agreement import agreement_interval

    try:
        found = agreement_interval(data, name, groups=groups, **level)  # type: ignore[arg-type]
    except NotComputable:
        return None, None, None
    return rounded(found.low), rounded(found.high), found.undefined


def _masi(held: CodedUnits) -> tuple[Cell, ...]:
    from tenun.analysis.agreement import krippendorff_alpha

    data = held.sets()
    try:
        found = krippendorff_alpha(data, level="masi")
    except NotComputable as error:
        return (MASI, None, None, None, None, None, *reason(error))
    return (
        MASI,
        rounded(found.value),
        *_interval(data, "krippendorff_alpha", held.group, level="masi"),
        None,
        "",
        "",
    )
