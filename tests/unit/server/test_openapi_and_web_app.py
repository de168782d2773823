"""The OpenAPI document, from which the client is made, and the files of the built app."""

from __future__ import annotations

import gzip
import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from tests.factories.served_study import Browser

from tenun.server.openapi import document
from tenun.server.run import Ready

DOCUMENT: dict[str, Any] = json.loads(document())
OPERATIONS = [
    (method.upper(), path, operation)
    for path, methods in DOCUMENT["paths"].items()
    for method, operation in methods.items()
]
FILES = {
    "get_original", "preview", "get_file", "get_table", "get_input", "get_script", "get_page", "get_picture",
    "get_recording",
}  # fmt: skip


def test_the_document_is_the_same_every_time() -> None:
    assert document() == document()


def test_operations_have_names_of_their_own() -> None:
    names = [operation["operationId"] for _, _, operation in OPERATIONS]
    assert len(names) > 50
    assert len(set(names)) == len(names)


@pytest.mark.parametrize(("method", "path", "operation"), OPERATIONS, ids=[f"{m} {p}" for m, p, _ in OPERATIONS])
def test_every_operation_is_scoped_described_and_typed(method: str, path: str, operation: dict[str, Any]) -> None:
    assert path.startswith(("/api/session", "/api/studies/{study}"))
    assert operation["description"]
    if operation["operationId"] in FILES | {"follow"}:
        return
    success = next(answer for status, answer in operation["responses"].items() if status.startswith("2"))
    schema = success["content"]["application/json"]["schema"]
    assert "$ref" in schema or "$ref" in schema.get("items", {}), path
    assert operation["responses"]["4XX"]["content"]["application/json"]["schema"]["$ref"].endswith("/ErrorAnswer")


def _address(browser: Browser, path: str) -> str:
    return f"{str(browser.base_url).rstrip('/')}/{path}"


@pytest.fixture
def built(ready: Ready, tmp_path: Path) -> Iterator[Path]:
    """A built app of two files."""
    folder = tmp_path / "app"
    (folder / "assets").mkdir(parents=True)
    (folder / "index.html").write_text('<!doctype html><meta name="csp-nonce" content="__CSP_NONCE__"><title>T</title>')
    script = folder / "assets" / "main-1a2b.js"
    script.write_text("export const page = 1;")
    script.with_name("main-1a2b.js.gz").write_bytes(gzip.compress(script.read_bytes()))
    (tmp_path / "secret.txt").write_text("outside")
    app = ready.server.config.app
    before, app.state.built = app.state.built, folder
    yield folder
    app.state.built = before


@pytest.mark.parametrize("path", ["/", "/sources", "/reader/6446e6d1-933a-4e0b-8f00-000000000001"])
def test_every_address_of_the_app_shows_its_page_with_a_fresh_nonce(built: Path, ana: Browser, path: str) -> None:
    nonces = set()
    for _ in range(2):
        answer = ana.request("GET", _address(ana, path.lstrip("/")))
        (nonce,) = re.findall(r'content="([\w-]+)"', answer.text)
        assert f"'nonce-{nonce}'" in answer.headers["content-security-policy"]
        assert answer.headers["cache-control"] == "no-store"
        nonces.add(nonce)
    assert len(nonces) == 2


def test_hashed_files_are_kept_for_ever_and_sent_packed(built: Path, ana: Browser) -> None:
    url = _address(ana, "assets/main-1a2b.js")
    answer = ana.request("GET", url, headers={"Accept-Encoding": "gzip"})
    assert (answer.text, answer.headers["content-encoding"]) == ("export const page = 1;", "gzip")
    assert answer.headers["content-type"].startswith("text/javascript")
    assert "immutable" in answer.headers["cache-control"]
    plain = ana.request("GET", url, headers={"Accept-Encoding": "identity"})
    assert "content-encoding" not in plain.headers


@pytest.mark.parametrize("path", ["../secret.txt", "assets/../../secret.txt", "assets/%2e%2e/%2e%2e/secret.txt",
                                  "assets/none.js", "assets/main-1a2b.js.gz", "index.html"])  # fmt: skip
def test_nothing_outside_the_app_is_sent(built: Path, ana: Browser, path: str) -> None:
    answer = ana.request("GET", _address(ana, path))
    assert answer.status_code == 404 or "outside" not in answer.text
    assert "outside" not in answer.text


def test_an_app_that_was_not_built_says_how(ready: Ready, ana: Browser, tmp_path: Path) -> None:
    app = ready.server.config.app
    before, app.state.built = app.state.built, tmp_path / "nothing"
    answer = ana.request("GET", "/")
    app.state.built = before
    assert "python hatch_build.py" in answer.text
    assert "belum dibangun" in answer.text


def test_an_unknown_address_of_the_api_is_an_error_of_the_api(ana: Browser) -> None:
    answer = ana.request("GET", "/api/nothing")
    assert (answer.status_code, answer.json()["error"]["code"]) == (404, "server.no-such-route")
