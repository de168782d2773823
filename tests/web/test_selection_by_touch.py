"""With a finger alone: words are selected as the handles of a touch screen select them, and coded from the bar."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser, Locator, expect
from tests.factories.web_reading import Person, person

from tenun.server.run import Ready

PHONE = {"viewport": {"width": 400, "height": 800}, "has_touch": True, "is_mobile": True}
# A long press and the handles move the selection of the page; Chromium without a screen has neither.
HANDLES = """(line, [from, to]) => {
  const words = document.createTreeWalker(line, NodeFilter.SHOW_TEXT).nextNode();
  getSelection().setBaseAndExtent(words, from, words, to);
}"""


def _coded_by_finger(someone: Person, line: Locator, stretch: list[int]) -> dict[str, str]:
    """Select and code with the first code that the picker offers; what the server kept."""
    line.evaluate(HANDLES, stretch)
    bar = someone.page.get_by_role("toolbar", name=someone.said("reader.pick_title"))
    bar.get_by_role("button", name=someone.said("reader.pick_title")).tap()
    choice = someone.page.get_by_role("option").first
    expect(choice).to_be_visible()
    with someone.coding_answered() as answered:
        choice.tap()
    row: dict[str, str] = answered.value.json()["rows"][0]
    return row


@pytest.mark.parametrize("language", ["en", "id"])
def test_a_finger_selects_and_codes(browser: Browser, worked_copy: Ready, language: str) -> None:
    with person(browser, worked_copy, language, **PHONE) as someone:
        someone.go("reader", "S13")
        line = someone.text().locator(".cm-line").nth(2)
        expect(line).to_be_visible()
        row = _coded_by_finger(someone, line, [0, 12])
        text = someone.api(f"/sources/{someone.page.url.rpartition('/')[2]}/text")["text"]
        assert text[row["start_cp"] : row["end_cp"]] == line.inner_text()[:12]


def test_other_words_are_meant_once_they_are_selected(browser: Browser, worked_copy: Ready) -> None:
    with person(browser, worked_copy, **PHONE) as someone:
        someone.go("reader", "S13")
        someone.stripes().first.tap()
        deletes = someone.button("reader.key_delete")
        expect(deletes).to_be_visible()
        line = someone.text().locator(".cm-line").nth(2)
        line.evaluate(HANDLES, [0, 12])
        expect(deletes).to_have_count(0)
        expect(someone.page.get_by_role("toolbar", name=someone.said("reader.pick_title"))).to_be_visible()
