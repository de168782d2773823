"""Each motive with its scores, its witnesses by voice, and its passages, in the order of attestation."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from tenun.analysis.attestation import Attestation
from tenun.claims.chains import chains_of_view
from tenun.claims.evidence import Evidence, Flags, Ints
from tenun.claims.results import MotiveRank, Scores, Witnesses
from tenun.claims.scores import priority_signs
from tenun.claims.signs import Testimony


def motive_ranks(
    testimony: Testimony, view: str, table: Sequence[Scores], chance: Attestation | None
) -> tuple[MotiveRank, ...]:
    """The motives by independent support, then weighted support, then passages, then the study's own order."""
    evidence = testimony.evidence
    signs, opposes = testimony.signs[testimony.view(view)], testimony.opposes[testimony.view(view)]
    supporting = testimony.of_view(view) & ~evidence.opposes
    first_hand = cells_with(testimony, supporting & evidence.first_hand)
    better_than_analyst = cells_with(testimony, supporting & ~evidence.analyst)
    first = priority_signs(testimony, view)
    passages = passages_by_motive(testimony, view), passages_by_motive(testimony, view, opposing=True)
    ranked = []
    for at, key in enumerate(evidence.motives):
        supports = signs[:, at] > 0
        ranked.append(
            MotiveRank(
                id=key,
                label_en=evidence.codebook[key].label("en"),
                label_id=evidence.codebook[key].label("id"),
                scores=table[at],
                p_first=chance.p_first[at] if chance else None,
                rank_probabilities=chance.rank_probabilities[at] if chance else None,
                witnesses=Witnesses(
                    supports=testimony.names(supports),
                    opposes_only=testimony.names(signs[:, at] < 0),
                    contested=testimony.names(supports & opposes[:, at]),
                ),
                passages=passages[0][at],
                opposing_passages=passages[1][at],
                first_hand=testimony.names(supports & first_hand[:, at]),
                second_hand=testimony.names(supports & ~better_than_analyst[:, at]),
                put_first_by=testimony.names(first[:, at] > 0),
                denied_first_by=testimony.names(first[:, at] < 0),
            )
        )
    return tuple(sorted(ranked, key=_attestation))


def _attestation(row: MotiveRank) -> tuple[float, ...]:
    """Sorts the most widely attested first; the sort keeps the study's order where all is equal."""
    return (-row.scores.independent_support, -round(row.scores.weighted_support, 9), -row.scores.passages)


def cells_with(testimony: Testimony, rows: Flags) -> Flags:
    """Groups x motives: the cells that hold one of these codings."""
    found = np.zeros((len(testimony.groups), len(testimony.evidence.motives)), dtype=bool)
    found[testimony.group[rows], testimony.evidence.motive[rows]] = True
    return found


def passages_by_motive(testimony: Testimony, view: str, *, opposing: bool = False) -> tuple[tuple[str, ...], ...]:
    """Guids of the passages that count for (or against) each motive, each once, by source and place."""
    evidence = testimony.evidence
    rows = np.flatnonzero(chains_of_view(testimony, view, opposing=opposing) >= 0)
    places = (evidence.end_cp, evidence.start_cp, evidence.representation, evidence.source)
    rows = rows[np.lexsort((_order_of_regions(evidence, rows), *(place[rows] for place in places)))]
    found: list[dict[str, None]] = [{} for _ in evidence.motives]
    for motive, passage in zip(evidence.motive[rows].tolist(), evidence.passages[evidence.passage[rows]], strict=True):
        found[motive][passage] = None
    return tuple(tuple(passages) for passages in found)


def _order_of_regions(evidence: Evidence, rows: Ints) -> Ints:
    """Passages that are no stretch of text have no place to be ordered by: their guids order them."""
    order = np.zeros(len(rows), dtype=np.int64)
    regions = evidence.start_cp[rows] < 0
    guids = evidence.passages[evidence.passage[rows[regions]]].astype(str)
    order[regions] = np.unique(guids, return_inverse=True)[1]
    return order
