"""What each kind of source says of each motive: support, opposition, silence, or nothing because none was read."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping

import numpy as np

from tenun.claims.evidence import Evidence, Flags
from tenun.claims.results import TriangulationCell
from tenun.claims.signs import hear
from tenun.coding.codebook import Codebook
from tenun.corpus.sources import CLASSES

Coverage = tuple[str, str, str]
"""Source, code, coder: the coder looked for the code in the source and did not find it."""


def triangulate(
    evidence: Evidence,
    read_sources: Mapping[str, Collection[str]],
    coverage: Iterable[Coverage] = (),
    *,
    switches: Collection[str] = (),
) -> tuple[TriangulationCell, ...]:
    """A cell a motive and class of sources, by motive, over the witnesses that were read for it.

    `read_sources`: coder -> keys of the sources in which the coder coded anything or left a passage uncoded on purpose;
    they were read for every motive. `coverage` says so for one code, and for the motives at or below it. States:
    `agreement` (support, no opposition), `partial` (both), `dissonance` (opposition only), `silence` (read, neither
    found), None where nothing was read. Source: METHODS section 3, after Farmer et al. 2006,
    Qualitative Health Research 16(3).
    """
    testimony = hear(evidence, switches)
    supports, opposes = testimony.supports[-2], testimony.opposes[-2]
    read = _read(evidence, read_sources, coverage, switches) | supports | opposes
    classes = np.array([group.source_class for group in testimony.groups])
    return tuple(
        TriangulationCell(
            motive=motive,
            source_class=source_class,
            state=_state(supports[inside, m], opposes[inside, m], read[inside, m]),
            supporting=testimony.names(inside & supports[:, m]),
            opposing=testimony.names(inside & opposes[:, m]),
            silent=testimony.names(inside & read[:, m] & ~supports[:, m] & ~opposes[:, m]),
        )
        for m, motive in enumerate(evidence.motives)
        for source_class in CLASSES
        for inside in [classes == source_class]
    )


def _state(supports: Flags, opposes: Flags, read: Flags) -> str | None:
    if supports.any():
        return "partial" if opposes.any() else "agreement"
    if opposes.any():
        return "dissonance"
    return "silence" if read.any() else None


def _read(
    evidence: Evidence,
    read_sources: Mapping[str, Collection[str]],
    coverage: Iterable[Coverage],
    switches: Collection[str],
) -> Flags:
    """Groups x motives: whether somebody looked for the motive in a source that may count."""
    groups = hear(evidence, switches).groups
    synthetic = {source.key for source in evidence.sources if source.synthetic and "synthetic" not in switches}
    looked: dict[str, set[str]] = {key: set(evidence.motives) for keys in read_sources.values() for key in keys}
    for source, code, _ in coverage:
        looked.setdefault(source, set()).update(motives_under(evidence.codebook, code, evidence.motives))
    found = np.zeros((len(groups), len(evidence.motives)), dtype=bool)
    for g, group in enumerate(groups):
        if group.compilation and "compilations" not in switches:
            continue
        motives = {motive for key in group.sources if key not in synthetic for motive in looked.get(key, ())}
        found[g] = [motive in motives for motive in evidence.motives]
    return found


def motives_under(codebook: Codebook, code: str, motives: Collection[str]) -> set[str]:
    """The motives that looking for `code` looks for: those at or below it.

    A look for a part of a motive (market access) is no look for the motive.
    """
    return {motive for motive in motives if code in codebook.path(motive)}
