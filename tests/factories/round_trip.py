"""A study made by chance goes out as a project and comes back, whole and as another program would hand it on."""

from __future__ import annotations

from pathlib import Path

from lxml import etree
from tests.factories.generated_study import made
from tests.factories.projects import members, said, without_sidecar

from tenun.exchange.refi.archive import Opened, read_archive
from tenun.exchange.refi.schema_check import faults
from tenun.study.projects.export_project import export_project
from tenun.study.projects.import_project import import_project, study_of_project
from tenun.study.scope import StudyScope


def read_here(path: Path, stopped: object = None) -> Opened:
    """What `read_project` gives, without the process that reads: it is tested by itself and would only be slower."""
    return read_archive(path.read_bytes(), path.name)


def round_trip(folder: Path, seed: int) -> None:
    """One study: out, back with all that Tenun knows, and back as another program would hand it on."""
    folder.mkdir()
    file = folder / "out.qdpx"
    with made(folder / "a.tenun", seed) as store:
        export_project(StudyScope(store, "setup"), file)
        qde = members(file)["project.qde"]
        assert faults(etree.fromstring(qde), "project") == ()
        before, words = store.dump(), said(store)
        again = import_project(StudyScope(store, "setup"), file)
        foreign = without_sidecar(file, folder / "foreign.qdpx")
        handed_back = import_project(StudyScope(store, "setup"), foreign)
        assert set(again.added.values()) == {0}, seed
        assert set(handed_back.added.values()) == {0}, (seed, handed_back)
        assert store.dump() == before
    scope = study_of_project(str(folder / "b.tenun"), file, coder="setup")
    with scope.store as store:
        import_project(scope, file)
        assert store.dump() == before, seed
        assert store.verify() == []
        assert scope.store.undo("setup").operation == "undo"
        assert store.count("coding") == store.count("source") == 0
    scope = study_of_project(str(folder / "c.tenun"), foreign, coder="setup")
    with scope.store as store:
        report = import_project(scope, foreign)
        assert [problem for problem in report.problems if problem.level == "error"] == []
        found = said(store)
        for name, value in words.items():
            assert found[name] == value, (seed, name)
        assert set(import_project(scope, foreign).added.values()) == {0}
