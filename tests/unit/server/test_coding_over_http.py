"""Coding through HTTP: what is stored, what a stale or foreign change does, and taking things back."""

from __future__ import annotations

import threading
from contextlib import ExitStack

import pytest
from tests.factories.served_study import TEXTS, Browser

from tenun.server.run import Ready


def test_a_coding_is_stored_with_the_words_selected(ana: Browser) -> None:
    made = ana.add("S1", "🪁🇮🇩", "TC-TOUR", memo="emoji", facets={"priority": "first"})
    assert TEXTS["S1"][made["start_cp"] : made["end_cp"]] == "🪁🇮🇩"
    (found,) = ana.ok("GET", f"/sources/{made['source']}/codings")["codings"]
    assert found == made
    assert (found["coder"], found["round"], found["memo"], found["priority"]) == ("ana", 1, "emoji", "first")


def test_other_words_than_the_text_has_are_refused(ana: Browser) -> None:
    source, code = ana.source("S2")["guid"], ana.code("TC-TOUR")["guid"]
    body = {"source": source, "start_cp": 0, "end_cp": 9, "code": code, "quote": "The major"}
    answer = ana.request("POST", "/codings", json=body)
    assert (answer.status_code, answer.json()["error"]["code"]) == (422, "study.other-words")
    assert ana.ok("GET", f"/sources/{source}/codings")["codings"] == []


@pytest.mark.parametrize(
    ("start", "end", "code"),
    [(5, 5, "server.malformed"), (9, 5, "server.malformed"), (0, 10_000, "study.span-outside")],
)
def test_a_span_that_is_none_is_refused(ana: Browser, start: int, end: int, code: str) -> None:
    body = {"source": ana.source("S1")["guid"], "start_cp": start, "end_cp": end, "code": ana.code("TC-TOUR")["guid"]}
    answer = ana.request("POST", "/codings", json=body)
    assert (answer.status_code, answer.json()["error"]["code"]) == (422, code)


def test_the_same_code_twice_on_a_passage_is_a_conflict(ana: Browser, budi: Browser) -> None:
    first = ana.add("S1", "pariwisata", "TC-TOUR")
    body = {name: first[name] for name in ("source", "start_cp", "end_cp", "code")}
    assert ana.request("POST", "/codings", json=body).status_code == 409
    assert budi.request("POST", "/codings", json=body).status_code == 201


def test_recoding_keeps_memo_and_facets(ana: Browser) -> None:
    made = ana.add("S1", "pariwisata", "TC-TOUR", memo="why", facets={"polarity": "opposes"})
    other = ana.code("TC-CULT")
    after = ana.ok("PATCH", f"/codings/{made['guid']}", etag=made["etag"], json={"code": other["guid"]})["rows"][0]
    assert (after["code_key"], after["memo"], after["polarity"]) == ("TC-CULT", "why", "opposes")
    assert after["etag"] != made["etag"]


def test_resizing_points_the_coding_elsewhere(ana: Browser) -> None:
    made = ana.add("S1", "pariwisata", "TC-TOUR", memo="kept")
    ends = {"start_cp": made["start_cp"] - 3, "end_cp": made["end_cp"] + 8}
    after = ana.ok("PATCH", f"/codings/{made['guid']}", etag=made["etag"], json=ends)["rows"][0]
    assert {name: after[name] for name in ends} == ends
    assert (after["guid"], after["memo"]) == (made["guid"], "kept")
    assert after["passage"] != made["passage"]


def test_resizing_onto_a_twin_is_a_conflict(ana: Browser) -> None:
    short, long = ana.add("S1", "pariwisata", "TC-TOUR"), ana.add("S1", "menyebut pariwisata", "TC-TOUR")
    ends = {name: long[name] for name in ("start_cp", "end_cp")}
    assert ana.request("PATCH", f"/codings/{short['guid']}", etag=short["etag"], json=ends).status_code == 409


def test_facets_change_one_by_one(ana: Browser) -> None:
    made = ana.add("S1", "pariwisata", "TC-TOUR", facets={"actor": "partner"})
    change = {"facets": {"time": "before"}}
    after = ana.ok("PATCH", f"/codings/{made['guid']}", etag=made["etag"], json=change)["rows"][0]
    assert (after["actor"], after["time"]) == ("partner", "before")


def test_a_stale_change_is_shown_both_versions_and_loses_nothing(ana: Browser) -> None:
    made = ana.add("S1", "pariwisata", "TC-TOUR")
    ana.ok("PATCH", f"/codings/{made['guid']}", etag=made["etag"], json={"memo": "first"})
    answer = ana.request("PATCH", f"/codings/{made['guid']}", etag=made["etag"], json={"memo": "second"})
    assert answer.status_code == 412
    assert (answer.json()["error"]["code"], answer.json()["current"]["memo"]) == ("study.moved-on", "first")
    current = answer.json()["current"]["etag"]
    after = ana.ok("PATCH", f"/codings/{made['guid']}", etag=current, json={"memo": "both"})["rows"][0]
    assert after["memo"] == "both"


def test_a_change_of_what_is_gone_says_so(ana: Browser) -> None:
    made = ana.add("S1", "pariwisata", "TC-TOUR")
    assert ana.ok("DELETE", f"/codings/{made['guid']}", etag=made["etag"])["gone"] == [made["guid"]]
    answer = ana.request("PATCH", f"/codings/{made['guid']}", etag=made["etag"], json={"memo": "x"})
    assert (answer.status_code, answer.json()["current"], answer.json()["error"]["code"]) == (412, None, "study.gone")


def test_a_change_must_name_a_version(ana: Browser) -> None:
    made = ana.add("S1", "pariwisata", "TC-TOUR")
    answer = ana.request("PATCH", f"/codings/{made['guid']}", json={"memo": "x"})
    assert (answer.status_code, answer.json()["error"]["code"]) == (422, "server.if-match")


def test_nobody_alters_what_another_person_coded(ana: Browser, budi: Browser) -> None:
    made = ana.add("S1", "pariwisata", "TC-TOUR")
    for answer in (
        budi.request("PATCH", f"/codings/{made['guid']}", etag=made["etag"], json={"memo": "x"}),
        budi.request("DELETE", f"/codings/{made['guid']}", etag=made["etag"]),
    ):
        assert (answer.status_code, answer.json()["error"]["code"]) == (403, "study.not-your-coding")


def test_many_places_are_one_step_to_undo(ana: Browser) -> None:
    hits = ana.ok("GET", "/search", params={"q": "trade"})["hits"]
    spans = [{name: hit[name] for name in ("source", "start_cp", "end_cp")} for hit in hits]
    assert len(spans) == 2
    code = ana.code("MKT-ACCESS")["guid"]
    made = ana.ok("POST", "/codings/bulk", json={"code": code, "spans": spans})["rows"]
    assert [TEXTS["S2"][row["start_cp"] : row["end_cp"]] for row in made] == ["trade", "Trade"]
    assert ana.ok("POST", "/codings/bulk", json={"code": code, "spans": spans})["rows"] == []
    ana.ok("POST", "/undo")
    assert ana.ok("GET", f"/sources/{spans[0]['source']}/codings")["codings"] == []


def test_what_was_left_uncoded_and_not_found_is_noted(ana: Browser) -> None:
    source, code = ana.source("S3")["guid"], ana.code("TC-TOUR")["guid"]
    body = {"source": source, "start_cp": 0, "end_cp": 10, "reason": "nothing about motives"}
    left = ana.ok("POST", "/uncoded", json=body)["rows"][0]
    assert ana.ok("GET", f"/sources/{source}/codings")["uncoded"] == [left]
    ana.ok("DELETE", f"/uncoded/{left['guid']}", etag=left["etag"])
    assert ana.ok("GET", f"/sources/{source}/codings")["uncoded"] == []
    note = ana.ok("POST", "/coverage", json={"source": source, "code": code})["rows"][0]
    assert (note["coder"], note["code"]) == ("ana", code)


def test_undo_goes_back_to_the_start_and_redo_forward_again(ana: Browser) -> None:
    made = ana.add("S1", "pariwisata", "TC-TOUR")
    changed = ana.ok("PATCH", f"/codings/{made['guid']}", etag=made["etag"], json={"memo": "why"})["rows"][0]
    ana.ok("DELETE", f"/codings/{made['guid']}", etag=changed["etag"])
    there = f"/sources/{made['source']}/codings"
    states = []
    for _ in range(3):
        undone = ana.ok("POST", "/undo")
        assert "coding" in undone["tables"]
        states.append(ana.ok("GET", there)["codings"])
    assert states == [[changed], [made], []]
    ana.ok("POST", "/redo")
    assert ana.ok("GET", there)["codings"] == [made]


def test_undo_is_one_s_own(ana: Browser, budi: Browser) -> None:
    made = ana.add("S1", "pariwisata", "TC-TOUR")
    answer = budi.request("POST", "/undo")
    assert (answer.status_code, answer.json()["error"]["code"]) == (409, "store.nothing-to-undo")
    assert ana.ok("GET", f"/sources/{made['source']}/codings")["codings"] == [made]


def test_twenty_browsers_at_once_lose_nothing(ready: Ready) -> None:
    with Browser(ready) as first:
        source, code = first.source("S1")["guid"], first.code("TC-TOUR")["guid"]
    failed: list[str] = []

    def work(number: int, browser: Browser) -> None:
        for start in range(10):
            body = {"source": source, "start_cp": start, "end_cp": start + 5 + number, "code": code}
            answer = browser.request("POST", "/codings", json=body)
            if answer.status_code != 201:
                failed.append(answer.text)

    with ExitStack() as doors:
        browsers = [doors.enter_context(Browser(ready, f"coder {number}")) for number in range(20)]
        threads = [threading.Thread(target=work, args=pair) for pair in enumerate(browsers)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
    assert failed == []
    with Browser(ready) as last:
        rows = last.ok("GET", f"/sources/{source}/codings")["codings"]
        assert len(rows) == 200
        assert len({(row["coder"], row["start_cp"]) for row in rows}) == 200
        assert last.ok("GET", "")["revision"] == len(last.ok("GET", "/log", params={"limit": 1_000}))
    assert next(iter(ready.studies)).store.verify() == []
