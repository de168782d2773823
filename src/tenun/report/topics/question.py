"""What the study asks."""

from __future__ import annotations

from tenun.claims.graph import Day
from tenun.report.page import Page
from tenun.report.speech import bilingual
from tenun.report.tree import Row, Section, Table


def section(page: Page) -> Section:
    """Question, decision, whose motives, and the interview guide where there is one."""
    study, speech = page.findings.study, page.speech
    rows: list[Row] = [
        page.row(speech.say("question.asked"), bilingual(study.question)),
        page.row(speech.say("question.decision"), bilingual(study.decision.label)),
        page.row(speech.say("question.date"), Day(study.decision.date)),
        page.row(speech.say("question.own"), bilingual(study.own_side)),
    ]
    guide = page.findings.guide
    if guide is not None:
        length = speech.say("question.guide_length", title=bilingual(guide.title), n=len(guide.questions))
        rows.append(page.row(speech.say("question.guide"), length))
    columns = page.columns("question", ("item", 1), ("content", 3.2))
    table = Table("table-question", speech.word("question.caption"), columns, tuple(rows))
    return page.section("question", [table, page.text("question.background")])
