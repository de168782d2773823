"""Agreement of the methods: how alike their orders are, and the order nearest to all of them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import lru_cache
from itertools import combinations

import numpy as np
from numpy.typing import NDArray

from tenun.claims.results import Consensus
from tenun.claims.scores import TIE
from tenun.errors import NotComputable

MOST_MOTIVES = 7
Order = tuple[tuple[str, ...], ...]


def midranks(scores: Sequence[float]) -> tuple[float, ...]:
    """Ranks from 1 for the highest score; equal scores (within 1e-9 of the next) share the mean of their ranks.

    >>> midranks([4, 9, 4, 1])
    (2.5, 1.0, 2.5, 4.0)
    """
    values = np.asarray(scores, dtype=float)
    order = np.argsort(-values, kind="stable")
    tier = np.cumsum(np.concatenate([[False], -np.diff(values[order]) > TIE]))
    places = np.arange(1, len(values) + 1)
    ranks = np.empty(len(values))
    ranks[order] = (np.bincount(tier, weights=places) / np.bincount(tier))[tier]
    return tuple(ranks.tolist())


def kendalls_w(scores: Mapping[str, Sequence[float]]) -> float:
    """Kendall's coefficient of concordance of the methods' orders, with the correction for ties, in [0, 1].

    `scores`: method -> a score a motive. W = 12 S / (k² (M³ - M) - k Σ(t³ - t)). Raises NotComputable for fewer
    than two methods and where every method ties every motive.
    Source: Kendall & Gibbons 1990, Rank Correlation Methods, ch. 6.

    >>> kendalls_w({"first": [3, 2, 1], "second": [30, 20, 10]})
    1.0
    """
    ranks = np.array([midranks(column) for column in scores.values()])
    if len(ranks) < 2:
        raise NotComputable("claims.fewer-than-two-methods")
    methods, motives = ranks.shape
    sums = ranks.sum(axis=0)
    spread = float(((sums - sums.mean()) ** 2).sum())
    ties = sum(int(t) ** 3 - int(t) for row in ranks for t in np.unique(row, return_counts=True)[1])
    scale = methods**2 * (motives**3 - motives) - methods * ties
    if scale == 0:
        raise NotComputable("claims.fewer-than-two-methods")
    return float(12 * spread / scale)


def consensus(motives: Sequence[str], scores: Mapping[str, Sequence[float]]) -> Consensus:
    """The weak orders of smallest Kemeny-Snell distance from those of the methods, all of them.

    The distance of two orders is 0 for a pair of motives they order alike, 1 where one of them ties it, 2 where they
    reverse it. Every weak order is tried, to seven motives. Of several nearest orders, `order`
    is that of their mean midranks. Raises NotComputable beyond seven motives, and without a method.
    Source: Kemeny & Snell 1962, Mathematical Models in the Social Sciences, ch. 2.

    >>> consensus(["a", "b"], {"one": [2, 1], "two": [1, 1], "three": [3, 1]}).orders
    ((('a',), ('b',)),)
    """
    if not scores:
        raise NotComputable("claims.no-method")
    if len(motives) > MOST_MOTIVES:
        raise NotComputable("claims.too-many-motives", most=MOST_MOTIVES, count=len(motives))
    candidates = weak_orders(len(motives))
    distance = np.zeros(len(candidates), dtype=np.int64)
    ranks = np.array([midranks(column) for column in scores.values()])
    for a, b in combinations(range(len(motives)), 2):
        theirs = np.sign(ranks[:, a] - ranks[:, b])
        cost = np.array([np.abs(theirs - ours).sum() for ours in (-1, 0, 1)], dtype=np.int64)
        distance += cost[np.sign(candidates[:, a] - candidates[:, b]) + 1]
    nearest = candidates[distance == distance.min()]
    mean = np.mean([midranks(-tiers) for tiers in nearest], axis=0)
    orders = tuple(sorted(order_of(motives, tiers.tolist()) for tiers in nearest))
    return Consensus(orders, len(orders) == 1, order_of(motives, mean.tolist()), tuple(scores))


def order_of(motives: Sequence[str], ranks: Sequence[float]) -> Order:
    """The order in which lower ranks come first and equal ones (within 1e-9) share a place.

    >>> order_of(["a", "b", "c"], [2.5, 1, 2.5])
    (('b',), ('a', 'c'))
    """
    places = midranks([-rank for rank in ranks])
    tiers = sorted(set(places))
    return tuple(tuple(m for m, place in zip(motives, places, strict=True) if place == tier) for tier in tiers)


@lru_cache(maxsize=MOST_MOTIVES + 1)
def weak_orders(motives: int) -> NDArray[np.int8]:
    """Every weak order of so many motives, one a row: the tier of each, from 0, no tier left out.

    >>> [len(weak_orders(motives)) for motives in range(1, 8)]
    [1, 3, 13, 75, 541, 4683, 47293]
    """
    tiers = np.indices((motives,) * motives, dtype=np.int8).reshape(motives, -1).T
    used = np.bitwise_or.reduce(np.left_shift(1, tiers.astype(np.int16)), axis=1)
    orders = np.ascontiguousarray(tiers[(used & (used + 1)) == 0])
    orders.setflags(write=False)
    return orders
