"""A published order of the motives beside the evidence's."""

from __future__ import annotations

from tenun.claims.consensus import midranks
from tenun.claims.results import METHODS, MotiveRank, PublishedComparison, Ranking, SwitchTable
from tenun.claims.scores import TIE
from tenun.corpus.study import PublishedRanking


def compare_published(ranking: Ranking, table: SwitchTable, published: PublishedRanking) -> PublishedComparison:
    """Where the two orders differ, and what it would take for the evidence to agree with the published first.

    Ranks are midranks: the published among the motives it names, the evidence's on independent support among all.
    Where several motives share the published first, `groups_needed` adds up what each lacks to pass all others.
    """
    first = published.order[0]
    support = {row.id: row.scores.independent_support for row in ranking.motives}
    others = max((count for motive, count in support.items() if motive not in first), default=0)
    tiers = {motive: tier for tier, rank in enumerate(published.order) for motive in rank if motive in support}
    agreeing = tuple(method for method in METHODS if _alone_on_top(ranking, method) == set(first))
    return PublishedComparison(
        first=first,
        rank_published=dict(zip(tiers, midranks([-tier for tier in tiers.values()]), strict=True)),
        rank_evidence=dict(zip(support, midranks(list(support.values())), strict=True)),
        groups_needed=sum(max(0, others + 1 - support[motive]) for motive in first if motive in support),
        switches_agreeing=tuple(row.switch for row in table.rows if set(row.leaders) == set(first)),
        methods_agreeing=agreeing,
        carried_by={method: _carriers(ranking, method, first) for method in agreeing},
    )


def _alone_on_top(ranking: Ranking, method: str) -> set[str]:
    """The motives with the highest score; none where the method has no value or puts nothing above nothing."""
    scores = {row.id: getattr(row.scores, method) for row in ranking.motives}
    if None in scores.values():
        return set()
    highest = max(scores.values(), default=0)
    return {motive for motive, score in scores.items() if highest - score <= TIE and highest > 0}


def _carriers(ranking: Ranking, method: str, motives: tuple[str, ...]) -> tuple[str, ...]:
    rows: list[MotiveRank] = [row for row in ranking.motives if row.id in motives]
    groups = {
        group for row in rows for group in (row.put_first_by if method == "stated_priority" else row.witnesses.supports)
    }
    return tuple(sorted(groups))
