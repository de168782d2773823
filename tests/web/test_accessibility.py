"""Nobody is kept out: axe finds nothing serious in any view, keys reach everything, large letters and phones work."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, expect
from tests.factories.web_reading import VIEWS, Person, person

from tenun.server.run import Ready

AXE = Path(__file__).resolve().parents[2] / "frontend" / "node_modules" / "axe-core" / "axe.min.js"
CODED = "S05"
RULES = ("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice")
# Twice as large letters leave half of the window: https://www.w3.org/WAI/WCAG22/Understanding/reflow
WINDOWS = {"1280x720": (1280, 720), "200 %": (640, 400), "phone": (375, 667)}

WHERE = """() => {
  const { activeElement: at } = document;
  const style = getComputedStyle(at);
  // After the last control the focus is the browser's own for one step.
  const ours = at.matches("body, iframe") || at.closest("[data-reading], .scroller, label") !== null;
  return {
    name: `${at.tagName} ${at.className} ${at.textContent.slice(0, 30)}`,
    part: ["aside.side", "main"].find((part) => at.closest(part)) ?? "",
    shown: ours || style.outlineStyle !== "none" || style.boxShadow !== "none",
  };
}"""


@pytest.fixture(scope="module")
def axe() -> str:
    """The checker, which comes with the packages that the app is built from."""
    if not AXE.is_file():
        pytest.skip("axe-core is not there: python hatch_build.py brings it")
    return AXE.read_text("utf-8")


@pytest.fixture(scope="module", params=["light", "dark"])
def themed(browser: Browser, worked: Ready, request: pytest.FixtureRequest) -> Iterator[Person]:
    """Somebody with the worked study, in one theme."""
    with person(browser, worked, theme=request.param) as someone:
        yield someone


@pytest.fixture(scope="module")
def reading(browser: Browser, worked: Ready) -> Iterator[Person]:
    """Somebody with the worked study."""
    with person(browser, worked, "id") as someone:
        yield someone


def _show(someone: Person, view: str) -> None:
    """A view with something of the study opened in it."""
    someone.go(view, {"reader": CODED, "sources": CODED, "codebook": "TC-TOUR"}.get(view, ""))
    if view == "reader":
        expect(someone.stripes().first).to_be_attached()
        someone.press("n")
        expect(someone.page.locator(".inspector")).to_be_visible()
    elif view == "motives":
        opener = someone.page.locator("ol.motives > li h2 button").first
        if opener.get_attribute("aria-expanded") == "false":
            opener.click()
        expect(someone.page.locator("ol.motives blockquote").first).to_be_visible()
    elif view == "report":
        expect(someone.report().locator("h1").first).to_be_visible()


def _faults(someone: Person, axe: str) -> list[str]:
    """What axe finds serious or critical."""
    page = someone.page
    if not page.evaluate("'axe' in window"):
        page.evaluate(axe)
    asked = "(tags) => axe.run(document, { runOnly: tags, iframes: false, resultTypes: ['violations'] })"
    found: dict[str, Any] = page.evaluate(asked, list(RULES))
    return [
        f"{fault['id']}: {node['target']} {node['failureSummary']}"
        for fault in found["violations"]
        if fault["impact"] in ("serious", "critical")
        for node in fault["nodes"]
    ]


@pytest.mark.parametrize("view", VIEWS)
def test_axe_finds_nothing_serious(themed: Person, axe: str, view: str) -> None:
    _show(themed, view)
    assert _faults(themed, axe) == []


@pytest.mark.parametrize("tab", ["agreement.queue", "agreement.rounds"])
def test_axe_finds_nothing_serious_in_the_agreement_s_other_pages(themed: Person, axe: str, tab: str) -> None:
    themed.go("agreement")
    themed.button(tab).click()
    expect(themed.page.locator(".skeleton")).to_have_count(0)
    assert _faults(themed, axe) == []


@pytest.mark.parametrize("over", ["Control+k", "?", "c", "e"])
def test_axe_finds_nothing_serious_in_what_opens_by_key(themed: Person, axe: str, over: str) -> None:
    themed.read(CODED)
    themed.press(over)
    expect(themed.page.locator("dialog[open]")).to_be_visible()
    faults = _faults(themed, axe)
    themed.press("Escape")
    expect(themed.page.locator("dialog[open]")).to_have_count(0)
    assert faults == []


@pytest.mark.parametrize("view", VIEWS)
def test_tab_reaches_controls_and_shows_where_it_is(reading: Person, view: str) -> None:
    _show(reading, view)
    reading.page.locator(".skip").focus()
    parts = set()
    for _ in range(24):
        reading.press("Tab")
        here = reading.page.evaluate(WHERE)
        assert here["shown"], f"the focus cannot be seen on {here['name']}"
        parts.add(here["part"])
    assert {"aside.side", "main"} <= parts


def test_every_view_is_reached_by_two_keys(reading: Person) -> None:
    reading.go("sources")
    for letter, view in zip("hrcqamftps", (*VIEWS[:1], *VIEWS[2:], VIEWS[1]), strict=True):
        reading.press("g", letter)
        reading.settled(view)


def test_a_table_is_walked_and_opened_by_keys(reading: Person) -> None:
    reading.go("sources")
    rows = reading.page.locator("tbody tr[data-at]")
    rows.first.focus()
    reading.press("ArrowDown", "ArrowDown")
    expect(rows.nth(2)).to_be_focused()
    reading.press("Enter")
    reading.settled("reader")


@pytest.mark.parametrize("window", WINDOWS)
@pytest.mark.parametrize("view", VIEWS)
def test_no_page_scrolls_sideways(reading: Person, view: str, window: str) -> None:
    width, height = WINDOWS[window]
    reading.page.set_viewport_size({"width": width, "height": height})
    try:
        _show(reading, view)
        wide = reading.page.evaluate(
            "[document.documentElement, document.querySelector('main')].map((box) => box.scrollWidth - box.clientWidth)"
        )
        assert wide == [0, 0]
    finally:
        reading.page.set_viewport_size({"width": 1280, "height": 800})


def test_a_text_reads_on_a_phone(browser: Browser, worked: Ready) -> None:
    with person(browser, worked, viewport={"width": 375, "height": 667}, has_touch=True, is_mobile=True) as someone:
        someone.go("reader", CODED)
        box = someone.text().bounding_box()
        assert box is not None
        assert box["width"] >= 280
        size = someone.text().evaluate("(text) => parseFloat(getComputedStyle(text).fontSize)")
        assert size >= 16
        expect(someone.page.get_by_role("heading", level=1)).to_be_visible()
