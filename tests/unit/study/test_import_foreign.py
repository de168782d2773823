"""Projects of Taguette, QualCoder and RQDA come in, every quote where their programs have it."""

from __future__ import annotations

import shutil
import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.factories.other_programs.as_documented import qualcoder, rqda

from tenun.errors import InputRefused
from tenun.study.importing.import_study_folder import ImportReport
from tenun.study.make_study import make_study
from tenun.study.projects.import_foreign import import_foreign, is_foreign
from tenun.study.scope import StudyScope

TAGUETTE = Path(__file__).parents[2] / "factories" / "other_programs" / "taguette-1.5.2.sqlite3"


@pytest.fixture
def scope(tmp_path: Path) -> Iterator[StudyScope]:
    made = make_study(str(tmp_path / "study.tenun"), title="Two cities", coder="wayan")
    yield made
    made.store.close()


def quotes(scope: StudyScope) -> list[tuple[str, str, str]]:
    table = scope.store.codings()
    return sorted(zip(table["coder"], table["code"], table["quote"], strict=True))


def told(report: ImportReport) -> dict[str, object]:
    return {problem.code: problem.parameters.get("count") for problem in report.problems}


def labels(scope: StudyScope) -> dict[str, str | None]:
    """Names of codes, and the names of those above them."""
    names = {row["guid"]: row["label_en"] or row["key"] for row in scope.store.rows("code")}
    return {names[row["guid"]]: names.get(row["parent"]) for row in scope.store.rows("code")}


def test_a_taguette_project_comes_in_with_every_highlight(scope: StudyScope) -> None:
    report = import_foreign(scope, TAGUETTE)
    assert sorted(quote for _, _, quote in quotes(scope)) == [
        "Café Ubud", "Café Ubud", "Dewan kota", "Kintamani", "Kintamani", "dua — tiga",
    ]  # fmt: skip
    assert labels(scope) == {"market": None, "market.coffee": "market", "council": None}
    assert "exchange.words-differ" not in told(report)
    assert told(report)["exchange.facets-unknown"] == 6
    assert scope.store.verify() == []


def test_a_second_import_changes_nothing(scope: StudyScope) -> None:
    import_foreign(scope, TAGUETTE)
    before = scope.store.dump()
    assert not any(import_foreign(scope, TAGUETTE).added.values())
    assert scope.store.dump() == before
    scope.store.undo("wayan")
    assert scope.store.count("source") == scope.store.count("coding") == 0


def test_a_qualcoder_project_comes_in_whatever_unit_its_places_are_in(scope: StudyScope, tmp_path: Path) -> None:
    report = import_foreign(scope, qualcoder(tmp_path / "Dua.qda"))
    assert sorted(quote for _, _, quote in quotes(scope)) == ["Dewan kota", "Kintamani", "harbour"]
    assert labels(scope) == {"Market": None, "Coffee": "Market", "Council": None}
    assert told(report)["exchange.placed-anew"] == 1
    assert told(report)["exchange.left-place-not-found"] == 1
    assert [row["key"] for row in scope.store.rows("case")] == ["Ubud"]
    assert {row["body"] for row in scope.store.rows("memo")} >= {"We began.", "why"}
    assert scope.store.verify() == []


def test_an_rqda_project_comes_in_without_what_was_deleted(scope: StudyScope, tmp_path: Path) -> None:
    import_foreign(scope, rqda(tmp_path / "dua.rqda"))
    assert [(coder, quote) for coder, _, quote in quotes(scope)] == [("nyoman", "Kintamani"), ("nyoman", "harbour")]
    assert labels(scope) == {"Market": None, "Coffee": "Market"}


def test_hostile_files_are_refused_and_nothing_comes_in(scope: StudyScope, tmp_path: Path) -> None:
    cut = tmp_path / "cut.sqlite3"
    cut.write_bytes(TAGUETTE.read_bytes()[:20_000])
    views = tmp_path / "views.sqlite3"
    shutil.copyfile(TAGUETTE, views)
    with sqlite3.connect(views) as file:
        file.execute("ALTER TABLE documents RENAME TO kept")
        file.execute(
            "CREATE VIEW documents AS SELECT id, project_id, name, description, "
            "load_extension('x') AS contents FROM kept"
        )
    other = tmp_path / "other.sqlite3"
    with sqlite3.connect(other) as file:
        file.execute("CREATE TABLE t (a)")
    opened = tmp_path / "open.sqlite3"
    shutil.copyfile(TAGUETTE, opened)
    opened.with_name("open.sqlite3-wal").write_bytes(b"x")
    before = scope.store.dump()
    for path, code in (
        (cut, "exchange.project-broken"), (views, "exchange.project-unknown"), (other, "exchange.project-unknown"),
        (opened, "exchange.project-open"),
    ):  # fmt: skip
        with pytest.raises(InputRefused) as refused:
            import_foreign(scope, path)
        assert refused.value.code == code, path.name
    assert scope.store.dump() == before


def test_a_project_is_told_by_its_bytes(tmp_path: Path) -> None:
    named = tmp_path / "notes.sqlite3"
    named.write_text("plain words", "utf-8")
    assert not is_foreign(named)
    assert is_foreign(TAGUETTE)
