"""Made-up inputs of any size: labels of coders, segments, and codings of many texts."""

from __future__ import annotations

import numpy as np
import pandas as pd

Segments = list[tuple[int, int, str]]


def labels_of(coders: int, units: int, categories: int, seed: int, missing: float = 0.1) -> np.ndarray:
    """Coders x units: mostly the same label, some of their own, some missing (NaN)."""
    chance = np.random.default_rng(seed)
    true = chance.integers(0, categories, units)
    own = chance.integers(0, categories, (coders, units))
    given = np.where(chance.random((coders, units)) < 0.7, true, own).astype(np.float64)
    given[chance.random((coders, units)) < missing] = np.nan
    return given


def segments_of(count: int, seed: int, coders: int = 2, length: int | None = None) -> tuple[list[Segments], int]:
    """Each coder's segments, not overlapping: the first coder's, the others' moved a little and sometimes renamed."""
    chance = np.random.default_rng(seed)
    length = length or 100 * count
    slots = np.sort(chance.choice(length // 50, count, replace=False)) * 50
    rows: list[Segments] = []
    names = [str(chance.choice(list("abcde"))) for _ in slots]
    for _ in range(coders):
        start = slots + chance.integers(0, 12, count)
        end = start + chance.integers(20, 36, count)
        held = [name if chance.random() < 0.8 else str(chance.choice(list("abcde"))) for name in names]
        kept = chance.random(count) < 0.95
        columns = zip(start.tolist(), end.tolist(), held, kept.tolist(), strict=True)
        rows.append([(a, b, name) for a, b, name, keep in columns if keep])
    return rows, length


def codings_of(count: int, codes: int, seed: int) -> pd.DataFrame:
    """A table of codings on 1,000 texts of 300,000 code points, 20 to 400 code points long, two coders."""
    chance = np.random.default_rng(seed)
    text = chance.integers(0, 1_000, count)
    start = chance.integers(0, 299_000, count)
    return pd.DataFrame(
        {
            "guid": np.arange(count).astype(str),
            "passage": np.arange(count).astype(str),
            "source": np.char.add("S", text.astype(str)),
            "representation": np.char.add("r", text.astype(str)),
            "code": np.char.add("C", chance.integers(0, codes, count).astype(str)),
            "coder": np.array(["Ayu", "Made"])[chance.integers(0, 2, count)],
            "actor": np.array(["own", "partner"])[chance.integers(0, 2, count)],
            "start_cp": start,
            "end_cp": start + chance.integers(20, 400, count),
        }
    )
