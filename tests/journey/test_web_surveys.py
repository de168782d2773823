"""A survey through the server: shown first, then brought in."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.factories.served_study import Browser, serving, small_study

SURVEY = """id;Umur;Mengapa?
P1;34;Karena pariwisata membawa banyak tamu ke kota.
P2;41;Menurut saya pendidikan jauh lebih penting.
"""


@pytest.fixture
def browser(tmp_path: Path) -> Iterator[Browser]:
    with serving([small_study(tmp_path / "a.tenun")]) as ready, Browser(ready) as opened:
        yield opened


def post(browser: Browser, **fields: str) -> dict[str, object]:
    files = {"file": ("survei.csv", SURVEY.encode())}
    found: dict[str, object] = browser.ok("POST", "/surveys", files=files, data=fields)
    return found


def test_a_survey_is_shown_and_then_brought_in(browser: Browser) -> None:
    revision = browser.ok("GET", "")["revision"]
    shown = post(browser, dry_run="true", roles=json.dumps({"Umur": "skip"}))
    assert [(one["name"], one["role"], one["by"]) for one in shown["columns"]] == [  # type: ignore[attr-defined]
        ("id", "case", "rule"), ("Umur", "skip", "person"), ("Mengapa?", "text", "rule"),
    ]  # fmt: skip
    assert (shown["cases"], shown["added"], shown["revision"]) == (2, {}, revision)
    done = post(browser)
    assert done["added"] == {"cases": 2, "variables": 1, "values": 2, "sources": 2}
    assert browser.source("survei-P1")["title"] == "survei-P1"
    assert post(browser)["added"] == {"cases": 0, "variables": 0, "values": 0, "sources": 0}


@pytest.mark.parametrize(
    ("fields", "code"),
    [
        ({"roles": "["}, "survey.no-such-role"),
        ({"roles": '{"Umur": "boss"}'}, "survey.no-such-role"),
        ({"roles": '{"Umor": "skip"}'}, "survey.no-such-column"),
        ({"kind": "song"}, "study.no-such-kind"),
    ],
)
def test_what_is_asked_wrongly_is_refused(browser: Browser, fields: dict[str, str], code: str) -> None:
    answer = browser.post("/surveys", files={"file": ("survei.csv", SURVEY.encode())}, data=fields)
    assert (answer.status_code, answer.json()["error"]["code"]) == (422, code)


def test_a_dropped_survey_is_told_from_codings(browser: Browser) -> None:
    found = browser.ok("POST", "/import", files=[("files", ("survei.csv", SURVEY.encode()))], data={"dry_run": "true"})
    assert [problem["code"] for problem in found["problems"]] == ["survey.looks-like-one"]
