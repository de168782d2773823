"""Sentences: a hand-made set in both languages, what every cut must obey, and hostile input."""

from itertools import pairwise
from pathlib import Path

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from tenun.text.sentences import ABBREVIATIONS, sentences

HAND_SET: dict[str, list[str]] = yaml.safe_load(
    (Path(__file__).parent / "sentences_hand_set.yaml").read_text(encoding="utf-8")
)


def by_hand(marked: str) -> tuple[str, set[int]]:
    """The text and the ends of its sentences, counted in code points that are not white space."""
    parts = marked.split("‖")
    ends, inked = set(), 0
    for part in parts:
        inked += sum(not character.isspace() for character in part)
        ends.add(inked)
    return "".join(parts), ends


def by_rule(text: str) -> set[int]:
    return {sum(not character.isspace() for character in text[: span.end_cp]) for span in sentences(text)}


def f1(language: str) -> float:
    right = ours = theirs = 0
    for marked in HAND_SET[language]:
        text, expected = by_hand(marked)
        found = by_rule(text)
        right, ours, theirs = right + len(found & expected), ours + len(found), theirs + len(expected)
    return 2 * right / (ours + theirs)


@pytest.mark.parametrize(("language", "least"), [("en", 0.97), ("id", 0.98)])
def test_the_hand_set_is_cut_as_by_hand(language: str, least: float) -> None:
    assert f1(language) >= least


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", []),
        (" \n ", []),
        ("Satu", ["Satu"]),
        ("Satu. dua", ["Satu. dua"]),
        ("“Satu.” “Dua.”", ["“Satu.”", "“Dua.”"]),
        ("Satu.\u00a0Dua.", ["Satu.", "Dua."]),
        ("Ke Kab. Badung", ["Ke Kab. Badung"]),
    ],
)
def test_single_cases(text: str, expected: list[str]) -> None:
    assert [span.of(text) for span in sentences(text)] == expected


def test_a_study_may_bring_its_own_abbreviations() -> None:
    text = "Lihat Gbr. Dua. Cukup."
    assert len(sentences(text)) == 3
    assert len(sentences(text, ABBREVIATIONS | {"gbr"})) == 2


tokens = ["Kota", "no", " ", ". ", ".", "\n", "\n\n", "A.A. ", "1. ", "# ", "- ", "…", "”", "? ", "🪁", "2", "\u2028"]


@settings(max_examples=500)
@given(st.lists(st.sampled_from(tokens) | st.text(max_size=2), max_size=25).map("".join))
def test_all_ink_lies_in_exactly_one_sentence(text: str) -> None:
    spans = sentences(text)
    assert all(span.of(text) == span.of(text).strip() != "" for span in spans)
    assert all(before.end_cp <= after.start_cp for before, after in pairwise(spans))
    held = {at for span in spans for at in range(span.start_cp, span.end_cp)}
    assert {at for at, character in enumerate(text) if not character.isspace()} <= held


@pytest.mark.parametrize("piece", [".", "\n", ". ", '."', "# ", "\n ", "a.", "1. ", " ", "\n#", "-\n"])
def test_hostile_runs_do_not_hang(piece: str) -> None:
    """Work that grew with the square of these lengths would keep this test from ending."""
    assert sentences(piece * 300_000 + "x")
