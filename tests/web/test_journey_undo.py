"""Everything that was done in the app is undone by key, back to the empty study; a server restart is no matter."""

from __future__ import annotations

from contextlib import ExitStack
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect
from tests.factories.served_study import serving
from tests.factories.web_material import appraise, import_files, load_framework
from tests.factories.web_reading import Person, person

from tenun.server.run import Ready


def _work(someone: Person) -> int:
    """Bring in, appraise, code, annotate, delete; returns how many changes that were."""
    load_framework(someone)
    import_files(someone)
    appraise(someone, "A1")
    someone.read("A1")
    someone.code(7, "TC-TOUR")
    someone.press("m")
    someone.page.keyboard.type("said twice")
    someone.press("Escape")
    expect(someone.page.locator(".margin .bar.with-memo")).to_have_count(1)
    someone.press("B")
    expect(someone.page.locator(".inspector select").nth(1)).to_have_value("inferred")
    someone.press("x")
    expect(someone.stripes()).to_have_count(0)
    return 7


def _undo_all(someone: Person, changes: int) -> None:
    someone.go("home")
    for _ in range(changes):
        revision = someone.api("")["revision"]
        someone.press("u")
        someone.told("shell.undone")
        assert someone.api("")["revision"] == revision + 1
    expect(someone.page.get_by_role("heading", name=someone.said("home.begin")).first).to_be_visible()
    someone.press("u")
    expect(someone.page.locator(".saying.bad")).to_be_visible()


def _content(ready: Ready) -> object:
    content = next(iter(ready.studies)).store.dump()
    return {name: rows for name, rows in content.items() if name != "coder"}


@pytest.mark.parametrize(("language", "restart"), [("en", False), ("id", True)])
def test_undo_back_to_the_start(browser: Browser, empty_file: Path, language: str, restart: bool) -> None:
    with serving([empty_file]) as ready:
        before = _content(ready)
        with ExitStack() as open_pages:
            someone = open_pages.enter_context(person(browser, ready, language))
            changes = _work(someone)
            if not restart:
                _undo_all(someone, changes)
                assert _content(ready) == before
    with serving([empty_file]) as ready, person(browser, ready, language) as someone:
        if restart:
            someone.read("A1")
            expect(someone.stripes()).to_have_count(0)
            someone.press("u")
            someone.told("shell.undone")
            expect(someone.page.locator(".margin .bar.with-memo")).to_have_count(1)
            _undo_all(someone, changes - 1)
        assert _content(ready) == before
