"""The codings that can bear on a motive, as arrays: prepared once, then counted under any switches."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, get_args

import numpy as np
from numpy.typing import NDArray

from tenun.claims.admissibility import counted, motives_of, requirements, voices
from tenun.corpus.sources import Source
from tenun.corpus.study import StudyConfig
from tenun.corpus.witnesses import Group, Grouping, witnesses
from tenun.errors import InputRefused

if TYPE_CHECKING:
    import pandas as pd

    from tenun.coding.codebook import Codebook

Ints = NDArray[np.int64]
Flags = NDArray[np.bool_]
TOGETHER = ("either", "both")


@dataclass(frozen=True)
class Evidence:
    """One entry a coding in every array; `source`, `motive`, `coder`, `representation` and `passage` are positions.

    Sources stand by key, coders by name, motives in the study's order. `needs` are the permissions that a coding needs
    (see `switches.FILTERS`). Codings of excluded sources, of no motive, not accepted or of other rounds are not here.
    """

    config: StudyConfig
    codebook: Codebook
    sources: tuple[Source, ...]
    coders: tuple[str, ...]
    motives: tuple[str, ...]
    confirmed_duplicates: tuple[tuple[str, str], ...]
    groups: Mapping[Grouping, tuple[Group, ...]]
    """The witnesses among the included sources, compilations among them, under each way of grouping."""
    passages: NDArray[np.object_]
    source: Ints
    motive: Ints
    coder: Ints
    needs: Ints
    opposes: Flags
    puts_first: Flags
    first_hand: Flags
    analyst: Flags
    inferred: Flags
    representation: Ints
    passage: Ints
    start_cp: Ints
    end_cp: Ints
    rows: pd.DataFrame

    @property
    def views(self) -> tuple[str, ...]:
        """Every way of counting coders: each one alone, `either`, `both`."""
        return (*self.coders, *TOGETHER)

    def group(self, grouping: Grouping) -> Ints:
        """For each coding, the position of its witness in `groups[grouping]`."""
        position = {key: number for number, group in enumerate(self.groups[grouping]) for key in group.sources}
        of_source = np.array([position[source.key] for source in self.sources], dtype=np.int64)
        return of_source[self.source]


def gather_evidence(
    codings: pd.DataFrame,
    sources: Sequence[Source],
    codebook: Codebook,
    config: StudyConfig,
    *,
    confirmed_duplicates: Iterable[tuple[str, str]] = (),
    counting_rounds: Collection[int] | None = None,
) -> Evidence:
    """The evidence of a study. `codings` has the columns CODINGS_COLUMNS; a source not in `sources` counts for nothing.

    Raises InputRefused for a code that is not in the codebook, and for a coder named `either` or `both`.
    """
    included = sorted((source for source in sources if source.inclusion == "included"), key=lambda source: source.key)
    known = {source.key: source for source in included}
    duplicates = tuple(sorted(confirmed_duplicates))
    rows = counted(codings, counting_rounds)
    coders = tuple(sorted(rows["coder"].unique()))
    if reserved := set(coders) & set(TOGETHER):
        raise InputRefused("claims.reserved-coder", name=min(reserved))
    rows = rows.assign(motive=motives_of(rows["code"], codebook, config.motives))
    rows = rows[rows["motive"].notna() & rows["source"].isin(known)]
    voice = voices(rows, known)
    representation, _ = numbered(rows["representation"])
    passage, passages = numbered(rows["passage"], in_order=False)
    groups = _grouped(included, duplicates, config)
    compiled = {key for group in groups["origin"] if group.compilation for key in group.sources}
    return Evidence(
        config=config,
        codebook=codebook,
        sources=tuple(included),
        coders=coders,
        motives=config.motives,
        confirmed_duplicates=duplicates,
        groups=groups,
        passages=passages,
        source=_positions(rows["source"], tuple(known)),
        motive=_positions(rows["motive"], config.motives),
        coder=_positions(rows["coder"], coders),
        needs=requirements(rows, known, config, compiled),
        opposes=(rows["polarity"] == "opposes").to_numpy(dtype=bool),
        puts_first=(rows["priority"] == "first").to_numpy(dtype=bool),
        first_hand=(voice == "first-hand").to_numpy(dtype=bool),
        analyst=(voice == "analyst").to_numpy(dtype=bool),
        inferred=(rows["basis"] == "inferred").to_numpy(dtype=bool),
        representation=representation,
        passage=passage,
        start_cp=_places(rows["start_cp"]),
        end_cp=_places(rows["end_cp"]),
        rows=rows,
    )


def _grouped(
    sources: Sequence[Source], duplicates: Sequence[tuple[str, str]], config: StudyConfig
) -> dict[Grouping, tuple[Group, ...]]:
    kinds = config.origin_kinds
    return {
        grouping: witnesses(sources, duplicates, grouping=grouping, compilations=True, origin_kinds=kinds)
        for grouping in get_args(Grouping)
    }


def _positions(column: pd.Series[str], names: Sequence[str]) -> Ints:
    import pandas as pd

    return np.asarray(pd.Index(names).get_indexer(pd.Index(column)), dtype=np.int64)


def numbered(column: pd.Series[str], *, in_order: bool = True) -> tuple[Ints, NDArray[np.object_]]:
    """Positions in the distinct values, and these values, in ascending order or (faster) as they come."""
    import pandas as pd

    positions, values = pd.factorize(column.astype(object), sort=in_order)
    return np.asarray(positions, dtype=np.int64), np.asarray(values, dtype=object)


def _places(column: pd.Series[int]) -> Ints:
    """Code points; -1 for a passage that is no stretch of text."""
    return np.asarray(column.astype("float64").fillna(-1), dtype=np.int64)
