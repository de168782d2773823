"""Labels of coders, read from lists, NumPy or pandas, and numbered."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any, TypeAlias

import numpy as np
from numpy.typing import NDArray

from tenun.analysis.agreement.distances import Level
from tenun.errors import InputRefused, NotComputable

if TYPE_CHECKING:
    import pandas as pd

Data: TypeAlias = "Sequence[Sequence[Any]] | NDArray[Any] | pd.DataFrame"
"""What the nominal coefficients take: one row a coder, one column a unit; None or NaN is missing."""

MISSING = -1
Numbers = NDArray[np.int64]
_MEASURED = ("ordinal", "interval", "ratio")


def numbered(data: Data, level: Level = "nominal") -> tuple[list[Any], Numbers]:
    """The labels that occur, in order, and the table of their numbers (coders x units, MISSING where there is none).

    Numbers stand in ascending order where the level is measured, otherwise by the kind and the words of the label. A
    label may be a set of codes; for `masi` each label is one, and a single string stands for the set of itself. Raises
    InputRefused for coders with different numbers of units.
    """
    array = data if isinstance(data, np.ndarray) else data.to_numpy() if hasattr(data, "to_numpy") else None
    if array is not None and array.dtype.kind in "iufb" and level != "masi":
        return _numbered_array(array)
    given: Any = data if array is None else array.tolist()
    rows = [[_label(label, level) for label in row] for row in given]
    if len({len(row) for row in rows}) > 1:
        raise InputRefused("analysis.rows-differ", lengths=", ".join(str(len(row)) for row in rows))
    present = {label for row in rows for label in row if label is not None}
    labels = sorted(present) if level in _MEASURED else sorted(present, key=_sorting_key)
    number: dict[Any, int] = {label: at for at, label in enumerate(labels)}
    number[None] = MISSING
    return labels, np.array([[number[label] for label in row] for row in rows], dtype=np.int64)


def paired(data: Data, level: Level = "nominal", categories: Iterable[Any] | None = None) -> tuple[list[Any], Numbers]:
    """Labels and numbers as `numbered` gives them, of at least two coders, none of whom lacks a unit's place.

    `categories`: the scale in its order, where it holds labels that nobody used. Raises NotComputable for fewer than
    two coders and where no unit has two labels; ValueError for a label that is not on the scale.
    """
    if len(data) < 2:
        raise NotComputable("analysis.one-coder", coders=len(data))
    labels, numbers = numbered(data, level)
    if not ((numbers != MISSING).sum(axis=0) > 1).any():
        raise NotComputable("analysis.nothing-paired")
    return (labels, numbers) if categories is None else _on_scale(labels, numbers, list(categories))


def is_missing(label: object) -> bool:
    """Whether a cell holds no label: None, NaN, or what pandas writes for them."""
    if label is None or type(label).__name__ in ("NAType", "NaTType"):
        return True
    return isinstance(label, float) and label != label


def _label(label: Any, level: Level) -> Any:
    if is_missing(label):
        return None
    if level == "masi":
        return frozenset([label] if isinstance(label, str) else label)
    return frozenset(label) if isinstance(label, set) else label


def _numbered_array(array: NDArray[Any]) -> tuple[list[Any], Numbers]:
    given = ~np.isnan(array) if array.dtype.kind == "f" else np.ones(array.shape, dtype=np.bool_)
    labels, number = np.unique(array[given], return_inverse=True)
    numbers = np.full(array.shape, MISSING, dtype=np.int64)
    numbers[given] = number
    return labels.tolist(), numbers


def _on_scale(labels: list[Any], numbers: Numbers, scale: list[Any]) -> tuple[list[Any], Numbers]:
    place = {_label(label, "nominal"): at for at, label in enumerate(scale)}
    if unknown := [label for label in labels if label not in place]:
        raise ValueError(f"the categories hold no {unknown[0]!r}")
    moved = np.array([*(place[label] for label in labels), MISSING], dtype=np.int64)
    return scale, moved[numbers]


def _sorting_key(label: object) -> tuple[str, str]:
    shown = sorted(map(str, label)) if isinstance(label, frozenset | set | tuple) else label
    return type(label).__name__, str(shown)
