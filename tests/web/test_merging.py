"""A colleague's copy in the app: looked at, merged, and what both changed settled side by side, by buttons and keys."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Locator, expect
from tests.factories.served_study import serving, small_study
from tests.factories.web_reading import Person, person

from tenun.server.run import Ready
from tenun.store import backup, open_study

BODIES = ("first", "second")


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """A study, and its copy: two memos were rewritten on both sides, and one is new in the copy."""
    study = small_study(tmp_path / "small.tenun")
    with open_study(study) as store, store.command("memo", "wayan") as change:
        guids = change.insert("memo", [{"kind": "memo", "title": f"On {body}", "body": body} for body in BODIES])
    path = backup(study, tmp_path / "other.tenun")
    for file, coder, side in ((study, "wayan", "here"), (path, "thandi", "there")):
        for guid, body in zip(guids, BODIES, strict=True):
            with open_study(file) as store, store.command("revise_memo", coder) as change:
                change.update("memo", guid, body=f"{body}, seen {side}")
    with open_study(path) as store, store.command("memo", "thandi") as change:
        change.insert("memo", {"kind": "memo", "body": "only there"})
    return path


@pytest.fixture
def ready(copy: Path) -> Iterator[Ready]:
    with serving([copy.with_name("small.tenun")]) as running:
        yield running


def bodies(ready: Ready) -> list[str]:
    return [row["body"] for row in next(iter(ready.studies)).store.rows("memo")]


@pytest.mark.parametrize(("language", "theme"), [("en", "light"), ("id", "dark")])
def test_a_copy_is_looked_at_merged_and_settled(
    browser: Browser, ready: Ready, copy: Path, language: str, theme: str
) -> None:
    with person(browser, ready, language, theme=theme) as someone:
        someone.button("merging.begin").click()
        dialog = someone.page.get_by_role("dialog")
        with someone.page.expect_response("**/merge"):
            dialog.locator("input[type=file]").set_input_files(str(copy))
        expect(dialog.get_by_role("heading", name=someone.said("merging.would"))).to_be_visible()
        expect(dialog.get_by_text(someone.said("merging.conflicts")).first).to_be_visible()
        assert bodies(ready) == [f"{body}, seen here" for body in BODIES]
        picture(dialog, f"look-{language}")
        with someone.page.expect_response("**/merge"):
            someone.button("merging.do", dialog).click()
        expect(dialog.get_by_text(someone.said("merging.backup"))).to_be_visible()
        assert bodies(ready)[-1] == "only there"
        picture(dialog, f"done-{language}")
        someone.button("merging.settle", dialog).click()
        expect(dialog.get_by_role("heading", name=someone.said("merging.settle_title"))).to_be_visible()
        expect(dialog.locator("td", has_text="first, seen there")).to_be_visible()
        picture(dialog, f"settle-{language}")
        settle_by_keys(someone, dialog, ready)
        expect(someone.button("merging.settle")).to_have_count(0)


def settle_by_keys(someone: Person, dialog: Locator, ready: Ready) -> None:
    """One by a key, the other with words of one's own; a third time there is nothing left."""
    with someone.page.expect_response("**/merge/conflicts/*"):
        someone.press("2")
    expect(dialog.locator("ol li")).to_have_count(1)
    assert bodies(ready)[0] == "first, seen there"
    someone.press("e")
    words = dialog.get_by_role("textbox")
    expect(words).to_have_value("second, seen here")
    words.fill("second, put together")
    with someone.page.expect_response("**/merge/conflicts/*"):
        someone.button("merging.edited_save", dialog).click()
    expect(dialog.get_by_text(someone.said("merging.none_left"))).to_be_visible()
    assert bodies(ready)[1] == "second, put together"
    dialog.get_by_role("checkbox").check()
    expect(dialog.locator("ol li")).to_have_count(2)
    expect(dialog.get_by_text(someone.said("merging.settled_by"))).to_be_visible()
    someone.button("shell.close", dialog).click()


def test_a_file_that_is_no_study_is_refused_in_words(browser: Browser, ready: Ready, tmp_path: Path) -> None:
    file = tmp_path / "letter.tenun"
    file.write_text("Dear colleague", "utf-8")
    with person(browser, ready) as someone:
        someone.button("merging.begin").click()
        dialog = someone.page.get_by_role("dialog")
        with someone.page.expect_response("**/merge"):
            dialog.locator("input[type=file]").set_input_files(str(file))
        expect(someone.page.locator(".saying").filter(has_text="does not hold together")).to_be_visible()
        expect(someone.button("merging.do", dialog)).to_be_disabled()


def picture(dialog: Locator, name: str) -> None:
    """Kept where somebody wants to look."""
    if folder := os.environ.get("TENUN_PICTURES"):
        dialog.page.screenshot(path=f"{folder}/merge-{name}.png")
