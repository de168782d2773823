"""Every table on the screen is taken away as a file, from the button beside it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Locator, expect
from tests.factories.web_reading import Person, person

from tenun.server.run import Ready

# View, message of the page of the view that is opened, place of the button among those of the page, name of the file.
TABLES = [
    ("sources", "", 0, "denpasar-mossel-bay-sources"),
    ("codebook", "", 0, "denpasar-mossel-bay-codebook"),
    ("agreement", "", 0, "denpasar-mossel-bay-agreement"),
    ("agreement", "", 1, "denpasar-mossel-bay-agreement-by-code"),
    ("agreement", "agreement.queue", 0, "denpasar-mossel-bay-disagreements"),
    ("motives", "", 0, "denpasar-mossel-bay-motives"),
    ("motives", "", 1, "denpasar-mossel-bay-switches"),
    ("motives", "motives.beside", 0, "denpasar-mossel-bay-triangulation"),
    ("timeline", "", 0, "denpasar-mossel-bay-timeline"),
    ("timeline", "timeline.conflicts", 0, "denpasar-mossel-bay-conflicts"),
    ("retrieve", "", 0, "passages"),
    ("retrieve", "retrieve.matrix", 0, "matrix"),
]


@pytest.fixture(scope="module")
def reading(browser: Browser, worked: Ready) -> Iterator[Person]:
    """Somebody with the worked study."""
    with person(browser, worked) as someone:
        yield someone


def _files(someone: Person, button: Locator) -> dict[str, Path]:
    """The files that the button offers, by name."""
    taken = {}
    for kind in ("csv", "xlsx"):
        button.click()
        offered = someone.page.get_by_role("dialog", name=someone.said("shell.download"))
        with someone.page.expect_download() as downloaded:
            offered.locator("a, button").filter(has_text=someone.said(f"shell.{kind}")).click()
        taken[downloaded.value.suggested_filename] = downloaded.value.path()
        expect(offered).to_have_count(0)
    return taken


@pytest.mark.parametrize(("view", "page", "at", "name"), TABLES, ids=[name for *_, name in TABLES])
def test_a_table_is_taken_away(reading: Person, view: str, page: str, at: int, name: str) -> None:
    reading.go(view)
    if page:
        reading.button(page).first.click()
        reading.settled(view)
    files = _files(reading, reading.page.get_by_role("button", name=reading.said("shell.download")).nth(at))
    assert set(files) == {f"{name}.csv", f"{name}.xlsx"}
    assert files[f"{name}.csv"].read_bytes().startswith(b"\xef\xbb\xbf")
    assert files[f"{name}.xlsx"].read_bytes().startswith(b"PK")
