"""Gamma and gamma-cat: the published example, the alignment against all alignments, and what must not matter."""

from itertools import product
from pathlib import Path

import numpy as np
import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from tenun.analysis.agreement import gamma, gamma_cat
from tenun.analysis.agreement.alignment import Annotation, Dissimilarity, best_alignment, dissimilarity_of
from tenun.analysis.agreement.gammas import shuffled
from tenun.errors import NotComputable

ORACLE = yaml.safe_load((Path(__file__).parents[1] / "oracles.yaml").read_text(encoding="utf-8"))[
    "gamma_alex_paul_suzan"
]
WEIGHTS = {name: ORACLE[name] for name in ("alpha", "beta", "delta_empty")}
MEASURE = Dissimilarity(3.0, 1.0, 1.0, 1.0 - np.eye(3))


def test_gamma_of_the_published_example() -> None:
    found = gamma(ORACLE["segments"], **WEIGHTS)
    assert round(found.observed_disorder, 2) == ORACLE["disorder"]
    assert ORACLE["gamma"][0] <= found.value <= ORACLE["gamma"][1]
    assert len(found.aligned) == 6
    assert found.draws >= 30
    assert found.error < 0.02


def test_gamma_cat_of_the_published_example_with_and_without_segments_that_stand_alone() -> None:
    low, high = ORACLE["gamma_cat"]
    assert low <= gamma_cat(ORACLE["segments"], **WEIGHTS).value <= high
    low, high = ORACLE["gamma_cat_of_pairs"]
    assert low <= gamma_cat(ORACLE["segments"], **WEIGHTS, alone=False).value <= high


@st.composite
def annotations(draw: st.DrawFn) -> list[Annotation]:
    coders = []
    for _ in range(draw(st.integers(2, 3))):
        units = draw(st.lists(st.tuples(st.integers(0, 20), st.integers(1, 8), st.integers(0, 2)), max_size=3))
        start, length, category = np.array(sorted(units), dtype=np.int64).reshape(-1, 3).T
        coders.append((start.astype(float), (start + length).astype(float), category))
    return coders


def lowest_disorder(coders: list[Annotation]) -> float:
    """By trying everything: give the first segment left every possible company."""

    def cost(chosen: tuple[int, ...]) -> float:
        total = 0.0
        for a in range(len(coders)):
            for b in range(a + 1, len(coders)):
                alone = chosen[a] < 0 or chosen[b] < 0
                total += 1.0 if alone else dissimilarity_of(coders[a], coders[b], MEASURE)[chosen[a], chosen[b]]
        return total / (len(coders) * (len(coders) - 1) / 2)

    def rest(left: tuple[frozenset[int], ...]) -> float:
        if not any(left):
            return 0.0
        coder = next(at for at, units in enumerate(left) if units)
        unit = min(left[coder])
        options = [[unit] if at == coder else [-1, *units] for at, units in enumerate(left)]
        return min(
            cost(chosen) + rest(tuple(units - {c} for units, c in zip(left, chosen, strict=True)))
            for chosen in product(*options)
        )

    return rest(tuple(frozenset(range(len(one[0]))) for one in coders))


@settings(max_examples=40, deadline=None)
@given(annotations())
def test_the_alignment_is_the_best_of_all(coders: list[Annotation]) -> None:
    units = sum(len(one[0]) for one in coders)
    if not units:
        return
    found = best_alignment(coders, MEASURE)
    assert found.disorder * units / len(coders) == pytest.approx(lowest_disorder(coders), abs=1e-5)
    for coder, one in enumerate(coders):
        held = found.tuples[:, coder]
        assert sorted(held[held >= 0].tolist()) == list(range(len(one[0])))


def test_shuffling_keeps_lengths_and_categories_and_moves_places() -> None:
    one: Annotation = (np.array([0.0, 10.0]), np.array([4.0, 30.0]), np.array([0, 1]))
    drawn = shuffled([one, one], np.random.default_rng(2))
    for start, end, category in drawn:
        assert sorted((end - start).tolist()) == pytest.approx([4.0, 20.0])
        assert sorted(category.tolist()) == [0, 1]
        assert ((start >= 0) & (start < 30)).all()
    assert abs(drawn[0][0] - drawn[1][0]).min() > 0


def test_the_same_seed_gives_the_same_figure_and_names_do_not_matter() -> None:
    rows = [[(0, 10, "a"), (12, 20, "b"), (30, 44, "a")], [(1, 10, "a"), (14, 20, "a"), (28, 44, "b")]]
    renamed = [[(start, end, {"a": "x", "b": "y"}[name]) for start, end, name in row] for row in rows]
    found = gamma(rows, precision=0.05).value
    assert found == gamma(rows, precision=0.05).value == gamma(renamed, precision=0.05).value
    assert found == pytest.approx(gamma(rows, precision=0.05, seed=2).value, abs=0.1)


def test_perfect_agreement_is_one_and_chance_is_near_zero() -> None:
    chance = np.random.default_rng(3)
    rows = [
        [(int(at), int(at + chance.integers(5, 30)), "abc"[chance.integers(3)]) for at in chance.integers(0, 3000, 60)]
        for _ in range(2)
    ]
    assert gamma([rows[0], rows[0]]).value == 1.0
    assert gamma_cat([rows[0], rows[0]]).value == 1.0
    assert abs(gamma(rows).value) < 0.15


@pytest.mark.parametrize(("rows", "code"), [([[(0, 3, "a")]], "one-coder"), ([[], []], "nothing-segmented")])
def test_gamma_without_a_value_says_why(rows: list[list[tuple[int, int, str]]], code: str) -> None:
    with pytest.raises(NotComputable) as refused:
        gamma(rows)
    assert refused.value.code == f"analysis.{code}"


def test_gamma_cat_without_a_value_says_why() -> None:
    with pytest.raises(NotComputable) as refused:
        gamma_cat([[(0, 3, "a")], [(50, 53, "b")]])
    assert refused.value.code == "analysis.nothing-aligned"
    with pytest.raises(NotComputable) as refused:
        gamma_cat([[(0, 3, "a")], [(0, 3, "a")]])
    assert refused.value.code == "analysis.one-category"


def test_two_segments_far_apart_are_brought_together_by_one_that_holds_both() -> None:
    places = [(0.0, 1.0), (1.2, 2.2), (0.0, 2.2)]
    coders: list[Annotation] = [(np.array([start]), np.array([end]), np.array([0])) for start, end in places]
    found = best_alignment(coders, MEASURE)
    assert found.tuples.tolist() == [[0, 0, 0]]
    assert found.disorder == pytest.approx(lowest_disorder(coders), abs=1e-5)
