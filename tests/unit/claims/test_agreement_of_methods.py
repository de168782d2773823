"""Kendall's W and the Kemeny-Snell consensus, against published figures and independent implementations."""

from __future__ import annotations

from itertools import combinations, product

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.stats import friedmanchisquare, rankdata

from tenun.claims.consensus import consensus, kendalls_w, midranks, order_of, weak_orders
from tenun.errors import NotComputable

SCORE = st.integers(0, 4).map(float)


@settings(deadline=None)
@given(st.lists(SCORE, min_size=1, max_size=8))
def test_midranks_are_those_of_scipy(scores: list[float]) -> None:
    assert list(midranks(scores)) == rankdata(-np.array(scores)).tolist()


def test_scores_within_a_billionth_tie() -> None:
    assert midranks([0.1 + 0.2, 0.3, 0.1]) == (1.5, 1.5, 3.0)
    assert midranks([1.0, 1.0 + 1e-8]) == (2.0, 1.0)


def test_w_without_ties_by_hand() -> None:
    # Ranks 1234, 1243, 2143: sums 4 5 10 11, mean 7.5, S = 12.25 + 6.25 + 6.25 + 12.25 = 37; W = 12x37 / (9x60).
    scores = {"a": [4.0, 3, 2, 1], "b": [4.0, 3, 1, 2], "c": [3.0, 4, 1, 2]}
    assert kendalls_w(scores) == pytest.approx(12 * 37 / 540)


@settings(deadline=None)
@given(st.lists(st.lists(SCORE, min_size=4, max_size=4), min_size=3, max_size=6))
def test_w_is_friedmans_statistic_over_its_largest_value(columns: list[list[float]]) -> None:
    """W = chi²/(k(M-1)), and scipy's Friedman test corrects for ties in the same way."""
    if all(len(set(column)) == 1 for column in columns):
        with pytest.raises(NotComputable):
            kendalls_w(dict(enumerate(columns)))
        return
    w = kendalls_w({str(at): column for at, column in enumerate(columns)})
    chi2 = friedmanchisquare(*np.array(columns).T).statistic
    assert w == pytest.approx(chi2 / (len(columns) * 3), abs=1e-12)
    assert -1e-12 <= w <= 1 + 1e-12


@pytest.mark.parametrize("scores", [{}, {"a": [1.0, 2.0]}])
def test_w_needs_two_methods(scores: dict[str, list[float]]) -> None:
    with pytest.raises(NotComputable) as caught:
        kendalls_w(scores)
    assert caught.value.code == "claims.fewer-than-two-methods"


@pytest.mark.parametrize(("motives", "orders"), [(1, 1), (2, 3), (3, 13), (4, 75), (5, 541), (6, 4683), (7, 47293)])
def test_weak_orders_are_the_ordered_bell_numbers(motives: int, orders: int) -> None:
    found = weak_orders(motives)
    assert len({tuple(row) for row in found.tolist()}) == orders
    assert all(set(row) == set(range(max(row) + 1)) for row in found[:: max(1, orders // 500)].tolist())


def brute_force(motives: str, columns: list[list[float]]) -> tuple[int, set[tuple[tuple[str, ...], ...]]]:
    """The nearest orders, over every map of motives to tiers, in plain Python."""
    best: int | None = None
    found: set[tuple[tuple[str, ...], ...]] = set()
    for tiers in product(range(len(motives)), repeat=len(motives)):
        distance = 0
        for column in columns:
            for a, b in combinations(range(len(motives)), 2):
                ours = (tiers[a] > tiers[b]) - (tiers[a] < tiers[b])
                theirs = (column[b] > column[a]) - (column[b] < column[a])
                distance += abs(ours - theirs)
        order = tuple(tuple(m for m, t in zip(motives, tiers, strict=True) if t == tier) for tier in sorted(set(tiers)))
        if best is None or distance < best:
            best, found = distance, set()
        if distance == best:
            found.add(order)
    assert best is not None
    return best, found


@settings(deadline=None)
@given(st.lists(st.lists(SCORE, min_size=4, max_size=4), min_size=1, max_size=4))
def test_consensus_is_that_of_brute_force(columns: list[list[float]]) -> None:
    _, nearest = brute_force("wxyz", columns)
    found = consensus("wxyz", {str(at): column for at, column in enumerate(columns)})
    assert set(found.orders) == nearest
    assert found.unique == (len(nearest) == 1)
    if found.unique:
        assert found.order == found.orders[0]


def test_several_nearest_orders_are_all_listed_and_their_mean_shown() -> None:
    # One method says a before b, one says b before a: each order and the tie are at distance 2.
    found = consensus("ab", {"one": [2, 1], "two": [1, 2]})
    assert set(found.orders) == {(("a",), ("b",)), (("b",), ("a",)), (("a", "b"),)}
    assert not found.unique
    assert found.order == (("a", "b"),)


def test_condorcet_cycle_has_no_single_order() -> None:
    found = consensus("abc", {"1": [3, 2, 1], "2": [1, 3, 2], "3": [2, 1, 3]})
    assert (("a",), ("b",), ("c",)) in found.orders
    assert found.order == (("a", "b", "c"),)


def test_consensus_stops_at_seven_motives() -> None:
    with pytest.raises(NotComputable) as caught:
        consensus("abcdefgh", {"one": list(range(8))})
    assert caught.value.parameters == {"most": 7, "count": 8}
    assert len(consensus("abcdefg", {"one": [7, 6, 5, 4, 3, 2, 1]}).order) == 7


def test_consensus_needs_a_method() -> None:
    with pytest.raises(NotComputable) as caught:
        consensus("ab", {})
    assert caught.value.code == "claims.no-method"


def test_order_of_ranks_groups_what_is_equal() -> None:
    assert order_of("abc", [1.5, 3.0, 1.5]) == (("a", "c"), ("b",))
