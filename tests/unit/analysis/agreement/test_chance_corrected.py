"""Weighted kappa, Scott, Fleiss, Gwet, Brennan and Prediger: published tables, scikit-learn, formulas, refusals."""

from collections.abc import Callable
from pathlib import Path
from random import Random
from typing import Any, cast

import numpy as np
import pandas as pd
import pytest
import yaml
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from scipy.optimize import linprog

from tenun.analysis.agreement import (
    brennan_prediger,
    cohen_kappa,
    fleiss_kappa,
    gwet_ac1,
    kappa_of_table,
    krippendorff_alpha,
    percent_agreement,
    scott_pi,
)
from tenun.analysis.agreement.kappa import Weights
from tenun.errors import InputRefused, NotComputable

ORACLES = yaml.safe_load((Path(__file__).parents[1] / "oracles.yaml").read_text(encoding="utf-8"))
TABLE = ORACLES["artstein_poesio_2008_p558"]["table"]
PAIR = [[a for a in (0, 1) for b in (0, 1) for _ in range(TABLE[a][b])], [0] * 20 + [1] * 10 + [0] * 20 + [1] * 50]
OF_MANY = [percent_agreement, fleiss_kappa, gwet_ac1, brennan_prediger, krippendorff_alpha]
OF_TWO = [cohen_kappa, scott_pi]
labels = st.none() | st.integers(1, 4)
tables = st.tuples(st.integers(2, 4), st.integers(2, 10)).flatmap(
    lambda size: st.lists(st.lists(labels, min_size=size[1], max_size=size[1]), min_size=size[0], max_size=size[0])
)


def test_the_coefficients_of_artstein_and_poesio() -> None:
    oracle = ORACLES["s_and_pi_of_artstein_poesio"]
    assert round(brennan_prediger(PAIR).value, 3) == oracle["brennan_prediger"]
    assert round(scott_pi(PAIR).value, 3) == oracle["scott_pi"]
    assert round(cohen_kappa(PAIR).value, 3) == ORACLES["artstein_poesio_2008_p558"]["kappa"]


def test_kappa_of_fleiss_1971() -> None:
    counts = ORACLES["fleiss_1971"]["counts"]
    units = [[label for label, count in enumerate(row) for _ in range(count)] for row in counts]
    assert round(fleiss_kappa(list(zip(*units, strict=True))).value, 3) == ORACLES["fleiss_1971"]["kappa"]


@pytest.mark.parametrize("weights", [None, "linear", "quadratic"])
def test_kappa_agrees_with_scikit_learn(weights: Any) -> None:
    from sklearn.metrics import cohen_kappa_score

    chance = np.random.default_rng(5)
    for _ in range(200):
        size, scale = int(chance.integers(3, 40)), int(chance.integers(2, 7))
        first, second = chance.integers(0, scale, size=(2, size))
        if len({*first.tolist(), *second.tolist()}) < 2:
            continue
        found = cohen_kappa([first.tolist(), second.tolist()], weights=weights, categories=range(scale)).value
        expected = cohen_kappa_score(first, second, weights=weights, labels=range(scale))
        assert found == pytest.approx(expected, abs=1e-9)


def test_weights_forgive_near_misses_and_want_an_order() -> None:
    near, far = [1, 2, 3, 10, 2, 3], [2, 2, 3, 10, 3, 1]
    plain, linear, quadratic = (cohen_kappa([near, far], weights=w).value for w in (None, "linear", "quadratic"))
    assert plain < linear
    assert cohen_kappa([near, far], weights="none").value == plain
    assert quadratic == pytest.approx(cohen_kappa([near, far], weights="quadratic", categories=[1, 2, 3, 10]).value)
    words = [["low", "high", "mid", "low"], ["low", "low", "mid", "mid"]]
    by_alphabet = cohen_kappa(words, weights="linear").value
    assert by_alphabet != pytest.approx(cohen_kappa(words, weights="linear", categories=["low", "mid", "high"]).value)
    with pytest.raises(ValueError, match="no 'mid'"):
        cohen_kappa(words, categories=["low", "high"])
    with pytest.raises(ValueError, match="none, linear or quadratic"):
        kappa_of_table(TABLE, cast(Weights, "cubic"))


@settings(max_examples=30, deadline=None)
@given(st.lists(st.lists(st.integers(0, 5), min_size=3, max_size=3), min_size=3, max_size=3), st.sampled_from([1, 2]))
def test_the_highest_weighted_kappa_is_that_of_the_best_table_with_these_margins(
    table: list[list[int]], power: int
) -> None:
    counts = np.array(table, dtype=float)
    assume(np.count_nonzero(counts.sum(axis=0) + counts.sum(axis=1)) > 1)
    found = kappa_of_table(counts, "linear" if power == 1 else "quadratic")
    credit = 1 - (np.abs(np.subtract.outer(range(3), range(3))) / 2) ** power
    margins = np.vstack([np.kron(np.eye(3), np.ones(3)), np.kron(np.ones(3), np.eye(3))])
    sums = np.concatenate([counts.sum(axis=1), counts.sum(axis=0)]) / counts.sum()
    best = -linprog(-credit.ravel(), A_eq=margins, b_eq=sums).fun
    assert found.kappa_max == pytest.approx((best - found.expected_agreement) / (1 - found.expected_agreement))


@settings(max_examples=60, deadline=None)
@given(tables)
def test_coefficients_of_many_coders_are_what_their_formulas_say(table: list[list[int | None]]) -> None:
    units = [[label for label in unit if label is not None] for unit in zip(*table, strict=True)]
    several = [unit for unit in units if len(unit) > 1]
    seen = {label for unit in units for label in unit}
    assume(several and len(seen) > 1)
    observed = np.mean([sum(unit.count(a) - 1 for a in unit) / (len(unit) * (len(unit) - 1)) for unit in several])
    held = [unit for unit in units if unit]
    share = np.array([np.mean([unit.count(label) / len(unit) for unit in held]) for label in sorted(seen)])
    chance = {
        fleiss_kappa: float(share @ share),
        gwet_ac1: float(share @ (1 - share)) / (len(seen) - 1),
        brennan_prediger: 1 / len(seen),
    }
    for coefficient, expected in chance.items():
        found = coefficient(table)
        assert found.value == pytest.approx((observed - expected) / (1 - expected))
        assert (found.expected_agreement, found.units) == (pytest.approx(expected), len(several))
    assert percent_agreement(table).value == pytest.approx(observed)


@settings(max_examples=40, deadline=None)
@given(tables, st.randoms(use_true_random=False))
@pytest.mark.parametrize("coefficient", [*OF_MANY, *OF_TWO], ids=lambda one: one.__name__)
def test_order_of_coders_units_and_names_do_not_matter(
    coefficient: Callable[..., Any], table: list[list[int | None]], random: Random
) -> None:
    table = table[:2] if coefficient in OF_TWO else table
    order = random.sample(range(len(table[0])), len(table[0]))
    turned = [[None if row[at] is None else "dcba"[row[at] - 1] for at in order] for row in table[::-1]]
    assert outcome(coefficient, turned) == pytest.approx(outcome(coefficient, table), abs=1e-12)


def outcome(coefficient: Callable[..., Any], table: list[list[Any]]) -> float | str:
    try:
        return float(coefficient(table).value)
    except NotComputable as reason:
        return reason.code


@pytest.mark.parametrize("coefficient", [*OF_MANY, *OF_TWO], ids=lambda one: one.__name__)
def test_lists_arrays_and_frames_are_one_input(coefficient: Callable[..., Any]) -> None:
    rows = [[1.0, 2.0, 1.0, None, 2.0], [1.0, 1.0, 1.0, 2.0, 2.0]]
    array = np.array(rows, dtype=float)
    expected = coefficient(rows).value
    assert coefficient(array).value == coefficient(array.astype(object)).value == expected
    assert coefficient(pd.DataFrame(array, index=["A", "B"])).value == expected
    named = pd.DataFrame([["x", "y", "x", pd.NA, "y"], ["x", "x", "x", "y", "y"]], dtype="string")
    assert coefficient(named).value == expected


@pytest.mark.parametrize("coefficient", [*OF_MANY, *OF_TWO], ids=lambda one: one.__name__)
@pytest.mark.parametrize(
    ("data", "code"),
    [
        ([[1, 2, 1]], "one-coder"),
        ([[1, None], [None, 2]], "nothing-paired"),
        ([["a", "a", "a"], ["a", "a", "a"]], "one-category"),
    ],
)
def test_what_has_no_value_says_why_in_both_languages(
    coefficient: Callable[..., Any], data: list[list[Any]], code: str
) -> None:
    if coefficient is percent_agreement and code == "one-category":
        assert coefficient(data).value == 1.0
        return
    with pytest.raises(NotComputable) as refused:
        coefficient(data)
    assert refused.value.code == f"analysis.{code}"
    assert refused.value.text("id") != refused.value.text("en")


@pytest.mark.parametrize("coefficient", OF_TWO, ids=lambda one: one.__name__)
def test_coefficients_of_two_coders_refuse_a_third(coefficient: Callable[..., Any]) -> None:
    with pytest.raises(InputRefused) as refused:
        coefficient([[1, 2], [1, 2], [1, 1]])
    assert refused.value.code == "analysis.two-coders-only"


def test_labels_nobody_used_change_what_is_expected_by_chance() -> None:
    rows = [[1, 2, 1, 2], [1, 2, 1, 1]]
    assert brennan_prediger(rows, categories=[1, 2, 3]).expected_agreement == pytest.approx(1 / 3)
    assert gwet_ac1(rows, categories=[1, 2, 3]).value > gwet_ac1(rows).value


def test_sets_of_codes_are_labels_too() -> None:
    rows: list[list[set[str]]] = [[{"A"}, {"A", "B"}, set()], [{"A"}, {"B"}, set()]]
    assert percent_agreement(rows) == pytest.approx(2 / 3)
    assert cohen_kappa(rows).value == cohen_kappa([["a", "ab", ""], ["a", "b", ""]]).value
    assert krippendorff_alpha(rows, "masi").value > krippendorff_alpha(rows).value
    strings = [["A", "B"], ["A", "A"]]
    assert (
        krippendorff_alpha(strings, "masi").value == krippendorff_alpha([[{"A"}, {"B"}], [{"A"}, {"A"}]], "masi").value
    )
