"""A masked text keeps its places and sentences, and no word."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from tenun.text.masking import masked
from tenun.text.sentences import sentences

PIECES = (
    "Bpk.", "Rai", "hadir", ".", "!", "?", "…", " ", "\n", "\n\n", "# Judul", "- item", "1. ", "a) ", "A.", "kota",
    "🪁", "“", "\t",
)  # fmt: skip


@settings(max_examples=500, deadline=None)
@given(st.lists(st.sampled_from(PIECES), max_size=40).map("".join))
def test_sentences_stay_where_they_are(text: str) -> None:
    assert len(masked(text)) == len(text)
    assert sentences(masked(text)) == sentences(text)
    assert set(masked(text)) <= {"X", "…", " ", "\n"}
