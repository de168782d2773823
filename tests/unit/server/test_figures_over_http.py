"""Agreement, motives, findings, timeline and reports of the worked study through HTTP."""

from __future__ import annotations

import time

import pytest
from tests.factories.served_study import Browser

pytestmark = pytest.mark.slow


def test_agreement_and_its_queue(worked: Browser) -> None:
    figures = worked.ok("GET", "/agreement")
    assert len(figures["coders"]) == 2
    assert {level["level"] for level in figures["levels"]} == {"code", "motive"}
    queue, after = [], None
    while True:
        page = worked.ok("GET", "/disagreements", params={"limit": 40, **({"after": after} if after else {})})
        queue += page["rows"]
        if (after := page["next"]) is None:
            break
    assert len(queue) == figures["disagreements"] == page["total"]
    for row in queue:
        first, second = row["labels"].values()
        assert first != second
        assert row["quote"]
        assert row["adjudicated"] is None


def test_ranking_with_its_threads_and_switches(worked: Browser) -> None:
    plain = worked.ok("GET", "/ranking")
    assert plain["threads"].keys() == {motive["id"] for motive in plain["ranking"]["motives"]}
    for motive in plain["ranking"]["motives"]:
        thread = plain["threads"][motive["id"]]
        assert len({row["passage"] for row in thread["supports"]}) == len(motive["passages"])
        assert {row["polarity"] for row in thread["supports"]} <= {"supports"}
        assert {row["polarity"] for row in thread["opposes"]} <= {"opposes"}
    turned = worked.ok("GET", "/ranking", params={"switch": ["any-time", "any-actor"]})
    assert sorted(turned["ranking"]["switches"]) == ["any-actor", "any-time"]
    assert turned["ranking"]["n"] >= plain["ranking"]["n"]
    switches = worked.ok("GET", "/switches")
    assert {row["switch"] for row in switches["table"]["rows"]} <= {*switches["names"], "headline", "none", ""}
    answer = worked.request("GET", "/ranking", params={"switch": "no-such"})
    assert (answer.status_code, answer.json()["error"]["code"]) == (422, "claims.unknown-switch")


def test_findings_and_timeline(worked: Browser) -> None:
    findings = worked.ok("GET", "/findings")["findings"]
    assert {"triangulation", "published", "theory", "rivals", "limits", "confidence"} <= findings.keys()
    timeline = worked.ok("GET", "/timeline")
    dates = [event["date"] for event in timeline["events"]]
    assert dates == sorted(dates)
    assert len(dates) == 16
    assert len(timeline["conflicts"]) == 8
    named = {guid for event in timeline["events"] for guid in event["passages"]}
    assert named <= timeline["quotes"].keys()


def test_the_preview_runs_nothing_and_may_be_framed(worked: Browser) -> None:
    answer = worked.request("GET", "/report", params={"language": "id"})
    assert answer.status_code == 200
    assert answer.text.lower().startswith("<!doctype html>")
    policy = answer.headers["content-security-policy"]
    assert policy.startswith("sandbox")
    assert "allow-scripts" not in policy
    assert "frame-ancestors 'self'" in policy
    assert "x-frame-options" not in answer.headers


def test_a_report_is_written_while_others_work(worked: Browser) -> None:
    job = worked.ok("POST", "/reports", json={"languages": ["en"], "formats": ["html", "docx"]})
    assert job["state"] == "running"
    slowest = 0.0
    while job["state"] == "running":
        begun = time.perf_counter()
        worked.ok("GET", "/codebook")
        slowest = max(slowest, time.perf_counter() - begun)
        job = worked.ok("GET", f"/jobs/{job['id']}")
        time.sleep(0.05)
    assert (job["state"], sorted(job["files"])) == ("done", ["report-en.docx", "report-en.html"])
    assert slowest < 0.5
    for name in job["files"]:
        answer = worked.request("GET", f"/jobs/{job['id']}/files/{name}")
        assert answer.headers["content-disposition"].startswith("attachment")
        assert len(answer.content) > 10_000
    assert worked.request("GET", f"/jobs/{job['id']}/files/other.html").status_code == 404
    assert worked.request("GET", "/jobs/6446e6d1-933a-4e0b-8f00-000000000001").status_code == 404


def test_what_cannot_be_worked_out_says_why(ana: Browser) -> None:
    answer = ana.request("GET", "/agreement")
    assert (answer.status_code, answer.json()["error"]["code"]) == (422, "analysis.one-coder")
