"""Fragility against removal of every set of witnesses."""

from __future__ import annotations

from itertools import combinations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tenun.claims.fragility import fragility, leaders_of

MOTIVES = ("a", "b", "c")
SIGNS = st.integers(-1, 1)
TABLES = st.integers(1, 8).flatmap(
    lambda groups: st.lists(st.tuples(SIGNS, SIGNS, SIGNS), min_size=groups, max_size=groups)
)


def smallest_sets(signs: np.ndarray, first: int) -> list[tuple[int, ...]]:
    """Every smallest set of groups without which a rival is at least equal to the first."""
    for size in range(len(signs) + 1):
        found = []
        for removed in combinations(range(len(signs)), size):
            left = np.delete(signs, removed, axis=0).sum(axis=0)
            if any(left[rival] >= left[first] for rival in range(3) if rival != first):
                found.append(removed)
        if found:
            return found
    raise AssertionError("removing every witness always levels the motives")


@settings(deadline=None)
@given(TABLES)
def test_against_every_removal(rows: list[tuple[int, int, int]]) -> None:
    signs = np.array(rows, dtype=np.int8)
    groups = [f"g{at}" for at in range(len(rows))]
    weak = fragility(MOTIVES, groups, signs)
    leaders = leaders_of(MOTIVES, signs.sum(axis=0).tolist())
    if len(leaders) != 1:
        assert (weak.motive, weak.groups_to_remove) == (None, 0 if leaders else None)
        return
    sets = smallest_sets(signs, MOTIVES.index(leaders[0]))
    assert weak.motive == leaders[0]
    assert weak.groups_to_remove == len(sets[0])
    assert weak.groups == tuple(groups[at] for at in min(sets))
    assert weak.unique == (len(sets) == 1)
    left = np.delete(signs, min(sets), axis=0).sum(axis=0)
    assert left[MOTIVES.index(weak.rival or "")] >= left[MOTIVES.index(leaders[0])]


def test_the_first_of_several_smallest_sets_is_named() -> None:
    signs = np.array([[0, 0], [1, 0], [1, 0], [1, 0]], dtype=np.int8)
    weak = fragility(["a", "b"], ["g1", "g2", "g3", "g4"], signs)
    assert (weak.groups, weak.unique) == (("g2", "g3", "g4"), True)
    signs[0] = (1, 1)
    assert fragility(["a", "b"], ["g1", "g2", "g3", "g4"], signs).groups == ("g2", "g3", "g4")
    opposed = np.array([[1, -1], [1, -1], [1, 0], [0, 1]], dtype=np.int8)
    weak = fragility(["a", "b"], ["g1", "g2", "g3", "g4"], opposed)
    assert (weak.groups, weak.unique, weak.rival) == (("g1", "g2"), True, "b")


def test_removing_one_of_two_alike_is_not_unique() -> None:
    signs = np.array([[1, 0], [1, 0], [0, 1]], dtype=np.int8)
    weak = fragility(["a", "b"], ["g1", "g2", "g3"], signs)
    assert (weak.groups_to_remove, weak.groups, weak.unique) == (1, ("g1",), False)


def test_tied_first_has_nothing_to_remove() -> None:
    weak = fragility(["a", "b"], ["g1"], np.array([[1, 1]], dtype=np.int8))
    assert (weak.motive, weak.groups_to_remove, weak.groups) == (None, 0, ())


def test_without_evidence_there_is_no_first() -> None:
    weak = fragility(["a", "b"], [], np.zeros((0, 2), dtype=np.int8))
    assert (weak.motive, weak.groups_to_remove) == (None, None)


@pytest.mark.parametrize(
    ("ledger", "margin"), [({"a": 12.0, "b": 3.5, "c": 7.0}, 5.0), ({"a": 1.0}, None), (None, None)]
)
def test_the_ledger_gives_decibels_to_the_runner_up(ledger: dict[str, float] | None, margin: float | None) -> None:
    assert fragility(["a", "b"], ["g"], np.array([[1, 0]], dtype=np.int8), ledger).ledger_margin_db == margin


def test_two_thousand_witnesses_are_no_burden() -> None:
    rng = np.random.default_rng(7)
    signs = (rng.random((2000, 5)) < [0.6, 0.4, 0.3, 0.2, 0.1]).astype(np.int8)
    weak = fragility(list("abcde"), [f"g{at:04}" for at in range(2000)], signs)
    lead = signs[:, 0].sum() - signs[:, 1].sum()
    assert weak.groups_to_remove == lead
    assert weak.motive == "a"


@pytest.mark.parametrize(
    ("ledger", "margin"), [({"a": 9.0, "b": 4.0, "c": 6.5}, 2.5), ({"a": 1.0, "b": 4.0}, 3.0), ({"a": 1.0}, None)]
)
def test_the_margin_in_decibels_is_that_to_the_runner_up(ledger: dict[str, float], margin: float | None) -> None:
    signs = np.array([[1, 0, 0]] * 3, dtype=np.int8)
    assert fragility(MOTIVES, ["g1", "g2", "g3"], signs, ledger).ledger_margin_db == margin
