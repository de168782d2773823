"""Segments: they hold all that is not blank, never overlap, and stay within the bound."""

import unicodedata
from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from tenun.text.segments import LONGEST_CP, segments

prose = st.lists(
    st.sampled_from(
        [
            "kota",
            "desa ",
            " ",
            "\n",
            "\n\n",
            "\n \n",
            "\t",
            "\u00a0",
            "\u3000",
            "e\u0301",
            "\u0301\u0301",
            "🪁",
            "\u2028",
        ]
    )
    | st.text(max_size=3),
    max_size=30,
).map("".join)


@settings(max_examples=600)
@given(prose, st.integers(1, 12))
def test_segments_hold_all_ink_once_and_stay_within_the_bound(text: str, longest: int) -> None:
    spans = list(segments(text, longest))
    assert all(0 < len(span) <= longest and span.of(text).strip() for span in spans)
    assert all(before.end_cp <= after.start_cp for before, after in pairwise(spans))
    held = {at for span in spans for at in range(span.start_cp, span.end_cp)}
    assert {at for at, character in enumerate(text) if not character.isspace()} <= held


@settings(max_examples=300)
@given(prose)
def test_a_segment_never_reaches_over_a_blank_line(text: str) -> None:
    for span in segments(text):
        lines = span.of(text).split("\n")
        assert all(line.strip() for line in lines)


def test_long_paragraphs_are_cut_at_white_space_and_accents_stay_with_their_letter() -> None:
    assert [span.of("satu dua tiga") for span in segments("satu dua tiga", 9)] == ["satu dua ", "tiga"]
    accented = "e\u0301\u0323" * 5
    for span in segments(accented, 4):
        assert not unicodedata.combining(accented[span.start_cp])
    assert [len(span) for span in segments("x" * (LONGEST_CP + 1))] == [LONGEST_CP, 1]
