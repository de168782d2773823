"""Sources and passages as tables: sorted, filtered, paged by key, and taken away as files."""

from __future__ import annotations

import csv
import io

import pytest
from openpyxl import load_workbook
from tests.factories.served_study import Browser


def _pages(browser: Browser, path: str, **parameters: object) -> list[list[dict[str, object]]]:
    pages, after = [], ""
    while True:
        answer = browser.ok("GET", path, params={**parameters, **({"after": after} if after else {})})
        pages.append(answer["rows"])
        if answer["next"] is None:
            return pages
        after = answer["next"]


@pytest.mark.parametrize("sort", ["key", "-key", "title", "kind", "published", "-codings", "witness"])
@pytest.mark.parametrize("limit", [1, 4, 500])
def test_pages_of_sources_join_to_the_whole_table(worked: Browser, sort: str, limit: int) -> None:
    pages = _pages(worked, "/sources", sort=sort, limit=limit)
    rows = [row for page in pages for row in page]
    total = worked.ok("GET", "/sources")["total"]
    assert len({row["guid"] for row in rows}) == len(rows) == total == 33
    assert all(len(page) == limit for page in pages[:-1])
    name = sort.removeprefix("-")
    there = [row[name] for row in rows if row[name] not in (None, "")]
    assert [row[name] for row in rows][: len(there)] == there
    assert there == sorted(there, key=lambda value: str(value).casefold() if isinstance(value, str) else value,
                           reverse=sort.startswith("-"))  # fmt: skip


def test_sources_are_filtered_and_searched(worked: Browser) -> None:
    news = worked.ok("GET", "/sources", params={"filter.kind": "news", "limit": 500})["rows"]
    assert news
    assert {row["kind"] for row in news} == {"news"}
    both = worked.ok("GET", "/sources", params=[("filter.kind", "news"), ("filter.kind", "law"), ("limit", 500)])
    assert {row["kind"] for row in both["rows"]} <= {"news", "law"}
    found = worked.ok("GET", "/sources", params={"q": "mossel bay", "limit": 500})["rows"]
    assert found
    assert all("mossel bay" in f"{row['title']} {row['publisher']} {row['author']}".casefold() for row in found)


@pytest.mark.parametrize("query", ["sort=nothing", "filter.nothing=1", "after=%21%21", "limit=0", "limit=501"])
def test_what_a_table_cannot_do_is_refused(worked: Browser, query: str) -> None:
    assert worked.request("GET", f"/sources?{query}").status_code == 422


@pytest.mark.parametrize("order", ["place", "-place", "made", "coder", "code"])
def test_pages_of_passages_join_to_the_whole(worked: Browser, order: str) -> None:
    motive = next(row for row in worked.ok("GET", "/codebook")["codes"] if row["key"] == "MOT")
    path = f"/codes/{motive['guid']}/passages"
    pages = _pages(worked, path, below="true", sort=order, limit=7)
    rows = [row for page in pages for row in page]
    assert len({row["guid"] for row in rows}) == len(rows) == worked.ok("GET", f"{path}?below=true")["total"] > 100
    if order == "place":
        places = [(row["source_key"], row["start_cp"]) for row in rows]
        assert places == sorted(places)


def test_passages_are_filtered_by_facet_coder_and_words(worked: Browser) -> None:
    motive = next(row for row in worked.ok("GET", "/codebook")["codes"] if row["key"] == "MOT")
    path = f"/codes/{motive['guid']}/passages?below=true&limit=500"
    rows = worked.ok("GET", path)["rows"]
    for name, value in (("actor", "own"), ("kind", "news"), ("time", "at")):
        found = worked.ok("GET", f"{path}&filter.{name}={value}")
        wanted = [row["guid"] for row in rows if row.get(name) == value] if name != "kind" else None
        assert found["total"] == len(found["rows"]) > 0
        assert wanted is None or [row["guid"] for row in found["rows"]] == wanted
    words = worked.ok("GET", f"{path}&q=tourism")["rows"]
    assert [row["guid"] for row in words] == [row["guid"] for row in rows if "tourism" in row["quote"].lower()]


def test_a_table_is_taken_away_whole_and_harmless(ana: Browser) -> None:
    body = {"key": "=1+1", "title": "@SUM(A1)", "kind": "news", "language": "en", "text": "words"}
    ana.ok("POST", "/sources", json=body)
    answer = ana.request("GET", "/sources?format=csv&limit=1")
    assert answer.headers["content-disposition"] == 'attachment; filename="small-sources.csv"'
    rows = list(csv.DictReader(io.StringIO(answer.content.decode("utf-8-sig"))))
    assert [row["key"] for row in rows] == ["'=1+1", "S1", "S2", "S3"]
    book = load_workbook(io.BytesIO(ana.request("GET", "/sources?format=xlsx").content))
    cells = list(book.worksheets[0].iter_rows(values_only=True))
    assert len(cells) == 5
    assert cells[1][0:2] != ("=1+1", "@SUM(A1)")


TABLES = {
    "codebook": ("key", None),
    "agreement": ("level", 4),
    "agreement-by-code": ("code", None),
    "disagreements": ("quote", None),
    "motives": ("motive", 5),
    "switches": ("switch", None),
    "triangulation": ("motive", 20),
    "timeline": ("date", None),
    "conflicts": ("about_id", None),
}


@pytest.mark.parametrize("name", TABLES)
def test_every_table_of_a_view_is_taken_away_as_csv_and_as_workbook(worked: Browser, name: str) -> None:
    column, number = TABLES[name]
    answer = worked.request("GET", f"/tables/{name}?format=csv")
    rows = list(csv.DictReader(io.StringIO(answer.content.decode("utf-8-sig"))))
    assert all(row[column] for row in rows)
    assert len(rows) == number if number else rows
    book = load_workbook(io.BytesIO(worked.request("GET", f"/tables/{name}?format=xlsx").content))
    cells = list(book.worksheets[0].iter_rows(values_only=True))
    assert list(cells[0]) == list(rows[0])
    assert len(cells) == len(rows) + 1


def test_the_table_of_motives_is_the_one_on_the_screen(worked: Browser) -> None:
    asked = {"switch": ["any-actor"], "coder": "either"}
    ranking = worked.ok("GET", "/ranking", params=asked)["ranking"]
    answer = worked.request("GET", "/tables/motives", params=asked)
    rows = list(csv.DictReader(io.StringIO(answer.content.decode("utf-8-sig"))))
    shown = [(motive["id"], motive["scores"]["independent_support"]) for motive in ranking["motives"]]
    assert [(row["motive"], int(row["independent_support"])) for row in rows] == shown


def test_the_table_of_disagreements_is_the_queue(worked: Browser) -> None:
    queue = worked.ok("GET", "/disagreements", params={"limit": 500})
    answer = worked.request("GET", "/tables/disagreements")
    rows = list(csv.DictReader(io.StringIO(answer.content.decode("utf-8-sig"))))
    assert [row["quote"] for row in rows] == [row["quote"] for row in queue["rows"]]
    first, _ = queue["coders"]
    assert [row[f"coder {first}"] for row in rows] == ["; ".join(row["labels"][first]) for row in queue["rows"]]


def test_passages_are_taken_away(ana: Browser) -> None:
    ana.add("S1", "pariwisata", "TC-TOUR")
    answer = ana.request("GET", f"/codes/{ana.code('TC-TOUR')['guid']}/passages?format=csv")
    assert "pariwisata" in answer.content.decode("utf-8-sig")


def test_answers_carry_the_revision(ana: Browser) -> None:
    before = ana.request("GET", "/sources")
    assert before.headers["etag"] == f'"{before.json()["revision"]}"'
    made = ana.ok("POST", "/codes", json={"key": "NEW"})
    after = ana.request("GET", "/sources")
    assert after.json()["revision"] == made["event"]["seq"] == before.json()["revision"] + 1
