"""The canonical text: what is changed, what is reported, and that nothing else is touched."""

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tenun.text.canonical import REPLACEMENT, canonical

VECTORS = json.loads((Path(__file__).parent / "offset_vectors.json").read_text(encoding="utf-8"))["canonical"]
characters = st.characters() | st.characters(categories=["Cs"]) | st.sampled_from("\r\n\x00\ufeff\ud83e")
texts = st.lists(characters, max_size=30).map("".join)


@pytest.mark.parametrize("vector", VECTORS, ids=lambda vector: vector["name"])
def test_shared_vectors(vector: dict[str, Any]) -> None:
    found = canonical(vector["raw"])
    assert (found.text, list(found.replaced_cp)) == (vector["text"], vector["replaced_cp"])


@settings(max_examples=500)
@given(texts)
def test_a_canonical_text_can_be_stored_and_stays_as_it_is(raw: str) -> None:
    found = canonical(raw)
    assert found.text.encode("utf-8").decode("utf-8") == found.text
    assert "\r" not in found.text
    assert "\x00" not in found.text
    assert all(found.text[at] == REPLACEMENT for at in found.replaced_cp)
    assert len(found.replaced_cp) == sum(c == "\x00" or "\ud800" <= c <= "\udfff" for c in raw)
    if not found.text.startswith("\ufeff"):
        assert canonical(found.text).text == found.text


@given(st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\r\x00\ufeff")))
def test_other_text_is_not_touched(text: str) -> None:
    assert canonical(text) == canonical("\ufeff" + text) == canonical(text.replace("\n", "\r\n"))
    assert canonical(text).text == text
