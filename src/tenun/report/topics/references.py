"""The list of sources that the numbers in brackets point to."""

from __future__ import annotations

from tenun.claims.graph import Day, Words
from tenun.corpus.sources import Source
from tenun.report.page import Page
from tenun.report.tree import Row, Run, Section, Sentence, Table


def section(page: Page) -> Section:
    """Every source of the study in order, invented and excluded ones marked."""
    columns = page.columns("references", ("number#", 0.4), ("source", 6))
    rows = tuple(_row(page, source) for source in page.findings.listed_sources)
    table = Table("table-references", page.speech.word("references.caption"), columns, rows)
    return page.section("references", [page.text("references.text"), table])


def _row(page: Page, source: Source) -> Row:
    number = page.speech.names.number(source.key)
    cells = (page.cell(number, form="#"), (_entry(page, source),))
    return Row(cells, anchor=page.speech.names.anchor(source.key), faint=source.synthetic)


def _entry(page: Page, source: Source) -> Sentence:
    """Author. Title. Publisher, date. Address. When seen. Only what is known."""
    speech = page.speech
    date = speech.print(Day(source.published))[0].text if source.published else speech.word("reference.undated")
    imprint = ", ".join(part for part in (source.publisher, date) if part)
    runs = [Run(f"{source.author}. ")] if source.author else []
    runs += [Run(source.title, "foreign" if source.language != speech.language else "text", source.language)]
    runs += [Run(f". {imprint}. ")]
    runs += [Run(source.url, "link", source.url), Run(" ")] if source.url else []
    if source.retrieved:
        runs += speech.say("reference.retrieved", date=Day(source.retrieved)).runs
    if source.synthetic:
        runs += [Run(" "), *speech.say("reference.invented").runs]
    return Sentence(tuple(runs), figures=(("cell", repr(Words(source.key, source.key))),))
