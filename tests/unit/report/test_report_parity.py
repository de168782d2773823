"""The two languages make the same claims with the same quotes and figures."""

from __future__ import annotations

import re
from collections import Counter
from string import Formatter

import pytest
from tests.factories.findings import make_findings, make_study

from tenun.report import build
from tenun.report.tree import Document, Evidence, Items, Paragraph, Quote, Sentence, Table
from tenun.report.words import WORDS


@pytest.fixture(scope="module")
def reports() -> tuple[Document, Document]:
    findings = make_findings()
    return build(findings, "en"), build(findings, "id")


def claimed(document: Document) -> list[Sentence]:
    return [sentence for sentence in document.sentences() if sentence.claim]


def quoted(document: Document) -> list[Quote]:
    return [quote for block in document.blocks() if isinstance(block, Evidence) for quote in block.quotes]


def test_same_claims_on_the_same_passages_and_sources(reports: tuple[Document, Document]) -> None:
    english, indonesian = ([(s.claim, s.passages, s.sources) for s in claimed(one)] for one in reports)
    assert english == indonesian
    assert len(english) > 60


def test_every_sentence_prints_the_same_figures(reports: tuple[Document, Document]) -> None:
    english, indonesian = ([s.figures for s in one.sentences()] for one in reports)
    assert english == indonesian
    assert sum(map(bool, english)) > 300


def test_same_quotes_in_the_same_places(reports: tuple[Document, Document]) -> None:
    english, indonesian = ([(q.id, q.passage, q.text, q.language, q.stance) for q in quoted(one)] for one in reports)
    assert english == indonesian


def test_the_same_numbers_stand_in_the_words(reports: tuple[Document, Document]) -> None:
    """Digits as printed, marks of the language taken out: no figure of one language is missing in the other."""
    for english, indonesian in zip(claimed(reports[0]), claimed(reports[1]), strict=True):
        assert digits(english.text) == digits(indonesian.text), (english.text, indonesian.text)


def digits(text: str) -> Counter[str]:
    found = re.findall(r"\d[\d.,]*", re.sub(r"(?<![\d])\.(?=\d)", "0.", text))
    return Counter(number.rstrip(".,").replace(",", "").replace(".", "") for number in found)


def test_same_tables_and_anchors(reports: tuple[Document, Document]) -> None:
    def shape(document: Document) -> list[object]:
        tables = [block for block in document.blocks() if isinstance(block, Table)]
        return [
            (t.id, len(t.columns), [(r.anchor, r.depth, [len(c) for c in r.cells]) for r in t.rows]) for t in tables
        ]

    assert shape(reports[0]) == shape(reports[1])
    kinds = [[type(block).__name__ for block in one.blocks()] for one in reports]
    assert kinds[0] == kinds[1]


def test_both_languages_have_words_for_the_same_patterns_with_the_same_fields() -> None:
    assert WORDS["en"].keys() == WORDS["id"].keys()
    for key, english in WORDS["en"].items():
        assert fields(english) == fields(WORDS["id"][key]), key


def fields(pattern: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(pattern) if name}


def test_no_pattern_leaves_a_term_or_a_code_open() -> None:
    for words in WORDS.values():
        for key, pattern in words.items():
            assert pattern.count("*") % 2 == 0, key
            assert pattern.count("`") % 2 == 0, key


def test_parity_holds_with_numbers_switched_off_and_no_published_order() -> None:
    findings = make_findings(
        make_study(numbers=False, published_ranking=None, places=(), rivals=()), facts=(), conflicts=()
    )
    english, indonesian = build(findings, "en"), build(findings, "id")
    assert [s.figures for s in english.sentences()] == [s.figures for s in indonesian.sentences()]


def test_every_list_and_paragraph_says_something(reports: tuple[Document, Document]) -> None:
    for document in reports:
        for block in document.blocks():
            if isinstance(block, Paragraph):
                assert block.sentences
            if isinstance(block, Items):
                assert all(sentence.text.strip() for item in block.items for sentence in item)
