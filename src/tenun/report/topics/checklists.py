"""COREQ and SRQR, filled from the study, blanks shown."""

from __future__ import annotations

from tenun.report.checklist_fills import Fill, coreq, srqr
from tenun.report.page import Page
from tenun.report.tree import Cell, Row, Run, Section, Sentence, Table

COREQ_ITEMS, SRQR_ITEMS = 32, 21
COREQ_DOMAINS = {1: 1, 9: 2, 24: 3}
"""First item of a domain -> number of the domain."""


def section(page: Page) -> Section:
    """Both checklists as tables."""
    blocks = (
        page.text("checklists.text"),
        _table(page, "coreq", coreq(page.findings), COREQ_ITEMS),
        _table(page, "srqr", srqr(page.findings), SRQR_ITEMS),
    )
    return page.section("checklists", blocks)


def _table(page: Page, checklist: str, fills: dict[int, list[Fill]], items: int) -> Table:
    rows: list[Row] = []
    for item in range(1, items + 1):
        if checklist == "coreq" and item in COREQ_DOMAINS:
            domain = page.speech.say(f"coreq.domain.{COREQ_DOMAINS[item]}")
            rows.append(Row(((domain,),), header=True))
        title = page.speech.say(f"{checklist}.{item}")
        rows.append(page.row(item, title, _content(page, fills.get(item, []))))
    columns = page.columns("checklist", ("number#", 0.4), ("item", 2.4), ("content", 3.6))
    caption = page.speech.say(f"{checklist}.caption", filled=len(fills), all=items).text
    return Table(f"table-{checklist}", caption, columns, tuple(rows))


def _content(page: Page, fills: list[Fill]) -> Cell:
    if not fills:
        return (Sentence((Run(page.speech.word("checklist.blank"), "faint"),)),)
    sentences: list[Sentence] = [page.speech.say(pattern, **figures) for pattern, figures in fills]
    return tuple(sentences)
