"""The code-accumulation curve: how many codes so many interviews bring, in the order held and in any order."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from math import comb

from tenun.errors import NotComputable


@dataclass(frozen=True, slots=True)
class Accumulation:
    """Codes heard after 1, 2, ... interviews. `held`: in the order they took place; `expected`: mean over all orders.

    `heard_once`: codes of a single interview. `coverage`: the estimated share of all mentions, in interviews like
    these, that fall on codes already heard; None where every code was heard once or none was heard.
    """

    held: tuple[int, ...]
    expected: tuple[float, ...]
    heard_once: int
    coverage: float | None

    @property
    def codes(self) -> int:
        """How many codes were heard in all."""
        return self.held[-1]

    @property
    def last_gain(self) -> float:
        """How many new codes the last interview brings on average over all orders."""
        return self.expected[-1] - self.expected[-2]


def code_accumulation(codes: Sequence[Collection[str]]) -> Accumulation:
    """The curve of codes against interviews, from the codes of each interview in the order in which they were held.

    The expected curve needs no draws: a code of f among n interviews is missed by k of them with C(n-f, k) / C(n, k).
    Raises NotComputable below two interviews. A flat end shows that these questions to these people bring little new,
    not that there is nothing else to hear.
    Source: Colwell, Mao & Chang 2004, Ecology 85(10), for the expected curve; Good 1953, Biometrika 40, for coverage.

    >>> found = code_accumulation([{"a", "b"}, {"b"}, {"b", "c"}])
    >>> found.held, [round(number, 2) for number in found.expected], found.heard_once
    ((2, 2, 3), [1.67, 2.33, 3.0], 2)
    """
    count = len(codes)
    if count < 2:
        raise NotComputable("analysis.too-few-for-a-curve", interviews=count)
    heard: set[str] = set()
    held = []
    for interview in codes:
        heard |= set(interview)
        held.append(len(heard))
    times = Counter(code for interview in codes for code in set(interview))
    expected = tuple(
        sum(1 - comb(count - of, size) / comb(count, size) for of in times.values()) for size in range(1, count + 1)
    )
    once, mentions = sum(of == 1 for of in times.values()), times.total()
    return Accumulation(tuple(held), expected, once, 1 - once / mentions if mentions > once else None)
