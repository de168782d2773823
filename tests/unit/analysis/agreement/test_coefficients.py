"""Alpha, kappa and percent: published examples, an independent library, brute force, and what must not matter."""

from collections.abc import Callable, Sequence
from itertools import permutations
from pathlib import Path
from random import Random
from typing import cast

import krippendorff
import numpy as np
import pytest
import yaml
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from tenun.analysis.agreement import (
    cohen_kappa,
    kappa_of_table,
    krippendorff_alpha,
    masi_distance,
    percent_agreement,
)
from tenun.analysis.agreement.distances import LEVELS, Level
from tenun.errors import InputRefused, NotComputable

ORACLES = yaml.safe_load((Path(__file__).parents[1] / "oracles.yaml").read_text(encoding="utf-8"))
Table = list[list[int | None]]


def numbers(rows: Sequence[str]) -> Table:
    return [[None if mark == "." else int(mark) for mark in row.split()] for row in rows]


PAGE_230 = [list(column) for column in zip(*numbers(ORACLES["alpha_2004_p230"]["rows"]), strict=True)]
MISSING_DATA = numbers(ORACLES["alpha_missing_data"]["coders"])

tables = st.integers(2, 4).flatmap(
    lambda coders: st.integers(1, 12).flatmap(
        lambda units: st.lists(
            st.lists(st.none() | st.integers(1, 4), min_size=units, max_size=units), min_size=coders, max_size=coders
        )
    )
)
label_sets = st.none() | st.frozensets(st.sampled_from("ABCD"), max_size=3)
tables_of_sets = st.integers(1, 10).flatmap(
    lambda units: st.lists(st.lists(label_sets, min_size=units, max_size=units), min_size=2, max_size=3)
)


@pytest.mark.parametrize("level", ["nominal", "ordinal", "interval", "ratio"])
def test_alpha_of_page_230(level: Level) -> None:
    oracle, found = ORACLES["alpha_2004_p230"], krippendorff_alpha(PAGE_230, level).value
    assert (round(found, 3), round(found, 4)) == (oracle[level], oracle["four_digits"][level])


@pytest.mark.parametrize("level", ["nominal", "interval"])
def test_alpha_of_the_example_with_missing_data(level: Level) -> None:
    assert round(krippendorff_alpha(MISSING_DATA, level).value, 3) == ORACLES["alpha_missing_data"][level]


def test_alpha_of_page_224_shows_the_disagreements_it_comes_from() -> None:
    oracle = ORACLES["alpha_2004_p224"]
    found = krippendorff_alpha([oracle["first"], oracle["second"]])
    figures = (found.value, found.observed_disagreement, found.expected_disagreement)
    assert [round(figure, 3) for figure in figures] == [oracle["alpha"], oracle["observed"], oracle["expected"]]
    assert found.units == 10


@settings(max_examples=150, deadline=None)
@given(tables, st.sampled_from(["nominal", "ordinal", "interval", "ratio"]))
def test_alpha_agrees_with_the_krippendorff_library(table: Table, level: Level) -> None:
    paired = {label for unit in zip(*table, strict=True) if len(present(unit)) > 1 for label in present(unit)}
    assume(len(paired) > 1)
    data = np.array([[np.nan if label is None else label for label in row] for row in table], dtype=float)
    assert krippendorff_alpha(table, level).value == pytest.approx(
        krippendorff.alpha(reliability_data=data, level_of_measurement=level, value_domain=[1, 2, 3, 4]), abs=1e-9
    )


@settings(max_examples=150, deadline=None)
@given(tables_of_sets)
def test_alpha_of_sets_agrees_with_a_count_of_all_pairs(table: list[list[frozenset[str] | None]]) -> None:
    expected = by_all_pairs(table, passonneau)
    assume(expected is not None)
    assert krippendorff_alpha(table, "masi").value == pytest.approx(expected, abs=1e-9)


def present(unit: Sequence[object]) -> list[object]:
    return [label for label in unit if label is not None]


def by_all_pairs(table: Sequence[Sequence[object]], distance: Callable[[object, object], float]) -> float | None:
    """Alpha from its definition: mean distance within units against mean distance among all paired labels."""
    units = [present(unit) for unit in zip(*table, strict=True) if len(present(unit)) > 1]
    pool = [label for unit in units for label in unit]
    if len(set(pool)) < 2:
        return None
    within = sum(sum(distance(a, b) for a, b in permutations(unit, 2)) / (len(unit) - 1) for unit in units)
    overall = sum(distance(a, b) for a, b in permutations(pool, 2)) / (len(pool) - 1)
    return 1 - within / overall


def passonneau(a: object, b: object) -> float:
    assert isinstance(a, frozenset)
    assert isinstance(b, frozenset)
    if not a | b:
        return 0.0
    monotone = 1.0 if a == b else 2 / 3 if a < b or b < a else 1 / 3 if a & b else 0.0
    return 1 - len(a & b) / len(a | b) * monotone


@pytest.mark.parametrize("pair", ORACLES["masi"]["pairs"], ids=str)
def test_masi_distance_of_published_pairs(pair: dict[str, object]) -> None:
    assert round(masi_distance(pair["a"], pair["b"]), 3) == pair["distance"]


@given(st.frozensets(st.sampled_from("ABCDE")), st.frozensets(st.sampled_from("ABCDE")))
def test_masi_distance_is_symmetric_and_by_the_definition(a: frozenset[str], b: frozenset[str]) -> None:
    assert masi_distance(a, b) == masi_distance(b, a) == pytest.approx(passonneau(a, b))


@settings(max_examples=60, deadline=None)
@given(tables, st.sampled_from(LEVELS[:2]), st.randoms(use_true_random=False))
def test_order_of_coders_units_and_names_of_labels_do_not_matter(table: Table, level: Level, random: Random) -> None:
    try:
        expected = krippendorff_alpha(table, level).value
    except NotComputable as reason:
        with pytest.raises(NotComputable, match=str(reason)[:20]):
            krippendorff_alpha(table[::-1], level)
        return
    order = random.sample(range(len(table[0])), len(table[0]))
    shuffled = [[row[at] for at in order] for row in random.sample(table, len(table))]
    assert krippendorff_alpha(shuffled, level).value == pytest.approx(expected, abs=1e-12)
    renamed = {1: "d", 2: "c", 3: "b", 4: "a"}
    if level == "nominal":
        words = [[None if label is None else renamed[label] for label in row] for row in table]
        assert krippendorff_alpha(words).value == pytest.approx(expected, abs=1e-12)


def test_perfect_agreement_is_one_and_opposition_is_below_zero() -> None:
    assert krippendorff_alpha([[1, 2, 1], [1, 2, 1]]).value == 1
    assert krippendorff_alpha([[1, 2, 1, 2], [2, 1, 2, 1]]).value < 0


@pytest.mark.parametrize(
    ("data", "code"),
    [
        ([[1, 2, 3]], "one-coder"),
        ([], "one-coder"),
        ([[1, None], [None, 2]], "nothing-paired"),
        ([[1, 1], [1, 1]], "one-category"),
        ([[1, 1, 2], [1, 1, None]], "one-category"),
        ([[float("nan"), 1], [2, float("nan")]], "nothing-paired"),
    ],
)
def test_alpha_without_a_value_says_why(data: Table, code: str) -> None:
    with pytest.raises(NotComputable) as refused:
        krippendorff_alpha(data)
    assert refused.value.code == f"analysis.{code}"


def test_an_unknown_level_is_refused() -> None:
    with pytest.raises(ValueError, match="nominal, ordinal"):
        krippendorff_alpha([[1], [2]], cast(Level, "cardinal"))


def test_kappa_of_cohen_1960() -> None:
    oracle = ORACLES["cohen_1960_p45"]
    found = kappa_of_table(oracle["table"])
    figures = (found.observed_agreement, found.expected_agreement, found.value, found.maximum)
    assert [round(figure, 3) for figure in figures] == [
        oracle[key] for key in ("percent", "expected", "kappa", "kappa_max")
    ]


def test_kappa_of_artstein_and_poesio_from_labels_and_from_the_table() -> None:
    oracle = ORACLES["artstein_poesio_2008_p558"]
    pairs = [(a, b) for a in (0, 1) for b in (0, 1) for _ in range(oracle["table"][a][b])]
    from_labels = cohen_kappa([a for a, _ in pairs], [b for _, b in pairs])
    assert from_labels == kappa_of_table(oracle["table"])
    assert round(from_labels.value, 3) == oracle["kappa"]


def test_kappa_leaves_out_units_that_lack_a_label() -> None:
    assert cohen_kappa([1, 0, None, 1], [1, 0, 1, None]) == cohen_kappa([1, 0], [1, 0])


@pytest.mark.parametrize(
    ("first", "second", "code"), [([1, 1], [1, 1], "one-category"), ([1, None], [None, 1], "nothing-paired")]
)
def test_kappa_without_a_value_says_why(first: list[int | None], second: list[int | None], code: str) -> None:
    with pytest.raises(NotComputable) as refused:
        cohen_kappa(first, second)
    assert refused.value.code == f"analysis.{code}"


def test_percent_is_the_share_of_equal_pairs() -> None:
    assert percent_agreement([["a", "b", "a", None], ["a", "a", "a", "b"]]) == pytest.approx(2 / 3)
    assert percent_agreement([["a"], ["a"], ["b"]]) == pytest.approx(1 / 3)


@pytest.mark.parametrize(("data", "code"), [([[1]], "one-coder"), ([[1], [None]], "nothing-paired")])
def test_percent_without_a_value_says_why(data: Table, code: str) -> None:
    with pytest.raises(NotComputable) as refused:
        percent_agreement(data)
    assert refused.value.code == f"analysis.{code}"


def test_coders_with_different_numbers_of_units_are_refused() -> None:
    with pytest.raises(InputRefused) as refused:
        krippendorff_alpha([[1, 2, 3], [1, 2]])
    assert refused.value.code == "analysis.rows-differ"
