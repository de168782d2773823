"""Two people with one study open: each sees what the other does, and nothing that was typed is lost."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect
from tests.factories.served_study import copied, serving, small_study
from tests.factories.web_reading import Person, person

from tenun.server.run import Ready


@pytest.fixture(scope="module")
def template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The small study, made once."""
    return small_study(tmp_path_factory.mktemp("small") / "small.tenun")


@pytest.fixture
def ready(template: Path, tmp_path: Path) -> Iterator[Ready]:
    """A server on a small study."""
    with serving([copied(template, tmp_path)]) as running:
        yield running


@pytest.fixture(params=["en", "id"])
def two(browser: Browser, ready: Ready, request: pytest.FixtureRequest) -> Iterator[tuple[Person, Person]]:
    """Ana's and another browser; both act as Ana, as one person at two desks does, in different themes."""
    other = "id" if request.param == "en" else "en"
    with person(browser, ready, request.param) as first, person(browser, ready, other, theme="dark") as second:
        yield first, second


def _annotate(someone: Person, words: str) -> None:
    someone.press("m")
    someone.page.locator(".inspector textarea").fill(words)
    someone.press("Escape")


def _memo(someone: Person) -> str:
    source = next(row for row in someone.api("/sources")["rows"] if row["key"] == "S2")
    (coding,) = someone.api(f"/sources/{source['guid']}/codings")["codings"]
    return str(coding["memo"])


def test_what_one_does_the_other_sees(two: tuple[Person, Person]) -> None:
    first, second = two
    for someone in two:
        someone.read("S2")
    first.code(4, "TC-TOUR")
    expect(second.stripes()).to_have_count(1)
    second.code(2, "MOT-BIL")
    expect(first.stripes()).to_have_count(2)
    second.press("u")
    expect(first.stripes()).to_have_count(1)
    second.go("sources")
    row = second.page.get_by_role("row").filter(has_text="Title of S2").locator("td").last
    expect(row).to_have_text("1")
    first.press("u")
    expect(row).to_have_text("")


@pytest.mark.parametrize("choice", ["mine", "theirs"])
def test_a_stale_memo_meets_the_newer_one_openly(two: tuple[Person, Person], choice: str) -> None:
    first, second = two
    for someone in two:
        someone.read("S2")
    first.code(4, "TC-TOUR")
    expect(second.stripes()).to_have_count(1)
    second.press("n", "m")
    second.page.locator(".inspector textarea").fill("words of the second")
    _annotate(first, "words of the first")
    expect(first.page.locator(".margin .bar.with-memo")).to_have_count(1)
    expect(second.page.locator(".margin .bar.with-memo")).to_have_count(1)
    expect(second.page.locator(".inspector textarea")).to_have_value("words of the second")
    second.press("Escape")
    dialog = second.page.get_by_role("dialog", name=second.said("shell.conflict_title"))
    expect(dialog).to_contain_text("words of the first")
    expect(dialog).to_contain_text("words of the second")
    second.button(f"shell.conflict_keep_{choice}", dialog).click()
    expect(dialog).to_have_count(0)
    kept = "words of the second" if choice == "mine" else "words of the first"
    for someone in two:
        expect(someone.page.locator(".inspector textarea")).to_have_value(kept)
    assert _memo(first) == kept
    if choice == "mine":
        second.press("u")
        expect(first.page.locator(".inspector textarea")).to_have_value("words of the first")


def test_a_stale_definition_keeps_what_else_was_changed(two: tuple[Person, Person]) -> None:
    first, second = two
    for someone in two:
        someone.go("codebook", "TC-TOUR")
    second.page.locator("textarea[lang=en]").first.fill("Defined by the second")
    first.page.locator("textarea[lang=en]").first.fill("Defined by the first")
    first.page.locator("textarea[lang=id]").first.fill("Kata orang pertama")
    first.button("shell.save").click()
    first.told("codebook.kept")
    second.button("shell.save").click()
    dialog = second.page.get_by_role("dialog", name=second.said("shell.conflict_title"))
    expect(dialog).to_contain_text("Defined by the first")
    expect(dialog).to_contain_text("Defined by the second")
    second.button("shell.conflict_keep_mine", dialog).click()
    expect(first.page.locator("textarea[lang=en]").first).to_have_value("Defined by the second")
    code = next(code for code in first.api("/codebook")["codes"] if code["key"] == "TC-TOUR")
    assert (code["definition_en"], code["definition_id"]) == ("Defined by the second", "Kata orang pertama")
