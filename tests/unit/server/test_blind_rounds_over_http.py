"""In a blind round the server itself keeps the other coder's work back, in every answer."""

from __future__ import annotations

import pytest
from tests.factories.served_study import Browser


@pytest.fixture
def blind(ana: Browser, budi: Browser) -> str:
    """Round 2, blind, in which both have coded; Ana's coding says `secret` in its memo. Returns the round's guid."""
    guid = str(ana.ok("POST", "/rounds", json={"number": 2, "blind": True})["rows"][0]["guid"])
    ana.add("S1", "pariwisata", "TC-TOUR", memo="open")
    ana.add("S1", "alasan utama", "TC-TOUR", memo="secret", round=2)
    left = {"source": ana.source("S1")["guid"], "start_cp": 0, "end_cp": 8, "reason": "secret", "round": 2}
    ana.ok("POST", "/uncoded", json=left)
    budi.add("S1", "Denpasar", "TC-TOUR", round=2)
    return guid


READS = (
    "/sources/{source}/codings", "/codes/{code}/passages", "/codes/{code}/passages?format=csv", "/codebook",
    "/tables/codebook", "/sources",
    "/memos", "/log", "",
)  # fmt: skip


def test_nothing_of_the_other_coder_is_told(blind: str, ana: Browser, budi: Browser) -> None:
    place = {"source": ana.source("S1")["guid"], "code": ana.code("TC-TOUR")["guid"]}
    for path in READS:
        assert "secret" not in budi.request("GET", path.format(**place)).text, path
    assert "secret" not in budi.request("POST", "/retrieve", json={}).text
    assert "secret" in ana.request("GET", READS[0].format(**place)).text
    seen = budi.ok("GET", READS[0].format(**place))
    assert seen["hidden"] is True
    assert {(row["coder"], row["round"]) for row in seen["codings"]} == {("ana", 1), ("budi", 2)}
    assert seen["uncoded"] == []


def test_counts_do_not_tell_either(blind: str, ana: Browser, budi: Browser) -> None:
    assert budi.code("TC-TOUR")["count"] == 2
    budi.ok("PATCH", "", json={"motives": ["TC-TOUR"]}, etag=budi.ok("GET", "")["etag"])
    assert "one-witness" not in {step["kind"] for step in budi.ok("GET", "")["next"]}
    assert budi.source("S1")["codings"] == 2
    assert budi.ok("POST", "/retrieve", json={})["total"] == 2
    cells = budi.ok("POST", "/matrix", json={"columns": "coder"})["cells"]
    assert {cell["column"]: cell["count"] for cell in cells} == {"ana": 1, "budi": 1}
    for browser, own in ((ana, {"ana": 2}), (budi, {"ana": 1, "budi": 1}), (ana, {"ana": 2})):
        counts = browser.ok("GET", "/figures/matrix", params={"across": "coder"})["tables"][0]
        names = [column["name"] for column in counts["columns"]]
        assert dict(zip(names[1:], counts["rows"][0][1:], strict=True)) == own


def test_a_hidden_coding_is_not_told_by_a_stale_change(blind: str, ana: Browser, budi: Browser) -> None:
    source = ana.source("S1")["guid"]
    hidden = next(row for row in ana.ok("GET", f"/sources/{source}/codings")["codings"] if row["memo"] == "secret")
    for version in ("stale", hidden["etag"], "*"):
        answer = budi.request("PATCH", f"/codings/{hidden['guid']}", etag=version, json={"memo": "x"})
        assert (answer.status_code, answer.json()["current"]) == (412, None)
        assert "secret" not in answer.text


@pytest.mark.parametrize("path", ["/agreement", "/disagreements", "/ranking", "/switches", "/findings", "/report",
                                  "/tables/motives", "/tables/disagreements", "/tables/agreement-by-code"])  # fmt: skip
def test_what_joins_the_coders_waits(blind: str, ana: Browser, path: str) -> None:
    answer = ana.request("GET", path)
    assert (answer.status_code, answer.json()["error"]["code"]) == (403, "study.blind-round-open")


def test_locking_opens_the_work_and_closes_the_round(blind: str, ana: Browser, budi: Browser) -> None:
    found = next(row for row in ana.ok("GET", "")["rounds"] if row["guid"] == blind)
    ana.ok("PATCH", f"/rounds/{blind}", etag=found["etag"], json={"locked": True})
    source = ana.source("S1")["guid"]
    seen = budi.ok("GET", f"/sources/{source}/codings")
    assert seen["hidden"] is False
    assert {row["memo"] for row in seen["codings"]} == {"open", "secret", ""}
    own = next(row for row in seen["codings"] if row["coder"] == "budi")
    for answer in (
        budi.request("PATCH", f"/codings/{own['guid']}", etag=own["etag"], json={"memo": "x"}),
        budi.request("DELETE", f"/codings/{own['guid']}", etag=own["etag"]),
    ):
        assert (answer.status_code, answer.json()["error"]["code"]) == (409, "study.round-locked")
    settled = ana.ok(
        "POST", "/adjudications", json={"source": source, "start_cp": 0, "end_cp": 8, "codes": [own["code"]]}
    )
    assert len(settled["guids"]) == 1
    rounds = {row["label"]: row for row in ana.ok("GET", "")["rounds"]}
    assert rounds["adjudication"]["counts"] is False


def test_a_round_is_named_once(ana: Browser) -> None:
    ana.ok("POST", "/rounds", json={"label": "second"})
    assert ana.request("POST", "/rounds", json={"number": 1}).status_code == 422
