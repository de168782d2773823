"""Recordings beside their transcripts, pictures as sources."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from tests.factories.media import png, wav
from tests.factories.other_study import clean_study

from tenun.errors import InputRefused
from tenun.study.importing.attach_recordings import recording_of
from tenun.study.importing.import_documents import import_documents
from tenun.study.importing.import_paths import import_paths
from tenun.study.make_study import make_study
from tenun.study.opening import open_scope

VTT = b"WEBVTT\n\n00:00.000 --> 00:01.000\n<v Ana>Halo.\n\n00:01.000 --> 00:02.000\n<v Budi>Ya.\n"


def test_a_recording_is_laid_beside_the_transcript_of_its_name(tmp_path: Path) -> None:
    (tmp_path / "rapat.vtt").write_bytes(VTT)
    (tmp_path / "rapat.wav").write_bytes(wav())
    (tmp_path / "lain.wav").write_bytes(wav(0.5))
    (tmp_path / "palsu.mp3").write_bytes(b"<html>")
    (tmp_path / "palsu.txt").write_bytes(b"Kota kembar.")
    scope = make_study(str(tmp_path / "a.tenun"), title="Kota")
    with scope.store as store:
        report = import_documents(scope, sorted(path for path in tmp_path.iterdir() if ".tenun" not in path.name))
        assert report.added == {"sources": 2, "recordings": 1}
        errors = {(problem.where, problem.code) for problem in report.errors}
        assert errors == {("lain.wav", "media.no-transcript"), ("palsu.mp3", "media.no-recording")}
        source = store.rows("source", key="rapat")[0]
        assert store.text(source["representation"]) == "Ana: Halo.\n\nBudi: Ya."
        assert store.blob(recording_of(scope, source["guid"]) or "") == wav()
        again = import_documents(scope, [tmp_path / "rapat.vtt", tmp_path / "rapat.wav"])
        assert again.added == {"sources": 0, "recordings": 0}
        assert store.verify() == []


def test_recordings_of_a_study_folder_are_laid_beside_the_transcripts_of_their_names(tmp_path: Path) -> None:
    folder = clean_study(tmp_path / "folder")
    for place in ("satu", "dua"):
        (folder / "sources" / place).mkdir(parents=True)
    front = "---\nid: {0}\nkind: interview\nlanguage: id\n---\n\n[00:00:00] Ana: Halo.\n\n[00:00:01] Budi: Ya.\n"
    (folder / "sources" / "satu" / "rapat.md").write_text(front.format("R1"), "utf-8")
    (folder / "sources" / "dua" / "rapat.md").write_text(front.format("R2"), "utf-8")
    (folder / "sources" / "dua" / "rapat.wav").write_bytes(wav())
    (folder / "sources" / "lain.wav").write_bytes(wav(0.5))
    listing = (folder / "study.yaml").read_text("utf-8")
    (folder / "study.yaml").write_text(re.sub(r"(?m)^sources:.*$", "sources: [sources]", listing), "utf-8")
    with pytest.raises(InputRefused):
        import_paths(str(tmp_path / "strict.tenun"), [folder], strict=True)
    report = import_paths(str(tmp_path / "a.tenun"), [folder])
    assert report.added["recordings"] == 1
    assert ("sources/lain.wav", "media.no-transcript") in {(one.where, one.code) for one in report.errors}
    scope = open_scope(str(tmp_path / "a.tenun"), coder="ana")
    with scope.store as store:
        one, two = (store.rows("source", key=key)[0]["guid"] for key in ("R1", "R2"))
        assert recording_of(scope, one) is None
        assert store.blob(recording_of(scope, two) or "") == wav()
        assert store.verify() == []
        before = store.revision
    again = import_paths(str(tmp_path / "a.tenun"), [folder])
    assert again.added["recordings"] == 0
    scope = open_scope(str(tmp_path / "a.tenun"), coder="ana")
    with scope.store as store:
        assert store.revision == before


def test_a_recording_that_comes_later_finds_its_transcript(tmp_path: Path) -> None:
    (tmp_path / "rapat.vtt").write_bytes(VTT)
    (tmp_path / "rapat.wav").write_bytes(wav())
    scope = make_study(str(tmp_path / "a.tenun"), title="Kota")
    with scope.store as store:
        import_documents(scope, [tmp_path / "rapat.vtt"])
        assert import_documents(scope, [tmp_path / "rapat.wav"]).added["recordings"] == 1
        source = store.rows("source")[0]["guid"]
        store.undo(scope.coder)
        assert recording_of(scope, source) is None
        store.redo(scope.coder)
        assert recording_of(scope, source)


def test_erasing_the_source_takes_its_recording_along(tmp_path: Path) -> None:
    (tmp_path / "rapat.vtt").write_bytes(VTT)
    (tmp_path / "rapat.wav").write_bytes(wav())
    scope = make_study(str(tmp_path / "a.tenun"), title="Kota")
    with scope.store as store:
        import_documents(scope, [tmp_path / "rapat.vtt", tmp_path / "rapat.wav"])
        source = store.rows("source")[0]["guid"]
        sha256 = recording_of(scope, source) or ""
        store.erase(source, scope.coder)
        with pytest.raises(Exception, match="blob"):
            store.blob(sha256)


def test_parts_of_an_original_are_read_without_the_rest(tmp_path: Path) -> None:
    content = bytes(range(256)) * 12_000
    scope = make_study(str(tmp_path / "a.tenun"), title="Kota")
    with scope.store as store:
        with store.command("test", "ana") as change:
            sha256 = change.put_blob(content)
        assert store.blob_length(sha256) == len(content)
        for start, end in ((0, 1), (1_048_575, 1_048_577), (3_071_990, 9_999_999), (5, 5), (4_000_000, 4_000_001)):
            assert store.blob_part(sha256, start, end) == content[start:end]


def test_a_picture_comes_in_without_text(tmp_path: Path) -> None:
    (tmp_path / "foto.png").write_bytes(png(9, 7))
    scope = make_study(str(tmp_path / "a.tenun"), title="Kota")
    with scope.store as store:
        assert import_documents(scope, [tmp_path / "foto.png"]).added == {"sources": 1}
        source = store.rows("source")[0]
        assert store.text(source["representation"]) == ""
        (mark,) = store.rows("landmark")
        assert mark["attributes"]["mime"] == "image/png"
        assert store.verify() == []
