"""The rules of a ranking as plain data, fixed and hashed before it is made."""

from __future__ import annotations

from collections.abc import Collection

from tenun.analysis.attestation import CONCENTRATIONS, FEWEST_WITNESSES, MEANS
from tenun.claims.admissibility import HELD_BY_THEN
from tenun.claims.results import METHODS
from tenun.claims.scores import TIE
from tenun.claims.switches import SWITCHES, check_switches
from tenun.claims.verdict import FEWEST_FOR_FOREMOST, FRAGILE_BELOW, P_FOREMOST, P_LEADS, P_SEPARATES, STEADY_UNDER
from tenun.corpus.sources import CLASS_OF_KIND, VOICE_OF_KIND
from tenun.corpus.study import StudyConfig
from tenun.text.hashes import sha256_json


def rules_of(
    config: StudyConfig,
    *,
    coder: str | None = None,
    switches: Collection[str] = (),
    counting_rounds: Collection[int] | None = None,
) -> dict[str, object]:
    """Everything that METHODS and the study lay down about a ranking, ready for JSON.

    `coder` None is the default: counted by either coder, P(first) as the equal mean over coders.
    """
    return {
        "methods": list(METHODS),
        "decision": config.decision.date,
        "case": config.case,
        "motives": list(config.motives),
        "coder": coder or "headline",
        "switches": {name: SWITCHES[name].rule for name in check_switches(switches)},
        "counting_rounds": "all" if counting_rounds is None else sorted(counting_rounds),
        "admissible": {
            "status": "accepted",
            "inclusion": "included",
            "synthetic": False,
            "actor": "own",
            "time": list(HELD_BY_THEN),
            "origins_at_most": 1,
        },
        "voice_of_kind": dict(VOICE_OF_KIND),
        "class_of_kind": dict(CLASS_OF_KIND),
        "class_of_origin": dict(config.origin_kinds),
        "letter_weights": dict(config.letter_weights),
        "unjudged_weight": config.unjudged_weight,
        "ties_within": TIE,
        "prior": {
            "model": "k ~ Binomial(n, theta), theta ~ Beta(mu kappa, (1 - mu) kappa)",
            "mu": [round(float(mean), 6) for mean in MEANS],
            "kappa": [round(float(concentration), 6) for concentration in CONCENTRATIONS],
        },
        "thresholds": {
            "witnesses_for_probabilities": FEWEST_WITNESSES,
            "witnesses_for_foremost": FEWEST_FOR_FOREMOST,
            "p_foremost": P_FOREMOST,
            "p_leads": P_LEADS,
            "p_separates": P_SEPARATES,
            "fragility_for_foremost": FRAGILE_BELOW,
            "still_first_under": list(STEADY_UNDER),
        },
    }


def rules_hash(rules: dict[str, object]) -> str:
    """SHA-256 of the rules."""
    return sha256_json(rules)
