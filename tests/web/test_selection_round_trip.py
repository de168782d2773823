"""What is selected by keyboard in the browser is what is stored, in every script; TENUN_SELECTIONS asks for more."""

from __future__ import annotations

import os
import random
import unicodedata
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser
from tests.factories.web_material import load_framework
from tests.factories.web_reading import Person, person

from tenun.server.run import Ready

SELECTIONS = int(os.environ.get("TENUN_SELECTIONS", "1000"))
TEXTS = 10
REAL_KEYS = 25
PIECES = (
    "👩‍👩‍👧‍👦 keluarga 👍🏽 dan 🧑🏿‍🚀, lalu 🏳️‍🌈 1️⃣",
    "🇮🇩🇿🇦🇮🇩 Denpasar – Mossel Bay 🏴󠁧󠁢󠁷󠁬󠁳󠁿",
    "Ńandu̇ café e\u0301 o\u0302\u0323 Z̷͓͑a̴͌l̸g̶o̵ ạ̈",
    "التعاون بين المدينتين، وقال رئيس البلدية: «السياحة أولاً» 123",
    "ความร่วมมือระหว่างเมือง น้ำท่วม กำลัง ที่นี่",
    "हिन्दी क्षत्रिय किताब; বাংলা; 한국어 한글; 日本語の文。",
    "Wali kota menyebut pariwisata, lalu perdagangan; the mayor's “first” word was trade.",
    "𝔘𝔫𝔦𝔠𝔬𝔡𝔢 𠮷野家 and 😀😃 plain words again",
)
MOVES = ("ArrowLeft", "ArrowRight", "ArrowUp", "ArrowDown", "Home", "End")
TWICE = "study.coded-already"
TEXT = "\r\n\r\n".join("\r\n".join(PIECES[turn:] + PIECES[:turn]) for turn in range(3))


@pytest.fixture
def reading(browser: Browser, empty: Ready) -> Iterator[Person]:
    """Somebody who reads the text, which came from a file with CRLF, and has used a code once."""
    files = [
        {"name": f"T{n}.txt", "mimeType": "text/plain", "buffer": f"Text {n}\r\n\r\n{TEXT}\r\n".encode()}
        for n in range(TEXTS)
    ]
    with person(browser, empty) as someone:
        load_framework(someone)
        someone.page.locator("input[type=file]").first.set_input_files(files)
        someone.button("sources.import_do").click()
        someone.told("sources.import_done")
        yield someone


def _stroke(chance: random.Random) -> list[tuple[str, bool, bool]]:
    """Keys that go somewhere and then select something."""
    goes = [(chance.choice(MOVES), False, chance.random() < 0.15) for _ in range(chance.randint(1, 6))]
    way = chance.choice(("ArrowLeft", "ArrowRight", "ArrowRight", "ArrowDown"))
    grows = [(way, True, chance.random() < 0.2)] * chance.randint(1, 12 if way != "ArrowDown" else 2)
    return [*goes, *grows, *([("ArrowLeft", True, False)] * chance.randint(0, 2))]


def _by_real_keys(someone: Person, strokes: list[Any]) -> dict[str, str]:
    """The same with the keys of the machine; what was selected, by the guid of its coding."""
    selected = {}
    for stroke in strokes:
        for key, shift, control in stroke:
            someone.press("Control+" * control + "Shift+" * shift + key)
        if chosen := someone.page.evaluate("getSelection().toString()"):
            with someone.coding_answered() as answered:
                someone.press("1")
            told = answered.value.json()
            selected[told["rows"][0]["guid"] if answered.value.ok else told["error"]["code"]] = chosen
    return selected


def _quotes(someone: Person) -> dict[str, str]:
    """Every stored quote of the code, by the guid of its coding."""
    code = next(code["guid"] for code in someone.api("/codebook")["codes"] if code["key"] == "TC-TOUR")
    path, found, after = f"/codes/{code}/passages?limit=500", {}, ""
    while after is not None:
        page = someone.api(path + (f"&after={after}" if after else ""))
        found |= {row["guid"]: row["quote"] for row in page["rows"]}
        after = page["next"]
    return found


def test_random_selections_by_keyboard_are_stored_as_they_were_selected(reading: Person) -> None:
    chance = random.Random(20191127)
    script = (Path(__file__).with_name("selecting.js")).read_text("utf-8")
    selected: dict[str, str] = {}
    for key in (f"T{n}" for n in range(TEXTS)):
        reading.read(key)
        reading.code(1, "TC-TOUR")
        if key == "T0":
            selected |= _by_real_keys(reading, [_stroke(chance) for _ in range(REAL_KEYS)])
        strokes = [_stroke(chance) for _ in range(SELECTIONS)]
        asked = {"strokes": strokes, "digit": "1", "wanted": SELECTIONS // TEXTS}
        batch = reading.page.evaluate(f"({script})", asked)
        selected |= zip(batch["answered"], filter(None, batch["selected"]), strict=True)
    selected.pop(TWICE, None)
    stored = _quotes(reading)
    assert len(selected) >= SELECTIONS
    assert [(words, stored.get(guid)) for guid, words in selected.items() if stored.get(guid) != words] == []
    assert [words for words in stored.values() if _cut(words) or "\r" in words] == []


def _cut(words: str) -> bool:
    """Whether a quote begins in the midst of a grapheme: with a mark, a joiner or half a flag's tail."""
    first = words[0]
    return unicodedata.combining(first) != 0 or first in "\u200d\ufe0f" or "🏻" <= first <= "🏿"
