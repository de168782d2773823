"""Word files, PDFs, pictures and recordings in projects: each as the standard has it, and back with its original."""

from __future__ import annotations

from pathlib import Path

from tests.factories.documents_pdf import by_hand, shown
from tests.factories.projects import members, without_sidecar

from tenun.study.code_passage import code_passage
from tenun.study.codebook.load_framework import load_framework
from tenun.study.importing.import_paths import import_paths
from tenun.study.make_study import make_study
from tenun.study.opening import open_scope
from tenun.study.projects.export_project import export_project
from tenun.study.projects.import_project import bring_project_to, import_project

PNG = bytes.fromhex("89504e470d0a1a0a0000000d49484452000000020000000308020000003682e84b")
VTT = """WEBVTT

00:01.000 --> 00:02.500
<v Wayan>Kota kembar itu penting.

00:03.000 --> 00:04.000
<v Made>Ya, kopi.
"""


def test_each_original_goes_out_in_its_element_and_comes_back(tmp_path: Path) -> None:
    import docx

    folder = tmp_path / "in"
    folder.mkdir()
    document = docx.Document()
    document.add_paragraph("Pasar ekspor kopi 🪁 adalah alasannya.")
    document.save(str(folder / "letter.docx"))
    (folder / "page.pdf").write_bytes(by_hand(shown([(20, 150, "Kedua kota bekerja sama.")])))
    (folder / "photo.png").write_bytes(PNG)
    (folder / "talk.vtt").write_text(VTT)
    (folder / "talk.mp3").write_bytes(b"ID3" + bytes(500))
    location = str(tmp_path / "a.tenun")
    make_study(location, coder="ana").store.close()
    report = import_paths(location, sorted(folder.iterdir()), coder="ana")
    assert report.errors == ()
    with open_scope(location, coder="ana").store as store:
        from tenun.study.scope import StudyScope

        scope = StudyScope(store, "ana")
        load_framework(scope, "south-south-sister-city")
        code = store.rows("code")[0]["key"]
        coded = {}
        for row in store.rows("source"):
            words = store.text(row["representation"])
            place = next((part for part in ("ekspor kopi", "bekerja", "kopi") if part in words), None)
            if place:
                coded[row["guid"]] = place
                code_passage(scope, row["key"], place, code)
        assert len(coded) == 3
        out = tmp_path / "out.qdpx"
        export_project(scope, out)
        before = store.dump()
    files = members(out)
    qde = files["project.qde"].decode()
    for part in ("<TextSource", 'richTextPath="internal://', "<PDFSource", "<Representation", "<PictureSource",
                 "<AudioSource", "<Transcript", 'timeStamp="1000"'):  # fmt: skip
        assert part in qde
    endings = {Path(name).suffix for name in files if name.startswith("Sources/")}
    assert endings == {".txt", ".docx", ".pdf", ".png", ".mp3"}

    assert bring_project_to(str(tmp_path / "b.tenun"), out, coder="ana").errors == ()
    with open_scope(tmp_path / "b.tenun").store as store:
        assert store.dump() == before
    foreign = without_sidecar(out, tmp_path / "foreign.qdpx")
    assert bring_project_to(str(tmp_path / "c.tenun"), foreign, coder="ana").errors == ()
    with open_scope(tmp_path / "c.tenun", coder="ana").store as store:
        quotes = {}
        source_of = store.lookup("representation", "source")
        for row in store.rows("passage"):
            quotes[source_of[row["representation"]]] = row["quote"]
        assert quotes == coded
        assert store.count("source") == 4
        assert set(import_project(StudyScope(store, "ana"), out).added.values()) == {0}
