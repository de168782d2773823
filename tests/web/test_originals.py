"""The original beside the text: pages that follow the words, recordings that follow the turns, pictures."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect
from tests.factories.documents_pdf import PAGE, typeset
from tests.factories.media import png, wav
from tests.factories.served_study import serving
from tests.factories.web_reading import Person, person

from tenun.server.run import Ready
from tenun.study.importing.import_documents import import_documents
from tenun.study.make_study import make_study

AXE = Path(__file__).resolve().parents[2] / "frontend" / "node_modules" / "axe-core" / "axe.min.js"
VTT = b"WEBVTT\n\n00:00.000 --> 00:01.000\n<v Ana>Halo semua.\n\n00:02.000 --> 00:04.000\n<v Budi>Ya, selamat pagi.\n"


@pytest.fixture(scope="module")
def originals(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Ready]:
    """A server on a study of a PDF, a recording with its transcript, and a picture."""
    folder = tmp_path_factory.mktemp("originals")
    contents = {
        "surat.pdf": typeset(PAGE + "Kota Denpasar #pagebreak() Mossel Bay"),
        "rapat.vtt": VTT,
        "rapat.wav": wav(5.0),
        "foto.png": png(90, 70),
    }
    for name, content in contents.items():
        (folder / name).write_bytes(content)
    scope = make_study(str(folder / "a.tenun"), title="Kota", coder="ana")
    import_documents(scope, [folder / name for name in contents])
    scope.store.close()
    with serving([Path(folder / "a.tenun")]) as ready:
        yield ready


@pytest.fixture
def someone(browser: Browser, originals: Ready) -> Iterator[Person]:
    with person(browser, originals, "en") as opened:
        yield opened


def ending(words: str) -> re.Pattern[str]:
    return re.compile(re.escape(words) + "$")


def test_the_page_follows_the_words_and_the_words_the_page(someone: Person) -> None:
    someone.read("surat")
    pages = someone.page.locator("aside.pages")
    drawn = pages.locator("img")
    expect(drawn).to_have_attribute("src", ending("pages/1?width=1000"))
    expect(drawn).to_have_js_property("naturalWidth", 1000)
    expect(pages.locator(".box")).to_have_count(1)
    someone.button("original.next_page", pages).click()
    expect(drawn).to_have_attribute("src", ending("pages/2?width=1000"))
    guid = someone.page.url.rpartition("/")[2].partition("?")[0]
    words = someone.api(f"/sources/{guid}/pages/2/words")
    start, end, x0, y0, x1, y1 = words["words"][1]
    area = pages.locator(".sheet").bounding_box()
    assert area
    at = {
        "x": (x0 + x1) / 2 / words["width"] * area["width"],
        "y": (y0 + y1) / 2 / words["height"] * area["height"],
    }
    pages.locator(".sheet").click(position=at)
    expect(pages.locator(".box")).to_have_count(1)
    someone.chosen("Bay")
    box = pages.locator(".box").bounding_box()
    assert box
    assert abs(box["x"] - area["x"] - x0 / words["width"] * area["width"]) < 2
    assert abs(box["width"] - (x1 - x0) / words["width"] * area["width"]) < 2
    assert (start, end) == (len("Kota Denpasar\n\nMossel "), len("Kota Denpasar\n\nMossel Bay"))


def test_a_turn_plays_the_recording_from_its_time(someone: Person) -> None:
    someone.read("rapat")
    player = someone.page.locator("audio")
    expect(player).to_have_js_property("readyState", 4)
    someone.page.locator(".turns .turn").nth(1).click()
    someone.page.wait_for_function("document.querySelector('audio').currentTime >= 2")
    someone.page.locator("audio").evaluate("player => player.pause()")
    someone.button("original.show_words").click()
    someone.chosen("Ya, selamat pagi.")


def test_a_picture_is_looked_at(someone: Person) -> None:
    someone.go("reader", "foto")
    picture = someone.page.locator(".picture img")
    expect(picture).to_have_js_property("naturalWidth", 90)


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("key", ["surat", "rapat", "foto"])
def test_axe_finds_nothing_serious_beside_the_text(browser: Browser, originals: Ready, key: str, theme: str) -> None:
    with person(browser, originals, "id", theme=theme) as reading:
        reading.go("reader", key)
        beside = {"surat": "aside.pages img", "rapat": "section.recording", "foto": ".picture img"}[key]
        expect(reading.page.locator(beside)).to_be_visible()
        reading.page.evaluate(AXE.read_text("utf-8"))
        found = reading.page.evaluate("() => axe.run(document, { iframes: false, resultTypes: ['violations'] })")
        serious = [fault for fault in found["violations"] if fault["impact"] in ("serious", "critical")]
        assert [(fault["id"], fault["nodes"][0]["html"]) for fault in serious] == []
