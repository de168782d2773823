"""Pages of the web through the app: off unless enabled, and refused by the same guards as on the command line."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.factories.answering_site import PUBLIC, Site, answering
from tests.factories.served_study import Browser, serving

from tenun.intake.web import fetching

WORDS = b"Denpasar dan Mossel Bay menandatangani kerja sama kota kembar pada akhir tahun 2019."
ANSWER = b"HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\nContent-Length: %d\r\n\r\n%s" % (len(WORDS), WORDS)


@pytest.fixture
def site(monkeypatch: pytest.MonkeyPatch) -> Iterator[Site]:
    """What the server reaches when it asks the web, whatever public address that is."""
    real = fetching.fetch
    with answering(ANSWER) as made:
        monkeypatch.setattr(fetching, "fetch", lambda url: real(url, resolver=_names, connect=made.connect))
        yield made


def _names(host: str, port: int) -> list[str]:
    return ["10.0.0.1"] if host.startswith("inside") else [PUBLIC]


@pytest.fixture
def allowed(study_file: Path) -> Iterator[Browser]:
    """A browser on a server that may ask the web."""
    with serving([study_file], allow_web=True) as ready, Browser(ready) as browser:
        yield browser


def test_it_is_off_unless_enabled(ana: Browser, site: Site) -> None:
    assert ana.ok("GET", "/api/session")["allow_web"] is False
    answer = ana.request("POST", "/pages", json={"url": "http://koran.example/a"})
    assert (answer.status_code, answer.json()["error"]["code"]) == (403, "web.off")
    assert site.reached == []


def test_a_page_comes_in_and_a_second_time_changes_nothing(allowed: Browser, site: Site) -> None:
    assert allowed.ok("GET", "/api/session")["allow_web"] is True
    first = allowed.ok("POST", "/pages", json={"url": "http://koran.example/a", "kind": "news"})
    assert (first["added"], first["problems"]) == ({"sources": 1}, [])
    source = allowed.source("koran-example-a")
    assert (source["url"], source["kind"]) == ("http://koran.example/a", "news")
    assert allowed.ok("GET", f"/sources/{source['guid']}/text")["text"] == WORDS.decode()
    again = allowed.ok("POST", "/pages", json={"url": "http://koran.example/a"})
    assert (again["added"], again["revision"]) == ({"sources": 0}, first["revision"])
    assert site.reached == [f"{PUBLIC}:80"] * 2


@pytest.mark.parametrize(
    ("url", "code"),
    [
        ("http://inside.example/", "web.not-public"),
        ("http://127.0.0.1/", "web.not-public"),
        ("http://0x7f.1/", "web.address"),
        ("file:///etc/passwd", "web.address"),
        ("http://koran.example:22/", "web.port"),
        ("kota", "web.address"),
    ],
)
def test_a_refusal_says_why_and_what_to_do(allowed: Browser, site: Site, url: str, code: str) -> None:
    before = allowed.ok("GET", "")["revision"]
    answer = allowed.request("POST", "/pages", json={"url": url})
    error = answer.json()["error"]
    assert (answer.status_code, error["code"]) == (422, code)
    assert all(error[f"{part}_{language}"] for part in ("message", "hint") for language in ("en", "id"))
    assert site.reached == []
    assert allowed.ok("GET", "")["revision"] == before


def test_the_session_says_what_can_be_read(ana: Browser) -> None:
    readable = ana.ok("GET", "/api/session")["readable"]
    assert {".docx", ".pdf", ".vtt", ".mp3", ".csv", ".ris", ".qdpx", ".sqlite3"} <= set(readable)
    assert len(readable) == len(set(readable))
