"""What a comparison of cases returns."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Necessity:
    """How far the outcome is a subset of a condition (`~` in front: of its absence).

    `relevance` is the relevance of necessity: near 0, the condition is all but always there and says little.
    """

    condition: str
    consistency: float
    coverage: float
    relevance: float


@dataclass(frozen=True, slots=True)
class Row:
    """One combination of conditions, present (1) or absent (0), with the cases that are more in it than out.

    `outcome`: `1` sufficient, `0` not, `C` between the cut-offs, `?` a remainder that too few cases show.
    """

    configuration: tuple[int, ...]
    cases: tuple[str, ...]
    consistency: float
    pri: float
    outcome: str


@dataclass(frozen=True, slots=True)
class Path:
    """A term of a model, such as `DEV*~IND`: the conditions that together suffice. Coverage is raw, then its own."""

    expression: str
    consistency: float
    pri: float
    coverage: float
    unique_coverage: float
    cases: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Model:
    """Paths joined by or, with the fit of all together."""

    paths: tuple[Path, ...]
    consistency: float
    pri: float
    coverage: float

    @property
    def expression(self) -> str:
        """The model in the notation of QCA."""
        return " + ".join(path.expression for path in self.paths)


@dataclass(frozen=True, slots=True)
class Comparison:
    """Truth table and the three solutions, each with all models that tie for the fewest paths.

    `conservative` assumes nothing about combinations without cases, `parsimonious` whatever shortens the result,
    `intermediate` only what theory expects (empty without expectations). `easy` and `difficult` are the combinations
    assumed by the parsimonious solution, that agree with the expectations and that do not.
    """

    outcome: str
    conditions: tuple[str, ...]
    cases: int
    truth_table: tuple[Row, ...]
    conservative: tuple[Model, ...]
    parsimonious: tuple[Model, ...]
    intermediate: tuple[Model, ...]
    easy: tuple[tuple[int, ...], ...]
    difficult: tuple[tuple[int, ...], ...]
    consistency: float
    pri: float
    frequency: int


@dataclass(frozen=True, slots=True)
class Robustness:
    """In what share of the runs (other cut-offs, or one case left out) each path stands in some tied model.

    `failed`: runs in which nothing was sufficient, or too few cases were left.
    """

    runs: int
    failed: int
    share: Mapping[str, float]
