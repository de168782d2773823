"""The framework matrix is written by people; a figure says how it is computed and hands on its input."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect
from tests.factories.web_reading import person

from tenun.server.run import Ready


@pytest.mark.parametrize("language", ["en", "id"])
def test_a_summary_is_written_into_a_cell_and_taken_back(browser: Browser, worked_copy: Ready, language: str) -> None:
    with person(browser, worked_copy, language) as someone:
        someone.go("retrieve")
        someone.button("retrieve.framework").click()
        cell = someone.page.locator("button.cell").first
        cell.click()
        dialog = someone.page.locator("dialog[open]")
        expect(dialog.locator("li").first).to_be_visible()
        dialog.locator("textarea").fill("Pasar di luar kawasan.")
        dialog.locator("li input").first.uncheck()
        someone.button("shell.save", dialog).click()
        expect(dialog).to_have_count(0)
        expect(cell.locator(".text")).to_have_text("Pasar di luar kawasan.")
        someone.press("u")
        expect(someone.page.locator(".cell .text")).to_have_count(0)


@pytest.mark.parametrize("language", ["en", "id"])
def test_a_figure_says_how_it_is_computed(browser: Browser, worked: Ready, language: str) -> None:
    with person(browser, worked, language) as someone:
        someone.go("figures", "agreement_by")
        expect(someone.page.locator("article table").first).to_be_visible()
        someone.page.locator("details summary").click()
        expect(someone.page.locator(".formula")).to_be_visible()
        with someone.page.expect_download() as taken:
            someone.page.get_by_role("link", name="input.csv").click()
        assert Path(taken.value.path()).read_bytes().startswith(b"\xef\xbb\xbfsource,start_cp,end_cp")
        someone.go("figures", "saturation")
        expect(someone.page.get_by_role("alert")).to_be_visible()
