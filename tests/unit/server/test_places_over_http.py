"""Regions and times through HTTP."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from tests.factories.seen_and_heard import seen_and_heard
from tests.factories.served_study import Browser, serving

REGION = {"x0": 40, "y0": 20, "x1": 160, "y1": 80}


@pytest.fixture
def ana(tmp_path: Path) -> Iterator[Browser]:
    """Ana's browser on a study with a picture, a page and a recording."""
    seen_and_heard(tmp_path).store.close()
    with serving([tmp_path / "study.tenun"]) as running, Browser(running, "ana") as browser:
        yield browser


def _body(ana: Browser, source: str, **place: Any) -> dict[str, Any]:
    return {"source": ana.source(source)["guid"], "code": ana.code("PORT")["guid"], **place}


def test_a_region_is_coded_shown_recoded_and_taken_back(ana: Browser) -> None:
    body = _body(ana, "foto", region=REGION, said="A ship", memo="why")
    (made,) = ana.ok("POST", "/codings/places", json=body)["rows"]
    assert made["region"] == {"page": None, **REGION}
    assert (made["start_cp"], made["said"], made["memo"], made["coder"]) == (None, "A ship", "why", "ana")
    (found,) = ana.ok("GET", f"/sources/{made['source']}/codings")["codings"]
    assert found == made
    assert ana.request("POST", "/codings/places", json=body).status_code == 409
    code = {"code": ana.code("COFFEE")["guid"]}
    after = ana.ok("PATCH", f"/codings/{made['guid']}", etag=made["etag"], json=code)["rows"][0]
    assert (after["code_key"], after["region"], after["memo"]) == ("COFFEE", made["region"], "why")
    ana.ok("DELETE", f"/codings/{made['guid']}", etag=after["etag"])
    assert ana.ok("GET", f"/sources/{made['source']}/codings")["codings"] == []


@pytest.mark.parametrize(
    ("place", "code"),
    [
        ({}, "server.malformed"),
        ({"region": REGION, "times": {"start_ms": 0, "end_ms": 5}}, "server.malformed"),
        ({"times": {"start_ms": 0, "end_ms": 5}}, "places.no-times"),
        ({"times": {"start_ms": 5, "end_ms": 5}}, "coding.times-backwards"),
        ({"region": {**REGION, "x1": 40}}, "coding.region-empty"),
        ({"region": {**REGION, "x1": 900}}, "places.region-outside"),
        ({"region": {**REGION, "page": 1}}, "places.no-page"),
    ],
)
def test_what_is_no_place_is_refused(ana: Browser, place: dict[str, Any], code: str) -> None:
    answer = ana.request("POST", "/codings/places", json=_body(ana, "foto", **place))
    assert (answer.status_code, answer.json()["error"]["code"]) == (422, code)


def test_places_are_found_page_by_page_with_the_others(ana: Browser) -> None:
    for number in range(5):
        region = {**REGION, "y0": number}
        ana.ok("POST", "/codings/places", json=_body(ana, "foto", region=region, said=f"ship {number}"))
    ana.ok("POST", "/codings/places", json=_body(ana, "rapat", times={"start_ms": 0, "end_ms": 900}))
    said, after = [], ""
    while True:
        more = f"&after={after}" if after else ""
        page = ana.ok("GET", f"/codes/{ana.code('PORT')['guid']}/passages?limit=2{more}")
        said += [row["quote"] for row in page["rows"]]
        after = page["next"]
        if after is None:
            break
    assert said == [*(f"ship {number}" for number in range(5)), "Halo."]
    found = ana.ok("POST", "/retrieve", json={"words": "ship 3"})["rows"]
    assert [(row["quote"], row["said"]) for row in found] == [("ship 3", "ship 3")]
    timed = ana.ok("POST", "/retrieve", json={"words": "halo"})["rows"]
    assert [(row["start_ms"], row["end_ms"]) for row in timed] == [(0, 900)]
