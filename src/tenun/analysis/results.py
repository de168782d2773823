"""What the analyses return."""

from __future__ import annotations

from dataclasses import dataclass

from tenun.text.spans import Span


@dataclass(frozen=True, slots=True)
class Interval:
    """A percentile bootstrap interval; `undefined` counts draws on which the figure had no value."""

    low: float
    high: float
    draws: int
    undefined: int
    level: float = 0.95


@dataclass(frozen=True, slots=True)
class CodeAgreement:
    """Agreement on one code (or motive), yes or no a unit. `kappa` is None where undefined, with the reason."""

    code: str
    kappa: float | None
    percent: float
    both: int
    only_first: int
    only_second: int
    neither: int
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Disagreement:
    """A unit that the coders labelled differently."""

    source: str
    span: Span
    labels: tuple[tuple[str, ...], ...]
    """One tuple of codes a coder, in the order of `Agreement.coders`."""
    representation: str = ""


@dataclass(frozen=True, slots=True)
class AgreementLevel:
    """Figures at one level (`code` or `motive`), over all units or only those that somebody coded (`empty` False)."""

    level: str
    empty: bool
    units: int
    alpha_nominal: float | None
    alpha_masi: float | None
    alpha_nominal_interval: Interval | None
    alpha_masi_interval: Interval | None
    percent: float | None
    kappa: float | None
    undefined: dict[str, str]
    """Name of a figure without a value -> code of the reason in `tenun/messages`."""


@dataclass(frozen=True, slots=True)
class Agreement:
    """Agreement between coders over the sources they all read.

    `intra`: the coders are one person, so this is stability of one coder and not reliability between two.
    """

    unit: str
    coders: tuple[str, ...]
    intra: bool
    levels: tuple[AgreementLevel, ...]
    per_code: tuple[CodeAgreement, ...]
    per_motive: tuple[CodeAgreement, ...]
    disagreements: tuple[Disagreement, ...]
    sources: tuple[str, ...]

    def level(self, level: str = "code", *, empty: bool = True) -> AgreementLevel:
        """The figures at one level."""
        return next(found for found in self.levels if found.level == level and found.empty is empty)
