"""A survey dropped on the page: seen column by column, changed, brought in."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect
from tests.factories.web_reading import person

from tenun.server.run import Ready

SURVEY = """id;Umur;Mengapa?
P1;34;Karena pariwisata membawa banyak tamu ke kota.
P2;41;Menurut saya pendidikan jauh lebih penting.
"""


@pytest.mark.parametrize("language", ["en", "id"])
def test_a_survey_is_seen_and_brought_in(browser: Browser, empty: Ready, tmp_path: Path, language: str) -> None:
    file = tmp_path / "survei.csv"
    file.write_text(SURVEY, "utf-8")
    with person(browser, empty, language) as someone:
        someone.go("sources")
        someone.page.locator("input[type=file]").first.set_input_files(str(file))
        someone.button("survey.open").click()
        dialog = someone.page.get_by_role("dialog")
        expect(dialog.get_by_role("combobox", name="Mengapa?")).to_have_value("text")
        expect(dialog.get_by_role("combobox", name="id", exact=True)).to_have_value("case")
        dialog.get_by_role("combobox", name="Umur").select_option("skip")
        expect(dialog.get_by_role("combobox", name="Umur")).to_have_value("skip")
        expect(dialog.locator("tbody tr").nth(1)).not_to_contain_text(someone.said("survey.by_rule"))
        someone.button("survey.do", dialog).click()
        expect(dialog).to_have_count(0)
        someone.told("survey.done")
        rows = someone.api("/sources")["rows"]
        assert sorted(row["key"] for row in rows) == ["survei-P1", "survei-P2"]
        store = next(iter(empty.studies)).store
        assert store.rows("variable") == []
        assert len(store.rows("case")) == 2
