"""Rival explanations, with the quotes for and against each."""

from __future__ import annotations

from collections.abc import Iterator

from tenun.claims.graph import Claim, Codes, Figures, GroupIds
from tenun.claims.results import RivalThread
from tenun.report.findings import Findings
from tenun.report.page import Page
from tenun.report.support import sources_of
from tenun.report.tree import Block, Paragraph, Section


def claims(findings: Findings) -> Iterator[Claim]:
    """Who speaks for and against each rival."""
    for rival in findings.rivals:
        yield from _of_rival(findings, rival)


def _of_rival(findings: Findings, rival: RivalThread) -> Iterator[Claim]:
    if not rival.supports and not rival.opposes:
        yield Claim(f"rival.{rival.code}.none", "rivals", "rival.none", {"rival": Codes((rival.code,))})
    sides = (
        ("attested", rival.supports, rival.passages),
        ("opposed", rival.opposes, rival.opposing_passages),
    )
    for pattern, groups, passages in sides:
        if not groups:
            continue
        figures: Figures = {"rival": Codes((rival.code,)), "n": len(groups), "groups": GroupIds(groups)}
        yield Claim(
            f"rival.{rival.code}.{pattern}",
            "rivals",
            f"rival.{pattern}",
            figures,
            passages,
            sources_of(findings, passages),
            finding=True,
            label=f"{rival.label_en} / {rival.label_id}",
        )


def section(page: Page) -> Section | None:
    """Each rival with its quotes to open; nothing where the study names none."""
    if not page.findings.rivals:
        return None
    blocks: list[Block] = [page.text("rivals.text")]
    for claim in page.graph.about("rivals"):
        blocks.append(Paragraph((page.speech.claim(claim),)))
        if claim.passages:
            blocks.append(page.evidence(claim))
    return page.section("rivals", blocks)
