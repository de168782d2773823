"""Studies made by chance go out as projects and come back."""

from __future__ import annotations

from pathlib import Path

import pytest
from lxml import etree
from tests.factories.generated_study import made
from tests.factories.projects import members, said, without_sidecar

from tenun.exchange.refi.schema_check import faults
from tenun.study import import_project as importing
from tenun.study.export_project import export_project
from tenun.study.scope import StudyScope
from tenun.study.sidecar import ORDER

SEEDS = 30


@pytest.fixture(autouse=True)
def _in_this_process(monkeypatch: pytest.MonkeyPatch) -> None:
    """Reading apart is tested by itself; here it would only be slower."""
    from tenun.exchange.refi.archive import Opened, read_archive

    def read(path: Path) -> Opened:
        return read_archive(path.read_bytes(), path.name)

    monkeypatch.setattr(importing, "read_project", read)


@pytest.mark.parametrize("first", range(0, SEEDS, 10))
def test_a_study_goes_out_valid_and_comes_back_whole(first: int, tmp_path: Path) -> None:
    for seed in range(first, first + 10):
        round_trip(tmp_path / str(seed), seed)


def round_trip(folder: Path, seed: int) -> None:
    """One study: out, back with all that Tenun knows, and back as another program would hand it on."""
    folder.mkdir()
    file = folder / "out.qdpx"
    with made(folder / "a.tenun", seed) as store:
        export_project(StudyScope(store, "setup"), file)
        qde = members(file)["project.qde"]
        assert faults(etree.fromstring(qde), "project") == ()
        before, words = store.dump(), said(store)
        again = importing.import_project(StudyScope(store, "setup"), file)
        foreign = without_sidecar(file, folder / "foreign.qdpx")
        handed_back = importing.import_project(StudyScope(store, "setup"), foreign)
        assert set(again.added.values()) == {0}, seed
        assert set(handed_back.added.values()) == {0}, (seed, handed_back)
        assert store.dump() == before
    scope = importing.study_of_project(str(folder / "b.tenun"), file, coder="setup")
    with scope.store as store:
        importing.import_project(scope, file)
        assert store.dump() == before, seed
        assert store.verify() == []
        assert scope.store.undo("setup").operation == "undo"
        assert store.count("coding") == store.count("source") == 0
    scope = importing.study_of_project(str(folder / "c.tenun"), foreign, coder="setup")
    with scope.store as store:
        report = importing.import_project(scope, foreign)
        assert [problem for problem in report.problems if problem.level == "error"] == []
        found = said(store)
        for name, value in words.items():
            assert found[name] == value, (seed, name)
        assert set(importing.import_project(scope, foreign).added.values()) == {0}


def test_the_order_of_tables_holds_every_table() -> None:
    from tenun.store.shapes import ENTITIES

    assert sorted(ORDER) == sorted(ENTITIES)
