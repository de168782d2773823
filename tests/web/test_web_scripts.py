"""No word of a study runs as a script: 30 payloads in every place that takes words, looked at in every view."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, ConsoleMessage, expect
from tests.factories.hostile_study import CODERS, PAYLOADS, hostile_folder
from tests.factories.served_study import Browser as Client
from tests.factories.served_study import serving
from tests.factories.web_reading import VIEWS, Person, person

from tenun.server.run import Ready
from tenun.study.importing.import_paths import import_paths


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Ready]:
    """A server on a study whose every word tries to run a script."""
    folder = tmp_path_factory.mktemp("hostile")
    path = folder / "hostile.tenun"
    report = import_paths(str(path), [hostile_folder(folder / "study")])
    assert [problem for problem in report.problems if problem.level == "error"] == []
    assert (report.added["sources"], report.added["codes"]) == (len(PAYLOADS), len(PAYLOADS))
    with serving([path]) as running, Client(running) as client:
        for payload in PAYLOADS:
            client.ok("POST", "/memos", json={"kind": "journal", "title": payload, "body": payload})
            client.ok("POST", "/queries", json={"name": payload, "query": {"words": payload}})
        yield running


class Watch:
    """What a page lets happen that it should not: scripts, dialogs, requests elsewhere, refusals of the policy."""

    def __init__(self, someone: Person, address: str) -> None:
        self._page = someone.page
        self.seen: list[str] = []
        self._page.on("dialog", lambda dialog: (self.seen.append(f"dialog {dialog.message}"), dialog.dismiss()))
        self._page.on("console", self._hear)
        self._page.on("pageerror", lambda error: self.seen.append(f"error {error}"))
        self._page.on("popup", lambda page: self.seen.append(f"popup {page.url}"))
        self._page.on("request", lambda asked: self._elsewhere(asked.url, address))

    def _hear(self, message: ConsoleMessage) -> None:
        if message.type == "error" or "Content Security Policy" in message.text:
            self.seen.append(f"console {message.text}")

    def _elsewhere(self, url: str, address: str) -> None:
        if not url.startswith((address, "data:", "blob:")):
            self.seen.append(f"request {url}")

    def all(self) -> list[str]:
        """Everything up to now, in the order in which it was heard."""
        heard, ran = self._page.evaluate("[window.__heard, window.__ran]")
        return [*self.seen, *heard, *(["a script ran"] if ran else [])]


@pytest.fixture
def reading(browser: Browser, hostile: Ready) -> Iterator[tuple[Person, Watch]]:
    """Somebody who looks at the hostile study, and what is heard meanwhile."""
    with person(browser, hostile) as someone:
        yield someone, Watch(someone, hostile.address)


def test_a_script_that_got_in_would_be_heard(reading: tuple[Person, Watch]) -> None:
    someone, watch = reading
    with someone.page.expect_console_message():
        someone.page.evaluate("(html) => { document.querySelector('main').innerHTML = html; }", PAYLOADS[1])
    assert any("script-src" in heard for heard in watch.all())


@pytest.mark.parametrize("view", VIEWS)
def test_no_view_runs_what_a_study_says(reading: tuple[Person, Watch], view: str) -> None:
    someone, watch = reading
    someone.go(view)
    shown = someone.page.locator("main")
    if view == "home":
        for payload in PAYLOADS:
            expect(shown).to_contain_text(payload)
    if view == "report":
        expect(someone.report().locator("body")).to_contain_text(PAYLOADS[0])
    elif view == "agreement":
        someone.button("agreement.queue").click()
        expect(shown).to_contain_text(PAYLOADS[0])
        expect(shown).to_contain_text(CODERS[1])
    elif view == "retrieve":
        someone.go(view, code=someone.api("/codebook")["codes"][1]["guid"])
        expect(shown).to_contain_text(PAYLOADS[1])
        someone.button("retrieve.saved").click()
        expect(shown).to_contain_text(PAYLOADS[-1])
    elif view == "timeline":
        for payload in PAYLOADS:
            expect(shown).to_contain_text(payload)
    else:
        expect(shown).to_contain_text(PAYLOADS[0])
    assert watch.all() == []


def test_no_text_code_or_memo_runs_in_the_reader(reading: tuple[Person, Watch]) -> None:
    someone, watch = reading
    for at, payload in enumerate(PAYLOADS):
        someone.read(f"S{at:02}")
        expect(someone.text()).to_contain_text(payload)
        expect(someone.page.get_by_role("heading", level=1)).to_have_text(payload)
        someone.press("n")
        expect(someone.page.locator(".inspector textarea")).to_have_value(payload)
    someone.press("c")
    expect(someone.page.locator("#picker-list [role=option]")).to_have_count(len(PAYLOADS))
    someone.press("Escape", "Control+k")
    someone.page.keyboard.type("ran")
    expect(someone.page.locator("dialog[open] [role=option]").first).to_be_visible()
    assert watch.all() == []


def test_no_code_source_or_motive_runs_in_its_panel(reading: tuple[Person, Watch]) -> None:
    someone, watch = reading
    for at in range(0, len(PAYLOADS), 5):
        someone.go("codebook", f"C{at:02}")
        expect(someone.page.locator("form.code-form h2")).to_have_text(PAYLOADS[at])
        someone.go("sources", f"S{at:02}")
        expect(someone.page.locator("aside.panel h2")).to_have_text(PAYLOADS[at])
    someone.go("motives")
    for motive in someone.page.locator("ol.motives > li h2 button").all():
        motive.click()
    expect(someone.page.locator("ol.motives blockquote").first).to_be_visible()
    assert watch.all() == []


def test_no_file_name_runs_while_files_come_in(reading: tuple[Person, Watch]) -> None:
    someone, watch = reading
    files = [
        {"name": f"{payload.replace('/', '')}.exe", "mimeType": "text/plain", "buffer": payload.encode()}
        for payload in PAYLOADS
    ]
    someone.go("sources")
    someone.page.locator("input[type=file]").first.set_input_files(files)
    expect(someone.page.locator("dialog[open], .saying.bad").first).to_be_visible()
    assert [found for found in watch.all() if "422" not in found] == []
