"""Five hundred hostile files and more: no crash, no hang, nothing outside the study, memory within bounds."""

from __future__ import annotations

import os
import socket
import sys
import tempfile
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from tests.factories import hostile_corpus
from tests.factories.hostile_corpus import GROUPS, MARKER, MIB, PARTS, Hostile, with_part

from tenun.errors import InputRefused
from tenun.intake.documents import read_apart, read_document
from tenun.intake.guard import html_markup, reader_process, xml_tree, zip_archive
from tenun.intake.guard.reader_process import ReaderProcess
from tenun.intake.guard.size import SOURCE_BYTES
from tenun.intake.hypertext.book import Book
from tenun.intake.office.docx_parts import DocxParts
from tenun.study.importing.import_documents import import_documents
from tenun.study.make_study import make_study

WHERE_NAMES_LEAD = (Path.cwd(), *Path.cwd().parents, Path(tempfile.gettempdir()), Path("/tmp"))  # noqa: S108
SURPRISES = ("intake.reader-fault", "intake.reader-ended", "intake.reader-time", "intake.reader-memory")


def test_the_corpus_is_as_large_as_it_says() -> None:
    names = [name for group in GROUPS for name, _ in group()]
    assert len(names) == len(set(names)) >= 500


@pytest.mark.parametrize("group", GROUPS, ids=lambda group: group.__name__)
def test_every_file_is_read_or_refused_with_its_reason(group: Callable[[], Iterator[Hostile]]) -> None:
    process = reader_process.reader_process
    before = process.call(None, os.getpid)
    surprises = []
    for name, content in group():
        try:
            reading = read_apart(content, name)
        except InputRefused as refusal:
            assert refusal.text("id") != refusal.text("en")  # noqa: PT017 - each of many
            assert refusal.where == name  # noqa: PT017
            if refusal.code in SURPRISES:
                surprises.append((name, refusal.code))
        else:
            assert all(mark.span.end_cp <= len(reading.text) for mark in reading.landmarks)
            assert "root:" not in reading.text
            assert len(reading.text) <= 20_000_000
    assert surprises == []
    assert process.call(None, os.getpid) == before, "one process read them all"
    assert not any((place / MARKER).exists() for place in WHERE_NAMES_LEAD)


@pytest.mark.skipif(sys.platform != "linux", reason="reads /proc")
def test_memory_stays_within_bounds() -> None:
    process = reader_process.reader_process
    for name, content in hostile_corpus.bombs_of_archives():
        with pytest.raises(InputRefused):
            read_apart(content, name)
    peak = next(line for line in process.call(None, _status).splitlines() if line.startswith("VmPeak"))
    assert int(peak.split()[1]) * 1024 <= reader_process.BOUNDS.memory


def _status() -> str:
    return Path("/proc/self/status").read_text("utf-8")


def test_nothing_of_it_comes_into_a_study_and_the_study_stays_whole(tmp_path: Path) -> None:
    files = tmp_path / "files"
    files.mkdir()
    for name, content in (*hostile_corpus.names_that_lead_out(), *hostile_corpus.bombs_of_entities()):
        (files / name).write_bytes(content)
    with (files / "sparse.txt").open("wb") as sparse:
        sparse.truncate(1024 * MIB)
    os.mkfifo(files / "pipe.txt") if hasattr(os, "mkfifo") else None
    (files / "good.md").write_bytes(b"---\nkind: news\n---\nDua kota.")
    scope = make_study(str(tmp_path / "a.tenun"), title="Kota")
    with scope.store as store:
        named = [file for file in sorted(files.iterdir()) if file.suffix != ".xlsx" and file.is_file()]
        report = import_documents(scope, named)
        assert [row["key"] for row in store.rows("source") if row["key"] == "good"] == ["good"]
        assert ("sparse.txt", "intake.too-many-bytes") in {(problem.where, problem.code) for problem in report.errors}
        assert store.verify() == []
        assert not any("root:" in store.text(row["representation"]) for row in store.rows("source"))
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a.tenun", "files"]


class TestWithoutItsGuard:
    """Each guard's refusal goes when the guard goes."""

    def test_entities(self, monkeypatch: pytest.MonkeyPatch) -> None:
        content = b'<!DOCTYPE r [<!ENTITY a "x">]><office><body><text><p>Kota</p></text></body></office>'
        assert _refusal(content, "a.fodt") == "intake.xml-declares"
        monkeypatch.setattr(xml_tree, "refuse_declarations", lambda content, where="": None)
        monkeypatch.setattr(xml_tree, "declares", lambda root: False)
        assert _refusal(content, "a.fodt") is None

    def test_depth(self, monkeypatch: pytest.MonkeyPatch) -> None:
        content = b"<r>" * 240 + b"x" + b"</r>" * 240
        assert _refusal(content, "a.fodt") == "intake.xml-too-deep"
        monkeypatch.setattr(xml_tree, "DEEPEST", 1_000)
        assert _refusal(content, "a.fodt") == "office.no-body"
        page = b"<div>" * 1_600 + b"x"
        assert _refusal(page, "a.html") == "intake.html-too-deep"
        monkeypatch.setattr(html_markup, "DEEPEST", 1_900)
        assert _refusal(page, "a.html") is None

    @pytest.mark.parametrize(
        ("name", "guard"), [("climbs-0", "_is_plain"), ("link", "_is_plain"), ("twice", "_names_twice")]
    )
    def test_members(self, monkeypatch: pytest.MonkeyPatch, name: str, guard: str) -> None:
        content = dict(hostile_corpus.names_that_lead_out())[f"{name}.docx"]
        assert _refusal(content, "a.docx") == "intake.archive-refused"
        monkeypatch.setattr(zip_archive, guard, lambda given: guard == "_is_plain")
        assert _refusal(content, "a.docx") != "intake.archive-refused"

    def test_overlap(self, monkeypatch: pytest.MonkeyPatch) -> None:
        content = hostile_corpus.overlapping(PARTS["docx"], 50)
        assert _refusal(content, "a.docx") == "intake.archive-broken"
        monkeypatch.setattr(zip_archive, "_overlap", lambda members: False)
        assert _refusal(content, "a.docx") != "intake.archive-broken"

    def test_budget(self, monkeypatch: pytest.MonkeyPatch) -> None:
        content = with_part("docx", b"<r>" + (b"<a>" + b" " * 1_000 + b"</a>") * 24_000 + b"</r>")
        assert _refusal(content, "a.docx") == "intake.archive-too-large"
        monkeypatch.setattr(zip_archive, "MOST_RATIO", 10_000)
        assert _refusal(content, "a.docx") == "office.no-body"

    def test_size(self) -> None:
        with pytest.raises(InputRefused, match="large"):
            read_apart(bytes(SOURCE_BYTES + 1), "a.txt")


def _refusal(content: bytes, name: str) -> str | None:
    try:
        read_document(content, name)
    except InputRefused as refusal:
        return refusal.code
    return None


def test_no_entity_and_no_address_is_ever_asked_for() -> None:
    with socket.create_server(("127.0.0.1", 0)) as listening:
        listening.settimeout(0.2)
        port = listening.getsockname()[1]
        page = f'<html><link href="http://127.0.0.1:{port}/a"><img src="http://127.0.0.1:{port}/b"><p>Kota</p></html>'
        assert read_apart(page.encode(), "a.html").text == "Kota"
        with pytest.raises(TimeoutError):
            listening.accept()


def test_a_book_and_a_document_open_nothing_by_the_names_they_give() -> None:
    container = b'<container><rootfiles><rootfile full-path="../../../../etc/passwd"/></rootfiles></container>'
    with pytest.raises(InputRefused, match="chapters"):
        Book(with_part("epub", container), "a.epub")
    links = b'<Relationships><Relationship Id="a" Type="x/officeDocument" Target="/etc/passwd"/></Relationships>'
    parts = DocxParts(hostile_corpus.archive({"_rels/.rels": links, "a": b""}), "a.docx")
    with pytest.raises(InputRefused):
        _ = parts.body


def test_threads_share_one_reader() -> None:
    process, pids = ReaderProcess(), set[int]()
    threads = [threading.Thread(target=lambda: pids.add(process.call(None, os.getpid))) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    process.close()
    assert len(pids) == 1
