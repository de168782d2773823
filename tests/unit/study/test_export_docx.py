"""Coded texts and the codebook as Word files: whole, readable by Word's own rules, the same bytes every time."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import docx
import pytest
from lxml import etree

from tenun.errors import InputRefused
from tenun.study.add_source import add_source
from tenun.study.code_passage import code_passage
from tenun.study.codebook.add_code import add_code
from tenun.study.exporting.export_codebook import export_codebook
from tenun.study.exporting.export_coded_docx import export_coded_docx
from tenun.study.make_study import make_study
from tenun.study.scope import StudyScope
from tenun.text.spans import Span

TEXT = "Kopi <b>&</b> 🪁 dari Kintamani.\n\nDewan kota setuju.\n\nSelesai."
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def study(path: Path) -> StudyScope:
    scope = make_study(str(path), title="Two cities", coder="wayan")
    above = add_code(scope, key="A", label_en="Coffee", label_id="Kopi", definition_en="A bean", exclude=["tea"])
    add_code(scope, key="A1", parent=above, label_en="Bean", example_en="a bean")
    add_source(scope, key="S01", title="Satu", kind="news", language="id", text=TEXT)
    code_passage(scope, "S01", Span(0, 12), "A", memo="why <so>")
    code_passage(scope, "S01", Span(0, 12), "A1")
    code_passage(StudyScope(scope.store, "thandi & co"), "S01", Span(5, TEXT.index("kota") + 4), "A1")
    return scope


def test_overlapping_passages_are_comments_by_their_coders(tmp_path: Path) -> None:
    scope = study(tmp_path / "s.tenun")
    assert export_coded_docx(scope, tmp_path / "a.docx", language="id") == 3
    export_coded_docx(scope, tmp_path / "b.docx", language="id")
    scope.store.close()
    assert (tmp_path / "a.docx").read_bytes() == (tmp_path / "b.docx").read_bytes()
    file = docx.Document(str(tmp_path / "a.docx"))
    assert [(one.author, one.text) for one in file.comments] == [
        ("wayan", "A · Kopi · why <so>\nA1 · Bean"),
        ("thandi & co", "A1 · Bean"),
    ]
    assert _anchored(tmp_path / "a.docx") == {"0": TEXT[:12], "1": TEXT[5 : TEXT.index("kota") + 4].replace("\n", "")}
    paragraphs = [one.text for one in file.paragraphs]
    assert [line for line in TEXT.split("\n") if line] == [line for line in paragraphs if line and line in TEXT]


def _anchored(path: Path) -> dict[str, str]:
    """The words between the ends of each comment; a comment that is not closed is an error."""
    with zipfile.ZipFile(io.BytesIO(path.read_bytes())) as archive:
        body = etree.fromstring(archive.read("word/document.xml"))
    running: dict[str, str] = {}
    done: dict[str, str] = {}
    for node in body.iter():
        number = str(node.get(f"{W}id"))
        if node.tag == f"{W}commentRangeStart":
            running[number] = ""
        elif node.tag == f"{W}commentRangeEnd":
            done[number] = running.pop(number)
        elif node.tag == f"{W}t":
            running = {key: words + (node.text or "") for key, words in running.items()}
    assert running == {}
    return done


def test_the_codebook_has_both_languages_and_counts(tmp_path: Path) -> None:
    scope = study(tmp_path / "s.tenun")
    assert export_codebook(scope, tmp_path / "a.docx") == 2
    export_codebook(scope, tmp_path / "b.docx")
    scope.store.close()
    assert (tmp_path / "a.docx").read_bytes() == (tmp_path / "b.docx").read_bytes()
    file = docx.Document(str(tmp_path / "a.docx"))
    told = [one.text for one in file.paragraphs]
    assert "Codings: 1; with the codes below it: 3. Sources: 1. Version 1." in told
    assert [one.text for one in file.paragraphs if one.style and one.style.name == "Heading 2"] == ["A1 · Bean"]
    cells = [[cell.text for cell in row.cells] for row in file.tables[0].rows]
    assert ["Name", "Coffee", "Kopi"] in cells
    assert ["Exclude", "tea", ""] in cells


def test_a_study_without_codes_has_no_codebook(tmp_path: Path) -> None:
    scope = make_study(str(tmp_path / "s.tenun"), title="Empty")
    with pytest.raises(InputRefused):
        export_codebook(scope, tmp_path / "a.docx")
    scope.store.close()
