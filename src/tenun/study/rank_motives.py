"""Rank the motives by the rules of the study, which are fixed before the first ranking."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from tenun.study.clock import now
from tenun.study.reading import read_confirmed_duplicates
from tenun.study.scope import RECORDER

if TYPE_CHECKING:
    import pandas as pd

    from tenun.claims.results import Ranking, SwitchTable
    from tenun.coding.codebook import Codebook
    from tenun.corpus.sources import Source
    from tenun.corpus.study import StudyConfig
    from tenun.study.scope import StudyScope


@dataclass(frozen=True)
class Evidence:
    """All that a ranking depends on, loaded once."""

    codings: pd.DataFrame
    sources: list[Source]
    codebook: Codebook
    config: StudyConfig
    confirmed_duplicates: list[tuple[str, str]]
    counting_rounds: set[int] | None
    ledger: dict[str, float] | None

    def arguments(self) -> dict[str, Any]:
        """The arguments that `tenun.claims.ranking.rank` and `switch_table` share."""
        return dict(vars(self))

    def evidence(self) -> dict[str, Any]:
        """The same without the ledger, for what counts codings only."""
        return {name: value for name, value in vars(self).items() if name != "ledger"}


def load_evidence(scope: StudyScope) -> Evidence:
    """Load what the figures about motives depend on."""
    from tenun.study.weigh_clues import ledger_weights

    rounds = {row["number"] for row in scope.store.rows("round") if row["counts"]}
    return Evidence(
        codings=_of_people(scope),
        sources=scope.sources(),
        codebook=scope.codebook(),
        config=scope.config(),
        confirmed_duplicates=read_confirmed_duplicates(scope.store),
        counting_rounds=rounds or None,
        ledger=ledger_weights(scope),
    )


def _of_people(scope: StudyScope) -> pd.DataFrame:
    """The codings of human coders: what a program proposed counts once a person made it their own."""
    codings = scope.store.codings()
    programs = [row["name"] for row in scope.store.rows("coder") if row["kind"] != "human"]
    return codings[~codings["coder"].isin(programs)] if programs else codings


def rank_motives(scope: StudyScope, *, coder: str | None = None, switches: Collection[str] = ()) -> Ranking:
    """The motives in order of attestation, with their uncertainty; see `tenun.claims.ranking.rank`."""
    from tenun.claims.ranking import rank

    evidence = load_evidence(scope)
    ranking = rank(**evidence.arguments(), coder=coder, switches=switches)
    fix_rules(scope, evidence)
    return ranking


def turn_switches(scope: StudyScope) -> SwitchTable:
    """Each switch alone, and the share of all combinations in which each motive is first."""
    from tenun.claims.ranking import switch_table

    return switch_table(**load_evidence(scope).arguments())


def fix_rules(scope: StudyScope, evidence: Evidence) -> None:
    """Keep the rules and their hash before the first ranking; a later change is kept beside them, with its time.

    The rules are those of the study itself, not the switches of one question. A study that cannot be written to
    is ranked all the same.
    """
    from tenun.claims.rules import rules_hash, rules_of

    if not scope.store.writable:
        return
    rules = rules_of(evidence.config, counting_rounds=evidence.counting_rounds)
    digest = rules_hash(rules)
    kept = sorted(scope.store.rows("rule_set"), key=lambda row: int(row["number"]))
    if kept and kept[-1]["sha256"] == digest:
        return
    with scope.store.command("fix_rules", RECORDER) as change:
        row = {"number": len(kept) + 1, "rules": rules, "sha256": digest, "reason": "", "at": now()}
        change.insert("rule_set", row)
