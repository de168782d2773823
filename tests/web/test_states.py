"""What the app does when things are not as usual: nothing there, too much, no answer, no permission, long names."""

from __future__ import annotations

import socket
from contextlib import ExitStack
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect
from tests.factories.large_study import LAST_WORDS, LONG_NAME, MANY, long_text, many_sources
from tests.factories.served_study import Browser as Client
from tests.factories.served_study import serving, small_study
from tests.factories.unwritable import shelf, unwritable
from tests.factories.web_material import load_framework
from tests.factories.web_reading import VIEWS, Person, person

from tenun.server.run import Ready

SIDEWAYS = "[document.documentElement, document.querySelector('main')].map((box) => box.scrollWidth - box.clientWidth)"


@pytest.fixture
def small(tmp_path: Path) -> Path:
    """Three short sources and a codebook."""
    return small_study(tmp_path / "small.tenun")


def _code_first(someone: Person, key: str) -> None:
    source = someone.api(f"/sources?filter.key={key}")["rows"][0]["guid"]
    someone.go("reader", source)
    expect(someone.text()).to_be_visible()
    someone.text().focus()
    someone.press("Control+Home")
    someone.code(2, "TC-TOUR")


@pytest.mark.parametrize("language", ["en", "id"])
def test_an_empty_study_says_how_to_begin(browser: Browser, empty: Ready, language: str) -> None:
    with person(browser, empty, language) as someone:
        expect(someone.button("home.begin_choose")).to_be_enabled()
        load_framework(someone)
        someone.button("home.begin_example").click()
        expect(someone.page.locator("a.step").first).to_be_visible()
        assert len(someone.page.evaluate("fetch('/api/session').then((answer) => answer.json())")["studies"]) == 2


def test_a_file_that_may_not_be_written_is_read_and_never_changed(browser: Browser) -> None:
    with shelf() as folder:
        path = small_study(folder / "small.tenun")
        before = path.read_bytes()
        with ExitStack() as stack:
            with unwritable(folder):
                ready = stack.enter_context(serving([path]))
            someone = stack.enter_context(person(browser, ready))
            expect(someone.page.get_by_text(someone.said("shell.read_only"))).to_be_visible()
            someone.read("S2")
            someone.press("Control+Shift+ArrowRight", "c")
            someone.press("Escape", "u")
            expect(someone.stripes()).to_have_count(0)
            someone.go("sources")
            expect(someone.button("sources.import")).to_be_disabled()
        assert path.read_bytes() == before


def test_ten_thousand_sources_are_walked_sorted_and_read(browser: Browser, tmp_path: Path) -> None:
    with serving([many_sources(tmp_path / "many.tenun")]) as ready, person(browser, ready) as someone:
        someone.go("sources")
        table = someone.page.get_by_role("table", name=someone.said("shell.sources"))
        expect(table).to_have_attribute("aria-rowcount", str(MANY + 1))
        assert someone.page.locator("tbody tr[data-at]").count() < 100
        someone.button("sources.key", table).click()
        expect(table.locator("tbody tr[data-at]").first).to_contain_text(f"S{MANY - 1:05}")
        someone.page.get_by_role("searchbox").fill("Title 04321")
        expect(table.locator("tbody tr[data-at]")).to_have_count(1)
        someone.go("reader", "S07777")
        expect(someone.text()).to_contain_text("Words of text 7777.")
        someone.text().focus()
        someone.press("j")
        expect(someone.text()).to_contain_text("Words of text 7778.")


def test_five_million_characters_are_read_and_coded_to_the_end(browser: Browser, tmp_path: Path) -> None:
    with serving([long_text(tmp_path / "long.tenun")]) as ready, person(browser, ready) as someone:
        someone.read("L1")
        assert someone.page.locator(".cm-line").count() < 300
        someone.press("Control+End")
        expect(someone.text()).to_contain_text(LAST_WORDS)
        someone.press("s", "c")
        expect(someone.page.get_by_role("combobox", name=someone.said("reader.pick_search"))).to_be_focused()
        someone.page.keyboard.type("TC-TOUR")
        someone.press("Enter")
        expect(someone.stripes()).to_have_count(1)
        someone.go("retrieve", code=next(one["guid"] for one in _codes(someone) if one["key"] == "TC-TOUR"))
        expect(someone.page.locator("blockquote .said")).to_have_text(LAST_WORDS)


def _codes(someone: Person) -> list[dict[str, str]]:
    found: list[dict[str, str]] = someone.api("/codebook")["codes"]
    return found


@pytest.mark.parametrize("width", [1280, 375])
def test_a_name_of_two_hundred_characters_stays_in_its_place(browser: Browser, small: Path, width: int) -> None:
    with serving([small]) as ready, Client(ready) as client:
        code = client.ok("POST", "/codes", json={"label_en": LONG_NAME, "label_id": LONG_NAME})["rows"][0]
        client.add("S2", "trade", code["key"])
        motives = {"motives": [code["key"]]}
        client.ok("PATCH", "", json=motives, etag=client.ok("GET", "")["etag"])
        with person(browser, ready, viewport={"width": width, "height": 720}) as someone:
            for view in VIEWS:
                someone.go(view, {"codebook": code["guid"], "reader": "S2"}.get(view, ""))
                assert someone.page.evaluate(SIDEWAYS) == [0, 0], view


def test_whoever_leaves_before_a_source_is_found_is_not_fetched_back(browser: Browser, small: Path) -> None:
    with serving([small]) as ready, person(browser, ready) as someone:
        waiting = []
        someone.page.route("**/sources?filter.key=S2*", lambda route: waiting.append(route))
        someone.page.evaluate("(hash) => { location.hash = hash; }", f"#/{someone.study}/reader/S2")
        someone.settled("reader")
        someone.go("codebook")
        while not waiting:
            someone.page.wait_for_timeout(10)
        with someone.page.expect_response("**/sources?filter.key=S2*"):
            waiting[0].continue_()
        someone.press("ArrowDown")
        someone.settled("codebook")
        someone.page.unroute_all()
        someone.read("S2")
        someone.page.go_back()
        someone.settled("codebook")


def test_what_could_not_be_loaded_is_asked_for_again(browser: Browser, small: Path) -> None:
    with serving([small]) as ready, person(browser, ready) as someone:
        someone.page.route("**/sources?*", lambda route: route.abort(), times=1)
        someone.page.evaluate("(hash) => { location.hash = hash; }", f"#/{someone.study}/sources")
        someone.button("shell.retry").click()
        expect(someone.page.locator("tbody tr[data-at]")).to_have_count(3)


def test_the_app_goes_on_by_itself_after_a_break(browser: Browser, small: Path) -> None:
    with serving([small]) as ready, Client(ready) as client, person(browser, ready) as someone:
        someone.read("S2")
        someone.page.context.set_offline(True)
        someone.press("Control+Shift+ArrowRight", "e")
        someone.field("reader.uncoded_reason").fill("nothing here")
        someone.press("Enter")
        expect(someone.page.get_by_role("alert").filter(has_text=someone.said("shell.offline"))).to_be_visible()
        client.add("S2", "trade", "MKT-ACCESS")
        someone.page.context.set_offline(False)
        expect(someone.page.locator(".banner")).to_have_count(0)
        expect(someone.stripes()).to_have_count(1)
        expect(someone.field("reader.uncoded_reason")).to_have_value("nothing here")
        someone.press("Enter")
        someone.told("reader.left_uncoded")


def _free_port() -> int:
    with socket.socket() as asked:
        asked.bind(("127.0.0.1", 0))
        return int(asked.getsockname()[1])


def test_a_server_that_was_started_anew_asks_for_its_address_and_nothing_typed_is_lost(
    browser: Browser, small: Path
) -> None:
    port = _free_port()
    with ExitStack() as page:
        with serving([small], port=port) as ready:
            someone = page.enter_context(person(browser, ready))
            _code_first(someone, "S2")
            someone.press("m")
            someone.page.locator(".inspector textarea").fill("half a thought")
        banner = someone.page.locator(".banner")
        expect(banner).to_contain_text(someone.said("shell.offline"))
        with serving([small], port=port) as again:
            expect(banner).to_contain_text(someone.said("shell.session_lost"))
            expect(someone.page.locator(".inspector textarea")).to_have_value("half a thought")
            other = someone.page.context.new_page()
            other.goto(again.invitation())
            expect(banner).to_have_count(0)
            someone.page.locator(".inspector textarea").focus()
            someone.press("Escape")
            expect(someone.page.locator(".margin .bar.with-memo")).to_have_count(1)


def test_the_language_changes_at_once_and_is_kept(browser: Browser, small: Path) -> None:
    with serving([small]) as ready, person(browser, ready) as someone:
        someone.go("sources")
        someone.page.get_by_role("button", name="Bahasa Indonesia").first.click()
        expect(someone.page.get_by_role("heading", level=1)).to_have_text("Sumber")
        someone.page.reload()
        expect(someone.page.get_by_role("heading", level=1)).to_have_text("Sumber")
        assert someone.page.evaluate("document.documentElement.lang") == "id"


def test_nothing_can_be_typed_into_a_text(browser: Browser, small: Path) -> None:
    with serving([small]) as ready, person(browser, ready) as someone:
        someone.read("S2")
        shown = someone.text().inner_text()
        someone.press("q", "Enter", "Backspace", "Control+v")
        someone.page.keyboard.insert_text("ä")
        someone.press("ArrowRight")
        assert someone.text().inner_text() == shown
