"""The web app in a real browser: the system's Chromium, driven by Playwright."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Literal

from playwright.sync_api import Browser, Page, expect, sync_playwright

from tenun.server.run import Ready
from tenun.server.web_app import BUILT

FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--disable-background-networking"]
AXE = Path(__file__).parents[2] / "frontend" / "node_modules" / "axe-core" / "axe.min.js"
Language = Literal["en", "id"]
Theme = Literal["light", "dark"]

expect.set_options(timeout=15_000)


@contextmanager
def chromium() -> Iterator[Browser]:
    """A running Chromium; fails where none is installed or the app was not built."""
    found = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    assert found, "no Chromium on PATH: apt-get install chromium"
    assert (BUILT / "index.html").is_file(), "the web app has not been built: python hatch_build.py"
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=found, args=FLAGS)
        try:
            yield browser
        finally:
            browser.close()


class App:
    """One browser window on a served study. What goes wrong in its page is kept in `troubles`."""

    def __init__(self, browser: Browser, ready: Ready, *, language: Language = "en", theme: Theme = "light") -> None:
        self.context = browser.new_context(viewport={"width": 1280, "height": 800}, color_scheme=theme, locale="en-GB")
        self.context.add_init_script(f"if (location.protocol === 'http:') localStorage.setItem('tenun.language', '{language}')")
        self.context.add_init_script(
            "window.violations = []; document.addEventListener('securitypolicyviolation',"
            " event => window.violations.push(event.violatedDirective + ' ' + event.blockedURI))"
        )
        self.page: Page = self.context.new_page()
        self.troubles: list[str] = []
        self.page.on("pageerror", lambda error: self.troubles.append(str(error)))
        self.page.on("dialog", self._dialog)
        self.address = ready.address
        self.study = next(iter(ready.studies)).guid
        self.page.goto(ready.invitation())

    def _dialog(self, dialog: Any) -> None:
        self.troubles.append(f"dialog: {dialog.message}")
        dialog.dismiss()

    def go(self, view: str, query: str = "") -> None:
        """Show a view, made anew."""
        self.page.goto("about:blank")
        self.page.goto(f"{self.address}/#/{self.study}/{view}{query}")
        expect(self.page.locator("main#content")).to_be_visible()

    def read(self, guid: str) -> None:
        """Show a source in the reader and put the caret at its start."""
        self.go(f"reader/{guid}")
        self.text.click(position={"x": 4, "y": 4})
        self.press("Control+Home")

    @property
    def text(self) -> Any:
        """The text that is read."""
        return self.page.locator(".cm-content")

    @property
    def names(self) -> Any:
        """The names of the codings beside the text."""
        return self.page.locator(".margin .name .words")

    def press(self, *keys: str) -> None:
        """Press keys, one after the other."""
        for key in keys:
            self.page.keyboard.press(key)

    def code(self, words: str) -> None:
        """Code what is selected with the code that the words find first."""
        self.press("c")
        field = self.page.locator("dialog input[role=combobox]")
        field.fill(words)
        field.press("Enter")
        expect(field).to_have_count(0)

    def act_as(self, coder: str) -> None:
        """Work as another coder from now on."""
        self.page.locator("button.coder").click()
        field = self.page.locator(".root form input")
        field.fill(coder)
        field.press("Enter")
        expect(self.page.locator("button.coder")).to_contain_text(coder)

    def violations(self) -> list[str]:
        """What the content policy has blocked on this page."""
        found: list[str] = self.page.evaluate("window.violations")
        return found

    def faults_of_access(self) -> list[str]:
        """What axe finds against WCAG 2.2 AA, serious or worse."""
        self.page.evaluate(AXE.read_text("utf-8"))
        found = self.page.evaluate(
            "() => axe.run(document, {runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']})"
        )
        return [
            f"{fault['impact']} {fault['id']}: {fault['nodes'][0]['html'][:160]}"
            for fault in found["violations"]
            if fault["impact"] in ("serious", "critical")
        ]

    def close(self) -> None:
        """Close the window; nothing may have gone wrong in it."""
        self.context.close()
        assert not self.troubles, self.troubles
