"""Live events: what one browser does, another hears; streams go on where they ended; the command line is heard too."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import httpx
from tests.factories.served_study import Browser

from tenun.server.run import Ready
from tenun.study.codebook.add_code import add_code
from tenun.study.opening import open_scope


@contextmanager
def _stream(browser: Browser, **options: Any) -> Iterator[Iterator[tuple[str, dict[str, Any]]]]:
    path = f"/api/studies/{browser.study}/events"
    with browser.stream("GET", path, **options) as answer:
        assert answer.status_code == 200
        assert answer.headers["content-type"].startswith("text/event-stream")
        yield _events(answer)


def _events(answer: httpx.Response) -> Iterator[tuple[str, dict[str, Any]]]:
    """The first item comes as soon as the stream is open; then (id, data) of each event."""
    identity = ""
    for line in answer.iter_lines():
        name, _, value = line.partition(": ")
        if name == "" and value == "open":
            yield "open", {}
        if name == "id":
            identity = value
        elif name == "data":
            yield identity or value, json.loads(value)


def _next(events: Iterator[tuple[str, dict[str, Any]]]) -> dict[str, Any]:
    return next(data for identity, data in events if identity != "open")


def test_another_browser_hears_of_a_change(ana: Browser, budi: Browser) -> None:
    with _stream(budi) as events:
        assert next(events)[0] == "open"
        made = ana.add("S1", "pariwisata", "TC-TOUR")
        heard = _next(events)
    assert (heard["operation"], heard["coder"]) == ("code_passage", "ana")
    assert {"coding", "passage"} <= set(heard["tables"])
    assert heard["seq"] == ana.ok("GET", "")["revision"]
    assert made["guid"]


def test_a_stream_goes_on_where_it_ended(ana: Browser, budi: Browser) -> None:
    start = ana.ok("GET", "")["revision"]
    for number in range(5):
        ana.ok("POST", "/codes", json={"key": f"C{number}"})
    with _stream(budi, headers={"Last-Event-ID": str(start + 2)}) as events:
        assert [_next(events)["seq"] for _ in range(3)] == [start + 3, start + 4, start + 5]
    with _stream(budi, params={"after": start}) as events:
        assert _next(events)["seq"] == start + 1


def test_what_the_command_line_writes_is_heard(ana: Browser, study_file: Path) -> None:
    with _stream(ana) as events:
        next(events)
        scope = open_scope(study_file, coder="from outside")
        add_code(scope, key="OUTSIDE")
        scope.store.close()
        heard = _next(events)
    assert (heard["operation"], heard["coder"], "code" in heard["tables"]) == ("add_code", "from outside", True)
    assert ana.code("OUTSIDE")["key"] == "OUTSIDE"


def test_undo_tells_the_tables_of_what_it_took_back(ana: Browser) -> None:
    ana.add("S1", "pariwisata", "TC-TOUR")
    with _stream(ana) as events:
        next(events)
        ana.ok("POST", "/undo")
        assert {"coding", "passage"} <= set(_next(events)["tables"])
        ana.ok("POST", "/redo")
        assert {"coding", "passage"} <= set(_next(events)["tables"])


def test_the_server_ends_while_somebody_listens(ready: Ready, ana: Browser) -> None:
    with _stream(ana) as events:
        next(events)
        ready.server.should_exit = True
        assert list(events) == []
