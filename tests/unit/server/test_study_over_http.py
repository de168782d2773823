"""The study as a whole, memos and the session through HTTP."""

from __future__ import annotations

from pathlib import Path

from tests.factories.served_study import Browser, copied, serving


def test_the_home_tells_what_to_do_next(ana: Browser) -> None:
    home = ana.ok("GET", "")
    steps = {step["kind"]: step for step in home["next"]}
    assert (steps["unappraised"]["n"], steps["unappraised"]["keys"]) == (3, ["S1", "S2", "S3"])
    assert (steps["unread"]["en"], steps["unread"]["id"]) == (
        "Read 3 sources that nobody has coded.", "Baca 3 sumber yang belum dikodekan siapa pun.",
    )  # fmt: skip
    ana.add("S1", "pariwisata", "TC-TOUR")
    ana.ok("PUT", f"/sources/{ana.source('S1')['guid']}/appraisal", json={"reliability": "A", "credibility": 1})
    after = {step["kind"]: step for step in ana.ok("GET", "")["next"]}
    assert after["unread"]["keys"] == after["unappraised"]["keys"] == ["S2", "S3"]
    assert (after["unused"]["n"], after["unread"]["en"]) == (
        steps["unused"]["n"] - 1, "Read 2 sources that nobody has coded.",
    )  # fmt: skip


def test_settings_change_and_a_stale_change_does_not(ana: Browser) -> None:
    before = ana.ok("GET", "")
    change = {
        "title_id": "Kecil",
        "question_en": "Why?",
        "decision_date": "2019-11-28",
        "motives": ["MOT-TC", "MOT-MKT"],
    }
    after = ana.ok("PATCH", "", etag=before["etag"], json=change)["rows"][0]
    assert after["title"] == {"en": "Small", "id": "Kecil"}
    assert (after["question"]["en"], after["decision_date"], after["motives"]) == (
        "Why?",
        "2019-11-28",
        change["motives"],
    )
    stale = ana.request("PATCH", "", etag=before["etag"], json={"title_en": "x"})
    assert (stale.status_code, stale.json()["current"]["title_id"]) == (412, "Kecil")
    assert ana.request("PATCH", "", etag=after["etag"], json={"motives": ["NO-SUCH"]}).status_code == 422
    assert ana.request("PATCH", "", etag=after["etag"], json={"decision_date": "soon"}).status_code == 422


def test_memos_and_the_journal(ana: Browser, budi: Browser) -> None:
    source = ana.source("S1")["guid"]
    about = {"body": "odd tone", "target_table": "source", "target": source}
    memo = ana.ok("POST", "/memos", json=about)["rows"][0]
    ana.ok("POST", "/memos", json={"kind": "journal", "title": "Day 1", "body": "began"})
    assert [row["kind"] for row in ana.ok("GET", "/memos")["rows"]] == ["journal", "memo"]
    assert ana.ok("GET", f"/memos?target={source}")["rows"] == [memo]
    foreign = budi.request("PATCH", f"/memos/{memo['guid']}", etag=memo["etag"], json={"body": "x"})
    assert (foreign.status_code, foreign.json()["error"]["code"]) == (403, "study.not-your-memo")
    after = ana.ok("PATCH", f"/memos/{memo['guid']}", etag=memo["etag"], json={"body": "odder"})["rows"][0]
    assert ana.request("DELETE", f"/memos/{memo['guid']}", etag=memo["etag"]).status_code == 412
    ana.ok("DELETE", f"/memos/{memo['guid']}", etag=after["etag"])
    assert [row["kind"] for row in ana.ok("GET", "/memos")["rows"]] == ["journal"]
    assert ana.request("POST", "/memos", json={"body": " "}).json()["error"]["code"] == "study.empty-memo"


def test_the_session_remembers_who_works_in_the_browser(ana: Browser) -> None:
    ana.headers.pop("X-Tenun-Coder")
    assert ana.ok("PATCH", "/api/session", json={"coder": "Komang Ñ", "language": "id"})["coder"] == "Komang Ñ"
    assert ana.add("S1", "pariwisata", "TC-TOUR")["coder"] == "Komang Ñ"
    ana.headers["X-Tenun-Coder"] = "Made%20%C3%91"
    assert ana.add("S1", "alasan", "TC-TOUR")["coder"] == "Made Ñ"
    for name in ("tenun", "%00", "x" * 201, "%20"):
        ana.headers["X-Tenun-Coder"] = name
        answer = ana.request("POST", "/undo")
        assert (answer.status_code, answer.json()["error"]["code"]) == (422, "server.coder-name")


def test_an_invitation_lets_one_more_browser_in(ana: Browser) -> None:
    url = ana.ok("POST", "/api/session/invitations")["url"]
    ana.cookies.clear()
    assert ana.request("GET", "/api/session").status_code == 401
    assert ana.request("GET", url).status_code == 303
    assert ana.request("GET", "/api/session").status_code == 200
    ana.cookies.clear()
    assert ana.request("GET", url).status_code == 401


def test_everything_is_there_after_a_restart(small_template: Path, tmp_path: Path) -> None:
    path = copied(small_template, tmp_path)
    with serving([path]) as first, Browser(first) as browser:
        made = browser.add("S1", "pariwisata", "TC-TOUR")
    assert sorted(found.name for found in tmp_path.iterdir()) == [path.name]
    with serving([path]) as second, Browser(second) as browser:
        assert browser.ok("GET", f"/sources/{made['source']}/codings")["codings"] == [made]
        browser.ok("POST", "/undo")
        assert browser.ok("GET", f"/sources/{made['source']}/codings")["codings"] == []


def test_the_log_names_every_change(ana: Browser) -> None:
    ana.add("S1", "pariwisata", "TC-TOUR")
    ana.ok("POST", "/undo")
    undo, coded, *_ = ana.ok("GET", "/log")
    assert (undo["operation"], undo["undoes"], coded["operation"], coded["coder"]) == (
        "undo", coded["seq"], "code_passage", "ana",
    )  # fmt: skip
