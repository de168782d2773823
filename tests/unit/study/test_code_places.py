"""Regions of pictures and pages, and times of recordings, are coded, taken back, and refused where there is none."""

from __future__ import annotations

import uuid
from collections.abc import Iterator
from pathlib import Path

import pytest
from docx import Document
from lxml import etree
from tests.factories.projects import members, without_sidecar, write
from tests.factories.seen_and_heard import seen_and_heard

from tenun.coding.places import Place, Region, Times, place_of, region_from, times_from
from tenun.errors import Conflict, InputRefused
from tenun.exchange.refi.schema_check import faults
from tenun.store.coding_columns import coding_columns
from tenun.study.code_passage import code_passage
from tenun.study.cross_tabulate import cross_tabulate
from tenun.study.exporting.export_coded_docx import export_coded_docx
from tenun.study.exporting.export_coded_text import export_coded_text
from tenun.study.exporting.export_codings import export_codings
from tenun.study.opening import open_scope
from tenun.study.projects.export_project import export_project
from tenun.study.projects.export_qualcoder import export_qualcoder
from tenun.study.projects.export_taguette import export_taguette
from tenun.study.projects.import_project import bring_project_to, import_project
from tenun.study.rank_motives import rank_motives
from tenun.study.retrieve_passages import Query, Term, retrieve
from tenun.study.scope import StudyScope
from tenun.study.view_passages import view_passages

SHIP = Region(40, 20, 160, 80)
GREETING = Times(200, 900)


@pytest.fixture
def scope(tmp_path: Path) -> Iterator[StudyScope]:
    made = seen_and_heard(tmp_path)
    yield made
    made.store.close()


def test_a_region_is_one_passage_for_everybody_who_codes_it(scope: StudyScope) -> None:
    code_passage(scope, "foto", SHIP, "PORT", said="A ship at the quay")
    other = StudyScope(scope.store, "budi")
    code_passage(other, "foto", Region.between((160, 20), (40, 80)), "PORT", said="Kapal")
    (passage,) = scope.store.rows("passage")
    assert place_of(passage) == SHIP
    assert (passage["start_cp"], passage["end_cp"], passage["quote"]) == (None, None, "A ship at the quay")
    with pytest.raises(Conflict, match="PORT"):
        code_passage(other, "foto", SHIP, "PORT")
    code_passage(other, "foto", Region(40, 20, 160, 81), "PORT")
    assert scope.store.count("passage") == 2
    assert scope.store.verify() == []


def test_a_coding_of_a_region_is_taken_back_and_brought_again(scope: StudyScope) -> None:
    code_passage(scope, "foto", SHIP, "PORT")
    before = scope.store.dump()
    scope.store.undo("ana")
    assert scope.store.count("coding") == scope.store.count("passage") == 0
    scope.store.redo("ana")
    assert scope.store.dump() == before


def test_a_time_has_the_words_that_are_said_in_it(scope: StudyScope) -> None:
    code_passage(scope, "rapat", GREETING, "PORT")
    code_passage(scope, "rapat", Times(900, 1100), "PORT")
    code_passage(scope, "rapat", Times(1000, 1100), "PORT", said="laughter")
    quotes = [(row["start_ms"], row["end_ms"], row["quote"]) for row in scope.store.rows("passage")]
    assert quotes == [(200, 900, "Halo."), (900, 1100, "Halo. Ya, kopi."), (1000, 1100, "laughter")]


def test_a_region_of_a_page_is_the_stretch_of_text_that_it_holds(scope: StudyScope) -> None:
    code_passage(scope, "surat", Region(10, 90, 200, 115, page=1), "COFFEE")
    (passage,) = scope.store.rows("passage")
    text = scope.store.text(passage["representation"])
    assert text[passage["start_cp"] : passage["end_cp"]] == passage["quote"] == "Kopi diekspor."
    assert place_of(passage) == Region(10, 90, 200, 115, page=1)
    code_passage(scope, "surat", "Kopi diekspor.", "PORT")
    assert scope.store.count("passage") == 1
    assert scope.store.verify() == []


def test_a_region_of_a_page_without_words_stays_a_region(scope: StudyScope) -> None:
    code_passage(scope, "surat", Region(10, 10, 60, 40, page=1), "COFFEE", said="a stamp")
    (passage,) = scope.store.rows("passage")
    assert (passage["start_cp"], passage["quote"]) == (None, "a stamp")


@pytest.mark.parametrize(
    ("source", "place", "code"),
    [
        ("foto", Region(40, 20, 203, 80), "places.region-outside"),
        ("foto", Times(0, 10), "places.no-times"),
        ("foto", Region(0, 0, 10, 10, page=1), "places.no-page"),
        ("rapat", SHIP, "places.no-picture"),
        ("surat", SHIP, "places.no-picture"),
        ("surat", Times(0, 10), "places.no-times"),
        ("surat", Region(0, 0, 10, 10, page=2), "places.no-page"),
        ("surat", Region(0, 0, 10, 210, page=1), "places.region-outside"),
    ],
)
def test_a_place_that_a_source_has_not_is_refused(scope: StudyScope, source: str, place: Place, code: str) -> None:
    before = scope.store.dump()
    with pytest.raises(InputRefused) as refusal:
        code_passage(scope, source, place, "PORT")
    assert refusal.value.code == code
    assert refusal.value.text("en") != refusal.value.text("id")
    assert scope.store.dump() == before


@pytest.mark.parametrize("spelling", ["40,60,0,10", "40,60,10", "a", "0@1,1,2,2", "-1,2,3,4"])
def test_no_region(spelling: str) -> None:
    with pytest.raises(InputRefused):
        region_from(spelling)


@pytest.mark.parametrize("spelling", ["1:40-1:12", "3-3", "3", "1-2-3", "a-b", "0-9999999"])
def test_no_times(spelling: str) -> None:
    with pytest.raises(InputRefused):
        times_from(spelling)


@pytest.mark.parametrize("place", [SHIP, Region(1, 2, 3, 4, page=12)])
def test_a_region_is_read_as_it_is_written(place: Region) -> None:
    assert region_from(place.spelled()) == place


@pytest.mark.parametrize("place", [GREETING, Times(0, 3_600_000_000)])
def test_times_are_read_as_they_are_written(place: Times) -> None:
    assert times_from(place.spelled()) == place


def _code_everywhere(scope: StudyScope) -> None:
    code_passage(scope, "foto", SHIP, "PORT", said="A ship")
    code_passage(scope, "foto", SHIP, "COFFEE")
    code_passage(scope, "rapat", GREETING, "PORT")
    code_passage(scope, "rapat", "Ya, kopi.", "COFFEE")
    code_passage(scope, "surat", Region(10, 90, 200, 115, page=1), "COFFEE")
    code_passage(scope, "surat", Region(10, 10, 60, 40, page=1), "PORT", said="a stamp")


@pytest.mark.parametrize(
    ("relation", "found"),
    [("and", 1), ("overlapping", 1), ("within", 1), ("containing", 1), ("near", 1), ("followed", 0), ("same_turn", 0)],
)
def test_places_are_retrieved_like_any_passage(scope: StudyScope, relation: str, found: int) -> None:
    _code_everywhere(scope)
    codes = scope.store.lookup("code", "key")
    port, coffee = (next(guid for guid, key in codes.items() if key == name) for name in ("PORT", "COFFEE"))
    columns = coding_columns(scope.store)
    assert len(retrieve(scope, Query((Term("is", (port,)),)), columns)) == 3
    terms = (Term("is", (port,)), Term(relation, (coffee,)))  # type: ignore[arg-type]
    assert len(retrieve(scope, Query(terms), columns)) == found
    cells = {(cell.code, cell.column): cell.count for cell in cross_tabulate(scope, columns, "code").cells}
    assert cells[port, coffee] == cells[coffee, port] == 1


def test_a_report_says_where_it_is(scope: StudyScope) -> None:
    _code_everywhere(scope)
    views = {view.quote: view.locator for view in view_passages(scope).values()}
    assert views["A ship"].region == SHIP
    assert views["Halo."].times == GREETING
    assert views["Kopi diekspor."].paragraph is not None


def test_tables_and_pages_hold_places(scope: StudyScope, tmp_path: Path) -> None:
    _code_everywhere(scope)
    assert export_codings(scope, tmp_path / "out.csv") == export_codings(scope, tmp_path / "out.json") == 6
    assert export_coded_text(scope, tmp_path / "out.html") == 6
    assert export_coded_docx(scope, tmp_path / "out.docx") == 6
    rows = [
        [cell.text for cell in row.cells] for one in Document(str(tmp_path / "out.docx")).tables for row in one.rows
    ]
    assert {row[1]: row[0] for row in rows}["A ship"] == "40,20,120,60"
    page = (tmp_path / "out.html").read_text()
    assert "40,20,120,60 <mark>A ship</mark>" in page
    assert "00:00:00.200–00:00:00.900 <mark>Halo.</mark>" in page


def test_programs_for_texts_get_the_texts_and_say_what_stays_behind(scope: StudyScope, tmp_path: Path) -> None:
    _code_everywhere(scope)
    report = export_taguette(scope, tmp_path / "out.sqlite3")
    assert report.written["codings"] == 2
    losses = {loss.item: loss.count for loss in report.losses}
    assert losses["places"] == 4
    assert "not-accepted" not in losses
    report = export_qualcoder(scope, tmp_path / "out.qda")
    assert report.written["codings"] == 2
    losses = {loss.item: loss.count for loss in report.losses}
    assert losses["places"] == 4
    assert "not-accepted" not in losses


def test_places_go_out_in_their_elements_and_come_back(scope: StudyScope, tmp_path: Path) -> None:
    _code_everywhere(scope)
    export_project(scope, tmp_path / "out.qdpx")
    qde = members(tmp_path / "out.qdpx")["project.qde"].decode()
    for part in ('firstX="40" firstY="20" secondX="160" secondY="80"', 'begin="200" end="900"',
                 'page="1" firstX="10" firstY="40" secondX="60" secondY="10"'):  # fmt: skip
        assert part in qde
    foreign = without_sidecar(tmp_path / "out.qdpx", tmp_path / "foreign.qdpx")
    report = bring_project_to(str(tmp_path / "b.tenun"), foreign, coder="ana")
    assert [problem for problem in report.problems if problem.level == "error"] == []
    with open_scope(tmp_path / "b.tenun", coder="ana").store as store:
        places = {(row["quote"], place_of(row)) for row in store.rows("passage") if row["start_cp"] is None}
        stamp = Region(10, 10, 60, 40, page=1)
        assert places == {("A ship", SHIP), ("Halo.", GREETING), ("a stamp", stamp)}
        assert store.count("coding") == 6


def test_what_is_coded_in_the_text_of_a_page_is_drawn_on_it_once(scope: StudyScope, tmp_path: Path) -> None:
    code_passage(scope, "surat", "bekerja sama", "PORT")
    code_passage(scope, "surat", Region(10, 90, 200, 115, page=1), "COFFEE")
    export_project(scope, tmp_path / "out.qdpx")
    qde = members(tmp_path / "out.qdpx")["project.qde"]
    assert faults(etree.fromstring(qde), "project") == ()
    drawn = list(etree.fromstring(qde).iter("{*}PDFSelection"))
    assert [one.get("name") for one in drawn] == ["bekerja sama", "Kopi diekspor."]
    x0, top, x1, bottom = (int(drawn[0].get(name) or "") for name in ("firstX", "firstY", "secondX", "secondY"))
    assert 60 < x0 < 90 < x1 < 160
    assert 145 < bottom < 152 < top < 165
    assert [drawn[1].get(name) for name in ("firstX", "firstY", "secondX", "secondY")] == ["10", "115", "200", "90"]
    assert len(list(drawn[0].iter("{*}Coding"))) == 1
    before = scope.store.dump()
    foreign = without_sidecar(tmp_path / "out.qdpx", tmp_path / "foreign.qdpx")
    for file in (tmp_path / "out.qdpx", foreign):
        assert set(import_project(scope, file).added.values()) == {0}
    assert scope.store.dump() == before
    bring_project_to(str(tmp_path / "b.tenun"), foreign, coder="ana")
    with open_scope(tmp_path / "b.tenun", coder="ana").store as store:
        assert sorted(row["quote"] for row in store.rows("passage")) == ["Kopi diekspor.", "bekerja sama"]
        assert store.count("coding") == 2


def test_a_code_that_another_program_puts_on_the_drawn_region_goes_to_the_words(
    scope: StudyScope, tmp_path: Path
) -> None:
    code_passage(scope, "surat", "bekerja sama", "PORT")
    export_project(scope, tmp_path / "out.qdpx")
    files = members(tmp_path / "out.qdpx")
    code = scope.store.rows("code", key="COFFEE")[0]["guid"]
    more = f'<Coding guid="{uuid.UUID(int=5)}"><CodeRef targetGUID="{code}"/></Coding></PDFSelection>'
    files["project.qde"] = files["project.qde"].replace(b"</PDFSelection>", more.encode())
    report = import_project(scope, write(tmp_path / "more.qdpx", files))
    assert report.added["codings"] == 1
    assert scope.store.count("passage") == 1


def test_a_ranking_is_of_other_data_once_a_region_or_time_has_moved(scope: StudyScope) -> None:
    def hashed() -> str:
        return rank_motives(scope).input_hash

    with scope.store.command("settings", "ana") as change:
        config = scope.store.config()
        decision = {**config["decision"], "date": "2021-06-30"}
        change.set_study(config={**config, "decision": decision, "motives": ["PORT", "COFFEE"]})
    code_passage(scope, "foto", SHIP, "PORT")
    code_passage(scope, "rapat", GREETING, "PORT")
    first = hashed()
    scope.store.undo("ana")
    code_passage(scope, "rapat", Times(200, 901), "PORT")
    second = hashed()
    scope.store.undo("ana")
    scope.store.undo("ana")
    code_passage(scope, "foto", Region(41, 20, 160, 80), "PORT")
    code_passage(scope, "rapat", GREETING, "PORT")
    third = hashed()
    assert len({first, second, third}) == 3
