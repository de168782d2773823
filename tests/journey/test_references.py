"""A library of a reference manager gives sources what they lack; what is doubtful is only proposed."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from tenun.cli.app import app
from tenun.study.add_source import add_source
from tenun.study.importing.import_paths import import_paths
from tenun.study.importing.import_references import import_references
from tenun.study.make_study import make_study
from tenun.study.opening import open_scope

RIS = """TY  - RPRT
ID  - by-file
TI  - Laporan tahunan
PB  - Pemerintah Kota
PY  - 2019/11/27
L1  - internal-pdf://0123/S01.pdf
ER  -
TY  - NEWS
ID  - by-url
TI  - Anything else
JO  - Koran
UR  - http://www.koran.example/a/
ER  -
TY  - BOOK
ID  - by-title
TI  - Paradiplomacy: Cities & States
AU  - Tavares, R
PY  - 2016
ER  -
TY  - BOOK
ID  - like
TI  - Kerja sama antarkota di Indonesia masa kini
AU  - Sari, Ana
ER  -
TY  - BOOK
ID  - nowhere
TI  - Something of no importance
ER  -
TY  - BOOK
ID  - twice
TI  - Nota kesepahaman
ER  -
"""


@pytest.fixture
def study(tmp_path: Path) -> Path:
    scope = make_study(str(tmp_path / "a.tenun"), title="Kota")
    titles = {"S01": "S01", "S02": "Koran hari ini", "S03": "Paradiplomacy – cities states", "S05": "Nota kesepahaman",
              "S04": "Kerja sama antarkota di Indonesia masa kini dan nanti", "S06": "Nota Kesepahaman"}  # fmt: skip
    for key, title in titles.items():
        more = {"url": "https://koran.example/a", "publisher": "Koran Lain"} if key == "S02" else {}
        add_source(scope, key=key, title=title, kind="report", language="id", text=f"Teks {key}.", **more)
    scope.store.close()
    (tmp_path / "a.ris").write_text(RIS, "utf-8")
    return tmp_path / "a.tenun"


def test_what_is_sure_is_filled_and_what_is_doubtful_proposed(study: Path) -> None:
    scope = open_scope(str(study))
    with scope.store as store:
        report = import_references(scope, study.with_name("a.ris"))
        rows = {row["key"]: row for row in store.rows("source")}
        assert (rows["S01"]["title"], rows["S01"]["publisher"], rows["S01"]["published"]) == (
            "Laporan tahunan",
            "Pemerintah Kota",
            "2019-11-27",
        )
        assert rows["S01"]["csl"]["type"] == "report"
        assert rows["S01"]["csl"]["id"] == "S01"
        assert rows["S02"]["publisher"] == "Koran Lain"
        assert rows["S03"]["author"] == "Tavares, R"
        assert rows["S04"]["author"] is None
        found = {(one.code, one.parameters.get("source"), one.parameters.get("record")) for one in report.problems}
        assert found == {
            ("literature.proposed", "S04", "like"),
            ("literature.proposed", "S05", "twice"),
            ("literature.proposed", "S06", "twice"),
            ("literature.differs", "S02", "by-url"),
            ("literature.unmatched", None, None),
        }
        assert report.added == {"described": 3}
        revision = store.revision
        assert import_references(scope, study.with_name("a.ris")).added == {"described": 0}
        assert store.revision == revision
        store.undo(scope.coder)
        assert store.rows("source", key="S01")[0]["publisher"] is None


def test_a_person_declares_a_match(study: Path) -> None:
    asked = ["references", str(study), str(study.with_name("a.ris")), "--match", "S04=like", "--json"]
    done = json.loads(CliRunner().invoke(app, asked).output)
    assert done["added"] == {"described": 4}
    with open_scope(str(study)).store as store:
        assert store.rows("source", key="S04")[0]["author"] == "Sari, Ana"
    for wrong, code in (("S04=no", "literature.no-such-record"), ("S99=like", "study.no-source")):
        failed = CliRunner().invoke(app, [*asked[:4], wrong])
        assert failed.exception is not None
        assert failed.exception.code == code  # type: ignore[attr-defined]


def test_an_import_takes_records_after_the_documents(study: Path) -> None:
    (study.parent / "laporan.txt").write_text("Kota kembar.", "utf-8")
    library = [{"id": "x", "type": "report", "title": "Lain", "publisher": "Kota", "URL": "https://x.example"}]
    (study.parent / "pustaka.json").write_text(json.dumps(library), "utf-8")
    (study.parent / "b.bib").write_text(
        "@report{y, title={Laporan kota}, file={laporan.txt}, institution={Dinas}}", "utf-8"
    )
    names = ["pustaka.json", "b.bib", "laporan.txt"]
    report = import_paths(str(study), [study.with_name(name) for name in names])
    assert report.added == {"sources": 1, "described": 1}
    with open_scope(str(study)).store as store:
        row = store.rows("source", key="laporan")[0]
        assert (row["title"], row["publisher"]) == ("Laporan kota", "Dinas")
