"""P(first) of the motives, by coder and as the mean over coders."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from tenun.analysis.attestation import Attestation, attestation
from tenun.claims.signs import Testimony
from tenun.errors import NotComputable


@dataclass(frozen=True, slots=True)
class Chances:
    """Probabilities about the order of attestation, motives in the study's order; or the reason why there are none."""

    attestation: Attestation | None = None
    reason: NotComputable | None = None


def chances(testimony: Testimony, view: str) -> Chances:
    """What the counts of one view say."""
    at = testimony.view(view)
    try:
        return Chances(attestation(np.maximum(0, testimony.support[at]).tolist(), int(testimony.n[at])))
    except NotComputable as reason:
        return Chances(reason=reason)


def headline(testimony: Testimony) -> Chances:
    """The equal mean over the coders; it has no value where one coder's own has none."""
    by_coder = [chances(testimony, coder) for coder in testimony.evidence.coders]
    found = [own.attestation for own in by_coder if own.attestation is not None]
    if not by_coder:
        return Chances(reason=NotComputable("claims.no-coders"))
    if len(found) < len(by_coder):
        return next(own for own in by_coder if own.reason is not None)
    return Chances(
        Attestation(
            tuple(np.mean([own.p_first for own in found], axis=0).tolist()),
            tuple(map(tuple, np.mean([own.rank_probabilities for own in found], axis=0).tolist())),
            tuple(map(tuple, np.mean([own.above for own in found], axis=0).tolist())),
        )
    )
