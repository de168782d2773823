"""P(first): how probable it is that a motive is the most widely attested among witnesses of the kind collected."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import combinations

import numpy as np
from numpy.typing import NDArray

from tenun.errors import NotComputable

FEWEST_WITNESSES = 4
MEANS = np.linspace(0.025, 0.975, 20)
CONCENTRATIONS = np.geomspace(0.5, 100.0, 16)

_ALPHA = np.outer(CONCENTRATIONS, MEANS).ravel()
_BETA = np.outer(CONCENTRATIONS, 1.0 - MEANS).ravel()
_NEGLIGIBLE_WEIGHT = 1e-8
_VALUES_AT_ONCE = 12_000
_BIN_IN_DEVIATIONS = 2.5
_HALVINGS = 6
_OFFSETS, _WEIGHTS = np.polynomial.legendre.leggauss(5)

Floats = NDArray[np.float64]


def _up_to_each_node() -> Floats:
    """Nodes x nodes: what the mass at one node adds to the integral from its bin's left end up to each node."""
    parts = []
    for node, weight in zip(_OFFSETS, _WEIGHTS, strict=True):
        others = np.poly1d(np.poly(_OFFSETS[node != _OFFSETS]))
        integral = (others / others(node)).integ()
        parts.append((integral(_OFFSETS) - integral(-1.0)) / weight)
    return np.array(parts)


_WITHIN = _up_to_each_node()


@dataclass(frozen=True, slots=True)
class Attestation:
    """What the counts of witnesses say about the order of motives, motives in the order asked for.

    `rank_probabilities[m][r]` is P(motive m has rank r + 1); `above[a][b]` is P(theta_a > theta_b), 0 on the diagonal.
    """

    p_first: tuple[float, ...]
    rank_probabilities: tuple[tuple[float, ...], ...]
    above: tuple[tuple[float, ...], ...]


def attestation(k: Sequence[int], n: int) -> Attestation:
    """Probabilities of every rank for motives that `k` of `n` independent witnesses attest.

    k_m ~ Binomial(n, theta_m), theta_m ~ Beta(mu kappa, (1 - mu) kappa), equal prior on 20 means x 16 concentrations,
    learnt from all motives together. Integrated numerically, without draws, to 1e-4; equal counts get equal figures.
    Each k_m lies in 0..n (ValueError). Raises NotComputable below four witnesses or without a motive.
    Source: METHODS section 2; the beta-binomial hierarchy of Gelman et al. 2013, Bayesian Data Analysis, section 5.3.

    >>> [round(p, 2) for p in attestation([4, 4, 3, 2, 0], 5).p_first]
    [0.38, 0.38, 0.16, 0.07, 0.02]
    """
    if n < FEWEST_WITNESSES:
        raise NotComputable("analysis.too-few-witnesses", n=n)
    if not k:
        raise NotComputable("analysis.no-motives")
    if not all(0 <= count <= n for count in k):
        raise ValueError(f"each of {list(k)} must lie between 0 and {n}")
    counts = tuple(sorted((int(count) for count in k), reverse=True))
    ranks, above = _by_count(counts, int(n))
    return Attestation(
        tuple(ranks[count][0] for count in k),
        tuple(ranks[count] for count in k),
        tuple(tuple(0.0 if a == b else above[k[a], k[b]] for b in range(len(k))) for a in range(len(k))),
    )


@lru_cache(maxsize=65_536)
def _by_count(counts: tuple[int, ...], n: int) -> tuple[dict[int, tuple[float, ...]], dict[tuple[int, int], float]]:
    """Rank probabilities by count, and P(theta above theta) by pair of counts."""
    distinct = sorted(set(counts))
    pairs = list(combinations(distinct, 2))
    ranks = {count: np.zeros(len(counts)) for count in distinct}
    lower = dict.fromkeys(pairs, 0.0)
    for weight, alpha, beta in _posterior_grid(counts, n):
        theta = {count: _distribution(alpha, beta, count, n) for count in distinct}
        for low, high in pairs:
            lower[low, high] += float(weight @ np.sum(theta[low][0] * theta[high][1], axis=1))
        for count, others_above in _leaving_one_out(counts, {count: below for count, (_, below) in theta.items()}):
            ranks[count] += [weight @ np.sum(theta[count][0] * chance, axis=1) for chance in others_above]
    above = {(count, count): 0.5 for count in distinct}
    above |= {(low, high): chance for (low, high), chance in lower.items()}
    above |= {(high, low): 1.0 - chance for (low, high), chance in lower.items()}
    return {count: tuple((row / row.sum()).tolist()) for count, row in ranks.items()}, above


def _posterior_grid(counts: Sequence[int], n: int) -> Iterator[tuple[Floats, Floats, Floats]]:
    """Posterior weight of the cells (mu, kappa) with their alpha and beta, some at a time so that all stays in cache.

    Cells of no weight are left out.
    """
    from scipy.special import betaln

    evidence = sum((betaln(_ALPHA + count, _BETA + n - count) for count in counts), np.zeros(len(_ALPHA)))
    evidence = evidence - len(counts) * betaln(_ALPHA, _BETA)
    weight = np.exp(evidence - evidence.max())
    kept = np.flatnonzero(weight > _NEGLIGIBLE_WEIGHT * weight.sum())
    weight /= weight[kept].sum()
    together = max(1, _VALUES_AT_ONCE // len(_nodes(n)[0]))
    for start in range(0, len(kept), together):
        cells = kept[start : start + together]
        yield weight[cells], _ALPHA[cells], _BETA[cells]


def _distribution(alpha: Floats, beta: Floats, count: int, n: int) -> tuple[Floats, Floats]:
    """Theta's posterior at the nodes: its mass there and its distribution function, both cells x nodes.

    In the angle asin(sqrt(theta)) all posteriors are about equally wide, and only theta of count 0 can be singular at
    the left end, of count n at the right end: the bin there gets what the others leave, and no other has mass in it.
    """
    from scipy.special import betaln

    log_sine, log_cosine, log_width = _nodes(n)
    a, b = alpha + count, beta + n - count
    density = np.multiply.outer(2 * a - 1, log_sine)
    density += np.multiply.outer(2 * b - 1, log_cosine)
    density += log_width
    density -= betaln(a, b)[:, None]
    mass: Floats = np.exp(density, out=density).reshape(len(a), -1, len(_OFFSETS))
    if count in (0, n):
        end = 0 if count == 0 else -1
        mass[:, end] = 0.0
        mass[:, end] = np.maximum(0.0, 1.0 - mass.sum(axis=(1, 2)))[:, None] * _WEIGHTS / 2
    mass /= mass.sum(axis=(1, 2))[:, None, None]
    bins = mass.sum(axis=2, keepdims=True)
    below = np.cumsum(bins, axis=1) - bins + mass @ _WITHIN
    return mass.reshape(len(a), -1), below.reshape(len(a), -1)


@lru_cache(maxsize=64)
def _nodes(n: int) -> tuple[Floats, Floats, Floats]:
    """Log sine, log cosine and log weight of the nodes of all bins, which shrink by halves towards both ends."""
    narrowest = 0.5 / np.sqrt(n + CONCENTRATIONS[-1] + 1)
    edges = np.linspace(0, np.pi / 2, 1 + int(np.ceil(np.pi / 2 / (narrowest * _BIN_IN_DEVIATIONS))))
    ends = edges[1] / 2.0 ** np.arange(1, _HALVINGS + 1)
    edges = np.sort(np.concatenate([edges, ends, np.pi / 2 - ends]))
    half = np.diff(edges)[:, None] / 2
    angle = (edges[:-1, None] + half * (1 + _OFFSETS)).ravel()
    return np.log(np.sin(angle)), np.log(np.cos(angle)), np.log(2 * half * _WEIGHTS).ravel()


def _leaving_one_out(counts: Sequence[int], below: Mapping[int, Floats]) -> Iterator[tuple[int, list[Floats]]]:
    """For each distinct count, the probabilities that 0, 1, 2 ... of the other motives lie above, at every node.

    The number above is Poisson-binomial. Halving the motives takes K² log K steps, not K³. Equal counts stand together
    in `counts`; the first of them speaks for all.
    """
    pending = [(list(range(len(counts))), [np.ones_like(below[counts[0]])])]
    while pending:
        motives, above = pending.pop()
        if len(motives) == 1:
            yield counts[motives[0]], above
            continue
        half = len(motives) // 2
        for keep, take in ((motives[:half], motives[half:]), (motives[half:], motives[:half])):
            if any(counts.index(counts[motive]) == motive for motive in keep):
                pending.append((keep, _with_motives(above, [below[counts[motive]] for motive in take])))


def _with_motives(above: list[Floats], lower: list[Floats]) -> list[Floats]:
    for chance_below in lower:
        stays = [probability * chance_below for probability in above]
        rises = [probability - stay for probability, stay in zip(above, stays, strict=True)]
        above = [stays[0], *(stays[i] + rises[i - 1] for i in range(1, len(stays))), rises[-1]]
    return above
