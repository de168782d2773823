"""Every refusal of the store has its words, and no words lie unused."""

from __future__ import annotations

import re
from pathlib import Path
from string import Formatter

import pytest

import tenun.store
from tenun.messages.store import MESSAGES

ROOM = Path(tenun.store.__file__).parent
USED = {code for file in ROOM.rglob("*.py") for code in re.findall(r'"(store\.[a-z-]+)"', file.read_text("utf-8"))}


def placeholders(text: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(text) if name}


def test_codes_and_words_match() -> None:
    assert set(MESSAGES) == USED


@pytest.mark.parametrize("code", sorted(MESSAGES))
def test_both_languages_say_the_same_with_the_same_placeholders(code: str) -> None:
    message = MESSAGES[code]
    assert message.en
    assert message.id
    assert message.en != message.id
    assert bool(message.hint_en) == bool(message.hint_id)
    assert placeholders(message.en) == placeholders(message.id)
    assert placeholders(message.hint_en) == placeholders(message.hint_id) <= placeholders(message.en)
