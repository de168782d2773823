"""A study from nothing to a report, in the browser and by keyboard, in both languages."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser as Chromium
from playwright.sync_api import expect
from tests.factories.served_study import Browser, serving, small_study
from tests.factories.web_app_page import App, Language, chromium

from tenun.study.make_study import make_study

DOCUMENTS = {
    "minutes.md": "The mayor said the port would open a new market for small firms. The council agreed.",
    "letter.md": "Kota ingin menarik wisatawan dari Afrika Selatan. Pelabuhan menjadi alasan kedua.",
    "news.md": "The delegation praised one-stop services of the city. Nobody spoke of trade.",
    "speech.md": "Both cities stand as equals in the South. The tie of two states came first.",
}


@pytest.fixture(scope="module")
def browser() -> Iterator[Chromium]:
    """Chromium, once for all tests here."""
    with chromium() as running:
        yield running


@pytest.fixture
def files(tmp_path: Path) -> list[Path]:
    """Four documents with front matter, as a researcher keeps them."""
    made = []
    for number, (name, text) in enumerate(DOCUMENTS.items(), 1):
        head = f"---\nid: D{number}\ntitle: Document {number}\nkind: official\nlanguage: {'id' if number == 2 else 'en'}\n---\n\n"
        path = tmp_path / name
        path.write_text(head + text + "\n", "utf-8")
        made.append(path)
    return made


@pytest.mark.slow
@pytest.mark.parametrize("language", ["en", "id"])
def test_from_nothing_to_a_report(browser: Chromium, tmp_path: Path, files: list[Path], language: Language) -> None:
    path = tmp_path / "life.tenun"
    make_study(str(path), title="Life", date="2019-11-27", coder="ana").store.close()
    with serving([path]) as ready, Browser(ready) as behind:
        app = App(browser, ready, language=language)
        _begin(app, files)
        _name_motives(app)
        _appraise(app)
        _open_blind_round(app)
        _code_every_source(app, behind, ["small firms", "tourism promotion", "governance learning", "formal state"])
        app.act_as("ben")
        app.read(behind.source("D1")["guid"])
        expect(app.page.locator(".blind")).to_be_visible()
        expect(app.names).to_have_count(0)
        _code_every_source(app, behind, ["trade and market", "tourism promotion", "governance learning", "formal state"])
        _lock_round(app)
        _settle_first_disagreement(app)
        _motives_and_report(app, language)
        assert app.violations() == []
        app.close()


def _begin(app: App, files: list[Path]) -> None:
    app.go("home")
    app.page.get_by_role("button", name="south-south-sister-city").click()
    expect(app.page.locator(".saying")).to_be_visible()
    app.page.locator("input[type=file]").set_input_files(files)
    app.page.locator("dialog[open] .primary").click()
    app.go("sources")
    expect(app.page.locator("tbody tr")).to_have_count(len(files))


def _name_motives(app: App) -> None:
    app.go("home")
    app.page.locator(".decision button").click()
    for motive in app.page.locator(".motive.depth-1").all()[:5]:
        motive.locator("input").check()
    app.page.locator("dialog[open] .primary").click()
    expect(app.page.locator("dialog[open]")).to_have_count(0)


def _appraise(app: App) -> None:
    app.go("sources")
    app.page.locator("tbody tr").first.focus()
    app.press("Space")
    panel = app.page.locator("aside.panel")
    panel.get_by_role("radio", name="B", exact=True).check()
    panel.get_by_role("radio", name="2", exact=True).check()
    panel.locator("form .button").first.click()
    expect(app.page.locator("tbody .mark").first).to_have_text("B2")


def _open_blind_round(app: App) -> None:
    app.go("agreement")
    app.page.locator("header .segmented button").last.click()
    app.page.locator("main form button").click()
    expect(app.page.locator("tbody tr")).to_have_count(2)


def _code_every_source(app: App, behind: Browser, codes: list[str]) -> None:
    for number, code in enumerate(codes, 1):
        app.read(behind.source(f"D{number}")["guid"])
        app.press("s")
        app.code(code)
        expect(app.names).to_have_count(1)
        app.press("O", "O", "T")
        expect(app.page.locator(".inspector")).to_be_visible()


def _lock_round(app: App) -> None:
    app.go("agreement")
    app.page.locator("header .segmented button").last.click()
    lock = app.page.locator("tbody tr").last.locator("button")
    lock.click()
    expect(lock).to_have_attribute("aria-pressed", "true")


def _settle_first_disagreement(app: App) -> None:
    app.page.locator("header .segmented button").nth(1).click()
    queue = app.page.locator(".queue ol li")
    expect(queue).to_have_count(1)
    app.press("1", "Enter")
    expect(queue).to_have_count(0)


def _motives_and_report(app: App, language: Language) -> None:
    app.go("motives")
    expect(app.page.locator("ol.motives > li")).to_have_count(5, timeout=60_000)
    app.page.locator("ol.motives h2 button").first.click()
    expect(app.page.locator(".threads blockquote").first).to_be_visible()
    app.go("report")
    report = app.page.frame_locator("iframe")
    expect(report.locator("html")).to_have_attribute("lang", language, timeout=90_000)
    expect(report.locator("body")).to_contain_text("the port would open a new market")


@pytest.mark.slow
def test_undo_to_the_start_and_the_same_after_a_restart(browser: Chromium, tmp_path: Path) -> None:
    path = small_study(tmp_path / "small.tenun")
    with serving([path]) as ready, Browser(ready) as behind:
        app = App(browser, ready)
        source = behind.source("S2")["guid"]
        app.read(source)
        app.press("s")
        app.code("trade and market")
        expect(app.names).to_have_count(1)
        app.press("A", "m")
        app.page.locator(".inspector textarea").fill("kept in mind")
        app.press("Escape", ">")
        expect(app.names).to_have_count(1)
        app.page.wait_for_timeout(500)
        app.close()
    with serving([path]) as ready, Browser(ready) as behind:
        (coding,) = behind.ok("GET", f"/sources/{source}/codings")["codings"]
        assert (coding["actor"], coding["memo"]) == ("partner", "kept in mind")
        app = App(browser, ready)
        app.read(source)
        expect(app.names).to_have_count(1)
        for _ in range(4):
            with app.page.expect_response("**/undo") as answered:
                app.press("u")
            assert answered.value.ok
        expect(app.names).to_have_count(0)
        app.close()
