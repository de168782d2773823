"""Where the sources disagree, with the passages on each side."""

from __future__ import annotations

from collections.abc import Iterator

from tenun.claims.graph import Claim, Figures, SourceKeys
from tenun.corpus.chronology import ConflictRecord, ConflictSide
from tenun.report.findings import Findings
from tenun.report.naming import anchor
from tenun.report.page import Page
from tenun.report.speech import bilingual
from tenun.report.tree import Block, Row, Section, Sentence, Table


def claims(findings: Findings) -> Iterator[Claim]:
    """What each side of each disagreement says, with its sources."""
    for conflict in findings.conflicts:
        for place, side in enumerate(conflict.sides):
            yield _side(conflict, side, place)


def _side(conflict: ConflictRecord, side: ConflictSide, place: int) -> Claim:
    figures: Figures = {"letter": chr(ord("a") + place), "text": bilingual(side.text)}
    pattern = "conflict.side_sourced" if side.sources else "conflict.side"
    if side.sources:
        figures["sources"] = SourceKeys(side.sources)
    return Claim(
        f"conflict.{conflict.key}.{place}", f"conflict.{conflict.key}", pattern, figures, side.passages, side.sources
    )


def section(page: Page) -> Section | None:
    """One table of all disagreements, the quotes of each below it; nothing where there are none."""
    conflicts = page.findings.conflicts
    if not conflicts:
        return None
    columns = page.columns("conflicts", ("about", 1.3), ("sides", 3.6))
    table = Table(
        "table-conflicts",
        page.speech.word("conflicts.caption"),
        columns,
        tuple(_row(page, conflict) for conflict in conflicts),
    )
    quotes = [block for conflict in conflicts for block in _quotes(page, conflict)]
    return page.section("conflicts", [page.text("conflicts.text"), table, *quotes])


def _row(page: Page, conflict: ConflictRecord) -> Row:
    sides: list[Sentence] = page.claimed(f"conflict.{conflict.key}")
    if conflict.note.en or conflict.note.id:
        sides.append(page.speech.say("conflict.note", note=bilingual(conflict.note)))
    return page.row(bilingual(conflict.about), tuple(sides))


def _quotes(page: Page, conflict: ConflictRecord) -> list[Block]:
    passages = tuple(dict.fromkeys(guid for side in conflict.sides for guid in side.passages))
    if not passages:
        return []
    key = f"conflict-{anchor(conflict.key)}"
    summary = page.speech.say("conflicts.quotes", about=bilingual(conflict.about), n=len(passages))
    return [page.quoted(key, summary, passages, "context")]
