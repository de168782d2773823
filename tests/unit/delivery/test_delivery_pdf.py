"""The PDF report: dated, titled, paged, the same bytes twice."""

from __future__ import annotations

import pypdfium2
import pytest
from tests.factories.findings import make_findings

from tenun.delivery import write_pdf
from tenun.report import build
from tenun.report.findings import Findings


@pytest.fixture(scope="module")
def findings() -> Findings:
    return make_findings()


@pytest.fixture(scope="module")
def pdf(findings: Findings) -> bytes:
    return write_pdf(build(findings, "id"))


@pytest.fixture(scope="module")
def pages(pdf: bytes) -> list[str]:
    with pypdfium2.PdfDocument(pdf) as document:
        return [page.get_textpage().get_text_range() for page in document]


def test_the_same_findings_give_the_same_bytes(findings: Findings, pdf: bytes) -> None:
    assert write_pdf(build(make_findings(), "id")) == pdf


def test_title_and_date_are_those_of_the_report(pdf: bytes) -> None:
    with pypdfium2.PdfDocument(pdf) as document:
        told = document.get_metadata_dict()
        headings = [mark.get_title() for mark in document.get_toc() if mark.level == 0]
    assert told["Title"] == "Mengapa Denpasar dan Mossel Bay menjadi kota kembar"
    assert told["CreationDate"].startswith("D:20261124")
    assert headings[0].endswith("Jawaban secara sederhana")
    assert len(headings) == 18


def test_every_page_says_which_it_is(pages: list[str]) -> None:
    for number, text in enumerate(pages, 1):
        assert f"{number} / {len(pages)}" in text


def test_no_page_ends_with_a_heading(findings: Findings, pages: list[str]) -> None:
    document = build(findings, "id")
    titles = {section.title for section in document.sections}
    for text in pages[1:]:
        lines = [line.strip() for line in text.splitlines() if line.strip()]
        body = [line for line in lines if not line.endswith(f"/ {len(pages)}")]
        assert body[-1] not in titles


def test_quotes_and_sources_are_in_it(findings: Findings, pages: list[str]) -> None:
    told = " ".join(" ".join(pages).split())
    assert "Hubungan bilateral kedua negara" in told
    assert "pelbagai sektor akan mendapat pembeli di tempat baru" in told
    assert "Dradjat & Aditiany 2024" in told


def test_a_report_without_a_date_is_written(findings: Findings) -> None:
    from dataclasses import replace

    assert write_pdf(build(replace(findings, generated=""), "en")).startswith(b"%PDF")
