"""The ranking of the motives, from codings alone."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, TypeVar

import numpy as np

from tenun.claims.consensus import consensus, kendalls_w
from tenun.claims.evidence import Evidence, gather_evidence
from tenun.claims.first_place import chances, headline
from tenun.claims.fragility import fragility
from tenun.claims.input_hash import input_hash
from tenun.claims.motive_ranks import motive_ranks
from tenun.claims.results import CoderFigures, Ranking, SwitchTable
from tenun.claims.rules import rules_hash, rules_of
from tenun.claims.scores import computable_methods, scores, weighted_support
from tenun.claims.signs import Testimony, hear
from tenun.claims.switch_table import turn_each
from tenun.claims.switches import check_switches
from tenun.claims.verdict import Case, judge
from tenun.errors import InputRefused, NotComputable

if TYPE_CHECKING:
    import pandas as pd

    from tenun.analysis.attestation import Attestation
    from tenun.coding.codebook import Codebook
    from tenun.corpus.sources import Source
    from tenun.corpus.study import StudyConfig

UNJUDGED_TRIED = (0.2, 1.0)
Figure = TypeVar("Figure")


def rank(
    codings: pd.DataFrame,
    sources: Sequence[Source],
    codebook: Codebook,
    config: StudyConfig,
    *,
    coder: str | None = None,
    switches: Collection[str] = (),
    confirmed_duplicates: Iterable[tuple[str, str]] = (),
    counting_rounds: Collection[int] | None = None,
    ledger: Mapping[str, float] | None = None,
) -> Ranking:
    """Rank the motives of `config` by how widely they are attested.

    `codings` has the columns CODINGS_COLUMNS; the accepted ones of `counting_rounds` (None: all) count. `coder` None
    counts by `either` and gives P(first) as the equal mean over the coders in the table; a coder's name, `either` or
    `both` gives that one's own. `ledger`: motive -> decibels. Figures without a value are None and named, with the
    reason, in `not_computable`; a study without evidence is ranked too. Raises InputRefused for an unknown switch,
    coder or code. Source: METHODS sections 1 and 2.
    """
    turned = check_switches(switches)
    evidence = gather_evidence(
        codings, sources, codebook, config, confirmed_duplicates=confirmed_duplicates, counting_rounds=counting_rounds
    )
    _check_coder(coder, evidence)
    rules = rules_of(config, coder=coder, switches=turned, counting_rounds=counting_rounds)
    return _Ranker(hear(evidence, turned), coder, ledger).ranking(rules)


def switch_table(
    codings: pd.DataFrame,
    sources: Sequence[Source],
    codebook: Codebook,
    config: StudyConfig,
    *,
    coder: str | None = None,
    confirmed_duplicates: Iterable[tuple[str, str]] = (),
    counting_rounds: Collection[int] | None = None,
    ledger: Mapping[str, float] | None = None,
) -> SwitchTable:
    """Each switch alone, and in what share of all combinations of switches and coders each motive is first.

    The arguments are those of `rank`; the ledger has no part in independent support and is taken so that both can be
    called alike.
    """
    evidence = gather_evidence(
        codings, sources, codebook, config, confirmed_duplicates=confirmed_duplicates, counting_rounds=counting_rounds
    )
    _check_coder(coder, evidence)
    return turn_each(evidence, coder)


def _check_coder(coder: str | None, evidence: Evidence) -> None:
    if coder is not None and coder not in evidence.views:
        raise InputRefused("claims.unknown-coder", name=coder, known=", ".join(evidence.coders))


class _Ranker:
    """One ranking in the making: the testimony, the view that counts, and why figures have no value."""

    def __init__(self, testimony: Testimony, coder: str | None, ledger: Mapping[str, float] | None) -> None:
        self.testimony = testimony
        self.evidence = testimony.evidence
        self.coder = coder
        self.view = coder or "either"
        self.at = testimony.view(self.view)
        self.ledger = ledger
        self.reasons: dict[str, NotComputable] = {}

    def ranking(self, rules: dict[str, object]) -> Ranking:
        motives = self.evidence.motives
        found = chances(self.testimony, self.coder) if self.coder else headline(self.testimony)
        if found.reason:
            self.reasons["p_first"] = found.reason
        table = scores(self.testimony, self.view, self.ledger)
        if any(row.causal_weight is None for row in table):
            self.reasons["causal_weight"] = NotComputable("claims.no-ledger")
        methods = computable_methods(table)
        weak = fragility(motives, [g.id for g in self.testimony.groups], self.testimony.signs[self.at], self.ledger)
        return Ranking(
            decision=self.evidence.config.decision.label.of("en"),
            rules=rules,
            rules_hash=rules_hash(rules),
            coder=self.view,
            switches=self.testimony.switches,
            n=int(self.testimony.n[self.at]),
            p_first_basis=self.coder or "headline",
            motives=motive_ranks(self.testimony, self.view, table, found.attestation),
            by_coder=self._by_coder(),
            fragility=weak,
            consensus=self._computed("consensus", lambda: consensus(motives, methods)),
            kendalls_w=self._computed("kendalls_w", lambda: kendalls_w(methods)),
            verdict=judge(Case(self.testimony, self.view, found, weak)),
            not_computable={name: reason.code for name, reason in self.reasons.items()},
            input_hash=input_hash(self.evidence, self.ledger),
            not_computable_values={name: reason.parameters for name, reason in self.reasons.items()},
            above=self._above(found.attestation),
            unjudged_sensitivity=self._unjudged_sensitivity(),
            groups=tuple(self.testimony.groups[g] for g in np.flatnonzero(self.testimony.heard[self.at])),
        )

    def _computed(self, name: str, figure: Callable[[], Figure]) -> Figure | None:
        try:
            return figure()
        except NotComputable as reason:
            self.reasons[name] = reason
            return None

    def _by_coder(self) -> dict[str, dict[str, CoderFigures]]:
        """Every coder's own figures, and those of `either` and `both`."""
        found: dict[str, dict[str, CoderFigures]] = {}
        for view in self.evidence.views:
            own = chances(self.testimony, view)
            if own.reason:
                self.reasons[f"p_first:{view}"] = own.reason
            support = self.testimony.support[self.testimony.view(view)].tolist()
            p_first = own.attestation.p_first if own.attestation else (None,) * len(support)
            figures = map(CoderFigures, support, p_first)
            found[view] = dict(zip(self.evidence.motives, figures, strict=True))
        return found

    def _above(self, found: Attestation | None) -> dict[str, dict[str, float]] | None:
        motives = self.evidence.motives
        if found is None:
            return None
        return {motive: dict(zip(motives, row, strict=True)) for motive, row in zip(motives, found.above, strict=True)}

    def _unjudged_sensitivity(self) -> dict[str, dict[str, float]]:
        tried = {f"{weight:g}": weighted_support(self.testimony, self.view, weight) for weight in UNJUDGED_TRIED}
        return {name: dict(zip(self.evidence.motives, found.tolist(), strict=True)) for name, found in tried.items()}
