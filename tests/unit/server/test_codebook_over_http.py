"""The codebook through HTTP: writing, moving, merging, splitting, and what the history keeps."""

from __future__ import annotations

from tests.factories.served_study import Browser


def test_a_code_is_made_in_the_midst_of_coding(ana: Browser) -> None:
    parent = ana.code("MOT")["guid"]
    words = {"label_en": "City pride", "label_id": "Kebanggaan kota", "definition_en": "To be proud of the city."}
    made = ana.ok("POST", "/codes", json={**words, "parent": parent})["rows"][0]
    assert (made["key"], made["parent"], made["version"], made["count"]) == ("CITY-PRIDE", parent, 1, 0)
    again = ana.ok("POST", "/codes", json={"label_en": "City pride"})["rows"][0]
    assert again["key"] == "CITY-PRIDE-2"
    answer = ana.request("POST", "/codes", json={"key": "CITY-PRIDE"})
    assert (answer.status_code, answer.json()["error"]["code"]) == (409, "study.code-taken")


def test_an_edit_makes_a_version_and_a_stale_one_is_refused(ana: Browser) -> None:
    code = ana.code("TC-TOUR")
    body = {"definition_en": "More visitors.", "meaning_changed": True}
    after = ana.ok("PATCH", f"/codes/{code['guid']}", etag=code["etag"], json=body)["rows"][0]
    assert (after["definition_en"], after["version"]) == ("More visitors.", 2)
    stale = ana.request("PATCH", f"/codes/{code['guid']}", etag=code["etag"], json={"label_en": "x"})
    assert (stale.status_code, stale.json()["current"]["definition_en"]) == (412, "More visitors.")
    versions = ana.ok("GET", f"/codes/{code['guid']}/versions")["rows"]
    assert [(row["number"], row["meaning_changed"], row["coder"]) for row in versions] == [
        (2, True, "ana"),
        (1, False, "ana"),
    ]
    assert versions[1]["content"]["definition_en"] == code["definition_en"]


def test_codings_keep_the_version_they_were_made_with(ana: Browser) -> None:
    before = ana.add("S1", "pariwisata", "TC-TOUR")
    code = ana.code("TC-TOUR")
    ana.ok("PATCH", f"/codes/{code['guid']}", etag=code["etag"], json={"label_en": "Tourists"})
    after = ana.add("S1", "menyebut pariwisata", "TC-TOUR")
    assert (before["code_version"], after["code_version"]) == (1, 2)


def test_moving_changes_parent_and_order(ana: Browser) -> None:
    code, parent = ana.code("TC-TOUR"), ana.code("MOT-MKT")
    rows = ana.ok(
        "POST", f"/codes/{code['guid']}/move", etag=code["etag"], json={"parent": parent["guid"], "position": 0}
    )["rows"]
    below = [row["key"] for row in rows if row["parent"] == parent["guid"]]
    assert below[0] == "TC-TOUR"
    assert sorted(row["position"] for row in rows) == list(range(len(rows)))
    circle = ana.request("POST", f"/codes/{parent['guid']}/move", etag="*", json={"parent": code["guid"]})
    assert (circle.status_code, circle.json()["error"]["code"]) == (422, "study.code-below-itself")


def test_merging_moves_codings_and_joins_memos(ana: Browser) -> None:
    ana.add("S1", "pariwisata", "TC-CULT", memo="culture")
    ana.add("S1", "pariwisata", "TC-TOUR", memo="tourism")
    alone = ana.add("S1", "alasan utama", "TC-CULT")
    gone, into = ana.code("TC-CULT"), ana.code("TC-TOUR")
    answer = ana.ok("POST", f"/codes/{gone['guid']}/merge", etag=gone["etag"], json={"into": into["guid"]})
    assert (answer["gone"], answer["rows"][0]["count"]) == ([gone["guid"]], 2)
    codings = ana.ok("GET", f"/sources/{alone['source']}/codings")["codings"]
    assert {(row["code_key"], row["memo"]) for row in codings} == {("TC-TOUR", "tourism\n\nculture"), ("TC-TOUR", "")}
    ana.ok("POST", "/undo")
    assert ana.code("TC-CULT")["count"] == 2


def test_a_code_is_not_merged_into_one_below_it(ana: Browser) -> None:
    motive, below = ana.code("MOT-TC"), ana.code("TC-TOUR")
    answer = ana.request("POST", f"/codes/{motive['guid']}/merge", etag="*", json={"into": below["guid"]})
    assert (answer.status_code, answer.json()["error"]["code"]) == (422, "study.merge-into-itself")


def test_splitting_shares_out_codings(ana: Browser) -> None:
    first, second = ana.add("S1", "pariwisata", "TC-TOUR"), ana.add("S1", "alasan utama", "TC-TOUR")
    code = ana.code("TC-TOUR")
    parts = [{"label_en": "Beaches", "codings": [first["guid"]]}, {"label_en": "Parks"}]
    rows = ana.ok("POST", f"/codes/{code['guid']}/split", etag=code["etag"], json={"parts": parts})["rows"]
    counts = {row["key"]: row["count"] for row in rows}
    assert counts == {"TC-TOUR": 1, "BEACHES": 1, "PARKS": 0}
    assert all(row["parent"] == code["guid"] for row in rows if row["key"] != "TC-TOUR")
    wrong = [{"label_en": "Other", "codings": [second["guid"], first["guid"]]}]
    answer = ana.request("POST", f"/codes/{code['guid']}/split", etag="*", json={"parts": wrong})
    assert answer.json()["error"]["code"] == "study.split-codings"


def test_only_a_code_that_nothing_uses_goes(ana: Browser) -> None:
    ana.add("S1", "pariwisata", "TC-TOUR")
    used, unused = ana.code("TC-TOUR"), ana.code("TC-CULT")
    answer = ana.request("DELETE", f"/codes/{used['guid']}", etag=used["etag"])
    assert (answer.status_code, answer.json()["error"]["code"]) == (409, "study.code-in-use")
    assert ana.ok("DELETE", f"/codes/{unused['guid']}", etag=unused["etag"])["gone"] == [unused["guid"]]
    ana.ok("POST", "/undo")
    assert ana.code("TC-CULT") == unused


def test_a_framework_is_loaded_once(ana: Browser) -> None:
    book = ana.ok("GET", "/codebook")
    assert book["frameworks"] == ["south-south-sister-city"]
    assert ana.ok("POST", "/codebook/load", json={"name": "south-south-sister-city"})["added"] == 0
    assert ana.request("POST", "/codebook/load", json={"name": "no-such"}).status_code == 422


def test_a_long_name_is_taken_and_one_too_long_is_not(ana: Browser) -> None:
    assert ana.ok("POST", "/codes", json={"key": "K" * 200, "label_en": "L" * 200})["rows"][0]["label_en"] == "L" * 200
    assert ana.request("POST", "/codes", json={"key": "K" * 201}).status_code == 422
