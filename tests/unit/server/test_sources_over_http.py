"""Sources through HTTP: pasting, reading, appraising, changing, joining and erasing."""

from __future__ import annotations

import pytest
from tests.factories.served_study import TEXTS, Browser


def test_the_text_is_the_text(ana: Browser) -> None:
    for key, text in TEXTS.items():
        answer = ana.ok("GET", f"/sources/{ana.source(key)['guid']}/text")
        assert (answer["text"], answer["length_cp"]) == (text, len(text))


def test_a_pasted_text_is_kept_as_it_came(ana: Browser) -> None:
    body = {"key": "S9", "title": "", "kind": "law", "language": "id", "text": "satu\r\ndua\r🪁 e\u0301"}
    made = ana.ok("POST", "/sources", json=body)["rows"][0]
    assert (made["title"], made["kind"]) == ("S9", "law")
    assert ana.ok("GET", f"/sources/{made['guid']}/text")["text"] == "satu\ndua\n🪁 e\u0301"
    original = ana.request("GET", f"/sources/{made['guid']}/original")
    assert original.content == body["text"].encode()
    assert original.headers["content-type"] == "application/octet-stream"
    assert original.headers["content-disposition"].startswith("attachment")
    again = ana.request("POST", "/sources", json=body)
    assert (again.status_code, again.json()["error"]["code"]) == (409, "study.source-taken")


def test_an_appraisal_shows_in_the_table(ana: Browser) -> None:
    guid = ana.source("S1")["guid"]
    body = {"reliability": "B", "credibility": 3, "reliability_why": "known paper"}
    row = ana.ok("PUT", f"/sources/{guid}/appraisal", json=body)["rows"][0]
    assert (row["reliability"], row["credibility"], row["appraised_by"]) == ("B", 3, "ana")
    assert ana.source("S1") == row
    for wrong in ({"reliability": "G", "credibility": 3}, {"reliability": "A", "credibility": 7}):
        assert ana.request("PUT", f"/sources/{guid}/appraisal", json=wrong).status_code == 422


def test_what_is_known_of_a_source_changes_and_a_stale_change_does_not(ana: Browser) -> None:
    row = ana.source("S1")
    after = ana.ok("PATCH", f"/sources/{row['guid']}", etag=row["etag"], json={"published": "2019-12", "kind": "law"})
    assert (after["rows"][0]["published"], after["rows"][0]["kind"]) == ("2019-12", "law")
    stale = ana.request("PATCH", f"/sources/{row['guid']}", etag=row["etag"], json={"title": "x"})
    assert (stale.status_code, stale.json()["current"]["published"]) == (412, "2019-12")


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({"inclusion": "excluded"}, "study.reason-missing"),
        ({"published": "last year"}, "study.date"),
        ({"kind": "blog"}, "server.malformed"),
        ({"text": "other"}, "server.malformed"),
    ],
)
def test_a_change_that_makes_no_sense_is_refused(ana: Browser, change: dict[str, str], code: str) -> None:
    row = ana.source("S1")
    answer = ana.request("PATCH", f"/sources/{row['guid']}", etag=row["etag"], json=change)
    assert (answer.status_code, answer.json()["error"]["code"]) == (422, code)
    assert ana.source("S1") == row


def test_confirmed_duplicates_are_one_witness(ana: Browser) -> None:
    first, second = ana.source("S1"), ana.source("S3")
    assert first["witness"] != second["witness"]
    rows = ana.ok("POST", "/duplicates", json={"first": first["guid"], "second": second["guid"]})["rows"]
    assert len({row["witness"] for row in rows}) == 1


def test_an_erased_source_is_gone_with_its_codings(ana: Browser) -> None:
    made = ana.add("S1", "pariwisata", "TC-TOUR")
    row = ana.source("S1")
    assert ana.ok("POST", f"/sources/{row['guid']}/erase", etag=row["etag"])["gone"] == [row["guid"]]
    assert [found["key"] for found in ana.ok("GET", "/sources")["rows"]] == ["S2", "S3"]
    answer = ana.request("GET", f"/sources/{made['source']}/text")
    assert (answer.status_code, answer.json()["error"]["code"]) == (404, "server.no-row")
    assert ana.request("POST", "/undo").status_code == 409


def test_a_transcript_comes_with_turns_and_questions(worked: Browser) -> None:
    row = worked.source("INT-ILLUS-01")
    answer = worked.ok("GET", f"/sources/{row['guid']}/text")
    turns = [mark for mark in answer["landmarks"] if mark["kind"] == "turn"]
    assert len(turns) > 10
    assert {turn["attributes"]["speaker"] for turn in turns} >= {"Narasumber"}
    assert turns == sorted(turns, key=lambda turn: int(turn["start_cp"]))
    asked = {turn["attributes"].get("question") for turn in turns} - {None}
    assert asked <= {question["id"] for question in answer["questions"]}
