"""The Word report: real headings, tables with header rows, captions, alt text, the same bytes twice."""

from __future__ import annotations

from dataclasses import replace
from io import BytesIO
from typing import Any
from zipfile import ZipFile

import docx
import pytest
from docx.oxml.ns import qn
from tests.factories.findings import make_findings

from tenun.delivery import write_docx
from tenun.delivery.docx_text import run
from tenun.report import build
from tenun.report.findings import Findings


@pytest.fixture(scope="module")
def findings() -> Findings:
    return make_findings()


@pytest.fixture(scope="module")
def content(findings: Findings) -> bytes:
    return write_docx(build(findings, "en"))


@pytest.fixture(scope="module")
def file(content: bytes) -> Any:
    return docx.Document(BytesIO(content))


def test_the_same_findings_give_the_same_bytes(content: bytes) -> None:
    assert write_docx(build(make_findings(), "en")) == content


def test_members_carry_no_clock(content: bytes) -> None:
    with ZipFile(BytesIO(content)) as members:
        assert {member.date_time for member in members.infolist()} == {(1980, 1, 1, 0, 0, 0)}


def test_headings_are_words_own(file: Any) -> None:
    headings = [p for p in file.paragraphs if p.style.name.startswith("Heading")]
    assert headings[0].text == "1  The answer in plain words"
    assert {p.style.name for p in headings} == {"Heading 1", "Heading 2"}
    assert file.core_properties.title == "Why Denpasar and Mossel Bay became sister cities"
    assert file.core_properties.created.date().isoformat() == "2026-11-24"


def test_every_table_has_a_header_row_rows_that_hold_together_and_a_caption(file: Any, findings: Findings) -> None:
    assert len(file.tables) > 15
    for table in file.tables:
        properties = [row._tr.trPr for row in table.rows]
        assert properties[0].find(qn("w:tblHeader")) is not None
        assert all(one.find(qn("w:cantSplit")) is not None for one in properties)
    captions = [p for p in file.paragraphs if p.style.name == "Caption"]
    assert len(captions) == len(file.tables) + 4


def test_pictures_say_what_they_show(file: Any) -> None:
    told = [shape._inline.docPr.get("descr") for shape in file.inline_shapes]
    assert len(told) == 4
    assert all(len(words) > 40 for words in told)


def test_references_lead_to_bookmarks_that_are_there(file: Any) -> None:
    body = file.element.body
    names = {mark.get(qn("w:name")) for mark in body.iter(qn("w:bookmarkStart"))}
    targets = {link.get(qn("w:anchor")) for link in body.iter(qn("w:hyperlink"))} - {None}
    assert targets
    assert targets <= names


def test_quotes_are_marked_with_their_language(file: Any) -> None:
    quoted = [p for p in file.paragraphs if p.style.name == "Quoted"]
    languages = {mark.get(qn("w:val")) for p in quoted for mark in p._p.iter(qn("w:lang"))}
    assert languages == {"en-GB", "id-ID"}


def test_what_xml_cannot_hold_is_replaced_and_markup_stays_words(findings: Findings) -> None:
    assert "\x01" not in run("a\x01b")
    evil = 'a\x00 <w:p> & "b"'
    passages = {guid: replace(view, quote=evil) for guid, view in findings.passages.items()}
    written = docx.Document(BytesIO(write_docx(build(replace(findings, passages=passages), "en"))))
    assert 'a\ufffd <w:p> & "b"' in {p.text for p in written.paragraphs}
