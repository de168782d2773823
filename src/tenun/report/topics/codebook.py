"""The codebook: every code, what it takes in and leaves out, and how often it was used."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from tenun.claims.graph import Claim, Figures, Words
from tenun.coding.codebook import Code, Codebook
from tenun.corpus.study import Bilingual
from tenun.report.findings import Findings
from tenun.report.page import Page
from tenun.report.speech import bilingual
from tenun.report.tree import Row, Run, Section, Sentence, Table


def title(codebook: Codebook) -> Words:
    """The codebook's title in both languages, or its name."""
    first = codebook.title_en or codebook.title_id or codebook.name
    return Words(first, codebook.title_id or first)


def claims(findings: Findings) -> Iterator[Claim]:
    """How many codes there are and how many are motives."""
    figures: Figures = {
        "title": title(findings.codebook),
        "codes": len(findings.codebook),
        "motives": len(findings.study.motives),
    }
    yield Claim("codebook.size", "codebook", "codebook.text", figures)


def section(page: Page) -> Section:
    """The codes as a tree in a table."""
    columns = page.columns("codebook", ("code", 1.7), ("definition", 4), ("uses#", 0.6))
    uses = Counter(coding.code for view in page.findings.passages.values() for coding in view.codings)
    book = page.findings.codebook
    rows = tuple(_row(page, book[key], len(book.path(key)) - 1, uses[key]) for key in _in_tree_order(book))
    table = Table("table-codebook", page.speech.word("codebook.caption"), columns, rows, subdued=True)
    return page.section("codebook", [*page.paragraph("codebook"), table])


def _in_tree_order(book: Codebook, parent: str | None = None) -> Iterator[str]:
    for key in book.children(parent):
        yield key
        yield from _in_tree_order(book, key)


def _row(page: Page, code: Code, depth: int, uses: int) -> Row:
    told = bilingual(Bilingual(code.definition_en, code.definition_id))
    definition = [page.speech.linked(told)] if told.en else []
    taken_in = bilingual(Bilingual("; ".join(code.include), "; ".join(code.include_id)))
    left_out = bilingual(Bilingual("; ".join(code.exclude), "; ".join(code.exclude_id)))
    bounds = [
        _bound(page, f"codebook.{name}", words)
        for name, words in (("include", taken_in), ("exclude", left_out))
        if words.en
    ]
    name = Words(code.label("en"), code.label("id"))
    return Row((page.cell(name), (*definition, *bounds), page.cell(uses, form="#")), depth)


def _bound(page: Page, pattern: str, words: Words) -> Sentence:
    """What a code takes in or leaves out, in the codebook's words, other codes by their labels."""
    lead = page.speech.say(pattern)
    linked = page.speech.linked(words)
    return Sentence((*lead.runs, Run(" "), *linked.runs), figures=linked.figures)
