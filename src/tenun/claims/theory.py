"""How the evidence falls into the values of theory, which are attributes of the codes and not motives."""

from __future__ import annotations

from collections.abc import Collection

import numpy as np

from tenun.claims.chains import chain_numbers
from tenun.claims.evidence import Evidence
from tenun.claims.results import TheoryRow
from tenun.claims.signs import hear


def theory_facets(evidence: Evidence, switches: Collection[str] = ()) -> tuple[TheoryRow, ...]:
    """A row a value of each attribute of codes, over the admissible support by either coder.

    Facets stand by name, values by how many witnesses carry them. Passages are chains, as in the ranking, each counted
    once a value; a code without the attribute is in no row.
    """
    testimony = hear(evidence, switches)
    codes = evidence.rows["code"].to_numpy()
    supporting = testimony.counts & ~evidence.opposes
    kinds: dict[tuple[str, str], list[str]] = {}
    for code in evidence.codebook.values():
        for facet, value in code.attributes.items():
            kinds.setdefault((facet, value), []).append(code.key)
    found = []
    for (facet, value), keys in kinds.items():
        rows = supporting & np.isin(codes, keys)
        if rows.any():
            chains = chain_numbers(evidence, rows, np.zeros_like(evidence.motive))
            groups = tuple(testimony.groups[g].id for g in np.unique(testimony.group[rows]))
            used = tuple(key for key in keys if key in codes[rows])
            found.append(TheoryRow(facet, value, int(chains.max()) + 1, groups, used))
    return tuple(sorted(found, key=lambda row: (row.facet, -len(row.groups), -row.passages, row.value)))
