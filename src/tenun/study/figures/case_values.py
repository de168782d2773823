"""The variables that a study keeps of its cases, and their calibration into sets."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from tenun.errors import InputRefused
from tenun.study.figures.lists import settings_in

if TYPE_CHECKING:
    import pandas as pd

    from tenun.study.scope import StudyScope

CUT = "cut"


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


def calibrated(data: pd.DataFrame, asked: str) -> tuple[pd.DataFrame, dict[str, tuple[bool, tuple[float, ...]]]]:
    """The cases with some variables calibrated, and how each was: whether by cut points, and the numbers given.

    `asked`: `NAME=20:50:80` takes three anchors (fully out, crossover, fully in), `NAME=cut:5:10` one cut point for a
    crisp set or several for categories. Raises InputRefused for a variable that is not there and for other forms.
    """
    from tenun.analysis.qca import calibrate, calibrate_crisp

    found = {}
    for name, setting in settings_in("calibration", asked).items():
        if name not in data.columns:
            raise InputRefused("analysis.qca-no-column", column=name)
        by_cuts, numbers = _numbers(name, setting)
        if by_cuts:
            sets: Any = calibrate_crisp(data[name], numbers).astype(float)
        else:
            sets = calibrate(data[name], full_out=numbers[0], crossover=numbers[1], full_in=numbers[2])
        found[name] = (by_cuts, numbers)
        data = data.assign(**{name: sets})
    return data, found


def _numbers(name: str, setting: str) -> tuple[bool, tuple[float, ...]]:
    first, *rest = setting.split(":")
    by_cuts = first.strip() == CUT
    try:
        numbers = tuple(float(one) for one in (rest if by_cuts else [first, *rest]))
    except ValueError:
        numbers = ()
    if not numbers or (not by_cuts and len(numbers) != 3) or any(one != one for one in numbers):
        raise InputRefused("study.calibration-form", value=f"{name}={setting}")
    return by_cuts, numbers


def in_use(names: Sequence[str], outcome: str) -> list[str]:
    """Conditions and outcome as names of columns."""
    return [*names, outcome.removeprefix("~")]
