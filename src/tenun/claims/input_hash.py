"""A hash of exactly what a ranking's figures depend on, the same for two people with the same study folder."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np

from tenun.claims.evidence import Evidence, Ints, numbered
from tenun.corpus.sources import Source
from tenun.text.hashes import sha256_bytes, sha256_json

FACETS = ("actor", "basis", "voice", "polarity", "time", "case", "priority", "round", "code")


def input_hash(evidence: Evidence, ledger: Mapping[str, float] | None = None) -> str:
    """SHA-256 over codings, sources, code tree and settings, whatever the order of rows and the ids of a database.

    It covers the codings that can bear on a motive (source, span or region or time, code, coder, round, facets), what
    the figures use of each included source, the parents of the codes, the settings that decide, confirmed duplicates,
    and the ledger.
    """
    config = evidence.config
    return sha256_json(
        {
            "codings": _codings(evidence),
            "coders": list(evidence.coders),
            "sources": [_source(source) for source in evidence.sources],
            "codebook": {code.key: code.parent for code in evidence.codebook.values()},
            "motives": list(config.motives),
            "case": config.case,
            "decision": config.decision.date,
            "letter_weights": config.letter_weights,
            "unjudged_weight": config.unjudged_weight,
            "origin_kinds": config.origin_kinds,
            "confirmed_duplicates": sorted(sorted(pair) for pair in evidence.confirmed_duplicates),
            "ledger": dict(ledger) if ledger is not None else None,
        }
    )


def _source(source: Source) -> dict[str, object]:
    return {
        "key": source.key,
        "kind": source.kind,
        "published": source.published,
        "origins": sorted(source.origins),
        "institution": source.institution,
        "publisher": source.publisher,
        "synthetic": source.synthetic,
        "reliability": source.appraisal.reliability if source.appraisal else None,
    }


def _codings(evidence: Evidence) -> dict[str, object]:
    """The codings as a sorted table of whole numbers, with the words that the numbers stand for."""
    words: dict[str, list[str]] = {}
    facets = np.zeros(len(evidence.source), dtype=np.int64)
    # A study of texts alone is hashed as if there were no other places, so that its hash does not depend on them.
    placed = ("place",) if "place" in evidence.rows and evidence.rows["place"].notna().any() else ()
    for name in (*FACETS, *placed):
        column = evidence.rows[name].astype(object)
        positions, values = numbered(column.where(column.notna(), "").astype(str))
        facets = facets * len(values) + positions
        words[name] = values.tolist()
    places = (evidence.source, _representation_in_source(evidence), evidence.start_cp, evidence.end_cp)
    table = np.stack([*places, evidence.coder, facets], axis=1)
    table = table[np.lexsort(table.T[::-1])]
    return {"words": words, "rows": sha256_bytes(table.astype("<i8").tobytes())}


def _representation_in_source(evidence: Evidence) -> Ints:
    """Representations numbered within their source, because their ids belong to a database."""
    width = int(evidence.representation.max(initial=0)) + 1
    pairs, place = np.unique(evidence.source * width + evidence.representation, return_inverse=True)
    _, first, of_source = np.unique(pairs // width, return_index=True, return_inverse=True)
    return np.asarray((np.arange(len(pairs)) - first[of_source])[place], dtype=np.int64)
