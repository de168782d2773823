"""What goes out through the server: the forms, what they cannot carry, what is left out, and back in."""

from __future__ import annotations

import json
import time
from pathlib import Path
from typing import Any

import pytest
from tests.factories import foreign_projects as foreign
from tests.factories.projects import members
from tests.factories.served_study import Browser

from tenun.study.exporting.exports import FORMS


def _job(browser: Browser, **asked: Any) -> dict[str, Any]:
    job = browser.ok("POST", "/exports", json=asked)
    while job["state"] == "running":
        time.sleep(0.05)
        job = browser.ok("GET", f"/jobs/{job['id']}")
    return job


def _files(browser: Browser, job: dict[str, Any]) -> dict[str, bytes]:
    assert job["error"] is None
    found = {}
    for name in job["files"]:
        answer = browser.request("GET", f"/jobs/{job['id']}/files/{name}")
        assert answer.headers["content-disposition"] == f'attachment; filename="small-{name}"'
        found[name] = answer.content
    return found


@pytest.mark.parametrize("kind", ["qdpx", "qdc"])
def test_the_study_is_taken_away_and_coming_back_changes_nothing(ana: Browser, kind: str, tmp_path: Path) -> None:
    ana.add("S1", "pariwisata", "TC-TOUR")
    content = _files(ana, _job(ana, form="refi", ending=f".{kind}"))[f"study.{kind}"]
    if kind == "qdpx":
        (tmp_path / "a.qdpx").write_bytes(content)
        assert "project.qde" in members(tmp_path / "a.qdpx")
    answer = ana.ok("POST", "/import", files=[("files", (f"a.{kind}", content))])
    assert not any(answer["added"].values())
    assert answer["problems"] == []


def test_what_the_format_cannot_carry_is_told_in_both_languages(ana: Browser) -> None:
    told = _job(ana, form="refi")["told"]
    rows = {row["item"]: row for row in told["losses"]}
    assert rows["settings"]["beside"]
    assert not rows["events"]["beside"]
    assert all(row["en"] and row["id"] and row["count"] > 0 for row in rows.values())
    assert told["written"]["sources"] > 0


def test_every_form_can_be_chosen_and_comes(ana: Browser) -> None:
    ana.add("S1", "pariwisata", "TC-TOUR")
    forms = ana.ok("GET", "/exports")["forms"]
    assert [form["name"] for form in forms] == [form.name for form in FORMS]
    for form in forms:
        for ending in form["endings"]:
            files = _files(ana, _job(ana, form=form["name"], ending=ending, language="id"))
            assert any(name.endswith(ending) for name in files)
            assert all(files.values())


def test_a_confidential_source_is_left_out_and_that_is_said(ana: Browser) -> None:
    ana.add("S1", "pariwisata", "TC-TOUR")
    before = _files(ana, _job(ana, form="codings", ending=".json"))["codings.json"]
    assert json.loads(before)[0]["quote"] == "pariwisata"
    row = next(row for row in ana.ok("GET", "/sources")["rows"] if row["key"] == "S1")
    etag = {"If-Match": f'"{row["etag"]}"'}
    ana.ok("PATCH", f"/sources/{row['guid']}", json={"confidentiality": "only for the team"}, headers=etag)
    (restricted,) = ana.ok("GET", "/exports")["restricted"]
    assert (restricted["key"], restricted["why"]) == ("S1", "confidentiality")
    job = _job(ana, form="codings", ending=".json", without_confidential=True)
    assert json.loads(_files(ana, job)["codings.json"]) == []
    assert [(one["key"], one["codings"]) for one in job["told"]["withheld"]] == [("S1", 1)]


@pytest.mark.parametrize(
    "asked",
    [
        {"form": "nothing"},
        {"form": "refi", "ending": ".exe"},
        {"form": "tidy", "leave_out": ["S99"]},
        {"form": "qualcoder", "ending": ".qda"},
    ],
)
def test_what_cannot_be_written_is_refused_at_once(ana: Browser, asked: dict[str, Any]) -> None:
    answer = ana.request("POST", "/exports", json=asked)
    assert answer.status_code == 422
    assert answer.json()["error"]["message_id"]


def test_a_project_is_looked_at_before_it_comes_in(ana: Browser, tmp_path: Path) -> None:
    text = foreign.emoji_text(1)
    spans = foreign.word_spans(text, 1)
    file = foreign.coded(tmp_path / "a.qdpx", foreign.PRODUCERS["nvivo windows"], [text], [spans])
    upload = [("files", ("a.qdpx", file.read_bytes()))]
    before = ana.ok("GET", "/sources")["total"]
    looked = ana.ok("POST", "/import", files=upload, data={"dry_run": "true"})
    assert looked["added"]["codings"] == 100
    assert {problem["code"] for problem in looked["problems"]} >= {"refi.unit"}
    assert ana.ok("GET", "/sources")["total"] == before
    brought = ana.ok("POST", "/import", files=upload)
    assert brought["added"] == looked["added"]
    assert ana.ok("GET", "/sources")["total"] == before + 1
