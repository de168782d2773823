"""The order of attestation, the six scores, and the verdict by rule."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from tenun.claims.graph import Chance, Claim, Coders, Codes, Figures, GroupIds, Number, Ranks, Terms
from tenun.claims.results import Condition, MotiveRank
from tenun.report.findings import Findings
from tenun.report.page import Page
from tenun.report.support import passages_in, sources_of
from tenun.report.topics import chance, sensitivity
from tenun.report.tree import Block, Section, Table

ON_PROBABILITY = ("p-first-below-leading", "p-first-below-foremost", "p-first-not-computable")


def claims(findings: Findings) -> Iterator[Claim]:
    """The order, the verdict with each condition that fails, and what the two rest on."""
    ranking = findings.ranking
    if any(motive.witnesses.supports for motive in ranking.motives):
        yield Claim("ranking.order", "ranking.order", "ranking.order", {"order": Ranks(order(findings))})
    leaders: Figures = {"leaders": Codes(ranking.verdict.leaders)}
    yield Claim("ranking.verdict", "ranking.verdict", f"ranking.verdict.{ranking.verdict.level}", leaders)
    if ranking.verdict.not_separable and ranking.verdict.leaders:
        rivals: Figures = {**leaders, "rivals": Codes(ranking.verdict.not_separable)}
        yield Claim("ranking.inseparable", "ranking.verdict", "ranking.verdict.inseparable", rivals)
    for number, condition in enumerate(ranking.verdict.failed_conditions):
        yield _condition(findings, condition, number)
    yield from chance.claims(findings)
    yield from sensitivity.claims(findings)


def order(findings: Findings) -> tuple[tuple[str, ...], ...]:
    """The motives by independent support, those with the same support together."""
    ranked = sorted(findings.ranking.motives, key=lambda motive: -motive.scores.independent_support)
    tied = groupby(ranked, key=lambda motive: motive.scores.independent_support)
    return tuple(tuple(motive.id for motive in motives) for _, motives in tied)


def _condition(findings: Findings, condition: Condition, number: int) -> Claim:
    """A condition of the verdict that fails, with the witnesses it names."""
    value = condition.values[0] if condition.values else 0
    figures: Figures = {
        "value": int(value),
        "chance": Chance(float(value), findings.ranking.n),
        "motives": Codes(condition.motives),
        "groups": GroupIds(condition.groups),
        "n": len(condition.groups),
        "s": len(condition.switches),
        "switches": Terms(tuple(f"switch.{name}" for name in condition.switches)),
        "coders": Coders(condition.coders),
    }
    hidden = ".unnumbered" if not findings.study.numbers and condition.code in ON_PROBABILITY[:2] else ""
    passages = tuple(
        guid for key in condition.motives for guid in _carried(findings, findings.ranking.motive(key), condition.groups)
    )
    return Claim(
        f"ranking.condition.{number}.{condition.code}",
        "ranking.conditions",
        f"condition.{condition.code}{hidden}",
        figures,
        passages,
        sources_of(findings, passages),
        condition.motives,
    )


def _carried(findings: Findings, motive: MotiveRank, groups: tuple[str, ...]) -> tuple[str, ...]:
    return passages_in(findings, motive.passages, groups)


def section(page: Page) -> Section:
    """Scores, verdict, chance in who spoke, and what would change the order."""
    conditions = page.items("ranking.conditions")
    verdict: list[Block] = [*page.paragraph("ranking.verdict")]
    if conditions:
        verdict += [page.text("ranking.verdict.conditions"), *conditions]
    return page.section(
        "ranking",
        [
            *page.paragraph("ranking.order"),
            _scores(page),
            page.note("ranking.ties"),
            Section("verdict", page.speech.word("ranking.verdict.heading"), tuple(verdict)),
            chance.section(page),
            sensitivity.section(page),
        ],
    )


def _scores(page: Page) -> Table:
    columns = page.columns(
        "ranking",
        ("motive", 2.2), ("witnesses#", 0.9), ("independent#", 1.05), ("weighted#", 1.1), ("passages#", 1),
        ("breadth#", 0.95), ("priority#", 1), ("causal#", 0.9),
    )  # fmt: skip
    rows = tuple(
        page.row(
            Codes((motive.id,)),
            f"{len(motive.witnesses.supports)} / {len(motive.witnesses.opposes_only)}",
            Number(motive.scores.independent_support),
            Number(motive.scores.weighted_support, 1),
            Number(motive.scores.passages),
            Number(motive.scores.breadth),
            Number(motive.scores.stated_priority),
            "–" if motive.scores.causal_weight is None else Number(motive.scores.causal_weight, 1),
        )
        for motive in page.findings.ranking.motives
    )
    return Table("table-ranking", page.speech.word("ranking.caption"), columns, rows)
