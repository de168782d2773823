"""P(first): the published vectors, two independent methods, and what must hold whatever the counts."""

from itertools import combinations
from pathlib import Path
from random import Random

import numpy as np
import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st
from numpy.typing import NDArray
from scipy import stats
from scipy.special import betaln

from tenun.analysis.attestation import CONCENTRATIONS, MEANS, attestation
from tenun.errors import NotComputable

VECTORS = yaml.safe_load((Path(__file__).parent / "oracles.yaml").read_text(encoding="utf-8"))["p_first"]
CODINGS = ["coder_A", "coder_B", "either", "both"]


@st.composite
def counts_of_witnesses(draw: st.DrawFn) -> tuple[list[int], int]:
    n = draw(st.integers(4, 60))
    return draw(st.lists(st.integers(0, n), min_size=1, max_size=7)), n


def log_gamma(chance: np.random.Generator, shape: NDArray[np.float64]) -> NDArray[np.float64]:
    """Logarithm of a gamma draw, which does not run out of small numbers where the shape is near 0."""
    return np.log(chance.gamma(shape + 1)) + np.log(chance.uniform(size=shape.shape)) / shape


@pytest.mark.parametrize("coding", CODINGS)
def test_the_worked_study_has_the_published_probabilities(coding: str) -> None:
    vector = VECTORS[coding]
    assert np.round(attestation(vector["k"], vector["n"]).p_first, 3).tolist() == vector["p"]


def test_the_headline_is_the_equal_mean_over_coders() -> None:
    a, b = (attestation(VECTORS[coder]["k"], 5).p_first for coder in ("coder_A", "coder_B"))
    assert np.round((np.array(a) + np.array(b)) / 2, 3).tolist() == VECTORS["headline"]["p"]


@pytest.mark.parametrize(
    ("k", "n"), [([4, 4, 3, 2, 0], 5), ([0, 0, 10], 10), ([4, 4, 0], 4), ([38, 40, 21, 0], 40), ([950, 930, 20], 2000)]
)
def test_every_figure_agrees_with_draws_from_the_model(k: list[int], n: int) -> None:
    """An independent way: draw cells and thetas, and count the orders. 400,000 draws have an error below .003."""
    alpha, beta = (np.outer(CONCENTRATIONS, share).ravel() for share in (MEANS, 1 - MEANS))
    weight = np.zeros(len(alpha))
    for count in k:
        weight += betaln(alpha + count, beta + n - count) - betaln(alpha, beta)
    weight = np.exp(weight - weight.max())
    chance = np.random.default_rng(7)
    cell = chance.choice(len(alpha), size=400_000, p=weight / weight.sum())
    logit = np.column_stack(
        [log_gamma(chance, alpha[cell] + count) - log_gamma(chance, beta[cell] + n - count) for count in k]
    )
    rank = (logit[:, None, :] > logit[:, :, None]).sum(axis=2)
    drawn = np.array([[np.mean(rank[:, m] == r) for r in range(len(k))] for m in range(len(k))])
    found = attestation(k, n)
    np.testing.assert_allclose(found.rank_probabilities, drawn, atol=0.003)
    for a, b in combinations(range(len(k)), 2):
        assert found.above[a][b] == pytest.approx(np.mean(logit[:, a] > logit[:, b]), abs=0.003)


def test_two_motives_agree_with_quantiles_of_scipy_to_a_tenth_of_the_promise() -> None:
    """P(theta_a > theta_b) as the mean of one distribution function over 4,000 quantiles of the other, by SciPy."""
    k, n = (3, 1), 6
    total = chance = 0.0
    for kappa in CONCENTRATIONS:
        for mu in MEANS:
            alpha, beta = mu * kappa, (1 - mu) * kappa
            weight = np.exp(sum(betaln(alpha + c, beta + n - c) - betaln(alpha, beta) for c in k))
            first, second = (stats.beta(alpha + c, beta + n - c) for c in k)
            middle = (np.arange(4000) + 0.5) / 4000
            total += weight
            chance += weight * second.cdf(first.ppf(middle)).mean()
    assert attestation(k, n).p_first[0] == pytest.approx(chance / total, abs=1e-4)


@settings(max_examples=40, deadline=None)
@given(counts_of_witnesses(), st.randoms(use_true_random=False))
def test_probabilities_are_proper_fair_and_blind_to_the_order_of_motives(
    case: tuple[list[int], int], random: Random
) -> None:
    k, n = case
    found = attestation(k, n)
    ranks = np.array(found.rank_probabilities)
    np.testing.assert_allclose(ranks.sum(axis=1), 1, atol=1e-12)
    np.testing.assert_allclose(ranks.sum(axis=0), 1, atol=2e-4)
    assert found.p_first == tuple(row[0] for row in found.rank_probabilities)
    for a, b in combinations(range(len(k)), 2):
        assert found.above[a][b] + found.above[b][a] == pytest.approx(1, abs=1e-12)
        if k[a] == k[b]:
            assert found.rank_probabilities[a] == found.rank_probabilities[b]
            assert found.above[a][b] == 0.5
        else:
            assert (k[a] > k[b]) == (found.above[a][b] > 0.5)
    order = list(range(len(k)))
    random.shuffle(order)
    assert attestation([k[m] for m in order], n).p_first == tuple(found.p_first[m] for m in order)


def test_one_motive_is_first_and_many_are_possible() -> None:
    assert attestation([2], 4).rank_probabilities == ((1.0,),)
    assert attestation([0] * 12, 4).p_first == pytest.approx([1 / 12] * 12, abs=1e-4)


@pytest.mark.parametrize(("k", "n", "code"), [([1, 2], 3, "too-few-witnesses"), ([], 9, "no-motives")])
def test_what_has_no_value_says_why(k: list[int], n: int, code: str) -> None:
    with pytest.raises(NotComputable) as refused:
        attestation(k, n)
    assert refused.value.code == f"analysis.{code}"
    assert refused.value.text("id") != refused.value.text("en")


@pytest.mark.parametrize("k", [[6, 1], [-1, 2]])
def test_counts_outside_the_witnesses_are_refused(k: list[int]) -> None:
    with pytest.raises(ValueError, match="between 0 and 5"):
        attestation(k, 5)
