"""Dated events, as a chart and as a table with where each was seen."""

from __future__ import annotations

from collections.abc import Iterator

from tenun.claims.graph import Claim, Day, Figure, Figures, Phrases, SourceKeys
from tenun.corpus.chronology import EventFact
from tenun.report.charts.timeline import shown_span, timeline
from tenun.report.findings import Findings
from tenun.report.page import Page
from tenun.report.speech import bilingual
from tenun.report.tree import Block, Chart, Row, Section, Sentence, Table

PRECISIONS = ("before", "on-or-before", "after", "about")


def claims(findings: Findings) -> Iterator[Claim]:
    """Each event, with the sources and passages it was seen in."""
    for fact in findings.facts:
        figures: Figures = {"date": date_of(fact), "what": bilingual(fact.what)}
        yield Claim(f"event.{fact.key}", "timeline", "event.happened", figures, fact.passages, fact.sources)


def date_of(fact: EventFact) -> Figure:
    """The date of an event, with how exactly it is known."""
    if fact.precision in PRECISIONS:
        return Phrases(((f"precision.{fact.precision}", {"date": Day(fact.date)}),))
    return Day(fact.date)


def section(page: Page) -> Section | None:
    """The chart of the years around the decision and the table of all events; nothing where there are none."""
    facts = page.findings.facts
    if not facts:
        return None
    start, end = shown_span(page.findings)
    alt = page.speech.say("timeline.chart.alt", start=Day(start), end=Day(end), n=len(facts)).text
    chart = Chart(
        "chart-timeline",
        page.speech.word("timeline.chart"),
        timeline(page),
        alt,
        (page.speech.say("timeline.chart.note"),),
    )
    columns = page.columns("timeline", ("number#", 0.4), ("date", 1.2), ("what", 3.6), ("sources", 1.6))
    rows = tuple(_row(page, number, fact) for number, fact in enumerate(facts, 1))
    table = Table("table-timeline", page.speech.word("timeline.caption"), columns, rows)
    blocks: list[Block] = [chart, table]
    return page.section("timeline", blocks)


def _row(page: Page, number: int, fact: EventFact) -> Row:
    sentence = page.speech.claim(page.graph[f"event.{fact.key}"])
    return page.row(number, page.speech.figure(date_of(fact)), sentence, _seen_in(page, fact))


def _seen_in(page: Page, fact: EventFact) -> Sentence:
    if fact.sources:
        return page.speech.figure(SourceKeys(fact.sources))
    return page.speech.figure(host(fact.url) if fact.url else "–")


def host(url: str) -> str:
    """The site of an address.

    >>> host("https://regional.kompas.com/read/2019")
    'regional.kompas.com'
    """
    return url.partition("://")[2].partition("/")[0] if "://" in url else url.partition("/")[0]
