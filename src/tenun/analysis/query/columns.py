"""A column of repeated values, kept as numbers."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

Ints = NDArray[np.int64]
Mask = NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class Column:
    """`values` in order, and the place of each row's value among them."""

    values: tuple[Any, ...]
    numbers: Ints

    @classmethod
    def of(cls, given: Iterable[Any]) -> Column:
        """The column of some values; what pandas calls missing becomes the empty string."""
        import pandas as pd

        numbers, found = pd.factorize(pd.Series(list(given), dtype="object"), use_na_sentinel=True)
        values: list[Any] = list(found)
        if (numbers < 0).any():
            numbers = np.where(numbers < 0, len(values), numbers)
            values = [*values, ""]
        order = sorted(range(len(values)), key=lambda at: (type(values[at]).__name__, values[at]))
        place = np.empty(len(values), dtype=np.int64)
        place[order] = np.arange(len(values))
        return cls(tuple(values[at] for at in order), place[numbers] if len(values) else np.empty(0, dtype=np.int64))

    def allowed(self, wanted: Collection[Any]) -> Mask:
        """Which of the values are wanted."""
        return np.array([value in wanted for value in self.values], dtype=np.bool_)

    def among(self, wanted: Collection[Any], rows: Ints | None = None) -> Mask:
        """Which rows (of those given) hold a wanted value."""
        return np.asarray(self.allowed(wanted)[self.numbers if rows is None else self.numbers[rows]], dtype=np.bool_)

    def through(self, of: Column) -> Column:
        """This column of sources or cases, seen from the rows that name them in `of`; `of.values` are in its order."""
        return Column(self.values, self.numbers[of.numbers])
