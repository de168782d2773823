"""Every view of the worked study can be used by everybody: axe finds nothing serious, in both themes."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import expect
from tests.factories.served_study import serving
from tests.factories.web_app_page import App, Theme, chromium

VIEWS = {
    "home": "section ol a",
    "sources": "tbody tr td",
    "codebook": "[role=treeitem]",
    "reader": ".cm-line",
    "retrieve": "article blockquote",
    "agreement": "tbody tr",
    "motives": "ol.motives > li",
    "timeline": "figure svg circle",
    "report": "iframe",
}


@pytest.mark.slow
@pytest.mark.parametrize("theme", ["light", "dark"])
def test_nothing_serious_in_any_view(worked: Path, theme: Theme) -> None:
    with serving([worked]) as ready, chromium() as browser:
        app = App(browser, ready, theme=theme, language="id" if theme == "dark" else "en")
        faults = {}
        for view, sign in VIEWS.items():
            app.go(view)
            expect(app.page.locator(sign).first).to_be_visible(timeout=60_000)
            faults[view] = app.faults_of_access()
        app.go("reader")
        app.text.click()
        app.press("n", "c")
        expect(app.page.locator("dialog[open]")).to_be_visible()
        faults["code picker"] = app.faults_of_access()
        app.press("Escape", "?")
        expect(app.page.locator("dialog[open]")).to_be_visible()
        faults["keys"] = app.faults_of_access()
        assert {view: found for view, found in faults.items() if found} == {}
        assert app.violations() == []
        app.close()


@pytest.mark.slow
def test_every_view_at_twice_the_size_needs_no_second_scroll(worked: Path) -> None:
    with serving([worked]) as ready, chromium() as browser:
        app = App(browser, ready)
        app.page.set_viewport_size({"width": 640, "height": 360})
        for view, sign in VIEWS.items():
            app.go(view)
            expect(app.page.locator(sign).first).to_be_attached(timeout=60_000)
            wide = app.page.evaluate("document.documentElement.scrollWidth > innerWidth")
            assert not wide, view
        app.close()
