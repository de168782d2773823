"""The bootstrap interval of alpha: the fast way against the plain way, and where it has no value."""

import numpy as np
import pytest

from tenun.analysis.agreement.alpha import krippendorff_alpha, numbered
from tenun.analysis.agreement.distances import Level, distance_matrix
from tenun.analysis.agreement.resampling import DRAWS, SEED, alpha_interval
from tenun.analysis.results import Interval
from tenun.errors import NotComputable

Labels = list[frozenset[str]]


def study(groups: int, seed: int) -> tuple[Labels, Labels, list[str]]:
    chance = np.random.default_rng(seed)
    units = int(chance.integers(3 * groups, 6 * groups))
    first = [frozenset(code for code in "ABC" if chance.random() < 0.25) for _ in range(units)]
    second = [label if chance.random() < 0.7 else frozenset("A") for label in first]
    return first, second, [f"W{at % groups:02}" for at in range(units)]


def interval(
    first: Labels, second: Labels, groups: list[str], level: Level = "nominal", draws: int = DRAWS
) -> Interval:
    labels, numbers = numbered([first, second], "masi")
    return alpha_interval(numbers, distance_matrix(labels, level, np.zeros(len(labels))), groups, draws=draws)


@pytest.mark.parametrize("level", ["nominal", "masi"])
def test_weighted_sums_give_what_resampling_the_units_gives(level: Level) -> None:
    first, second, groups = study(12, 3)
    members = [[at for at, group in enumerate(groups) if group == name] for name in sorted(set(groups))]
    values = []
    for draw in np.random.Generator(np.random.PCG64(SEED)).integers(0, 12, size=(500, 12)):
        units = [at for group in draw for at in members[group]]
        values.append(krippendorff_alpha([[first[at] for at in units], [second[at] for at in units]], level).value)
    found = interval(first, second, groups, level, draws=500)
    assert [found.low, found.high] == pytest.approx(np.percentile(values, [2.5, 97.5]))
    assert found.low < krippendorff_alpha([first, second], level).value < found.high


def test_the_order_of_units_coders_and_groups_does_not_matter() -> None:
    first, second, groups = study(11, 5)
    found = interval(first, second, groups)
    assert interval(second, first, groups) == found
    turned = interval(first[::-1], second[::-1], groups[::-1])
    assert (turned.low, turned.high, turned.undefined) == pytest.approx((found.low, found.high, found.undefined))


def test_draws_without_a_value_are_counted() -> None:
    first = [frozenset("A")] * 10
    second = [*first[:9], frozenset("B")]
    found = interval(first, second, [f"W{at}" for at in range(10)])
    expected = DRAWS * 0.9**10
    assert abs(found.undefined - expected) < 5 * np.sqrt(expected)
    assert found.high < 1


def test_below_ten_groups_there_is_no_interval() -> None:
    first, second, groups = study(9, 2)
    with pytest.raises(NotComputable) as refused:
        interval(first, second, groups)
    assert refused.value.code == "analysis.too-few-groups"
    assert refused.value.parameters == {"groups": 9}


def test_where_no_draw_has_a_value_there_is_no_interval() -> None:
    same = [frozenset("A")] * 10
    with pytest.raises(NotComputable) as refused:
        interval(same, same, [f"W{at}" for at in range(10)])
    assert refused.value.code == "analysis.always-undefined"
