"""Sentences and characters as units: the half rule, the largest share, and the label of every coder."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tenun.analysis.agreement.units import character_units, sentence_labels, sentence_units
from tenun.text.sentences import sentences
from tenun.text.spans import Span

TEXT = "Aaaa bb. Cc dddd ee ffff. Gg.\n\nHhhh hh hh."
FIRST, SECOND, THIRD, FOURTH = sentences(TEXT)


def marked(start: int, end: int) -> list[int]:
    """Which sentences a passage marks."""
    labels = sentence_labels(TEXT, [(Span(start, end), "M")])
    return [at for at, label in enumerate(labels) if label]


@pytest.mark.parametrize(
    ("passage", "expected"),
    [
        (FIRST, [0]),
        (Span(0, 4), [0]),
        (Span(0, 2), [0]),
        (Span(0, 12), [0]),
        (Span(0, 17), [0]),
        (Span(0, 19), [0, 1]),
        (Span(5, 11), [0]),
        (Span(6, 14), [1]),
        (Span(19, 29), [1, 2]),
        (Span(24, 36), [2, 3]),
        (Span(0, len(TEXT)), [0, 1, 2, 3]),
        (Span(8, 9), []),
        (Span(3, 3), []),
    ],
)
def test_a_passage_marks_half_covered_sentences_and_the_one_with_its_largest_share(
    passage: Span, expected: list[int]
) -> None:
    assert marked(passage.start_cp, passage.end_cp) == expected


def test_on_a_tie_the_earliest_sentence_holds_the_passage() -> None:
    text = "Aaaaaaaaaa. Bbbbbbbbbb."
    assert sentence_labels(text, [(Span(9, 14), "M")]) == [frozenset("M"), frozenset()]


def test_white_space_does_not_count_towards_the_half() -> None:
    text = "Aa          bbb. Cc."
    assert sentence_labels(text, [(Span(0, 13), "M")])[0] == frozenset("M")
    assert sentence_labels(text, [(Span(0, 12), "M"), (Span(17, 20), "N")]) == [frozenset("M"), frozenset("N")]


def test_codes_of_one_sentence_make_a_set() -> None:
    assert sentence_labels("Aaa bbb.", [(Span(0, 8), "M"), (Span(0, 4), "N"), (Span(4, 8), "M")]) == [frozenset("MN")]


@settings(max_examples=200, deadline=None)
@given(st.text(alphabet="ab .\n\u3000🪁", max_size=60), st.data())
def test_marks_follow_the_rule_worked_out_character_by_character(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    spans = sentences(text)
    ink = [{at for at in range(s.start_cp, s.end_cp) if not text[at].isspace()} for s in spans]
    inside = [len(held & set(range(start, end))) for held in ink]
    expected = {at for at, shared in enumerate(inside) if shared and 2 * shared >= len(ink[at])}
    if any(inside):
        expected.add(inside.index(max(inside)))
    labels = sentence_labels(text, [(Span(start, end), "M")])
    assert {at for at, label in enumerate(labels) if label} == expected


def test_units_carry_the_label_of_every_coder() -> None:
    units = sentence_units("S1", "r1", TEXT, [[(FIRST, "M")], [(FIRST, "N"), (THIRD, "N")]])
    assert [unit.span for unit in units] == [FIRST, SECOND, THIRD, FOURTH]
    assert units[0].labels == (frozenset("M"), frozenset("N"))
    assert units[2].labels == (frozenset(), frozenset("N"))
    assert units[0].relabelled({"M": "X"}).labels == (frozenset("X"), frozenset())


@settings(max_examples=100, deadline=None)
@given(st.text(alphabet="ab \n", max_size=30), st.data())
def test_character_units_are_the_characters_grouped(text: str, data: st.DataObject) -> None:
    position = st.integers(0, len(text))
    spans = st.tuples(position, position).map(lambda ends: Span(min(ends), max(ends)))
    mark = st.tuples(spans, st.sampled_from("MN"))
    coders = data.draw(st.lists(st.lists(mark, max_size=3), min_size=2, max_size=2))
    units = character_units("S1", "r1", text, coders)
    assert sum(unit.weight for unit in units) == sum(not character.isspace() for character in text)
    for unit in units:
        for at in range(unit.span.start_cp, unit.span.end_cp):
            for marks, label in zip(coders, unit.labels, strict=True):
                assert label == {code for span, code in marks if span.start_cp <= at < span.end_cp}
