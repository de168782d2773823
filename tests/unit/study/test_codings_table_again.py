"""The table of codings comes in again: into a study that has them, and into one that has only the sources."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from tests.factories.seen_and_heard import seen_and_heard

from tenun.coding.places import Region, Times
from tenun.study.code_passage import code_passage, leave_uncoded
from tenun.study.exporting.export_codings import export_codings
from tenun.study.importing.import_codings import import_codings
from tenun.study.scope import StudyScope
from tenun.text.spans import Span

SHIP = Region(40, 20, 160, 80)
ON_PAGE = Region(15, 95, 140, 115, page=1)
EMPTY_CORNER = Region(200, 5, 290, 60, page=1)


@pytest.fixture
def scope(tmp_path: Path) -> Iterator[StudyScope]:
    (tmp_path / "a").mkdir()
    made = seen_and_heard(tmp_path / "a")
    code_passage(made, "foto", SHIP, "PORT", said="Quillavorn at the quay")
    code_passage(made, "rapat", Times(200, 900), "COFFEE", said="A greeting")
    code_passage(made, "rapat", Times(1_000, 1_500), "COFFEE")
    code_passage(made, "surat", ON_PAGE, "COFFEE")
    code_passage(made, "surat", EMPTY_CORNER, "PORT", said="A stamp")
    leave_uncoded(made, "foto", Region(0, 0, 10, 10), "Sky")
    yield made
    made.store.close()


@pytest.fixture
def other(tmp_path: Path) -> Iterator[StudyScope]:
    (tmp_path / "b").mkdir()
    made = seen_and_heard(tmp_path / "b", coder="budi")
    yield made
    made.store.close()


def _told(scope: StudyScope) -> list[tuple[Any, ...]]:
    keys = scope.store.lookup("source", "key")
    of = scope.store.lookup("representation", "source")
    names = ("start_cp", "end_cp", "region", "start_ms", "end_ms", "quote", "prefix", "suffix")
    places = {
        row["guid"]: (keys[of[row["representation"]]], *(row[name] for name in names))
        for row in scope.store.rows("passage")
    }
    codes, coders = scope.store.lookup("code", "key"), scope.store.lookup("coder", "name")
    coded = [(*places[r["passage"]], codes[r["code"]], coders[r["coder"]]) for r in scope.store.rows("coding")]
    left = [(*places[r["passage"]], r["reason"], coders[r["coder"]]) for r in scope.store.rows("uncoded")]
    return sorted([*coded, *left], key=str)


@pytest.mark.parametrize("ending", [".csv", ".xlsx"])
def test_regions_and_times_come_in_again(scope: StudyScope, other: StudyScope, tmp_path: Path, ending: str) -> None:
    table = tmp_path / f"codings{ending}"
    assert export_codings(scope, table) == 6
    report = import_codings(other, table)
    assert (report.problems, report.added) == ((), {"codings": 5, "uncoded": 1})
    assert _told(other) == _told(scope)
    assert import_codings(other, table).added == {"codings": 0, "uncoded": 0}


def test_what_was_coded_in_the_app_is_known_again(scope: StudyScope, tmp_path: Path) -> None:
    before = scope.store.dump()
    export_codings(scope, tmp_path / "codings.csv")
    report = import_codings(scope, tmp_path / "codings.csv")
    assert (report.problems, report.added) == ((), {"codings": 0, "uncoded": 0})
    assert scope.store.dump() == before


def test_a_code_made_in_the_app_can_be_used_in_a_table(scope: StudyScope, tmp_path: Path) -> None:
    table = tmp_path / "codings.csv"
    table.write_text("source,quote,code,coder\nsurat,Kedua kota,PORT,ana\n", "utf-8")
    assert import_codings(scope, table).added["codings"] == 1
    assert scope.store.verify() == []


def test_quotes_that_are_repeated_come_in_again(scope: StudyScope, other: StudyScope, tmp_path: Path) -> None:
    text = scope.store.text(scope.source_row("surat")["representation"])
    assert text.count("a") > 1
    at = text.index("a", text.index("a") + 1)
    code_passage(scope, "surat", Span(at, at + 1), "PORT")
    export_codings(scope, tmp_path / "codings.csv")
    assert import_codings(other, tmp_path / "codings.csv").problems == ()
    assert _told(other) == _told(scope)


@pytest.mark.parametrize(
    ("source", "place", "code"),
    [
        ("foto", "150,20,160,60", "places.region-outside"),
        ("surat", "1,2,3,4", "places.no-picture"),
        ("surat", "9@1,2,3,4", "places.no-page"),
        ("foto", "0:01-0:02", "places.no-times"),
        ("rapat", "0:02-0:01", "coding.times-backwards"),
        ("rapat", "later", "coding.times-spelling"),
        ("foto", "1,2,3,x", "coding.region-spelling"),
    ],
)
def test_a_place_that_is_not_there_is_told_with_its_row(
    other: StudyScope, tmp_path: Path, source: str, place: str, code: str
) -> None:
    table = tmp_path / "codings.csv"
    table.write_text(f'source,quote,code,place\nfoto,a,PORT,"1,1,5,5"\n{source},b,PORT,"{place}"\n', "utf-8")
    report = import_codings(other, table)
    assert report.added["codings"] == 1
    assert [(problem.code, problem.where) for problem in report.errors] == [(code, "codings.csv:3")]


def test_new_rows_of_a_locked_round_stay_out(scope: StudyScope, tmp_path: Path) -> None:
    table = tmp_path / "codings.csv"
    export_codings(scope, table)
    with table.open("a", encoding="utf-8") as file:
        file.write("surat,Kedua kota,PORT,ana,1\n")
    (row,) = scope.store.rows("round")
    with scope.store.command("lock_round", "ana") as change:
        change.update("round", row["guid"], locked=True)
    before = scope.store.dump()
    report = import_codings(scope, table)
    assert [(one.code, one.parameters) for one in report.errors] == [
        ("study.rows-of-locked-round", {"round": 1, "rows": 1})
    ]
    assert scope.store.dump() == before
