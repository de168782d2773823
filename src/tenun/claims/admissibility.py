"""Which codings are evidence on the question, and which switches would change that."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from tenun.claims.switches import BIT, check_switches, permission
from tenun.corpus.sources import VOICE_OF_KIND, Source, latest_day
from tenun.corpus.study import StudyConfig
from tenun.corpus.witnesses import witnesses
from tenun.errors import InputRefused

if TYPE_CHECKING:
    import pandas as pd

    from tenun.coding.codebook import Codebook

HELD_BY_THEN = ("before", "at")


def admissible(
    codings: pd.DataFrame,
    sources: Sequence[Source],
    codebook: Codebook,
    config: StudyConfig,
    *,
    switches: Collection[str] = (),
    confirmed_duplicates: Iterable[tuple[str, str]] = (),
    counting_rounds: Collection[int] | None = None,
) -> pd.DataFrame:
    """The rows of `codings` that are evidence for or against a motive, with `motive` and the `voice` that holds.

    Accepted, of a round that counts, of an included source, of a code that rolls up to a motive, and admissible by
    METHODS section 1 under `switches`. Rows keep their index and order; their columns are CODINGS_COLUMNS and `motive`.
    """
    known = {source.key: source for source in sources if source.inclusion == "included"}
    rows = counted(codings, counting_rounds)
    rows = rows.assign(motive=motives_of(rows["code"], codebook, config.motives))
    rows = rows[rows["motive"].notna() & rows["source"].isin(known)]
    compiled = compilation_keys(list(known.values()), confirmed_duplicates)
    needs = requirements(rows, known, config, compiled)
    rows = rows.assign(voice=voices(rows, known))
    counts = (needs & ~permission(check_switches(switches))) == 0
    return rows.take(np.flatnonzero(counts))


def counted(codings: pd.DataFrame, counting_rounds: Collection[int] | None) -> pd.DataFrame:
    """The accepted codings of the rounds that count; None counts every round."""
    keep = codings["status"] == "accepted"
    if counting_rounds is not None:
        keep &= codings["round"].isin(list(counting_rounds))
    return codings[keep]


def motives_of(codes: pd.Series[str], codebook: Codebook, motives: Sequence[str]) -> pd.Series[str]:
    """The motive that each code counts for, None for codes of no motive; InputRefused for a code not in the book."""
    wanted = set(motives)
    for code in codes.unique():
        if code not in codebook:
            raise InputRefused("claims.unknown-code", key=code)
    return codes.map({code: codebook.roll_up(code, wanted) for code in codes.unique()})


def compilation_keys(sources: Sequence[Source], confirmed_duplicates: Iterable[tuple[str, str]]) -> set[str]:
    """Keys of the sources that have several origins or were copied from one that has."""
    groups = witnesses(sources, confirmed_duplicates, compilations=True)
    return {key for group in groups if group.compilation for key in group.sources}


def voices(rows: pd.DataFrame, sources: Mapping[str, Source]) -> pd.Series[str]:
    """The voice of each coding: its own, else the default of its source's kind."""
    default = rows["source"].map({key: VOICE_OF_KIND[source.kind] for key, source in sources.items()})
    return rows["voice"].where(rows["voice"].notna() & (rows["voice"] != ""), default)


def requirements(
    rows: pd.DataFrame, sources: Mapping[str, Source], config: StudyConfig, compiled: Collection[str]
) -> NDArray[np.int64]:
    """What each coding needs to count: one bit a switch of `switches.FILTERS`, set where its permission is needed.

    A coding without a case is of the study's own; a study without a case asks for none.
    """
    decided = dt.date.fromisoformat(config.decision.date)
    late = {key for key, source in sources.items() if (latest_day(source.published) or dt.date.max) > decided}
    synthetic = {key for key, source in sources.items() if source.synthetic}
    analyst = voices(rows, sources) == "analyst"
    needed = {
        "any-actor": rows["actor"] != "own",
        "any-time": ~rows["time"].isin(HELD_BY_THEN),
        "any-case": rows["case"].notna() & (rows["case"] != "") & (rows["case"] != config.case),
        "synthetic": rows["source"].isin(synthetic),
        "compilations": rows["source"].isin(compiled),
        "no-second-hand": analyst,
        "stated-only": analyst | (rows["basis"] != "stated"),
        "contemporaneous": rows["source"].isin(late),
    }
    needs = np.zeros(len(rows), dtype=np.int64)
    if config.case is None:
        del needed["any-case"]
    for name, where in needed.items():
        needs |= where.to_numpy(dtype=bool) * BIT[name]
    return needs
