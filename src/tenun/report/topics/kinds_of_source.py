"""The motives across kinds of source."""

from __future__ import annotations

from tenun.claims.graph import Codes, Figures, Phrases
from tenun.claims.results import TriangulationCell
from tenun.corpus.sources import CLASSES
from tenun.report.charts.kinds_of_source import evidence_by_kind
from tenun.report.page import Page
from tenun.report.tree import Block, Cell, Chart, Column, Section, Table


def section(page: Page) -> Section:
    """A table of states, and the counts of witnesses as a chart."""
    blocks: list[Block] = [page.text("triangulation.text")]
    if page.findings.triangulation:
        blocks.append(_table(page))
    blocks.append(_chart(page))
    return page.section("triangulation", blocks)


def _table(page: Page) -> Table:
    found = {(cell.motive, cell.source_class): cell for cell in page.findings.triangulation}
    columns = (
        *page.columns("triangulation", ("motive", 1.8)),
        *(Column(page.speech.word(f"class.{name}"), 1.3) for name in CLASSES),
    )
    rows = tuple(
        page.row(Codes((motive.id,)), *(_state(page, found.get((motive.id, name))) for name in CLASSES))
        for motive in page.findings.ranking.motives
    )
    return Table("table-triangulation", page.speech.word("triangulation.caption"), columns, rows, subdued=True)


def _state(page: Page, cell: TriangulationCell | None) -> Cell:
    if cell is None or cell.state is None:
        return ()
    state = page.speech.say(f"triangulation.{cell.state}")
    if not cell.supporting and not cell.opposing:
        return (state,)
    counts: Figures = {"for": len(cell.supporting), "against": len(cell.opposing)}
    return (state, page.speech.say("triangulation.counts", **counts))


def _chart(page: Page) -> Chart:
    parts = Phrases(
        tuple(
            (
                "triangulation.chart.part",
                {
                    "motive": Codes((motive.id,)),
                    "for": len(motive.witnesses.supports),
                    "against": len(motive.witnesses.opposes_only),
                },
            )
            for motive in page.findings.ranking.motives
        )
    )
    return Chart(
        "chart-kinds-of-source",
        page.speech.word("triangulation.chart"),
        evidence_by_kind(page),
        page.speech.say("triangulation.chart.alt", parts=parts).text,
    )
