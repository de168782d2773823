"""A survey comes in as cases, values and sources; before that it is shown."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from tenun.cli.app import app
from tenun.errors import InputRefused
from tenun.study.importing.import_paths import import_paths
from tenun.study.importing.import_survey import import_survey
from tenun.study.make_study import make_study
from tenun.study.opening import open_scope

SURVEY = """id;Umur;Kota;Mengapa?;Apa lagi?
P1;34;Denpasar;Karena pariwisata membawa banyak tamu ke kota.;=HYPERLINK("x") bukan rumus tetapi jawaban orang biasa
P2;41;Badung;Menurut saya pendidikan jauh lebih penting 🪁.;
P3;;Badung;;
"""


@pytest.fixture
def study(tmp_path: Path) -> Path:
    (tmp_path / "survei kota.csv").write_text(SURVEY, "utf-8")
    make_study(str(tmp_path / "a.tenun"), title="Kota").store.close()
    return tmp_path / "a.tenun"


def test_rows_become_cases_variables_values_and_sources(study: Path) -> None:
    scope = open_scope(str(study))
    with scope.store as store:
        report = import_survey(scope, study.with_name("survei kota.csv"))
        assert report.added == {"cases": 3, "variables": 2, "values": 5, "sources": 2}
        source = store.rows("source", key="survei-kota-P1")[0]
        text = store.text(source["representation"])
        assert text.startswith("Mengapa?\nKarena pariwisata membawa banyak tamu ke kota.\n\nApa lagi?\n=HYPERLINK")
        marks = store.rows("landmark", representation=source["representation"])
        assert [text[mark["start_cp"] : mark["end_cp"]] for mark in marks] == ["Mengapa?", "Apa lagi?"]
        ages = {
            row["case"]: row["content"]
            for row in store.rows("value", variable=store.rows("variable", key="Umur")[0]["guid"])
        }
        names = store.lookup("case", "key")
        assert {names[case]: age for case, age in ages.items()} == {"survei-kota-P1": 34, "survei-kota-P2": 41}
        assert {row["source"] for row in store.rows("value", case=source["guid"])} <= {source["guid"]}
        assert store.blob(store.rows("representation")[0]["blob"]) == SURVEY.encode()
        before = store.dump()
        assert import_survey(scope, study.with_name("survei kota.csv")).added == dict.fromkeys(report.added, 0)
        assert store.dump() == before
        assert store.verify() == []
        store.undo(scope.coder)
        assert store.rows("source") == []
        assert store.rows("case") == []


def test_the_command_shows_first_and_brings_in_when_told(study: Path) -> None:
    file = str(study.with_name("survei kota.csv"))
    shown = CliRunner().invoke(app, ["import", str(study), file, "--survey", "--json", "--text", "Kota"])
    roles = {column["name"]: (column["role"], column["by"]) for column in json.loads(shown.output)["columns"]}
    assert roles["Kota"] == ("text", "person")
    assert roles["Umur"] == ("variable", "rule")
    table = CliRunner().invoke(app, ["import", str(study), file, "--survey"])
    assert "--yes" in table.output
    with open_scope(str(study)).store as store:
        assert store.rows("source") == []
    done = CliRunner().invoke(app, ["import", str(study), file, "--survey", "--json", "--yes", "--text", "Kota"])
    assert json.loads(done.output)["added"] == {"cases": 3, "variables": 1, "values": 2, "sources": 3}


def test_a_table_is_told_from_a_survey_by_its_header(study: Path) -> None:
    (study.parent / "kode.csv").write_text("source,quote\nS1,x\n", "utf-8")
    report = import_paths(str(study), [study.with_name("survei kota.csv"), study.with_name("kode.csv")])
    found = {problem.where: problem.code for problem in report.problems}
    assert found == {"survei kota.csv": "survey.looks-like-one", "kode.csv": "coding.columns-missing"}


def test_a_survey_of_which_nothing_is_left_is_refused(study: Path) -> None:
    scope = open_scope(str(study))
    columns = dict.fromkeys(["Umur", "Kota", "Mengapa?", "Apa lagi?"], "skip")
    with scope.store, pytest.raises(InputRefused) as refusal:
        import_survey(scope, study.with_name("survei kota.csv"), columns)  # type: ignore[arg-type]
    assert refusal.value.code == "survey.no-columns"
