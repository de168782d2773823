"""A page of the web by its address: refused with its reason, then brought in; nowhere to be seen unless enabled."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect
from tests.factories.answering_site import PUBLIC, answering
from tests.factories.served_study import serving
from tests.factories.web_reading import person

from tenun.intake.web import fetching
from tenun.server.run import Ready

WORDS = b"Denpasar dan Mossel Bay menandatangani kerja sama kota kembar pada akhir tahun 2019."
ANSWER = b"HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\nContent-Length: %d\r\n\r\n%s" % (len(WORDS), WORDS)


@pytest.fixture
def allowed(empty_file: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Ready]:
    """A server that may ask the web, of which it reaches one page only."""
    real = fetching.fetch
    with answering(ANSWER) as site, serving([empty_file], allow_web=True) as ready:
        monkeypatch.setattr(
            fetching, "fetch", lambda url: real(url, resolver=lambda host, port: [PUBLIC], connect=site.connect)
        )
        yield ready


@pytest.mark.parametrize("language", ["en", "id"])
def test_a_page_is_refused_with_its_reason_and_another_comes_in(
    browser: Browser, allowed: Ready, language: str
) -> None:
    with person(browser, allowed, language) as someone:
        someone.go("sources")
        someone.button("sources.page").click()
        dialog = someone.page.get_by_role("dialog")
        field = dialog.get_by_role("textbox", name=someone.said("sources.page_address"))
        field.fill("http://192.168.1.1/")
        someone.button("sources.page_fetch", dialog).click()
        expect(dialog.get_by_role("alert")).not_to_be_empty()
        expect(field).to_have_value("http://192.168.1.1/")
        field.fill("http://koran.example/kota")
        someone.button("sources.page_fetch", dialog).click()
        expect(dialog).to_have_count(0)
        someone.told("sources.import_done")
        assert [row["key"] for row in someone.api("/sources")["rows"]] == ["koran-example-kota"]


def test_nothing_of_it_is_shown_unless_enabled(browser: Browser, empty: Ready) -> None:
    with person(browser, empty, "en") as someone:
        someone.go("sources")
        expect(someone.button("sources.import")).to_be_visible()
        expect(someone.button("sources.page")).to_have_count(0)
