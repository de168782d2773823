"""Coded texts as a page: nothing of the text is lost, nothing of it is markup."""

from __future__ import annotations

from pathlib import Path

from lxml import html

from tenun.study.add_source import add_source
from tenun.study.code_passage import code_passage
from tenun.study.codebook.add_code import add_code
from tenun.study.exporting.export_coded_text import export_coded_text
from tenun.study.make_study import make_study
from tenun.text.spans import Span

TEXT = "Kopi <script>alert(1)</script> 🪁 dari Kintamani.\n\nDewan kota setuju."


def test_overlapping_passages_are_marked_and_named(tmp_path: Path) -> None:
    scope = make_study(str(tmp_path / "study.tenun"), title="Two <b>cities", coder="wayan")
    for key, label in (("A", "Coffee"), ("B", "Council")):
        add_code(scope, key=key, label_en=label, label_id=f"{label} id")
    add_source(scope, key="S01", title="Satu", kind="news", language="id", text=TEXT)
    code_passage(scope, "S01", Span(0, 12), "A", memo="<why>")
    code_passage(scope, "S01", Span(5, TEXT.index("Dewan") + 5), "B")
    assert export_coded_text(scope, tmp_path / "t.html", language="id") == 2
    scope.store.close()
    page = html.fromstring((tmp_path / "t.html").read_bytes())
    assert page.findall(".//script") == []
    shown = ["".join(span.itertext()) for span in page.iterfind(".//p/span")]
    assert shown == ["1Kopi 2<script>alert(1)</script> 🪁 dari Kintamani.", "Dewan kota setuju."]
    marks = [(mark.get("class"), mark.text) for mark in page.iterfind(".//mark")]
    assert marks[:2] == [("one", "Kopi "), ("more", "<script")]
    assert marks[-1] == ("one", "Dewan")
    margin = page.find(".//aside")
    assert margin is not None
    assert "<why>" in "".join(margin.itertext())
    assert "Coffee id (1 pengodean)" in page.text_content()
