"""What the app does when things are not as usual: nothing there, nobody answering, somebody else first, a locked file."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser as Chromium
from playwright.sync_api import expect
from tests.factories.served_study import Browser, serving, small_study
from tests.factories.web_app_page import App, chromium

from tenun.study.make_study import make_study


@pytest.fixture(scope="module")
def browser() -> Iterator[Chromium]:
    """Chromium, once for all tests here."""
    with chromium() as running:
        yield running


@pytest.fixture
def study(tmp_path: Path) -> Path:
    """Three short sources and a codebook."""
    return small_study(tmp_path / "small.tenun")


def test_empty_study_offers_ways_to_begin(browser: Chromium, tmp_path: Path) -> None:
    path = tmp_path / "empty.tenun"
    make_study(str(path), title="New", date="2019-11-27", coder="ana").store.close()
    with serving([path]) as ready:
        app = App(browser, ready)
        app.go("home")
        expect(app.page.get_by_role("heading", name="Begin the study")).to_be_visible()
        app.page.get_by_role("button", name="south-south-sister-city").click()
        expect(app.page.locator(".saying")).to_contain_text("Codebook loaded")
        app.go("codebook")
        expect(app.page.get_by_role("treeitem")).not_to_have_count(0)
        app.close()


def test_second_browser_sees_a_change_and_a_stale_edit_loses_nothing(browser: Chromium, study: Path) -> None:
    with serving([study]) as ready, Browser(ready) as behind:
        coding = behind.add("S2", "trade", "MKT-ACCESS", memo="first words")
        app = App(browser, ready)
        app.read(behind.source("S2")["guid"])
        app.press("n", "m")
        memo = app.page.locator(".inspector textarea")
        memo.fill("words of this browser")
        path = f"/codings/{coding['guid']}"
        behind.ok("PATCH", path, json={"memo": "words of another browser"}, etag=coding["etag"])
        app.page.wait_for_timeout(1_000)
        expect(memo).to_have_value("words of this browser")
        app.press("Escape")
        dialog = app.page.locator("dialog[open]")
        expect(dialog).to_contain_text("words of this browser")
        expect(dialog).to_contain_text("words of another browser")
        dialog.get_by_role("button", name="Put mine in its place").click()
        expect(dialog).to_have_count(0)
        rows = behind.ok("GET", f"/sources/{coding['source']}/codings")["codings"]
        assert [row["memo"] for row in rows] == ["words of this browser"]
        app.close()


def test_change_of_another_shows_within_a_second(browser: Chromium, study: Path) -> None:
    with serving([study]) as ready, Browser(ready, "ben") as behind:
        app = App(browser, ready)
        app.read(behind.source("S2")["guid"])
        expect(app.names).to_have_count(0)
        behind.add("S2", "trade", "MKT-ACCESS")
        expect(app.names).to_have_count(1, timeout=1_000)
        app.close()


def test_banner_while_nobody_answers(browser: Chromium, study: Path) -> None:
    with serving([study]) as ready:
        app = App(browser, ready)
        app.go("home")
        expect(app.page.get_by_role("heading", level=1)).to_be_visible()
        app.context.set_offline(True)
        app.page.get_by_role("link", name="Codebook").click()
        app.page.get_by_role("link", name="Sources").click()
        expect(app.page.get_by_role("alert").first).to_contain_text("does not answer")
        app.context.set_offline(False)
        expect(app.page.locator(".banner")).to_have_count(0)
        app.close()


def test_long_code_name_stays_in_its_place(browser: Chromium, study: Path) -> None:
    name = "Kerja sama " * 18
    with serving([study]) as ready, Browser(ready) as behind:
        code = behind.ok("POST", "/codes", json={"label_en": name[:200], "label_id": name[:200]})["rows"][0]
        behind.add("S2", "trade", code["key"])
        app = App(browser, ready)
        for view in ("codebook/" + code["guid"], "reader/" + behind.source("S2")["guid"], "retrieve"):
            app.go(view)
            app.page.wait_for_timeout(500)
            assert not app.page.evaluate("document.documentElement.scrollWidth > innerWidth"), view
        app.close()


def test_language_changes_at_once_and_is_kept(browser: Chromium, study: Path) -> None:
    with serving([study]) as ready:
        app = App(browser, ready)
        app.go("sources")
        app.page.get_by_role("button", name="ID – Bahasa Indonesia").click()
        expect(app.page.get_by_role("heading", level=1)).to_have_text("Sumber")
        assert app.page.evaluate("document.documentElement.lang") == "id"
        app.close()
