"""People who work in the web app: a page of a browser, the words on it in their language, and what they do."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from playwright.sync_api import (
    Browser,
    BrowserContext,
    FrameLocator,
    Locator,
    Page,
    expect,
)

from tenun.server.run import Ready

MESSAGES = Path(__file__).resolve().parents[2] / "frontend" / "src" / "i18n"
VIEWS = ("home", "sources", "reader", "codebook", "retrieve", "agreement", "motives", "figures", "timeline", "report")
WIDE = {"width": 1280, "height": 800}
PATIENCE_MS = 150_000
_LINE = re.compile(r'^  (\w+): (?:"((?:[^"\\]|\\.)*)"|\{(.*)\}),$')
_FORM = re.compile(r'(?:one|other): "((?:[^"\\]|\\.)*)"')

# Runs before every script of the page; what it hears is asked for at the end.
LISTENING = """
window.__heard = [];
document.addEventListener("securitypolicyviolation", (e) => window.__heard.push(`${e.effectiveDirective} ${e.blockedURI} ${e.sample}`));
"""  # noqa: E501


@cache
def messages(language: str) -> dict[str, tuple[str, ...]]:
    """The forms of every message of the app in one language, by `room.name`."""
    found = {}
    for path in sorted((MESSAGES / language).glob("*.ts")):
        for line in path.read_text("utf-8").splitlines():
            if not (match := _LINE.match(line)):
                continue
            forms = _FORM.findall(match[3]) if match[3] else [match[2]]
            found[f"{path.stem}.{match[1]}"] = tuple(json.loads(f'"{form}"') for form in forms)
    return found


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody with the app open, who reads it in one language."""

    page: Page
    language: str
    study: str

    def said(self, key: str) -> re.Pattern[str]:
        """The whole words of a message, whatever its numbers are."""
        forms = messages(self.language)[key]
        return re.compile("^\\s*(" + "|".join(re.sub(r"\\\{\w+\\\}", ".+", re.escape(form)) for form in forms) + ")")

    def button(self, key: str, inside: Page | Locator | None = None) -> Locator:
        """A button by its message."""
        return (inside or self.page).get_by_role("button", name=self.said(key))

    def field(self, key: str) -> Locator:
        """A field by the message that names it."""
        return self.page.get_by_label(self.said(key))

    def press(self, *keys: str) -> None:
        """Press keys, one after the other."""
        for key in keys:
            self.page.keyboard.press(key)

    def go(self, view: str, place: str = "", **query: str) -> None:
        """Go to a view by its address, and wait until it has its heading and nothing loads."""
        words = "&".join(f"{name}={value}" for name, value in query.items())
        path = "/".join(filter(None, ["#", self.study, view, place])) + (f"?{words}" if words else "")
        self.page.evaluate("(hash) => { location.hash = hash; }", path)
        self.settled(view)

    def settled(self, view: str) -> None:
        """Wait until a view stands and has no skeletons left."""
        page = self.page
        expect(page).to_have_title(re.compile("^" + re.escape(messages(self.language)[f"shell.{view}"][0])))
        expect(page.locator(".frame > *").first).to_be_attached()
        expect(page.locator(".skeleton")).to_have_count(0)

    def told(self, key: str) -> None:
        """Wait for short words at the foot of the page, and put them away."""
        saying = self.page.locator(".saying").filter(has_text=self.said(key)).last
        expect(saying).to_be_visible()
        saying.get_by_role("button").last.click()

    def text(self) -> Locator:
        """The text in the reader."""
        return self.page.locator("[data-reading]").first

    def stripes(self) -> Locator:
        """The codings in the margin."""
        return self.page.locator(".margin .bar")

    def read(self, key: str) -> None:
        """Open a source in the reader and put the caret at its beginning."""
        self.go("reader", key)
        expect(self.text()).to_be_visible()
        self.text().focus()
        self.press("Control+Home")

    def act_as(self, name: str) -> None:
        """Work under another name."""
        self.page.locator("button.coder").first.click()
        field = self.page.get_by_label(messages(self.language)["shell.coder_name"][0])
        field.fill(name)
        field.press("Enter")
        expect(self.page.locator("button.coder").first).to_contain_text(name)

    def report(self) -> FrameLocator:
        """The report on its page."""
        return self.page.frame_locator("iframe")

    def code(self, words: int, letters: str) -> None:
        """Code so many words from the caret, with the code that the letters find; by keys alone."""
        before = self.stripes().count()
        self.press(*["Control+Shift+ArrowRight"] * words, "c")
        expect(self.page.get_by_role("combobox", name=self.said("reader.pick_search"))).to_be_focused()
        self.page.keyboard.type(letters)
        with self.coding_answered():
            self.press("Enter")
        expect(self.stripes()).to_have_count(before + 1)

    def coding_answered(self) -> AbstractContextManager[Any]:
        """Hold until the server has answered a coding; the stripe stands before, so the answer may come late."""
        return self.page.expect_response(
            lambda answer: answer.request.method == "POST" and answer.url.endswith("/codings")
        )

    def chosen(self, words: str) -> None:
        """Wait until these words are selected, whatever spaces stand between them."""
        selected = "(words) => getSelection().toString().split(/\\s+/).filter(Boolean).join(' ') === words"
        self.page.wait_for_function(selected, arg=" ".join(words.split()))

    def api(self, path: str) -> Any:
        """What the server tells this person's browser."""
        asked = "async (path) => { const answer = await fetch(path); return answer.json(); }"
        return self.page.evaluate(asked, f"/api/studies/{self.study}{path}")


def speaking(context: BrowserContext, language: str, theme: str = "light") -> None:
    """Let every page of a context begin in this language and theme, once."""
    kept = json.dumps({"tenun.language": language, "tenun.theme": theme})
    context.add_init_script(
        f"if (self === top) for (const [key, value] of Object.entries({kept})) if (!localStorage.getItem(key)) localStorage.setItem(key, value);"  # noqa: E501
    )
    context.add_init_script(LISTENING)


@contextmanager
def person(
    browser: Browser, ready: Ready, language: str = "en", *, theme: str = "light", **options: Any
) -> Iterator[Person]:
    """A person who comes in by a one-time address, in a browser profile of their own."""
    context = browser.new_context(**{"viewport": WIDE, "reduced_motion": "reduce", **options})
    context.set_default_timeout(PATIENCE_MS)
    speaking(context, language, theme)
    page = context.new_page()
    page.goto(ready.invitation())
    someone = Person(page, language, next(iter(ready.studies)).guid)
    someone.settled("home")
    try:
        yield someone
    finally:
        context.close()
