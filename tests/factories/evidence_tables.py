"""Small studies for the tests of the claims room: a codebook, sources, and codings written in one line each."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

import pandas as pd

from tenun.coding.codebook import Code, Codebook
from tenun.coding.codings import CODINGS_COLUMNS
from tenun.corpus.sources import Appraisal, Source
from tenun.corpus.study import Bilingual, Decision, StudyConfig

MOTIVES = ("MKT", "TC", "IDP", "ADM", "BIL")


def make_codebook(motives: Sequence[str] = MOTIVES) -> Codebook:
    """A root `MOT` with the motives, two parts of each (`MKT-1`, `MKT-2`), a rival `DET` and `PRC`, no motive."""
    tree = [
        Code("MOT", "Motive", "Motif"),
        *(Code(m, f"{m} in English", f"{m} di Indonesia", parent="MOT") for m in motives),
    ]
    parts = [Code(f"{m}-{part}", f"{m} {part}", parent=m) for m in motives for part in (1, 2)]
    return Codebook(
        [*tree, *parts, Code("DET", "Determinant"), Code("DET-OFFER", "Offer", parent="DET"), Code("PRC", "Process")]
    )


def make_study(motives: Sequence[str] = MOTIVES, **changes: Any) -> StudyConfig:
    """A study with one case, `here`, and a decision on 27 November 2019."""
    settings: dict[str, Any] = {
        "id": "made-up",
        "title": Bilingual("Made up"),
        "question": Bilingual("Why?"),
        "decision": Decision(Bilingual("Signing"), "2019-11-27"),
        "case": "here",
        "own_side": Bilingual("The city"),
        "motives": tuple(motives),
        "motive_root": "MOT",
        **changes,
    }
    return StudyConfig(**settings)


def make_source(key: str, kind: Any = "news", **details: Any) -> Source:
    """A source; `letter` is its Admiralty letter."""
    letter = details.pop("letter", None)
    details.setdefault("publisher", f"Publisher of {key}")
    return Source(key, f"Title of {key}", kind, "en", appraisal=Appraisal(letter) if letter else None, **details)


def make_sources(*keys: str, kind: Any = "official", **details: Any) -> list[Source]:
    """Sources alike but for their keys."""
    return [make_source(key, kind, **details) for key in keys]


def coding(source: str, code: str, coder: str = "A", **facets: Any) -> dict[str, Any]:
    """One coding: an admissible one unless `facets` say otherwise. `span` is (start, end)."""
    start, end = facets.pop("span", (0, 10))
    row: dict[str, Any] = {
        "source": source,
        "code": code,
        "coder": coder,
        "round": 1,
        "actor": "own",
        "basis": "stated",
        "voice": None,
        "polarity": "supports",
        "time": "before",
        "case": None,
        "priority": "none",
        "weight": 1.0,
        "status": "accepted",
        "memo": "",
        "representation": f"text-of-{source}",
        "start_cp": start,
        "end_cp": end,
        "quote": "",
        **facets,
    }
    row.setdefault("passage", f"{row['representation']}:{row['start_cp']}-{row['end_cp']}")
    row["guid"] = "/".join(str(row[name]) for name in ("passage", "code", "coder", "round"))
    return row


def make_codings(rows: Iterable[dict[str, Any]]) -> pd.DataFrame:
    """The table that `Study.codings` shows."""
    return pd.DataFrame(list(rows), columns=list(CODINGS_COLUMNS))


def attest(
    support: dict[str, Sequence[str]], coders: Sequence[str] = ("A", "B"), **facets: Any
) -> list[dict[str, Any]]:
    """Codings by which each motive is supported by the sources named, for every coder alike."""
    return [coding(s, m, c, **facets) for m, sources in support.items() for s in sources for c in coders]
