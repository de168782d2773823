"""An import that is taken back while files are read: the reading ends, and nothing is left of it."""

from __future__ import annotations

import socket
import tempfile
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import httpx
import pytest
from tests.factories.served_study import Browser

from tenun.exchange.refi.archive import read_archive
from tenun.intake import documents
from tenun.intake.guard.reader_process import ReadingStopped, reader_process
from tenun.server.run import Ready
from tenun.study.importing.import_documents import import_documents
from tenun.study.make_study import make_study

NOTE = b"---\ntitle: Berita\nkind: news\nlanguage: id\n---\n\nWali kota menyebut pariwisata.\n"
SLOW, PROJECT = "lambat.md", "lambat.qdpx"


@pytest.fixture
def slow(monkeypatch: pytest.MonkeyPatch) -> Iterator[threading.Event]:
    """One file is read for ever; the event says that its reading has begun."""
    begun = threading.Event()
    read_warmed = documents.read_warmed
    call = reader_process.call

    def slowly(stopped: threading.Event | None, function: Callable[..., Any], *given: Any, **named: Any) -> Any:
        if function in (read_warmed, read_archive) and given[1] in (SLOW, PROJECT):
            begun.set()
            return call(stopped, time.sleep, 3600)
        return call(stopped, function, *given, **named)

    monkeypatch.setattr(reader_process, "call", slowly)
    yield begun
    monkeypatch.undo()


def test_the_reader_stops_and_the_study_is_as_it_was(tmp_path: Path, slow: threading.Event) -> None:
    names = ["a.md", "b.md", SLOW]
    for name in names:
        (tmp_path / name).write_bytes(NOTE)
    scope = make_study(str(tmp_path / "s.tenun"), title="Kota")
    stopped, told = threading.Event(), list[tuple[int, int]]()
    threading.Thread(target=lambda: (slow.wait(60), stopped.set())).start()
    with scope.store as store:
        before = store.revision
        with pytest.raises(ReadingStopped):
            import_documents(
                scope,
                [tmp_path / name for name in names],
                progress=lambda step, done, total: told.append((done, total)),
                stopped=stopped,
            )
        assert told == [(0, 3), (1, 3), (2, 3)]
        assert store.revision == before
        assert store.rows("source") == []
        assert store.verify() == []


@pytest.mark.parametrize("name", [SLOW, PROJECT])
def test_a_request_that_is_taken_back_leaves_nothing_and_others_are_answered(
    ready: Ready,
    ana: Browser,
    budi: Browser,
    slow: threading.Event,
    name: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    temporary = tmp_path / "temporary"
    temporary.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(temporary))
    store = next(iter(ready.studies)).store
    before, dump = ana.ok("GET", "")["revision"], store.dump()
    asked = ana.build_request(
        "POST", f"/api/studies/{ana.study}/import", files=[("files", ("N1.md", NOTE)), ("files", (name, NOTE))]
    )
    lines = [f"POST {asked.url.raw_path.decode()} HTTP/1.1", *(f"{key}: {value}" for key, value in _head(ana, asked))]
    with socket.create_connection((ana.base_url.host, ana.base_url.port or 0)) as raw:
        raw.sendall("\r\n".join([*lines, "", ""]).encode() + asked.read())
        assert slow.wait(60)
        assert ana.ok("GET", "/import") == ({"done": 1, "total": 2} if name == SLOW else {"done": 0, "total": 0})
        assert budi.request("POST", "/sources", json=_pasted()).status_code == 201
    while list(temporary.iterdir()) or ana.ok("GET", "/import")["total"]:
        time.sleep(0.02)
    assert ana.ok("GET", "")["revision"] == before + 1
    budi.ok("POST", "/undo")
    assert store.dump() == dump
    assert reader_process.call(None, len, b"kota") == 4


def _head(browser: Browser, asked: httpx.Request) -> list[tuple[str, str]]:
    cookies = "; ".join(f"{name}={value}" for name, value in browser.cookies.items())
    return [*((name, value) for name, value in asked.headers.items() if name.lower() != "cookie"), ("cookie", cookies)]


def _pasted() -> dict[str, str]:
    return {"key": "P1", "title": "Tempelan", "kind": "news", "language": "id", "text": "Dua kota."}


def test_no_import_is_under_way(ana: Browser) -> None:
    assert ana.ok("GET", "/import") == {"done": 0, "total": 0}
