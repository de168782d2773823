"""What lets a reader check that the report belongs to its study."""

from __future__ import annotations

from tenun.claims.graph import Coders, Day, Figure, Number, Terms
from tenun.report.page import Page
from tenun.report.tree import Block, Row, Section, Table


def section(page: Page) -> Section:
    """Hashes, log, program; the rules that the ranking has had."""
    audit, ranking = page.findings.audit, page.findings.ranking
    entries: list[tuple[str, Figure]] = [
        ("input", audit.input_hash),
        ("rules", audit.rules_hash),
        ("head", audit.event_head or "–"),
        ("events", Number(audit.events)),
        ("switches", Terms(tuple(f"switch.{name}" for name in ranking.switches) or ("none",))),
        ("coder", Coders((ranking.coder,))),
        ("seed", str(page.findings.study.seed)),
        ("version", f"Tenun {audit.program_version}"),
    ]
    rows = tuple(_entry(page, name, value) for name, value in entries)
    columns = page.columns("audit", ("item", 1.2), ("value", 4))
    blocks: list[Block] = [
        page.text("audit.text"),
        Table("table-audit", page.speech.word("audit.caption"), columns, rows),
    ]
    return page.section("audit", [*blocks, *_history(page)])


def _entry(page: Page, name: str, value: Figure) -> Row:
    hashed = name in ("input", "rules", "head")
    return page.row(page.speech.say(f"audit.{name}"), page.cell(value, form="code" if hashed else "#"))


def _history(page: Page) -> list[Block]:
    history = page.findings.audit.rule_history
    if len(history) < 2:
        return []
    columns = page.columns("audit.history", ("at", 1.2), ("hash", 1.6), ("reason", 3))
    rows = tuple(
        page.row(
            Day(change.at[:10]),
            page.cell(change.sha256[:12], form="code"),
            change.reason or page.speech.say("audit.first"),
        )
        for change in history
    )
    return [Table("table-rule-history", page.speech.word("audit.history"), columns, rows)]
