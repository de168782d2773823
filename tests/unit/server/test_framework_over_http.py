"""The framework matrix over HTTP: cells, summaries that people write, and what they leave out."""

from __future__ import annotations

from tests.factories.served_study import Browser


def test_a_summary_is_written_changed_and_taken_away(ana: Browser) -> None:
    coding = ana.add("S1", "kerja sama", "MOT-MKT")
    code = ana.code("MOT-MKT")["guid"]
    found = ana.ok("GET", "/framework", params={"by": "source", "code": code})
    assert found["rows"] == ["S1", "S2", "S3"]
    assert found["cells"] == [{"row": "S1", "code": code, "passages": [coding["passage"]], "summary": None}]
    body = {"by": "source", "row": "S1", "code": code, "text": "Pasar.", "passages": [coding["passage"]]}
    guid = ana.ok("POST", "/framework", json=body)["guid"]
    summary = ana.ok("GET", "/framework", params={"code": code})["cells"][0]["summary"]
    assert (summary["text"], summary["passages"], summary["not_cited"], summary["coder"]) == (
        "Pasar.", [coding["passage"]], 0, "ana",
    )  # fmt: skip
    again = ana.request("POST", "/framework", json=body)
    assert again.json()["error"]["code"] == "study.summary-taken"
    ana.ok("PATCH", f"/framework/{guid}", json={"text": "Pasar luas.", "passages": []}, etag=summary["etag"])
    stale = ana.request("PATCH", f"/framework/{guid}", json={"text": "x"}, etag=summary["etag"])
    assert stale.status_code == 412
    changed = ana.ok("GET", "/framework", params={"code": code})["cells"][0]["summary"]
    assert (changed["text"], changed["not_cited"]) == ("Pasar luas.", 1)
    table = ana.request("GET", "/framework", params={"code": code, "format": "csv"}).content.decode("utf-8-sig")
    assert "S1,MOT-MKT,1,Pasar luas.,ana" in table
    assert ana.ok("GET", "/memos")["rows"] == []
    ana.ok("DELETE", f"/memos/{guid}", etag=changed["etag"])
    assert ana.ok("GET", "/framework", params={"code": code})["cells"][0]["summary"] is None


def test_the_motives_stand_in_the_columns_and_a_strange_cell_is_refused(worked: Browser, ana: Browser) -> None:
    found = worked.ok("GET", "/framework", params={"by": "case"})
    motives = {row["guid"] for row in worked.ok("GET", "/codebook")["codes"] if row["key"].startswith("MOT-")}
    assert set(found["codes"]) == motives
    assert any(cell["passages"] for cell in found["cells"])
    body = {"by": "source", "row": "S9", "code": ana.code("MOT-MKT")["guid"], "text": "x"}
    refused = ana.request("POST", "/framework", json=body)
    assert refused.json()["error"]["code"] == "analysis.summary-without-cell"
