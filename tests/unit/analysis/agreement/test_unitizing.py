"""Coefficients of segments that coders chose themselves: the 2004 one, the 2016 family, and what must not matter."""

from pathlib import Path
from typing import Any

import numpy as np
import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from tenun.analysis.agreement import cu_alpha, ku_alpha, u_alpha, u_alpha_binary, unitized_alpha_2004
from tenun.errors import InputRefused, NotComputable

ORACLES = yaml.safe_load((Path(__file__).parents[1] / "oracles.yaml").read_text(encoding="utf-8"))
OF_2004 = ORACLES["unitized_2004_p254"]
OF_2016 = ORACLES["unitized_2016_three_coders"]
Rows = list[list[tuple[int, int, str]]]
LENGTH = 30


def page_254(*categories: str) -> Rows:
    return [
        [
            (begin - OF_2004["begin"], begin - OF_2004["begin"] + length, category)
            for category in categories
            for begin, length in OF_2004[category][coder]
        ]
        for coder in ("first", "second")
    ]


def test_the_coefficient_of_2004_on_page_254() -> None:
    of_c = unitized_alpha_2004(page_254("c"), OF_2004["length"])
    assert round(of_c.observed_disagreement, 4) == OF_2004["observed_c"]
    assert round(of_c.expected_disagreement, 4) == OF_2004["expected_c"]
    assert round(of_c.value, 4) == OF_2004["alpha_c"]
    both = unitized_alpha_2004(page_254("c", "k"), OF_2004["length"])
    assert (round(both.by_category["c"] or 0, 4), both.by_category["k"]) == (OF_2004["alpha_c"], OF_2004["alpha_k"])
    assert both.value == pytest.approx(OF_2004["alpha_all"], abs=5e-4)
    expected_k = both.expected_disagreement - of_c.expected_disagreement
    as_printed = 1 - OF_2004["observed_c"] / (OF_2004["expected_c"] + round(expected_k, 4))
    assert round(as_printed, 4) == OF_2004["alpha_all"]


def test_the_family_of_2016_on_three_coders() -> None:
    segments, length = OF_2016["segments"], OF_2016["length"]
    assert round(u_alpha(segments, length).value, 3) == OF_2016["u"]
    assert round(u_alpha_binary(segments, length).value, 3) == OF_2016["u_binary"]
    found = cu_alpha(segments, length)
    assert (round(found.value, 3), round(found.coverage, 4)) == (OF_2016["cu"], OF_2016["cu_coverage"])
    for category, (value, coverage) in OF_2016["ku"].items():
        one = ku_alpha(segments, length, category)
        assert (round(one.value, 3), round(one.coverage, 4)) == (value, coverage)


@st.composite
def rows_of_coders(draw: st.DrawFn) -> Rows:
    rows = []
    for _ in range(draw(st.integers(2, 3))):
        edges = draw(st.lists(st.integers(0, LENGTH), min_size=0, max_size=8, unique=True).map(sorted))
        pairs = zip(edges[::2], edges[1::2], strict=False)
        rows.append([(start, end, draw(st.sampled_from("ab"))) for start, end in pairs])
    return rows


def value_of(coefficient: Any, rows: Rows, length: int, *more: str) -> float | str:
    try:
        return float(coefficient(rows, length, *more).value)
    except NotComputable as reason:
        return reason.code


def by_characters(rows: Rows, binary: bool) -> float | str:
    """u-alpha, or its binary sibling, from the definition: character by character, all pairs of coders."""
    spelled = [[next((c for s, e, c in row if s <= at < e), "") for at in range(LENGTH)] for row in rows]
    kinds = ["", *sorted({c for row in rows for _, _, c in row})]
    meets = np.zeros((len(kinds), len(kinds)))
    for a, first in enumerate(spelled):
        for b, second in enumerate(spelled):
            for x, y in zip(first, second, strict=True):
                meets[kinds.index(x), kinds.index(y)] += (a != b) / (len(rows) - 1)
    own = np.array(
        [
            sum(row.count("") for row in spelled),
            *(sum((e - s) ** 2 for row in rows for s, e, c in row if c == kind) for kind in kinds[1:]),
        ]
    )
    margin = meets.sum(axis=1)
    expected = np.outer(margin, margin) - np.diag(own)
    expected *= margin.sum() / (margin.sum() ** 2 - own.sum())
    apart = (
        np.not_equal.outer(np.arange(len(kinds)) > 0, np.arange(len(kinds)) > 0) if binary else 1 - np.eye(len(kinds))
    )
    if np.count_nonzero(margin) < 2 or not np.sum(expected * apart):
        return "analysis.one-category"
    return float(1 - np.sum(meets * apart) / np.sum(expected * apart))


@settings(max_examples=80, deadline=None)
@given(rows_of_coders())
def test_the_family_of_2016_is_what_its_definition_says(rows: Rows) -> None:
    for coefficient, binary in ((u_alpha, False), (u_alpha_binary, True)):
        assert value_of(coefficient, rows, LENGTH) == pytest.approx(by_characters(rows, binary))


@settings(max_examples=60, deadline=None)
@given(rows_of_coders())
def test_order_of_coders_names_and_the_unit_of_length_do_not_matter(rows: Rows) -> None:
    renamed = [[(start, end, {"a": "z", "b": "y"}[name]) for start, end, name in row] for row in rows[::-1]]
    for coefficient in (u_alpha, u_alpha_binary, cu_alpha, unitized_alpha_2004):
        assert value_of(coefficient, renamed, LENGTH) == pytest.approx(value_of(coefficient, rows, LENGTH))
    if any(name == "a" for row in rows for *_, name in row):
        assert value_of(ku_alpha, renamed, LENGTH, "z") == pytest.approx(value_of(ku_alpha, rows, LENGTH, "a"))
    doubled = [[(2 * start, 2 * end, name) for start, end, name in row] for row in rows]
    assert value_of(cu_alpha, doubled, 2 * LENGTH) == pytest.approx(value_of(cu_alpha, rows, LENGTH))


def test_perfect_agreement_is_one_in_all_of_them() -> None:
    row = [(2, 8, "a"), (12, 20, "b")]
    for coefficient in (u_alpha, u_alpha_binary, cu_alpha, unitized_alpha_2004):
        assert coefficient([row, row], LENGTH).value == pytest.approx(1.0)
    assert ku_alpha([row, row], LENGTH, "b").value == 1.0


def test_a_million_code_points_are_no_more_work_than_their_segments() -> None:
    chance = np.random.default_rng(1)
    starts = np.arange(0, 1_000_000, 500)
    rows = [
        [(int(at), int(at + chance.integers(50, 500)), "abcde"[chance.integers(5)]) for at in starts] for _ in range(2)
    ]
    assert abs(cu_alpha(rows, 1_000_000).value) < 0.05


@pytest.mark.parametrize(
    ("rows", "code"),
    [
        ([[(0, 3, "a")]], "one-coder"),
        ([[], []], "one-category"),
        ([[(0, LENGTH, "a")], [(0, LENGTH, "a")]], "one-category"),
    ],
)
def test_u_without_a_value_says_why(rows: Rows, code: str) -> None:
    with pytest.raises(NotComputable) as refused:
        u_alpha(rows, LENGTH)
    assert refused.value.code == f"analysis.{code}"
    assert refused.value.text("id") != refused.value.text("en")


def test_coding_that_never_meets_has_no_cu_and_no_ku() -> None:
    apart: Rows = [[(0, 5, "a")], [(10, 15, "a"), (20, 25, "b")]]
    for coefficient, more in ((cu_alpha, ()), (ku_alpha, ("a",))):
        assert value_of(coefficient, apart, LENGTH, *more) == "analysis.nothing-intersects"
    assert value_of(unitized_alpha_2004, [[], []], LENGTH) == "analysis.nothing-segmented"
    with pytest.raises(InputRefused):
        ku_alpha(apart, LENGTH, "c")


@pytest.mark.parametrize(
    ("row", "code"),
    [
        ([(0, 31, "a")], "segment-outside"),
        ([(-1, 3, "a")], "segment-outside"),
        ([(3, 3, "a")], "segment-empty"),
        ([(0, 5, "a"), (4, 8, "b")], "segments-overlap"),
    ],
)
def test_segments_that_cannot_be_are_refused(row: list[tuple[int, int, str]], code: str) -> None:
    with pytest.raises(InputRefused) as refused:
        u_alpha([row, [(0, 3, "a")]], LENGTH)
    assert refused.value.code == f"analysis.{code}"


def test_disagreement_of_2004_among_three_is_the_mean_over_pairs() -> None:
    rows = [[(0, 40, "k")], [(10, 50, "k")], [(20, 90, "k")]]
    pairs = [unitized_alpha_2004([rows[a], rows[b]], 100).observed_disagreement for a, b in ((0, 1), (0, 2), (1, 2))]
    assert unitized_alpha_2004(rows, 100).observed_disagreement == pytest.approx(sum(pairs) / 3)


def test_two_coders_who_differ_about_one_character_agree_as_by_chance() -> None:
    assert cu_alpha([[(0, 1, "x")], [(0, 1, "y")]], 3).value == 0.0


def test_a_category_that_chance_has_no_room_for_has_no_value() -> None:
    rows = [[(0, 1, "a"), (2, 3, "b"), (4, 5, "b")], [], [(1, 5, "a")]]
    with pytest.raises(NotComputable) as refused:
        ku_alpha(rows, LENGTH, "a")
    assert refused.value.code == "analysis.nothing-to-expect"
