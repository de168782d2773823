"""What is selected with the keyboard is what is stored, in every script."""

from __future__ import annotations

import random
from pathlib import Path

import pytest
from playwright.sync_api import expect
from tests.factories.served_study import Browser, serving
from tests.factories.web_app_page import App, chromium

from tenun.study.add_source import add_source
from tenun.study.make_study import make_study

SELECTIONS = 1_000
LINES = (
    "Kota 🪁 kembar 🇮🇩🇿🇦 dan 👩‍👩‍👧‍👦 keluarga 👍🏽, lalu 🏴󠁧󠁢󠁥󠁮󠁧󠁿 selesai.",
    "re\u0301sume\u0301 n\u0303andu\u0301 Z\u0351\u036b\u0343algo cafe\u0301",
    "وقّع رئيس البلدية مذكرة التفاهم في نوفمبر.",
    "นายกเทศมนตรีลงนามในบันทึกความเข้าใจ ที่เมืองมอสเซลเบย์",
    "नगर निगम क्षि त्रि ने हस्ताक्षर किए।",
    "Line after a carriage return.",
    "漢字かな交じり文と𠮷野家。",
)


@pytest.fixture(scope="module")
def study(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A study of one text in many scripts, whose lines ended in CR LF."""
    path = tmp_path_factory.mktemp("selection") / "scripts.tenun"
    scope = make_study(str(path), title="Scripts", date="2019-11-27", framework="south-south-sister-city", coder="ana")
    add_source(scope, key="S1", title="Scripts", kind="report", language="en", text="\r\n".join(LINES) + "\r\n")
    scope.store.close()
    return path


@pytest.mark.slow
def test_stored_quote_is_what_was_selected(study: Path) -> None:
    chosen = random.Random(20191127)
    with serving([study]) as ready, chromium() as browser, Browser(ready) as behind:
        source, code = behind.source("S1"), behind.code("MKT-ACCESS")
        text = behind.ok("GET", f"/sources/{source['guid']}/text")["text"]
        app = App(browser, ready)
        app.read(source["guid"])
        app.press("Shift+ArrowRight")
        app.code("MKT-ACCESS")
        app.press("Escape")
        wrong = []
        for _ in range(SELECTIONS):
            before = _select(app, chosen)
            with app.page.expect_response(lambda answer: answer.request.method == "POST") as answered:
                app.press("1")
            asked = answered.value.request.post_data_json
            stored = text[asked["start_cp"] : asked["end_cp"]]
            if answered.value.status not in (201, 409) or not before == asked["quote"] == stored:
                wrong.append((before, asked["quote"], stored, answered.value.status))
            app.press("Escape")
        rows = behind.ok("GET", f"/codes/{code['guid']}/passages", params={"limit": 500})["rows"]
        app.close()
    assert wrong == []
    assert len(rows) > 100
    assert all(row["quote"] == text[row["start_cp"] : row["end_cp"]] for row in rows)


def _select(app: App, chosen: random.Random) -> str:
    """Walk to a random place and select there, forwards or backwards, by character or word; returns what is selected."""
    selected = ""
    while not selected:
        walk = chosen.choice(["ArrowRight", "ArrowRight", "ArrowLeft", "ArrowDown", "ArrowUp"])
        for _ in range(1 + chosen.randrange(4)):
            app.press(walk)
        step = chosen.choice(["Shift+ArrowRight", "Shift+ArrowLeft", "Control+Shift+ArrowRight", "Shift+ArrowRight"])
        for _ in range(1 + chosen.randrange(5)):
            app.press(step)
        selected = app.page.evaluate("() => (getSelection().isCollapsed ? '' : getSelection().toString())")
    return selected


def test_nothing_can_be_typed_into_the_text(study: Path) -> None:
    with serving([study]) as ready, chromium() as browser, Browser(ready) as behind:
        app = App(browser, ready)
        app.read(behind.source("S1")["guid"])
        shown = app.text.inner_text()
        app.press("q", "Enter", "Backspace", "Control+v")
        app.page.keyboard.insert_text("ä")
        expect(app.text).to_contain_text("Kota")
        assert app.text.inner_text() == shown
        app.close()
