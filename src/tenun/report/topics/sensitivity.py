"""What would change the order: removing witnesses, other scores, other rules."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from tenun.claims.graph import Claim, Codes, Figures, GroupIds, Number, Percent, Phrases, Ranks, Ratio, Terms
from tenun.claims.results import SwitchRow
from tenun.report.findings import Findings
from tenun.report.page import Page
from tenun.report.support import name_of, passages_in, sources_of
from tenun.report.tree import Cell, Column, Row, Run, Section, Table

SMALLEST_SHARE = 0.005
"""Below this a share would print as nothing."""


def claims(findings: Findings) -> Iterator[Claim]:
    """Fragility, the order nearest to those of all scores, and how often each motive stands alone first."""
    yield from _fragility(findings)
    yield from _consensus(findings)
    yield from _switches(findings)


def _fragility(findings: Findings) -> Iterator[Claim]:
    weak = findings.ranking.fragility
    if weak.groups_to_remove == 0:
        yield Claim("fragility", "sensitivity", "fragility.tied")
    elif weak.motive is not None and weak.groups_to_remove and weak.rival:
        motive = findings.ranking.motive(weak.motive)
        passages = passages_in(findings, motive.passages, weak.groups)
        figures: Figures = {
            "n": weak.groups_to_remove,
            "rival": Codes((weak.rival,)),
            "motive": Codes((weak.motive,)),
            "groups": GroupIds(weak.groups),
            "unique": Terms(("fragility.unique" if weak.unique else "fragility.not_unique",)),
        }
        rests_on = (passages, sources_of(findings, passages), (weak.motive, weak.rival))
        yield Claim(
            "fragility", "sensitivity", "fragility.sole", figures, *rests_on, finding=True, label=name_of(motive)
        )
    elif weak.motive is not None:
        yield Claim("fragility", "sensitivity", "fragility.safe", {"motive": Codes((weak.motive,))})


def _consensus(findings: Findings) -> Iterator[Claim]:
    found, w = findings.ranking.consensus, findings.ranking.kendalls_w
    if found is not None:
        figures: Figures = {
            "methods": Terms(tuple(f"method.{method}" for method in found.methods)),
            "order": Ranks(found.order),
            "unique": _unique(found.unique, len(found.orders)),
        }
        yield Claim("consensus", "consensus", "consensus.order", figures)
    if w is not None:
        yield Claim("consensus.w", "consensus", "consensus.w", {"w": Ratio(w)})


def _unique(unique: bool, orders: int) -> Phrases:
    return Phrases((("consensus.unique", {}),) if unique else (("consensus.several", {"n": orders}),))


def _switches(findings: Findings) -> Iterator[Claim]:
    table = findings.switches
    shares = {motive: share for motive, share in table.share_sole_first.items() if share >= SMALLEST_SHARE}
    if not shares:
        yield Claim("switches", "switches", "switches.nobody", {"n": table.combinations})
        return
    figures: Figures = {"n": table.combinations, "shares": _shares(shares)}
    yield Claim("switches", "switches", "switches.text", figures, motives=tuple(shares))


def _shares(shares: dict[str, float]) -> Phrases:
    """The motives with the share in which each stands alone first, largest first."""
    ranked = sorted(shares.items(), key=lambda pair: -pair[1])
    return Phrases(
        tuple(("switches.share", {"motive": Codes((key,)), "share": Percent(share)}) for key, share in ranked)
    )


def section(page: Page) -> Section:
    """Fragility and consensus in words, the switch table below."""
    blocks = (*page.paragraph("sensitivity"), *page.paragraph("consensus"), *page.paragraph("switches"), _table(page))
    return Section("sensitivity", page.speech.word("sensitivity.heading"), blocks)


def _table(page: Page) -> Table:
    """A row a switch, under the study's own rules; a column a motive."""
    ranking = page.findings.ranking
    rule, witnesses = page.columns("switches", ("switch", 2.2), ("n#", 0.95))
    motives = [Column(page.speech.label(motive.id), 1.25, "right") for motive in ranking.motives]
    own = SwitchRow(
        switch="",
        n=ranking.n,
        leaders=ranking.verdict.leaders,
        independent_support={motive.id: motive.scores.independent_support for motive in ranking.motives},
        p_first=None,
        stated_priority={motive.id: motive.scores.stated_priority for motive in ranking.motives},
    )
    rows = tuple(_row(page, row) for row in (own, *page.findings.switches.rows))
    columns = (rule, witnesses, *motives)
    return Table("table-switches", page.speech.word("switches.caption"), columns, rows, subdued=True)


def _row(page: Page, row: SwitchRow) -> Row:
    say = page.speech.say
    name = f"switch.{row.switch}" if row.switch else "switches.none"
    motives = [motive.id for motive in page.findings.ranking.motives]
    return page.row((say(name), say(f"{name}.meaning")), Number(row.n), *(_count(page, row, key) for key in motives))


def _count(page: Page, row: SwitchRow, motive: str) -> Cell:
    """A motive's support, standing out where it is the highest; marked where stated priority puts the motive first."""
    support, priority = row.independent_support.get(motive, 0), row.stated_priority.get(motive, 0)
    count = page.speech.figure(Number(support))
    if support == max(row.independent_support.values(), default=0) > 0:
        count = replace(count, runs=(Run(count.text, "strong"),))
    if priority == max(row.stated_priority.values(), default=0) > 0:
        return (count, page.speech.say("switches.first"))
    return (count,)
