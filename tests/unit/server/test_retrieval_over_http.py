"""Search, queries and matrices through HTTP, held against the same question asked of plain lists."""

from __future__ import annotations

from typing import Any

import pytest
from tests.factories.served_study import TEXTS, Browser

from tenun.text.folding import word_spans
from tenun.text.sentences import sentences

Row = dict[str, Any]


def test_hits_stand_in_their_words(ana: Browser) -> None:
    answer = ana.ok("GET", "/search", params={"q": "nandu cafe"})
    assert [hit["hit"] for hit in answer["hits"]] == ["Ñandú", "café"]
    for hit in answer["hits"]:
        text = TEXTS[hit["key"]]
        assert text[hit["start_cp"] : hit["end_cp"]] == hit["hit"]
        assert text[: hit["start_cp"]].endswith(hit["before"])
        assert text[hit["end_cp"] :].startswith(hit["after"])


def test_search_keeps_to_one_source_and_to_its_limit(ana: Browser) -> None:
    assert {hit["key"] for hit in ana.ok("GET", "/search", params={"q": '"kerja sama"'})["hits"]} == {"S1", "S3"}
    source = ana.source("S3")["guid"]
    assert {hit["key"] for hit in ana.ok("GET", "/search", params={"q": "kerja", "source": source})["hits"]} == {"S3"}
    one = ana.ok("GET", "/search", params={"q": "kerja*", "limit": 1})
    assert (len(one["hits"]), one["more"]) == (1, True)
    assert ana.ok("GET", "/search", params={"q": "!?"})["hits"] == []


def _all(browser: Browser, **query: Any) -> list[Row]:
    rows: list[Row] = []
    after = None
    while True:
        answer = browser.ok("POST", "/retrieve", json={**query, "limit": 40, "after": after})
        rows += answer["rows"]
        if answer["next"] is None:
            assert len(rows) == answer["total"]
            return rows
        after = answer["next"]


def _below(browser: Browser, key: str) -> set[str]:
    codes = browser.ok("GET", "/codebook")["codes"]
    found = {row["guid"] for row in codes if row["key"] == key}
    while more := {row["guid"] for row in codes if row["parent"] in found} - found:
        found |= more
    return found


def _lies(one: Row, other: Row, relation: str, near: int) -> bool:
    if one["representation"] != other["representation"]:
        return False
    start, end, low, high = one["start_cp"], one["end_cp"], other["start_cp"], other["end_cp"]
    return bool(
        {
            "and": one["passage"] == other["passage"],
            "overlapping": start < high and low < end,
            "within": low <= start and end <= high,
            "containing": start <= low and high <= end,
            "near": start - high <= near and low - end <= near,
            "followed": 0 <= low - end <= near,
        }[relation]
    )


@pytest.mark.parametrize("relation", ["and", "overlapping", "within", "containing", "near", "followed"])
def test_relations_find_what_a_plain_search_finds(worked: Browser, relation: str) -> None:
    every = _all(worked)
    assert len(every) == worked.ok("GET", "")["counts"]["coding"]
    one, other = (next(iter(_below(worked, key))) for key in ("TC-TOUR", "MKT-SME"))
    terms = [{"relation": "is", "codes": [one]}, {"relation": relation, "codes": [other], "near_cp": 200}]
    found = {row["guid"] for row in _all(worked, terms=terms)}
    having = [row for row in every if row["code"] == other]
    wanted = {
        row["guid"] for row in every if row["code"] == one and any(_lies(row, mate, relation, 200) for mate in having)
    }
    assert found == wanted
    assert wanted


@pytest.mark.parametrize(("unit", "most"), [("words", 12), ("sentences", 1)])
def test_near_is_counted_in_words_and_sentences_too(worked: Browser, unit: str, most: int) -> None:
    every = _all(worked)
    one, other = (next(iter(_below(worked, key))) for key in ("TC-TOUR", "MKT-SME"))
    term = {"relation": "near", "codes": [other], "near_cp": most, "near_unit": unit}
    found = {row["guid"] for row in _all(worked, terms=[{"relation": "is", "codes": [one]}, term])}
    spans: dict[str, list[tuple[int, int]]] = {}
    for row in every:
        if row["source"] not in spans:
            text = worked.ok("GET", f"/sources/{row['source']}/text")["text"]
            cut = [(span.start_cp, span.end_cp) for span in sentences(text)]
            spans[row["source"]] = cut if unit == "sentences" else [place[1:] for place in word_spans(text)]

    def apart(row: Row, mate: Row) -> float:
        """Words between the two, or sentences from one to the other."""
        if row["source"] != mate["source"]:
            return float("inf")
        first, last = sorted((row, mate), key=lambda each: int(each["start_cp"]))
        if unit == "words":
            low, high = int(first["end_cp"]), int(last["start_cp"])
            return sum(low <= start and end <= high for start, end in spans[row["source"]])
        touched = [
            {
                at
                for at, (start, end) in enumerate(spans[row["source"]])
                if start < each["end_cp"] and each["start_cp"] < end
            }
            for each in (first, last)
        ]
        return min(abs(a - b) for a in touched[0] for b in touched[1])

    having = [row for row in every if row["code"] == other]
    wanted = {row["guid"] for row in every if row["code"] == one and any(apart(row, mate) <= most for mate in having)}
    assert found == wanted
    assert wanted


def test_or_not_and_codes_below(worked: Browser) -> None:
    every = _all(worked)
    codes = {row["key"]: row["guid"] for row in worked.ok("GET", "/codebook")["codes"]}
    below = _below(worked, "MOT-MKT")
    assert len(below) > 1
    assert {row["guid"] for row in _all(worked, terms=[{"relation": "is", "codes": [codes["MOT-MKT"]]}])} == {
        row["guid"] for row in every if row["code"] in below
    }
    alone = [{"relation": "is", "codes": [codes["MOT-MKT"]], "below": False}]
    assert {row["code"] for row in _all(worked, terms=alone)} == {codes["MOT-MKT"]}
    either = [{"relation": "is", "codes": [codes["TC-TOUR"]]}, {"relation": "or", "codes": [codes["MKT-SME"]]}]
    assert {row["code_key"] for row in _all(worked, terms=either)} == {"TC-TOUR", "MKT-SME"}
    without = [{"relation": "is", "codes": [codes["TC-TOUR"]]}, {"relation": "not", "codes": [codes["MKT-SME"]]}]
    taken = {row["passage"] for row in every if row["code_key"] == "MKT-SME"}
    assert {row["guid"] for row in _all(worked, terms=without)} == {
        row["guid"] for row in every if row["code_key"] == "TC-TOUR" and row["passage"] not in taken
    }


def test_conditions_narrow_a_query(worked: Browser) -> None:
    every = _all(worked)
    assert every == sorted(every, key=lambda row: (row["source_key"], row["start_cp"]))
    coder = every[0]["coder"]
    for query, wanted in (
        ({"coders": [coder]}, [row for row in every if row["coder"] == coder]),
        ({"facets": {"actor": ["partner"]}}, [row for row in every if row["actor"] == "partner"]),
        ({"cases": ["mossel-bay"]}, [row for row in every if row["case"] == "mossel-bay"]),
        ({"words": "Tourism"}, [row for row in every if "tourism" in row["quote"].casefold()]),
        ({"sources": [every[0]["source"]]}, [row for row in every if row["source"] == every[0]["source"]]),
    ):
        assert [row["guid"] for row in _all(worked, **query)] == [row["guid"] for row in wanted]
        assert wanted
    answer = worked.request("POST", "/retrieve", json={"terms": [{"relation": "not", "codes": [every[0]["code"]]}]})
    assert answer.json()["error"]["code"] == "study.query-begins"


@pytest.mark.parametrize("unit", ["passages", "sources", "witnesses"])
@pytest.mark.parametrize("columns", ["kind", "case", "coder", "source", "code"])
def test_matrices_count_what_plain_loops_count(worked: Browser, columns: str, unit: str) -> None:
    every = _all(worked)
    sources = {row["guid"]: row for row in worked.ok("GET", "/sources?limit=500")["rows"]}
    name = {"passages": "passage", "sources": "source"}.get(unit)
    of = {row["guid"]: row[name] if name else sources[row["source"]]["witness"] for row in every}
    wanted: dict[tuple[str, str], set[str]] = {}
    for row in every:
        if columns == "code":
            mates = [mate for mate in every if _lies(row, mate, "overlapping", 0)]
            for mate in mates:
                wanted.setdefault((row["code"], mate["code"]), set()).add(of[row["guid"]])
            continue
        label = {"kind": sources[row["source"]]["kind"], "source": row["source_key"]}.get(
            columns, row.get(columns)
        ) or ""
        wanted.setdefault((row["code"], label), set()).add(of[row["guid"]])
    found = worked.ok("POST", "/matrix", json={"columns": columns, "unit": unit})
    assert {(cell["code"], cell["column"]): cell["count"] for cell in found["cells"]} == {
        place: len(units) for place, units in wanted.items()
    }
    order = [row["guid"] for row in worked.ok("GET", "/codebook")["codes"]]
    assert found["codes"] == [guid for guid in order if guid in {code for code, _ in wanted}]


def test_a_matrix_is_taken_away(worked: Browser) -> None:
    answer = worked.request("POST", "/matrix", json={"columns": "kind", "format": "csv"})
    header, *lines = answer.content.decode("utf-8-sig").splitlines()
    assert header.startswith("code,")
    assert len(lines) > 20


def test_an_empty_study_has_an_empty_matrix(ana: Browser) -> None:
    for columns in ("kind", "code", "case"):
        found = ana.ok("POST", "/matrix", json={"columns": columns})
        assert (found["codes"], found["columns"], found["cells"]) == ([], [], [])
    assert ana.ok("POST", "/retrieve", json={})["rows"] == []


def test_a_query_is_kept_and_dropped(ana: Browser) -> None:
    query = {"terms": [{"relation": "is", "codes": [ana.code("TC-TOUR")["guid"]]}], "words": "pariwisata"}
    kept = ana.ok("POST", "/queries", json={"name": "Tourism", "query": query})["rows"][0]
    (found,) = ana.ok("GET", "/queries")["rows"]
    assert found == kept
    assert (found["name"], found["query"]["words"], found["coder"]) == ("Tourism", "pariwisata", "ana")
    assert ana.ok("GET", "/memos")["rows"] == []
    ana.ok("DELETE", f"/queries/{kept['guid']}", etag=kept["etag"])
    assert ana.ok("GET", "/queries")["rows"] == []
