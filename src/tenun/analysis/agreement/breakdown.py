"""Where the coders agree and where not: by code, by pair of coders, by source, and over time."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import Any

import numpy as np

from tenun.analysis.agreement.alpha import krippendorff_alpha
from tenun.analysis.agreement.kappa import cohen_kappa
from tenun.analysis.agreement.labels import Data, is_missing
from tenun.errors import NotComputable

Measure = Callable[..., Any]
"""A nominal coefficient: takes coders x units, gives an object with a `value`."""


@dataclass(frozen=True, slots=True)
class Figure:
    """A coefficient over some of the units; `value` is None where it has none, `reason` is then the code of why."""

    value: float | None
    units: int
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Drift:
    """Agreement in successive windows of units, and the change of the value a window (None below three values)."""

    windows: tuple[Figure, ...]
    starts: tuple[Any, ...]
    """The time of the first unit of each window."""
    slope: float | None


def agreement_by_code(data: Data, measure: Measure = krippendorff_alpha) -> dict[str, Figure]:
    """Agreement on each code that somebody used, yes or no a unit, where labels are sets of codes.

    >>> sets = [[{"A"}, {"A", "B"}, set(), {"B"}], [{"A"}, {"A"}, set(), {"B"}]]
    >>> {code: round(found.value, 2) for code, found in agreement_by_code(sets).items()}
    {'A': 1.0, 'B': 0.53}
    """
    rows = [[None if is_missing(label) else frozenset(label) for label in row] for row in _rows(data)]
    codes = sorted({code for row in rows for label in row if label is not None for code in label})
    return {code: _figure([[_has(label, code) for label in row] for row in rows], measure) for code in codes}


def agreement_by_pair(
    data: Data, coders: Sequence[str] | None = None, measure: Measure = cohen_kappa
) -> dict[tuple[str, str], Figure]:
    """Agreement of each pair of coders. `coders`: their names, else their numbers from 1.

    >>> found = agreement_by_pair([[1, 2, 1, 2], [1, 2, 1, 1], [1, 1, 1, 1]], ["Ayu", "Made", "Rai"])
    >>> found["Ayu", "Made"].value, found["Made", "Rai"].value
    (0.5, 0.0)
    """
    rows = _rows(data)
    names = [str(at + 1) for at in range(len(rows))] if coders is None else list(coders)
    if len(rows) < 2:
        raise NotComputable("analysis.one-coder", coders=len(rows))
    pairs = combinations(range(len(rows)), 2)
    return {(names[a], names[b]): _figure([rows[a], rows[b]], measure) for a, b in pairs}


def agreement_by(data: Data, by: Sequence[Hashable], measure: Measure = krippendorff_alpha) -> dict[Hashable, Figure]:
    """Agreement among the units of each source, round or whatever `by` names for each unit, in order of appearance.

    >>> found = agreement_by([[1, 2, 1, 1], [1, 2, 1, 1]], ["S1", "S1", "S2", "S2"])
    >>> found["S1"].value, found["S2"].value, found["S2"].reason
    (1.0, None, 'analysis.one-category')
    """
    rows = _rows(data)
    if any(len(row) != len(by) for row in rows):
        raise ValueError(f"{len(by)} names for {len(rows[0])} units")
    places: dict[Hashable, list[int]] = {}
    for at, name in enumerate(by):
        places.setdefault(name, []).append(at)
    return {name: _figure([[row[at] for at in held] for row in rows], measure) for name, held in places.items()}


def agreement_over_time(
    data: Data, times: Sequence[Any], *, windows: int = 5, measure: Measure = krippendorff_alpha
) -> Drift:
    """Drift: agreement in `windows` successive parts of the units, ordered by when they were coded.

    `times`: when each unit was coded, anything that sorts. Parts are as equal as can be; units of one time may fall in
    two. A falling slope says that the coders grow apart, and that the codebook wants another session.

    >>> found = agreement_over_time([[1, 2] * 6, [1, 2] * 4 + [2, 1] * 2], range(12), windows=3)
    >>> [round(window.value, 2) for window in found.windows], round(found.slope, 2)
    ([1.0, 1.0, -0.75], -0.88)
    """
    rows = _rows(data)
    order = sorted(range(len(times)), key=lambda at: times[at])
    parts = [part.tolist() for part in np.array_split(np.array(order, dtype=np.int64), windows) if len(part)]
    found = tuple(_figure([[row[at] for at in part] for row in rows], measure) for part in parts)
    values = [(at, one.value) for at, one in enumerate(found) if one.value is not None]
    places = np.array(values, dtype=np.float64).reshape(-1, 2)
    slope = float(np.polyfit(places[:, 0], places[:, 1], 1)[0]) if len(places) > 2 else None
    return Drift(found, tuple(times[part[0]] for part in parts), slope)


def _rows(data: Data) -> list[list[Any]]:
    given: Any = data.to_numpy() if hasattr(data, "to_numpy") else data
    return [list(row) for row in given]


def _has(label: frozenset[Any] | None, code: str) -> bool | None:
    return None if label is None else code in label


def _figure(rows: list[list[Any]], measure: Measure) -> Figure:
    units = sum(sum(not is_missing(label) for label in unit) > 1 for unit in zip(*rows, strict=True))
    try:
        return Figure(float(measure(rows).value), units)
    except NotComputable as reason:
        return Figure(None, units, reason.code)
