"""Spans in code points, and their conversion to UTF-16 units and UTF-8 bytes on shared vectors and 10,000 texts."""

import json
from pathlib import Path
from typing import Any, get_args

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tenun.text.canonical import canonical
from tenun.text.spans import Span, Unit, UnitMap

VECTORS: dict[str, Any] = json.loads((Path(__file__).parent / "offset_vectors.json").read_text(encoding="utf-8"))
UNITS: tuple[Unit, ...] = get_args(Unit)
EXAMPLES = 10_000

odd_pieces = st.sampled_from(
    ["\r\n", "\r", "\n", "\ufeff", "e\u0301", "n\u0303\u0323", "\u202b", "\u200f", "\uffff\U00010000"]
)
odd_pieces |= st.sampled_from(
    ["👩‍👧", "🇮🇩", "🏝️", "שלום", "مرحبا", "kota ", "Désa ", "二〇", "ᬩᬮᬶ", "\x7f\x80", "\u07ff\u0800"]
)
astral = st.text(st.characters(min_codepoint=0x10000), max_size=2)
texts = st.tuples(odd_pieces, st.text(max_size=5), odd_pieces, astral, odd_pieces).map("".join)


def length_in(unit: Unit, text: str) -> int:
    """Length by the codec itself: the independent way."""
    return len(text.encode("utf-16-le")) // 2 if unit == "utf16" else len(text.encode("utf-8"))


@pytest.mark.slow
@settings(max_examples=EXAMPLES, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(texts, st.integers(0, 99), st.integers(0, 99))
def test_a_span_survives_the_way_to_another_unit_and_back(raw: str, one: int, other: int) -> None:
    text = canonical(raw).text
    start, end = sorted((one % (len(text) + 1), other % (len(text) + 1)))
    for unit in UNITS:
        there = UnitMap(text, unit)
        begin, finish = there.from_code_points(start), there.from_code_points(end)
        assert begin == length_in(unit, text[:start])
        assert finish == length_in(unit, text[:end])
        assert Span(there.to_code_points(begin), there.to_code_points(finish)) == Span(start, end)
    assert text.encode("utf-8")[begin:finish].decode("utf-8") == Span(start, end).of(text)


@settings(max_examples=300, deadline=None)
@given(texts, st.sampled_from(UNITS))
def test_every_position_is_a_border_or_refused(text: str, unit: Unit) -> None:
    there = UnitMap(text, unit)
    borders = {length_in(unit, text[:at]): at for at in range(len(text) + 1)}
    for position in range(-2, length_in(unit, text) + 3):
        if position in borders:
            assert there.to_code_points(position) == borders[position]
        else:
            with pytest.raises(ValueError, match="not the border"):
                there.to_code_points(position)


@pytest.mark.parametrize("vector", VECTORS["offsets"], ids=lambda vector: vector["name"])
def test_shared_vectors(vector: dict[str, Any]) -> None:
    utf16, utf8 = UnitMap(vector["text"], "utf16"), UnitMap(vector["text"], "utf8")
    assert [border[0] for border in vector["borders"]] == list(range(len(vector["text"]) + 1))
    for code_points, in_utf16, in_utf8 in vector["borders"]:
        assert utf16.from_code_points(code_points) == in_utf16
        assert utf8.from_code_points(code_points) == in_utf8
        assert utf16.to_code_points(in_utf16) == utf8.to_code_points(in_utf8) == code_points


@pytest.mark.parametrize("position", [-1, 4])
def test_a_position_outside_the_text_is_refused(position: int) -> None:
    with pytest.raises(ValueError, match="outside a text of 3 code points"):
        UnitMap("a🪁b", "utf16").from_code_points(position)


@pytest.mark.parametrize("ends", [(-1, 2), (3, 2)])
def test_a_span_runs_forward(ends: tuple[int, int]) -> None:
    with pytest.raises(ValueError, match="runs forward"):
        Span(*ends)


@given(*[st.tuples(st.integers(0, 20), st.integers(0, 20)).map(sorted)] * 2)
def test_two_spans_share_the_positions_that_lie_in_both(one: list[int], other: list[int]) -> None:
    first, second = Span(*one), Span(*other)
    assert first.shares(second) == second.shares(first) == len(set(range(*one)) & set(range(*other)))
    assert len(first) == one[1] - one[0]
