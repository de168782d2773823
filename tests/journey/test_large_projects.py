"""Projects that are large: what goes out comes in again, and what would not does not go out."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from tests.factories.media import png

from tenun.errors import InputRefused
from tenun.exchange.refi import archive
from tenun.intake.guard.zip_archive import Budget
from tenun.study.add_source import add_source
from tenun.study.importing.import_documents import import_documents
from tenun.study.make_study import make_study
from tenun.study.opening import open_scope
from tenun.study.projects.export_project import export_project
from tenun.study.projects.import_project import bring_project_to
from tenun.study.scope import StudyScope


def _made(folder: Path) -> StudyScope:
    return make_study(str(folder / "a.tenun"), title="Kota", coder="ana")


def test_what_packs_to_nothing_comes_in_again(tmp_path: Path) -> None:
    """Far more comes out of the picture, deflated, than an import believes; it goes out as it is."""
    scope = _made(tmp_path)
    (tmp_path / "s.png").write_bytes(png() + bytes(11 << 20))
    with scope.store:
        assert import_documents(scope, [tmp_path / "s.png"]).added["sources"] == 1
        export_project(scope, tmp_path / "a.qdpx")
    assert (tmp_path / "a.qdpx").stat().st_size > 11 << 20
    report = bring_project_to(str(tmp_path / "b.tenun"), tmp_path / "a.qdpx", coder="ana")
    assert (report.added["sources"], report.errors) == (1, ())


def test_originals_are_read_one_by_one_and_are_those_that_went_out(tmp_path: Path) -> None:
    scope = _made(tmp_path)
    contents = [
        b"---\nkind: news\nlanguage: id\n---\n\nKota %d." % number + os.urandom(900).hex().encode()
        for number in range(3)
    ]
    with scope.store:
        for number, content in enumerate(contents):
            (tmp_path / f"s{number}.md").write_bytes(content)
        import_documents(scope, [tmp_path / f"s{number}.md" for number in range(3)])
        export_project(scope, tmp_path / "a.qdpx")
    bring_project_to(str(tmp_path / "b.tenun"), tmp_path / "a.qdpx", coder="ana")
    back = open_scope(str(tmp_path / "b.tenun"), coder="ana")
    with back.store as store:
        assert [store.blob(row["blob"]) for row in store.rows("representation")] == contents
        assert store.verify() == []


@pytest.mark.parametrize(
    ("bound", "most"),
    [
        ("PROJECT", Budget(500, 99, 1 << 20)),
        ("PROJECT", Budget(1 << 20, 2, 1 << 20)),
        ("PROJECT", Budget(1 << 20, 99, 500)),
        ("TEXT_BYTES", 500),
    ],
)
def test_what_would_not_come_in_again_does_not_go_out(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, bound: str, most: object
) -> None:
    scope = _made(tmp_path)
    with scope.store:
        add_source(scope, key="S1", title="Satu", kind="news", language="id", text="Dua kota.")
        monkeypatch.setattr(archive, bound, most)
        with pytest.raises(InputRefused) as refusal:
            export_project(scope, tmp_path / "a.qdpx")
        assert refusal.value.code == "refi.too-large"
        assert [path.name for path in tmp_path.iterdir() if "qdpx" in path.name] == []
