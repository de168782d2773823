"""A made-up study with everything that a ranking has to tell apart."""

from __future__ import annotations

from collections.abc import Sequence
from typing import get_args

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from tenun.coding.codebook import Code, Codebook
from tenun.coding.codings import CODINGS_COLUMNS
from tenun.corpus.sources import KINDS, Appraisal, Reliability, Source
from tenun.corpus.study import Bilingual, Decision, StudyConfig

MOTIVES = ("M1", "M2", "M3", "M4", "M5")
CODERS = ("ana", "budi", "citra")
WEIGHTS = {"A": 1.0, "B": 0.8, "C": 0.6, "D": 0.4, "E": 0.2, "F": 0.5}
LETTERS = get_args(Reliability)
CONFIG = StudyConfig(
    id="bench",
    title=Bilingual("Bench"),
    question=Bilingual("Why?"),
    decision=Decision(Bilingual("Signing"), "2019-11-27"),
    case="here",
    own_side=Bilingual("City"),
    motives=MOTIVES,
    motive_root="M",
)


def codebook() -> Codebook:
    """Five motives with three codes each."""
    tree = [Code("M", "Motives"), *(Code(motive, motive, parent="M") for motive in MOTIVES)]
    return Codebook(
        [*tree, *(Code(f"{m}-{i}", f"{m} {i}", parent=m) for m in MOTIVES for i in range(3)), Code("X", "No motive")]
    )


def make_sources(count: int, rng: np.random.Generator) -> list[Source]:
    """Sources of every kind; one in four is a copy, one in a hundred a compilation, one in a hundred invented."""
    return [
        Source(
            key=f"S{number:05d}",
            title="",
            kind=KINDS[rng.integers(len(KINDS))],
            language="en",
            publisher=f"Publisher {rng.integers(count // 4)}",
            published=_make_date(rng),
            origins=_make_origins(number, count, rng),
            synthetic=bool(rng.random() < 0.01),
            appraisal=Appraisal(LETTERS[rng.integers(len(LETTERS))]),
        )
        for number in range(count)
    ]


def _make_date(rng: np.random.Generator) -> str | None:
    year, month, precision = rng.integers(2015, 2024), rng.integers(1, 13), rng.random()
    return None if precision < 0.1 else f"{year}" if precision < 0.2 else f"{year}-{month:02d}"


def _make_origins(number: int, count: int, rng: np.random.Generator) -> tuple[str, ...]:
    lot = rng.random()
    if lot < 0.15 and number:
        return (f"S{rng.integers(number):05d}",)
    if lot < 0.25:
        return (f"PR-{rng.integers(count // 10)}",)
    return ("PR-0", "PR-1") if lot < 0.26 else ()


def make_codings(count: int, sources: list[Source], rng: np.random.Generator) -> pd.DataFrame:
    """Codings with every facet, half of them of the own actor before or at the decision."""

    def pick(values: Sequence[object], p: Sequence[float]) -> NDArray[np.object_]:
        return np.array(values, dtype=object)[rng.choice(len(values), size=count, p=p)]

    at = rng.integers(len(sources), size=count)
    start = rng.integers(0, 9_000, size=count)
    end = start + rng.integers(20, 200, size=count)
    keys = np.array([source.key for source in sources], dtype=object)[at]
    codes = [f"{m}-{i}" for m in MOTIVES for i in range(3)] + list(MOTIVES) + ["X"]
    share = np.repeat([0.22, 0.18, 0.15, 0.12, 0.08], 3) / 3
    columns = {
        "guid": [f"c{n}" for n in range(count)],
        "source": keys,
        "code": pick(codes, [*share, 0.04, 0.03, 0.03, 0.03, 0.02, 0.10]),
        "coder": pick(list(CODERS), [0.4, 0.3, 0.3]),
        "round": 1,
        "actor": pick(["own", "partner", "national", "other"], [0.7, 0.1, 0.1, 0.1]),
        "basis": pick(["stated", "inferred"], [0.7, 0.3]),
        "voice": pick([None, "first-hand", "reported", "analyst"], [0.7, 0.1, 0.1, 0.1]),
        "polarity": pick(["supports", "opposes"], [0.85, 0.15]),
        "time": pick(["before", "at", "after", "na"], [0.4, 0.3, 0.2, 0.1]),
        "case": pick([None, "here", "elsewhere"], [0.5, 0.4, 0.1]),
        "priority": pick(["none", "first", "secondary"], [0.94, 0.03, 0.03]),
        "weight": 1.0,
        "status": pick(["accepted", "proposed"], [0.95, 0.05]),
        "memo": "",
        "passage": [f"{key}:{a}-{b}" for key, a, b in zip(keys, start, end, strict=True)],
        "representation": np.char.add("r", keys.astype(str)).astype(object),
        "start_cp": start,
        "end_cp": end,
        "quote": "",
    }
    return pd.DataFrame(columns, columns=list(CODINGS_COLUMNS))
