"""Regions of pictures and pages and times of recordings: chosen by pointer and by keys, coded, found and taken back."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Locator, expect
from tests.factories.seen_and_heard import seen_and_heard
from tests.factories.served_study import serving
from tests.factories.web_reading import Person, person

from tenun.coding.places import Region, Times
from tenun.server.run import Ready
from tenun.study.code_passage import code_passage

SEEK = "(player, at) => new Promise((sought) => { player.onseeked = sought; player.currentTime = at; })"
AXE = Path(__file__).resolve().parents[2] / "frontend" / "node_modules" / "axe-core" / "axe.min.js"


@pytest.fixture
def places(tmp_path: Path) -> Iterator[Ready]:
    """A server on a study with a picture, a page and a recording, one place of each coded."""
    scope = seen_and_heard(tmp_path)
    code_passage(scope, "foto", Region(10, 10, 90, 60), "PORT", said="A ship")
    code_passage(scope, "foto", Region(60, 30, 150, 90), "COFFEE", said="Sacks")
    code_passage(scope, "rapat", Times(200, 900), "PORT")
    code_passage(scope, "surat", Region(10, 10, 60, 40, page=1), "PORT", said="A stamp")
    scope.store.close()
    with serving([tmp_path / "study.tenun"]) as ready:
        yield ready


@pytest.fixture
def someone(browser: Browser, places: Ready) -> Iterator[Person]:
    with person(browser, places, "en") as opened:
        yield opened


def drag(someone: Person, over: Locator, start: tuple[float, float], end: tuple[float, float]) -> None:
    """Drag from one share of a thing's width and height to another."""
    area = over.bounding_box()
    assert area
    mouse = someone.page.mouse
    mouse.move(area["x"] + start[0] * area["width"], area["y"] + start[1] * area["height"])
    mouse.down()
    mouse.move(area["x"] + end[0] * area["width"], area["y"] + end[1] * area["height"], steps=4)
    mouse.up()


def code_it(someone: Person, letters: str) -> dict[str, Any]:
    """Code what is chosen with the code that the letters find; the row that the server made."""
    someone.press("c")
    expect(someone.page.get_by_role("combobox", name=someone.said("reader.pick_search"))).to_be_focused()
    someone.page.keyboard.type(letters)
    with someone.page.expect_response(lambda answer: answer.url.endswith("/codings/places")) as answered:
        someone.press("Enter")
    row: dict[str, Any] = answered.value.json()["rows"][0]
    return row


def listed(someone: Person) -> Locator:
    return someone.page.locator(".list li button")


def test_a_region_is_drawn_described_coded_and_taken_back(someone: Person) -> None:
    someone.go("reader", "foto")
    stage = someone.page.locator(".picture .stage")
    expect(someone.page.locator(".picture img")).to_have_js_property("naturalWidth", 200)
    expect(listed(someone)).to_have_count(2)
    drag(someone, stage, (0.5, 0.5), (0.75, 0.9))
    someone.field("original.said").fill("A crane")
    stage.focus()
    made = code_it(someone, "COFFEE")
    assert made["region"] == {"page": None, "x0": 100, "y0": 50, "x1": 150, "y1": 90}
    assert (made["start_cp"], made["said"], made["code_key"]) == (None, "A crane", "COFFEE")
    expect(listed(someone)).to_have_count(3)
    expect(listed(someone).filter(has_text="A crane")).to_have_attribute("aria-pressed", "true")
    expect(stage.locator(".frame")).to_have_count(0)
    with someone.page.expect_response(lambda answer: answer.url.endswith("/undo")):
        someone.press("u")
    expect(listed(someone)).to_have_count(2)


def test_a_region_is_chosen_and_coded_by_keys_alone(someone: Person) -> None:
    someone.go("reader", "foto")
    stage = someone.page.locator(".picture .stage")
    expect(listed(someone)).to_have_count(2)
    stage.focus()
    someone.press("ArrowRight", "ArrowRight", "Shift+ArrowDown", "Alt+ArrowUp")
    made = code_it(someone, "PORT")
    assert made["region"] == {"page": None, "x0": 79, "y0": 37, "x1": 129, "y1": 66}
    listed(someone).filter(has_text="Sacks").focus()
    someone.press("Enter")
    expect(someone.page.locator(".region.active .name")).to_have_text("Coffee")


def test_of_two_regions_the_one_beneath_is_reached_by_a_second_click(someone: Person) -> None:
    someone.go("reader", "foto")
    stage = someone.page.locator(".picture .stage")
    expect(someone.page.locator(".region")).to_have_count(2)
    area = stage.bounding_box()
    assert area
    at = {"x": area["width"] * 0.38, "y": area["height"] * 0.45}
    names = set()
    for _ in range(2):
        stage.click(position=at)
        names.add(someone.page.locator(".region.active .name").inner_text())
    assert names == {"Port", "Coffee"}


def test_a_time_is_marked_and_coded_by_keys(someone: Person) -> None:
    someone.read("rapat")
    player = someone.page.locator("audio")
    expect(player).to_have_js_property("readyState", 4)
    spans = someone.page.locator(".line .span")
    expect(spans).to_have_count(1)
    for second, key in ((1, "["), (1.5, "]")):
        player.evaluate(
            "(player, at) => new Promise((sought) => { player.onseeked = sought; player.currentTime = at; })", second
        )
        someone.press(key)
    made = code_it(someone, "COFFEE")
    assert (made["start_ms"], made["end_ms"], made["said"]) == (1000, 1500, "Ya, kopi.")
    expect(spans).to_have_count(2)
    expect(someone.page.get_by_role("button", name="Coffee, 00:00:01–00:00:01.5")).to_have_attribute(
        "aria-pressed", "true"
    )


def test_a_region_of_a_page_becomes_its_words(someone: Person) -> None:
    someone.read("surat")
    stage = someone.page.locator("aside.pages .stage")
    expect(stage).to_be_visible()
    drag(someone, stage, (0.03, 0.42), (0.7, 0.56))
    made = code_it(someone, "COFFEE")
    text = someone.api(f"/sources/{made['source']}/text")["text"]
    assert text[made["start_cp"] : made["end_cp"]] == "Kopi diekspor."
    expect(stage.locator(".region.words")).to_have_count(2)
    expect(someone.stripes()).to_have_count(1)
    expect(stage.locator(".region .name")).to_have_text("Port")


def test_a_place_is_opened_from_where_it_was_found(someone: Person) -> None:
    someone.go("retrieve")
    card = someone.page.locator("article").filter(has_text="A ship")
    expect(card).to_contain_text("picture, 80 × 50 at (10, 10)")
    card.locator("a.source").click()
    expect(someone.page.locator(".region.active .name")).to_have_text("Port")


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("key", ["surat", "rapat", "foto"])
def test_axe_finds_nothing_serious_among_places(browser: Browser, places: Ready, key: str, theme: str) -> None:
    with person(browser, places, "id", theme=theme) as reading:
        reading.go("reader", key)
        expect(reading.page.locator(".span" if key == "rapat" else ".list li").first).to_be_visible()
        if key != "rapat":
            reading.page.locator(".stage").focus()
            reading.press("ArrowRight")
            expect(reading.field("original.said")).to_be_visible()
        reading.page.evaluate(AXE.read_text("utf-8"))
        found = reading.page.evaluate("() => axe.run(document, { iframes: false, resultTypes: ['violations'] })")
        serious = [fault for fault in found["violations"] if fault["impact"] in ("serious", "critical")]
        assert [(fault["id"], fault["nodes"][0]["html"]) for fault in serious] == []
