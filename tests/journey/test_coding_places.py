"""Regions and times are coded from the command line, undone, and said in words."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from tests.factories.command_line import Terminal
from tests.factories.seen_and_heard import seen_and_heard

from tenun.coding.places import Region, Times
from tenun.study.code_passage import code_passage
from tenun.study.figures import figure_of, free_segments
from tenun.study.figures.figure import chosen
from tenun.study.figures.shown import shown
from tenun.study.opening import open_scope
from tenun.study.scope import StudyScope


@pytest.fixture
def study(tmp_path: Path) -> Path:
    seen_and_heard(tmp_path).store.close()
    return tmp_path / "study.tenun"


def test_a_place_is_coded_listed_and_taken_back(study: Path, tenun: Terminal) -> None:
    picture = ("code", study, "foto", "PORT", "--region", "40,20,120,60", "--said", "A ship", "--coder", "ana")
    assert tenun.run(*picture).code == 0
    assert tenun.run("code", study, "rapat", "PORT", "--time", "0-0:01.5", "--coder", "ana").code == 0
    assert tenun.run("code", study, "surat", "PORT", "--region", "1@10,90,190,25", "--coder", "ana").code == 0
    to = study.with_name("out.json")
    assert tenun.run("export", study, to).code == 0
    rows = [(row["source"], row["start_cp"], row["quote"]) for row in json.loads(to.read_text())]
    assert rows == [("foto", None, "A ship"), ("rapat", None, "Halo. Ya, kopi."), ("surat", 25, "Kopi diekspor.")]
    assert tenun.run(*picture).code != 0
    for _ in range(3):
        assert tenun.run("undo", study, "--coder", "ana").code == 0
    with open_scope(study).store as store:
        assert store.count("coding") == store.count("passage") == 0


@pytest.mark.parametrize(
    ("option", "value", "words"),
    [
        ("--region", "40,20,120", "LEFT,TOP,WIDTH,HEIGHT"),
        ("--region", "40,20,170,60", "200 × 100"),
        ("--time", "0:01-0:02", "no recording"),
        ("--time", "2-1", "runs backwards"),
    ],
)
def test_what_is_no_place_says_what_to_do(study: Path, tenun: Terminal, option: str, value: str, words: str) -> None:
    spoken = tenun.run("code", study, "foto", "PORT", option, value)
    assert spoken.code == 3
    assert words in spoken.err


def test_agreement_says_how_many_places_it_leaves_out(tmp_path: Path, tenun: Terminal) -> None:
    ana = seen_and_heard(tmp_path)
    with ana.store:
        for scope in (ana, StudyScope(ana.store, "budi")):
            code_passage(scope, "surat", "bekerja sama", "PORT")
            code_passage(scope, "rapat", Times(0, 500), "PORT")
    spoken = tenun.run("agree", tmp_path / "study.tenun")
    assert spoken.code == 0
    assert "2 codings of regions and times are left out." in spoken.out
    assert tenun.run("agree", tmp_path / "study.tenun", "--json").json["places_left_out"] == 2


def test_methods_by_character_say_how_many_places_they_leave_out(tmp_path: Path) -> None:
    ana = seen_and_heard(tmp_path)
    with ana.store:
        budi = StudyScope(ana.store, "budi")
        for scope in (ana, budi):
            code_passage(scope, "surat", "bekerja sama", "PORT")
            code_passage(scope, "surat", Region(10, 10, 60, 40, page=1), "PORT")
        code_passage(ana, "rapat", Times(0, 500), "PORT")
        figure = free_segments.work_out(ana, chosen(free_segments.OPTIONS, {"coders": "ana,budi", "level": "code"}))
        assert figure.counts["segments"] == 2
        assert figure.counts["places_left_out"] == 3
        assert "places-left-out" in figure.remarks
        assert shown(figure)["remarks"][-1]["en"].startswith("Codings of regions and times")


def test_matrices_and_absence_count_regions_and_times_with_the_stretches_of_text(tmp_path: Path) -> None:
    ana = seen_and_heard(tmp_path)
    with ana.store:
        for scope in (ana, StudyScope(ana.store, "budi")):
            code_passage(scope, "surat", "bekerja sama", "PORT")
            code_passage(scope, "rapat", Times(0, 500), "PORT")
            code_passage(scope, "foto", Region(40, 20, 120, 60), "PORT")
        counts = {
            across: dict(zip(table.columns[1:], table.rows[0][1:], strict=True))
            for across in ("source", "coder", "code")
            for table in [figure_of(ana, "matrix", {"across": across}).tables[0]]
        }
        by_words = figure_of(ana, "matrix", {"across": "code", "proximity": "words"}).tables[0]
        absence = figure_of(ana, "not_found").tables[0]
        ratings = figure_of(ana, "ratings", {"of": "priority"})
    assert counts == {
        "source": {"foto": 1, "rapat": 1, "surat": 1},
        "coder": {"ana": 3, "budi": 3},
        "code": {"PORT": 3},
    }
    assert by_words.rows == (("PORT", 3),)
    assert absence.rows[0][:2] == ("PORT", 3)
    assert ratings.counts == {"units": 1, "coders": 2, "witnesses": 1, "places_left_out": 4}
    assert "places-left-out" in ratings.remarks
