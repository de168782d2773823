"""Every route against everybody who must not pass: a new route without an entry here fails."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import httpx
import pytest
from tests.factories.served_study import Browser, serving, small_study

from tenun.server.openapi import document
from tenun.server.run import Ready

Entry = tuple[str, str]
GUID = "6446e6d1-933a-4e0b-8f00-000000000001"
IN_SESSION: set[Entry] = {
    ("GET", "/api/session"), ("PATCH", "/api/session"), ("POST", "/api/session/invitations"),
}  # fmt: skip
READING: set[Entry] = {
    ("GET", ""), ("GET", "/log"), ("GET", "/events"), ("GET", "/sources"), ("GET", "/sources/{guid}"),
    ("GET", "/sources/{guid}/original"), ("GET", "/sources/{guid}/picture"), ("GET", "/sources/{guid}/recording"),
    ("GET", "/sources/{guid}/pages/{number}"), ("GET", "/sources/{guid}/pages/{number}/words"),
    ("GET", "/sources/{guid}/text"), ("GET", "/sources/{guid}/codings"),
    ("GET", "/duplicates"), ("GET", "/codebook"), ("GET", "/codes/{guid}/versions"), ("GET", "/codes/{guid}/passages"),
    ("GET", "/search"), ("POST", "/retrieve"), ("POST", "/matrix"), ("GET", "/queries"), ("GET", "/agreement"),
    ("GET", "/disagreements"), ("GET", "/ranking"), ("GET", "/switches"), ("GET", "/findings"), ("GET", "/timeline"),
    ("GET", "/methods"), ("GET", "/framework"), ("GET", "/figures/{method}"), ("GET", "/figures/{method}/input.csv"),
    ("GET", "/figures/{method}/script.R"), ("GET", "/tables/{name}"), ("GET", "/report"),
    ("GET", "/jobs/{job}"), ("GET", "/jobs/{job}/files/{name}"), ("GET", "/memos"),
    ("GET", "/exports"), ("GET", "/import"), ("GET", "/merge/conflicts"),
}  # fmt: skip
CHANGING: dict[Entry, Any] = {
    ("PATCH", ""): {"title_en": "x"},
    ("POST", "/rounds"): {},
    ("PATCH", "/rounds/{guid}"): {"label": "x"},
    ("POST", "/undo"): None,
    ("POST", "/redo"): None,
    ("POST", "/sources"): {"key": "X", "title": "", "kind": "news", "language": "en", "text": "x"},
    ("PATCH", "/sources/{guid}"): {"title": "x"},
    ("PUT", "/sources/{guid}/appraisal"): {"reliability": "A", "credibility": 1},
    ("POST", "/sources/{guid}/erase"): None,
    ("POST", "/duplicates"): {"first": GUID, "second": GUID},
    ("POST", "/import"): None,
    ("POST", "/surveys"): None,
    ("POST", "/pages"): {"url": "http://127.0.0.1/"},
    ("POST", "/merge"): None,
    ("POST", "/merge/conflicts/{guid}"): {"choice": "mine"},
    ("POST", "/example"): None,
    ("POST", "/codings"): {"source": GUID, "start_cp": 0, "end_cp": 1, "code": GUID},
    ("POST", "/codings/places"): {"source": GUID, "times": {"start_ms": 0, "end_ms": 9}, "code": GUID},
    ("POST", "/codings/bulk"): {"code": GUID, "spans": [{"source": GUID, "start_cp": 0, "end_cp": 1}]},
    ("PATCH", "/codings/{guid}"): {"memo": "x"},
    ("DELETE", "/codings/{guid}"): None,
    ("POST", "/uncoded"): {"source": GUID, "start_cp": 0, "end_cp": 1, "reason": "x"},
    ("DELETE", "/uncoded/{guid}"): None,
    ("POST", "/coverage"): {"source": GUID, "code": GUID},
    ("POST", "/codebook/load"): {"name": "south-south-sister-city"},
    ("POST", "/codes"): {"key": "X"},
    ("PATCH", "/codes/{guid}"): {"label_en": "x"},
    ("DELETE", "/codes/{guid}"): None,
    ("POST", "/codes/{guid}/merge"): {"into": GUID},
    ("POST", "/codes/{guid}/split"): {"parts": [{"label_en": "x"}]},
    ("POST", "/codes/{guid}/move"): {"position": 0},
    ("POST", "/queries"): {"name": "x", "query": {}},
    ("DELETE", "/queries/{guid}"): None,
    ("POST", "/adjudications"): {"source": GUID, "start_cp": 0, "end_cp": 1, "memo": "x"},
    ("POST", "/reports"): {},
    ("POST", "/exports"): {"form": "codebook"},
    ("POST", "/framework"): {"by": "source", "row": "S1", "code": GUID, "text": "x"},
    ("PATCH", "/framework/{guid}"): {"text": "x"},
    ("POST", "/memos"): {"body": "x"},
    ("PATCH", "/memos/{guid}"): {"body": "x"},
    ("DELETE", "/memos/{guid}"): None,
}
BODIES: dict[Entry, Any] = {("POST", "/retrieve"): {}, ("POST", "/matrix"): {"columns": "kind"}, **CHANGING}
IN_STUDY = sorted(READING | CHANGING.keys())
EVERY = sorted(IN_SESSION) + [(method, f"/api/studies/{{study}}{path}") for method, path in IN_STUDY]


def _walked() -> set[Entry]:
    import json

    paths = json.loads(document())["paths"]
    return {(method.upper(), path) for path, methods in paths.items() for method in methods}


@pytest.fixture(scope="module")
def ready(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Ready]:
    """A server that none of these requests may change."""
    with serving([small_study(tmp_path_factory.mktemp("walk") / "small.tenun")]) as running:
        yield running


@pytest.fixture(scope="module")
def browser(ready: Ready) -> Iterator[Browser]:
    """A browser that was let in."""
    with Browser(ready) as opened:
        yield opened


@pytest.fixture(autouse=True)
def unchanged(ready: Ready) -> Iterator[None]:
    """No request of this file changes the study."""
    store = next(iter(ready.studies)).store
    before = store.dump()
    yield
    assert store.dump() == before


def _url(path: str, study: str) -> str:
    return path.format(study=study, guid=GUID, job=GUID, name="x", number=1, method="coefficients")


def _body(method: str, path: str) -> dict[str, Any]:
    body = BODIES.get((method, path.removeprefix("/api/studies/{study}")))
    return {"json": body} if body is not None else {}


def test_every_route_has_an_entry() -> None:
    assert _walked() == set(EVERY)


@pytest.mark.parametrize(("method", "path"), EVERY)
def test_nobody_without_the_cookie_passes(ready: Ready, browser: Browser, method: str, path: str) -> None:
    url = ready.address + _url(path, browser.study)
    for cookies in (
        {},
        {ready.server.config.app.state.cookie: "x" * 43},
        {"tenun": next(iter(browser.cookies.values()))},
    ):
        headers = {"Origin": ready.address, "Cookie": "; ".join(f"{name}={value}" for name, value in cookies.items())}
        answer = httpx.request(method, url, headers=headers, trust_env=False, **_body(method, path))
        assert (answer.status_code, answer.json()["error"]["code"]) == (401, "server.no-session")


@pytest.mark.parametrize(("method", "path"), EVERY)
@pytest.mark.parametrize("host", ["evil.example", "evil.example:80", "127.0.0.1", "127.0.0.1.evil.example", ""])
def test_no_other_host_is_answered_for(browser: Browser, method: str, path: str, host: str) -> None:
    answer = browser.request(method, _url(path, browser.study), headers={"Host": host}, **_body(method, path))
    assert (answer.status_code, answer.json()["error"]["code"]) == (421, "server.host")


ELSEWHERE = (
    {"Origin": "https://evil.example"},
    {"Origin": "null"},
    {"Origin": "http://127.0.0.1:1"},
    {"Sec-Fetch-Site": "cross-site"},
    {"Sec-Fetch-Site": "same-site"},
)


@pytest.mark.parametrize(("method", "path"), EVERY)
def test_no_other_site_asks_for_anything(browser: Browser, method: str, path: str) -> None:
    for headers in ELSEWHERE:
        answer = browser.request(method, _url(path, browser.study), headers=headers, **_body(method, path))
        assert (answer.status_code, answer.json()["error"]["code"]) == (403, "server.other-site"), headers


@pytest.mark.parametrize(("method", "path"), [*sorted(CHANGING), ("PATCH", "/api/session")])
def test_a_change_must_say_where_it_comes_from(browser: Browser, method: str, path: str) -> None:
    origin = browser.headers.pop("Origin")
    try:
        answer = browser.request(method, _url(path, browser.study), **_body(method, path))
    finally:
        browser.headers["Origin"] = origin
    assert answer.status_code == 403


@pytest.mark.parametrize(("method", "path"), IN_STUDY)
def test_a_study_that_is_not_open_is_not_there(browser: Browser, method: str, path: str) -> None:
    url = f"/api/studies/{GUID}" + _url(path, GUID)
    uploads = {"/import": "files", "/surveys": "file"}
    files = {"files": [(uploads[path], ("a.csv", b"x"))]} if path in uploads else _body(method, path)
    answer = browser.request(method, url, headers={"If-Match": '"*"'}, params={"q": "x"}, **files)
    assert (answer.status_code, answer.json()["error"]["code"]) == (404, "server.no-study")


@pytest.mark.parametrize(("method", "path"), sorted(entry for entry in BODIES if "{guid}" in entry[1]))
def test_what_is_not_there_is_not_changed(browser: Browser, method: str, path: str) -> None:
    answer = browser.request(method, _url(path, browser.study), headers={"If-Match": '"*"'}, **_body(method, path))
    assert answer.status_code in (404, 412)
    assert answer.json().get("current") is None


@pytest.mark.parametrize("study", ["x", "..", "%2e%2e", "6446E6D1-933A-4E0B-8F00-000000000001", GUID + "x", "' OR 1=1"])
def test_what_is_no_guid_is_refused(browser: Browser, study: str) -> None:
    answer = browser.request("GET", f"/api/studies/{study}/codebook")
    assert answer.status_code in (404, 422)
    assert "OR 1=1" not in answer.text


@pytest.mark.parametrize("path", ["/", "/enter", "/reader", "/api/session", "/api/studies/x", "/assets/x.js"])
def test_headers_stand_on_every_answer(ready: Ready, browser: Browser, path: str) -> None:
    for cookie in ("", next(iter(browser.cookies.items()))):
        headers = {"Cookie": "=".join(cookie)} if cookie else {}
        answer = httpx.get(ready.address + path, headers=headers, trust_env=False)
        policy = answer.headers["content-security-policy"]
        assert "default-src 'none'" in policy
        assert "frame-ancestors 'none'" in policy
        assert not {"unsafe-inline", "unsafe-eval", "http:", "https:", "*"} & set(policy.replace(";", " ").split())
        assert answer.headers["x-content-type-options"] == "nosniff"
        assert answer.headers["referrer-policy"] == "no-referrer"
        assert answer.headers["x-frame-options"] == "DENY"
        assert "server" not in answer.headers


def test_the_cookie_is_kept_from_scripts_and_other_sites(ready: Ready) -> None:
    answer = httpx.get(ready.invitation(), trust_env=False)
    cookie = answer.headers["set-cookie"].lower()
    assert "httponly" in cookie
    assert "samesite=strict" in cookie
    assert "path=/" in cookie
    assert "token" not in answer.headers["location"]


def test_a_token_is_good_once_and_a_wrong_one_never(ready: Ready) -> None:
    url = ready.invitation()
    assert httpx.get(url, trust_env=False).status_code == 303
    assert httpx.get(url, trust_env=False).status_code == 401
    assert httpx.get(f"{ready.address}/?token=x", trust_env=False).status_code == 401


def test_malformed_requests_are_told_so_and_not_repeated(browser: Browser) -> None:
    body = {"source": "planted-secret", "start_cp": -1, "end_cp": "planted-secret", "code": None}
    answer = browser.request("POST", "/codings", json=body)
    assert (answer.status_code, answer.json()["error"]["code"]) == (422, "server.malformed")
    assert "planted-secret" not in answer.text
    for content in (b"", b"{", b"[]", b"\xff", b'{"source":' + b"[" * 5_000):
        answer = browser.request("POST", "/codings", content=content, headers={"Content-Type": "application/json"})
        assert answer.status_code == 422


def test_a_form_cannot_pass_for_json(browser: Browser) -> None:
    answer = browser.request("POST", "/codes", content=b'{"key": "X"}', headers={"Content-Type": "text/plain"})
    assert answer.status_code == 422


def test_the_socket_is_this_machine_s_alone(ready: Ready) -> None:
    assert ready.socket.getsockname()[0] == "127.0.0.1"


def test_the_file_of_the_walk_stands(ready: Ready) -> None:
    assert Path(next(iter(ready.studies)).store.location).exists()
