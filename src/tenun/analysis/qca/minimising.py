"""Boolean minimising: prime implicants, all covers with the fewest of them, and which counterfactuals are easy."""

from __future__ import annotations

from collections.abc import Collection, Sequence

import numpy as np
from numpy.typing import NDArray

Cube = tuple[int | None, ...]
"""State of each condition, present 1, absent 0, or None where it does not matter."""

MOST_MODELS = 1_000


def primes(sufficient: Collection[int], assumed: Collection[int], width: int) -> list[Cube]:
    """Prime implicants that hold something sufficient, where combinations `assumed` may be used but need not."""
    from setqca.minimize.qmc import prime_implicants

    found = prime_implicants(set(sufficient), set(assumed), width)
    return [tuple(None if bit is None else int(bit) for bit in one.pattern) for one in found]


def covers_of(cubes: Sequence[Cube], sufficient: Collection[int]) -> list[tuple[Cube, ...]]:
    """All covers of the sufficient combinations with the fewest cubes; ties are kept, whatever their length."""
    from setqca.minimize.qmc import solve_minimum_cover

    width = len(cubes[0])
    held = [frozenset(row for row in sufficient if covers(cube, row, width)) for cube in cubes]
    chosen = solve_minimum_cover(held, [0] * len(cubes), set(sufficient), max_solutions=MOST_MODELS)
    return [tuple(cubes[at] for at in sorted(one)) for one in chosen]


def covers(cube: Cube, row: int, width: int) -> bool:
    """Whether a combination (its number in binary order) lies in the cube.

    >>> covers((1, None, 0), 0b110, 3), covers((1, None, 0), 0b111, 3)
    (True, False)
    """
    return all(bit is None or bit == state for bit, state in zip(cube, _states(row, width), strict=True))


def is_in(cube: Cube, x: NDArray[np.float64]) -> NDArray[np.float64]:
    """Membership of each case in the cube: the least of its conditions."""
    parts = [x[:, at] if bit else 1 - x[:, at] for at, bit in enumerate(cube) if bit is not None]
    return np.min(parts, axis=0) if parts else np.ones(len(x))


def easy_and_difficult(
    model: Sequence[Cube], sufficient: Collection[int], remainders: Collection[int], directions: tuple[int | None, ...]
) -> tuple[set[int], set[int]]:
    """The remainders a parsimonious model assumes, parted by theory.

    One is easy if it differs from some sufficient combination only in conditions that stand as theory expects.
    Source: Ragin & Sonnett 2005.
    """
    width = len(directions)
    assumed = {row for row in remainders if any(covers(cube, row, width) for cube in model)}
    easy = {row for row in assumed if any(_expected(row, other, directions) for other in sufficient)}
    return easy, assumed - easy


def _expected(row: int, other: int, directions: tuple[int | None, ...]) -> bool:
    states = zip(_states(row, len(directions)), _states(other, len(directions)), directions, strict=True)
    return all(here in (there, direction) for here, there, direction in states)


def _states(row: int, width: int) -> tuple[int, ...]:
    return tuple(row >> at & 1 for at in reversed(range(width)))
