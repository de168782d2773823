"""A study goes out as a Taguette project, and every passage is where Taguette counts it."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Iterator
from html import unescape
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tenun.errors import NotAllowed
from tenun.exchange.projects.taguette_html import TaguettePage, page_of
from tenun.study.add_source import add_source
from tenun.study.code_passage import code_passage
from tenun.study.codebook.add_code import add_code
from tenun.study.make_study import make_study
from tenun.study.projects.export_taguette import export_taguette
from tenun.study.projects.import_foreign import import_foreign
from tenun.study.scope import StudyScope

TEXT = "\n\nKopi 🪁 dari <Kintamani> & Toraja.\nBaris kedua.\n\n \n\nDewan kota\x0b setuju 👩🏽‍🌾.\n"
QUOTES = ("🪁 dari <Kintamani>", "Toraja.\nBaris", "Baris kedua.\n\n \n\nDewan", "👩🏽‍🌾")


@pytest.fixture
def scope(tmp_path: Path) -> Iterator[StudyScope]:
    made = make_study(str(tmp_path / "study.tenun"), title="Two cities", coder="wayan")
    add_code(made, key="C", label_en="Coffee")
    add_source(made, key="S01", title="Pasar " * 20, kind="news", language="id", text=TEXT)
    for quote in QUOTES:
        code_passage(made, "S01", quote, "C")
    yield made
    made.store.close()


def test_every_passage_is_at_its_bytes(scope: StudyScope, tmp_path: Path) -> None:
    report = export_taguette(scope, tmp_path / "out.sqlite3")
    assert report.written == {"sources": 1, "codes": 1, "codings": len(QUOTES)}
    with sqlite3.connect(tmp_path / "out.sqlite3") as file:
        ((page, name),) = file.execute("SELECT contents, name FROM documents")
        marks = file.execute("SELECT start_offset, end_offset FROM highlights").fetchall()
    file.close()
    assert len(name) <= 50
    words = unescape(re.sub("<[^>]*>", "", page)).encode()
    assert sorted(words[start:end].decode() for start, end in marks) == sorted(QUOTES)


def test_the_same_study_gives_the_same_bytes(scope: StudyScope, tmp_path: Path) -> None:
    for name in ("a.sqlite3", "b.sqlite3"):
        export_taguette(scope, tmp_path / name)
    assert (tmp_path / "a.sqlite3").read_bytes() == (tmp_path / "b.sqlite3").read_bytes()


def test_what_went_out_comes_in_again(scope: StudyScope, tmp_path: Path) -> None:
    export_taguette(scope, tmp_path / "out.sqlite3")
    other = make_study(str(tmp_path / "other.tenun"), title="Back", coder="thandi")
    import_foreign(other, tmp_path / "out.sqlite3")
    bare = sorted("".join(quote.split()) for quote in other.store.codings()["quote"])
    other.store.close()
    assert bare == sorted("".join(quote.split()) for quote in QUOTES)


def test_a_blind_round_is_not_sent_out(scope: StudyScope, tmp_path: Path) -> None:
    code_passage(StudyScope(scope.store, "thandi"), "S01", "Baris kedua.", "C")
    with scope.store.command("blind", "wayan") as change:
        change.update("round", scope.store.rows("round")[0]["guid"], blind=True)
    with pytest.raises(NotAllowed):
        export_taguette(scope, tmp_path / "out.sqlite3")
    assert not (tmp_path / "out.sqlite3").exists()


@settings(deadline=None, max_examples=300)
@given(st.text(alphabet=st.sampled_from("ab <>&\n\té—🪁\u200d\x0b"), min_size=1, max_size=60))
def test_a_page_holds_the_words_code_point_for_code_point(text: str) -> None:
    page, words = page_of(text)
    assert len(words) == len(text)
    read = TaguettePage(page)
    for at, sign in enumerate(words):
        if not sign.isspace():
            first = len(words[:at].encode())
            start, end = read.span(first, first + len(sign.encode()))
            assert read.text[start:end] == sign
