"""The study taken away from the app: one dialog for every form, what it says of losses, and what stays behind."""

from __future__ import annotations

import io
import re
import zipfile

import pytest
from playwright.sync_api import Browser, Locator, expect
from tests.factories.web_reading import Person, person

from tenun.server.run import Ready
from tenun.study.exporting.exports import FORMS

SECRET = "S09"


def _dialog(someone: Person) -> Locator:
    someone.go("report")
    someone.button("report.export").click()
    dialog = someone.page.get_by_role("dialog")
    expect(dialog.get_by_role("radio")).to_have_count(len(FORMS))
    return dialog


def _choose(dialog: Locator, name: str) -> None:
    dialog.locator(f'input[type="radio"][value="{name}"]').check()


def _taken(someone: Person, dialog: Locator, file: str) -> bytes:
    """The file behind its link, once it is written."""
    someone.button("report.write_file", dialog).click()
    link = dialog.get_by_role("link", name=file)
    expect(link).to_be_visible()
    with someone.page.expect_download() as loading:
        link.click()
    return loading.value.path().read_bytes()


def _read(page: bytes) -> str:
    """The words of a page, without marks and the numbers of passages."""
    return re.sub(r"<sup>\d+</sup>|<[^>]+>", "", page.decode())


@pytest.mark.parametrize("language", ["en", "id"])
def test_every_form_has_its_line_and_a_project_its_losses(browser: Browser, worked_copy: Ready, language: str) -> None:
    with person(browser, worked_copy, language) as someone:
        dialog = _dialog(someone)
        for form in FORMS:
            expect(dialog).to_contain_text(form.for_id if language == "id" else form.for_en)
        _choose(dialog, "refi")
        dialog.get_by_role("combobox").select_option(".qdpx")
        content = _taken(someone, dialog, "study.qdpx")
        assert "project.qde" in zipfile.ZipFile(io.BytesIO(content)).namelist()
        for key in ("report.not_carried", "report.stays"):
            expect(dialog.locator("p").filter(has_text=someone.said(key))).to_have_count(1)
        someone.press("Escape")
        expect(dialog).to_have_count(0)
        expect(someone.button("report.export")).to_be_focused()


def test_confidential_texts_stay_behind_where_that_is_asked(browser: Browser, worked_copy: Ready) -> None:
    store = next(iter(worked_copy.studies)).store
    source = store.rows("source", key=SECRET)[0]
    with store.command("confide", "ana") as change:
        change.update("source", source["guid"], confidentiality="for the team only")
    words = "Kompas.com mengabarkan bahwa nota"
    assert words in store.text(source["representation"])
    with person(browser, worked_copy, "en") as someone:
        dialog = _dialog(someone)
        _choose(dialog, "coded-text")
        dialog.get_by_role("combobox").select_option(".html")
        assert words in _read(_taken(someone, dialog, "coded-text.html"))
        expect(dialog).to_contain_text(f"{SECRET} (marked as confidential)")
        dialog.get_by_role("switch").check()
        left = _read(_taken(someone, dialog, "coded-text.html"))
        assert words not in left
        assert "S10 ·" in left
        assert f"{SECRET} ·" not in left
        expect(dialog.locator("p").filter(has_text=someone.said("report.was_left_out"))).to_have_count(1)


def test_the_dialog_is_worked_by_keys_alone(browser: Browser, worked_copy: Ready) -> None:
    with person(browser, worked_copy, "en") as someone:
        dialog = _dialog(someone)
        dialog.locator('input[value="coded-text"]').focus()
        someone.press("ArrowDown")
        expect(dialog.locator('input[value="codebook"]')).to_be_checked()
        someone.press("Enter")
        expect(dialog.get_by_role("link", name="codebook.docx")).to_be_visible()
