"""A translation is read beside its original and coded there: the code lands on the passage that it stands for."""

from __future__ import annotations

from typing import Any

import pytest
from playwright.sync_api import Browser, expect
from tests.factories.web_reading import Person, person

from tenun.server.run import Ready


def _translated(someone: Person) -> tuple[str, dict[str, Any]]:
    """A source (guid) whose translation has several pieces, and its text."""
    for row in someone.api("/sources?limit=500")["rows"]:
        text: dict[str, Any] = someone.api(f"/sources/{row['guid']}/text")
        if any(len(one["alignment"]) > 1 for one in text["translations"]):
            return str(row["guid"]), text
    raise AssertionError("the worked study has translations")


@pytest.mark.parametrize("language", ["en", "id"])
def test_pieces_of_a_translation_are_coded_by_key(browser: Browser, worked_copy: Ready, language: str) -> None:
    with person(browser, worked_copy, language) as someone:
        guid, text = _translated(someone)
        first, second = sorted(text["translations"][0]["alignment"])[:2]
        before = {coding["guid"] for coding in someone.api(f"/sources/{guid}/codings")["codings"]}
        someone.go("reader", guid)
        someone.button("reader.translation").first.click()
        pieces = someone.page.get_by_role("complementary", name=someone.said("reader.translation")).locator(".piece")
        pieces.first.focus()
        someone.press("Shift+ArrowDown")
        expect(pieces.nth(1)).to_be_focused()
        expect(pieces.nth(0)).to_have_attribute("aria-current", "true")
        someone.press("c")
        someone.page.keyboard.type("MKT-ACCESS")
        with someone.coding_answered() as answered:
            someone.press("Enter")
        made = answered.value.json()["rows"][0]
        assert made["guid"] not in before
        assert (made["start_cp"], made["end_cp"]) == (min(first[0], second[0]), max(first[1], second[1]))
        label = next(code for code in someone.api("/codebook")["codes"] if code["guid"] == made["code"])
        expect(pieces.first).to_contain_text(label["label_en" if language == "en" else "label_id"])


def test_a_piece_that_is_clicked_shows_its_original(browser: Browser, worked: Ready) -> None:
    with person(browser, worked) as someone:
        guid, text = _translated(someone)
        start, end, *_ = sorted(text["translations"][0]["alignment"])[1]
        someone.go("reader", guid)
        someone.button("reader.translation").first.click()
        someone.page.locator(".piece").nth(1).click()
        someone.text().focus()
        someone.chosen(text["text"][start:end])
