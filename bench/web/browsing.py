"""The two programs in Chromium: from a click until a text stands there with its highlights; one highlight added."""

from __future__ import annotations

import os
import signal
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from web.corpus import Text
from web.measuring import spread

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Locator, Page

    from web.taguette_side import Taguette
    from web.tenun_side import Tenun

CHROMIUM = "/usr/bin/chromium"
ARGUMENTS = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--disable-background-networking"]
SCREEN = {"width": 1280, "height": 720}

# From the event of the click to the first task after a frame in which all is there: what the screen shows is not older.
WATCH = """
(ready) => {
  const there = new Function(`return ${ready}`);
  const done = (began) => requestAnimationFrame(() => {
    const after = new MessageChannel();
    after.port1.onmessage = () => window.told(performance.now() - began);
    after.port2.postMessage(0);
  });
  const look = (began) => there() ? done(began) : requestAnimationFrame(() => look(began));
  const begun = new AbortController();
  for (const kind of ["click", "keydown"])
    addEventListener(kind, (event) => (begun.abort(), look(event.timeStamp)), { capture: true, signal: begun.signal });
}
"""
TENUN_DRAWN = """document.querySelector('.cm-content .coded') && document.querySelector('.margin .bar')
  && document.querySelector('.pane h1')?.textContent === '%s'"""
TENUN_LAST_DRAWN = "document.querySelector('.margin [data-guid=\"%s\"]')"
TENUN_ADDED = "(document.querySelector('.margin .bar.active')?.dataset.guid ?? '%s') !== '%s'"
TAGUETTE_DRAWN = "Object.keys(highlights).length >= %d"


@dataclass
class Watched:
    """A page that tells how long things took."""

    page: Page
    told: list[float] = field(default_factory=list)

    def watch(self, ready: str) -> None:
        """Time from the next click or key until `ready`, an expression in the page, is true and drawn."""
        self.told.clear()
        self.page.evaluate(WATCH, ready)

    def spent(self, at_most_s: float) -> float | None:
        """Milliseconds, or None where the time was up before."""
        ends = time.monotonic() + at_most_s
        while not self.told and time.monotonic() < ends:
            self.page.wait_for_timeout(25)
        return round(self.told[0], 1) if self.told else None

    def surely_spent(self, at_most_s: float = 60) -> float:
        """Milliseconds; RuntimeError where the time was up before."""
        found = self.spent(at_most_s)
        if found is None:
            raise RuntimeError(f"nothing was drawn within {at_most_s} s")
        return found


@contextmanager
def chromium() -> Iterator[Browser]:
    """A browser of its own, ended with the block; by its process, for one that is busy may not hear."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=ARGUMENTS)
        session = browser.new_browser_cdp_session()
        processes = session.send("SystemInfo.getProcessInfo")["processInfo"]
        process = next(one["id"] for one in processes if one["type"] == "browser")
        try:
            yield browser
        finally:
            with suppress(ProcessLookupError):
                os.kill(process, signal.SIGKILL)
            browser.close()


def fresh_page(browser: Browser, side: Tenun | Taguette) -> Watched:
    """A page with nothing in its caches, already let in."""
    context = browser.new_context(viewport={"width": 1280, "height": 720})
    context.add_cookies([{"name": name, "value": value, "url": side.address} for name, value in side.cookies.items()])
    context.set_default_timeout(30_000)
    watched = Watched(context.new_page())
    watched.page.expose_binding("told", lambda _, spent: watched.told.append(float(spent)))
    return watched


def tenun_drawn(browser: Browser, side: Tenun, text: Text, times: int) -> dict[str, float]:
    """From the click on a source in the table until its text is drawn, each time in a browser without caches."""
    return spread([_tenun_once(browser, side, text) for _ in range(times)])


def _tenun_once(browser: Browser, side: Tenun, text: Text) -> float:
    watched = fresh_page(browser, side)
    link = _open_table(watched.page, side, text)
    watched.watch(TENUN_DRAWN % text.name)
    link.click()
    found = watched.surely_spent()
    watched.page.context.close()
    return found


def _open_table(page: Page, side: Tenun, text: Text) -> Locator:
    page.goto(f"{side.address}/#/{side.study}/sources")
    link = page.locator("a.title", has_text=text.name)
    link.wait_for()
    page.wait_for_timeout(500)
    return link


def tenun_added(browser: Browser, side: Tenun, text: Text, times: int) -> dict[str, float]:
    """One highlight on the screen: from the key that applies a code to a selected word until its stripe is drawn."""
    watched = fresh_page(browser, side)
    page = watched.page
    _open_table(page, side, text).click()
    page.locator(".margin .bar").first.wait_for()
    _choose_word(page, 0)
    page.locator(".codes button.code").first.click()
    page.locator(".margin .bar.active").wait_for()
    spent = []
    for number in range(1, times + 1):
        _choose_word(page, number)
        active = page.evaluate("document.querySelector('.margin .bar.active')?.dataset.guid ?? ''")
        watched.watch(TENUN_ADDED % (active, active))
        page.keyboard.press("1")
        spent.append(watched.surely_spent())
    page.context.close()
    return spread(spent)


def _choose_word(page: Page, number: int) -> None:
    """Double-click a word, a different one each time."""
    box = page.locator(".cm-content").bounding_box()
    assert box is not None
    page.mouse.dblclick(box["x"] + 40 + 60 * (number % 8), 160 + 60 * (number // 8))
    page.wait_for_timeout(150)


def tenun_end_drawn(browser: Browser, side: Tenun, text: Text) -> float:
    """From the key that jumps to the end of a text until the highlight that begins last is drawn."""
    watched = fresh_page(browser, side)
    page = watched.page
    _open_table(page, side, text).click()
    page.locator(".margin .bar").first.wait_for()
    page.locator(".cm-content").click(position={"x": 50, "y": 60})
    page.wait_for_timeout(500)
    watched.watch(TENUN_LAST_DRAWN % side.last_highlight(text))
    page.keyboard.press("Control+End")
    found = watched.surely_spent()
    page.context.close()
    return found


def taguette_drawn(browser: Browser, side: Taguette, text: Text, at_most_s: float) -> float | None:
    """From the click on a document until all its highlights are drawn; None where the time was up before.

    The page is left as it is, for one that is still drawing would not close.
    """
    watched = fresh_page(browser, side)
    page = watched.page
    page.goto(f"{side.address}{side.project}")
    link = page.locator("a.document-link-a", has_text=text.name)
    link.wait_for()
    page.wait_for_timeout(500)
    watched.watch(TAGUETTE_DRAWN % len(text.highlights))
    box = link.bounding_box()
    assert box is not None
    page.mouse.click(box["x"] + 4, box["y"] + 4)
    return watched.spent(at_most_s)
