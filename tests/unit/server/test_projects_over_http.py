"""Projects for other programs through the server: what they cannot carry, the file, and back in."""

from __future__ import annotations

import time
from pathlib import Path

import pytest
from tests.factories import foreign_projects as foreign
from tests.factories.projects import members
from tests.factories.served_study import Browser


def _file(browser: Browser, kind: str) -> bytes:
    job = browser.ok("POST", "/projects", json={"format": kind})
    while job["state"] == "running":
        time.sleep(0.05)
        job = browser.ok("GET", f"/jobs/{job['id']}")
    assert job["error"] is None
    answer = browser.request("GET", f"/jobs/{job['id']}/files/{job['files'][0]}")
    assert answer.headers["content-disposition"] == f'attachment; filename="small-study.{kind}"'
    return answer.content


@pytest.mark.parametrize("kind", ["qdpx", "qdc"])
def test_the_study_is_taken_away_and_coming_back_changes_nothing(ana: Browser, kind: str, tmp_path: Path) -> None:
    ana.add("S1", "pariwisata", "TC-TOUR")
    content = _file(ana, kind)
    if kind == "qdpx":
        (tmp_path / "a.qdpx").write_bytes(content)
        assert "project.qde" in members(tmp_path / "a.qdpx")
    answer = ana.ok("POST", "/import", files=[("files", (f"a.{kind}", content))])
    assert not any(answer["added"].values())
    assert answer["problems"] == []


def test_what_the_format_cannot_carry_is_told_in_both_languages(ana: Browser) -> None:
    rows = {row["item"]: row for row in ana.ok("GET", "/losses")["rows"]}
    assert rows["settings"]["beside"]
    assert not rows["events"]["beside"]
    assert all(row["en"] and row["id"] and row["count"] > 0 for row in rows.values())


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
