"""Hostile words in every field: no script runs, and the content policy has nothing to report."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import expect
from tests.factories.served_study import Browser, serving
from tests.factories.web_app_page import App, chromium

from tenun.study.make_study import make_study

PAYLOADS = (
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(2)>",
    "<svg onload=alert(3)>",
    "<svg><script>alert(4)</script></svg>",
    '"><script>alert(5)</script>',
    "'><img src=x onerror=alert(6)>",
    "javascript:alert(7)",
    "<a href=javascript:alert(8)>x</a>",
    "<iframe src=javascript:alert(9)></iframe>",
    "<iframe srcdoc='<script>alert(10)</script>'></iframe>",
    "<body onload=alert(11)>",
    "<input autofocus onfocus=alert(12)>",
    "<details open ontoggle=alert(13)>",
    "<video><source onerror=alert(14)>",
    "<math><mtext></mtext><img src=x onerror=alert(15)></math>",
    "<style>@import 'http://127.0.0.1:9/x';</style>",
    "<link rel=stylesheet href=http://127.0.0.1:9/x>",
    "<meta http-equiv=refresh content='0;url=javascript:alert(18)'>",
    "<object data=javascript:alert(19)></object>",
    "<embed src=javascript:alert(20)>",
    "<form action=javascript:alert(21)><button>x</button></form>",
    "<base href=javascript:alert(22)//>",
    "{{constructor.constructor('alert(23)')()}}",
    "${alert(24)}",
    "{@html '<img src=x onerror=alert(25)>'}",
    "</textarea><script>alert(26)</script>",
    "</title><script>alert(27)</script>",
    "<!--><script>alert(28)</script>-->",
    "\u202e<script>alert(29)</script>",
    "<img src=`x`onerror=alert(30)>",
)
VIEWS = ("home", "sources", "reader", "codebook", "retrieve", "agreement", "motives", "timeline", "report")


@pytest.fixture
def hostile(tmp_path: Path) -> Path:
    """A study without anything in it."""
    path = tmp_path / "hostile.tenun"
    scope = make_study(str(path), title=PAYLOADS[0], date="2019-11-27", coder="ana")
    scope.store.close()
    return path


@pytest.mark.slow
def test_no_script_runs_in_any_view(hostile: Path) -> None:
    with serving([hostile]) as ready, chromium() as browser, Browser(ready) as behind:
        sources = [_plant(behind, number, words) for number, words in enumerate(PAYLOADS)]
        app = App(browser, ready)
        for view in VIEWS:
            app.go(view)
            app.page.wait_for_timeout(700)
            assert app.violations() == [], view
        for source in sources[:: len(sources) // 6]:
            app.read(source)
            app.press("n")
            expect(app.names.first).to_be_visible()
            app.press("c", "Escape", "/")
            app.page.keyboard.type("alert")
            assert app.violations() == []
        app.close()


def _plant(behind: Browser, number: int, words: str) -> str:
    """A source, a code, a coding and a memo that all carry the words; returns the guid of the source."""
    text = f"{words}\n\nPlain words, then {words} again."
    new = {"key": f"S{number:02d}", "title": words, "kind": "news", "language": "en", "text": text, "publisher": words}
    source: str = behind.ok("POST", "/sources", json={**new, "url": "javascript:alert(0)"})["rows"][0]["guid"]
    code = behind.ok("POST", "/codes", json={"label_en": words, "label_id": words, "definition_en": words})["rows"][0]
    place = {"source": source, "start_cp": 0, "end_cp": len(words)}
    behind.ok("POST", "/codings", json={**place, "code": code["guid"], "memo": words})
    behind.ok("POST", "/uncoded", json={"source": source, "start_cp": len(words), "end_cp": len(words) + 8, "reason": words})
    behind.ok("POST", "/memos", json={"kind": "journal", "title": words, "body": words})
    behind.ok("POST", "/queries", json={"name": words, "query": {"words": words}})
    return source
