"""A study goes out as a QualCoder project and comes in again with its codings where they were."""

from __future__ import annotations

import sqlite3
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from tenun.errors import InputRefused, NotAllowed
from tenun.study.add_source import add_source
from tenun.study.code_passage import code_passage
from tenun.study.codebook.add_code import add_code
from tenun.study.exporting.exports import export, form_of
from tenun.study.make_study import make_study
from tenun.study.projects.export_qualcoder import export_qualcoder
from tenun.study.projects.import_foreign import import_foreign
from tenun.study.scope import StudyScope
from tenun.study.write_memo import write_memo

TEXT = "Kopi 🪁 dari Kintamani.\nBaris kedua.\n\nDewan kota setuju 👩🏽‍🌾.\n"
QUOTES = ("🪁 dari", "Kintamani.\nBaris", "👩🏽‍🌾")


@pytest.fixture
def scope(tmp_path: Path) -> Iterator[StudyScope]:
    made = make_study(str(tmp_path / "study.tenun"), title="Two cities", coder="wayan")
    add_code(made, key="MOT", label_en="Motives")
    add_code(made, key="C", label_en="Coffee", parent=made.code_row("MOT")["guid"])
    add_source(made, key="S01", title="Pasar", kind="news", language="id", text=TEXT)
    for quote in QUOTES:
        code_passage(made, "S01", quote, "C", memo=f"on {quote}")
    code_passage(StudyScope(made.store, "thandi"), "S01", QUOTES[0], "C")
    source = made.source_row("S01")["guid"]
    write_memo(made, kind="memo", title="On it", body="about the source", target_table="source", target=source)
    write_memo(made, kind="journal", title="Day one", body="began")
    with made.store.command("case", "wayan") as change:
        case = change.insert("case", {"key": "K1", "label_en": "Denpasar"})[0]
        ends = {"from_table": "case", "from_guid": case, "to_table": "source", "to_guid": source}
        change.insert("link", {**ends, "relation": "case-source"})
        variable = change.insert("variable", {"key": "size", "label_en": "Size", "type": "number"})[0]
        change.insert("value", {"variable": variable, "case": case, "content": 900})
    yield made
    made.store.close()


def test_codings_memos_and_cases_come_back(scope: StudyScope, tmp_path: Path) -> None:
    report = export_qualcoder(scope, tmp_path / "out.qda")
    assert report.written == {"sources": 1, "codes": 2, "codings": 4, "memos": 1, "cases": 1}
    assert sorted(path.name for path in (tmp_path / "out.qda").iterdir()) == [
        "audio", "data.qda", "documents", "images", "video",
    ]  # fmt: skip
    other = make_study(str(tmp_path / "other.tenun"), title="Back", coder="nyoman")
    problems = import_foreign(other, tmp_path / "out.qda").problems
    table = other.store.codings()
    found = sorted(zip(table["coder"], table["quote"], strict=True))
    memos = {row["body"] for row in other.store.rows("memo")}
    codes = {row["label_en"]: row for row in other.store.rows("code")}
    (case,) = other.store.rows("case")
    (value,) = other.store.rows("value")
    text = other.store.rows("representation")[0]["text"]
    other.store.close()
    assert found == sorted([*(("wayan", quote) for quote in QUOTES), ("thandi", QUOTES[0])])
    assert {f"on {quote}" for quote in QUOTES} | {"began"} <= memos
    assert codes["C"]["parent"] == codes["MOT"]["guid"]
    assert codes["C"]["definition_en"] == "Coffee"
    assert (case["label_en"], value["content"], text) == ("Denpasar", "900", TEXT)
    assert [problem.code for problem in problems] == ["exchange.facets-unknown"]


def test_positions_are_code_points(scope: StudyScope, tmp_path: Path) -> None:
    export_qualcoder(scope, tmp_path / "out.qda")
    with sqlite3.connect(tmp_path / "out.qda" / "data.qda") as file:
        ((text,),) = file.execute("SELECT fulltext FROM source").fetchall()
        rows = file.execute("SELECT pos0, pos1, seltext FROM code_text").fetchall()
    file.close()
    assert len(rows) == 4
    assert all(text[start:end] == words for start, end, words in rows)


def test_what_it_cannot_carry_is_said(scope: StudyScope, tmp_path: Path) -> None:
    with scope.store.command("facet", "wayan") as change:
        change.update("coding", scope.store.rows("coding")[0]["guid"], priority="first", weight=2.0)
        change.insert("claim", {"key": "K", "kind": "motive"})
    lost = {loss.item: loss.count for loss in export_qualcoder(scope, tmp_path / "out.qda").losses}
    assert lost["claims"] == lost["weight"] == 1
    assert lost["facets"] >= 1
    assert "not-accepted" not in lost


def test_a_project_that_lies_there_is_not_written_over(scope: StudyScope, tmp_path: Path) -> None:
    export_qualcoder(scope, tmp_path / "out.qda")
    before = (tmp_path / "out.qda" / "data.qda").read_bytes()
    code_passage(scope, "S01", "Dewan", "C")
    with pytest.raises(InputRefused) as refused:
        export_qualcoder(scope, tmp_path / "out.qda")
    assert refused.value.code == "exchange.project-there"
    assert (tmp_path / "out.qda" / "data.qda").read_bytes() == before


def test_one_file_holds_the_folder_and_the_same_study_gives_the_same_bytes(scope: StudyScope, tmp_path: Path) -> None:
    for name in ("a", "b"):
        (tmp_path / name).mkdir()
        export(scope, tmp_path / name / "two.zip", "qualcoder")
    assert (tmp_path / "a" / "two.zip").read_bytes() == (tmp_path / "b" / "two.zip").read_bytes()
    with zipfile.ZipFile(tmp_path / "a" / "two.zip") as archive:
        archive.extractall(tmp_path / "a")
    export_qualcoder(scope, tmp_path / "plain.qda")
    unpacked = tmp_path / "a" / "two.qda"
    assert (unpacked / "images").is_dir()
    assert (unpacked / "data.qda").read_bytes() == (tmp_path / "plain.qda" / "data.qda").read_bytes()


def test_an_ending_alone_says_the_form() -> None:
    assert form_of(Path("x.qda")).name == "qualcoder"
    assert form_of(Path("x.zip")).name == "bundle"


def test_a_blind_round_is_not_sent_out(scope: StudyScope, tmp_path: Path) -> None:
    with scope.store.command("blind", "wayan") as change:
        change.update("round", scope.store.rows("round")[0]["guid"], blind=True)
    with pytest.raises(NotAllowed):
        export_qualcoder(scope, tmp_path / "out.qda")
    assert not (tmp_path / "out.qda").exists()
