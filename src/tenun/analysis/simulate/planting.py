"""Studies made up around motives that are known, with the ways in which real ones go wrong."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from tenun.analysis.attestation import CONCENTRATIONS, MEANS

if TYPE_CHECKING:
    import pandas as pd

Floats = NDArray[np.float64]
Integers = NDArray[np.int64]
Answers = NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class Scenario:
    """What is planted in a study and what goes wrong in it. The defaults are the model of P(first) itself.

    `planted`: the share of witnesses that would attest each motive if nothing went wrong, put in a new order for each
    study; empty for none. Where it is None the shares of `motives` motives are drawn, evenly `between` two bounds, or
    else from the model's own prior. `unlisted`: the share of one more motive, or of a rival, that no code stands for.
    `coder_error`: chance that a motive's presence or absence in a witness is coded wrongly. `blurred`: chance that what
    a witness says of a motive is coded as the next motive, as where two codes border on each other. `talkativeness`
    and `reticence`: standard deviations on the logit, of how readily a witness names any motive, and of how readily all
    witnesses name a given one. `declared_copies`, `undetected_copies`, `missing`: shares of the witnesses that repeat
    another and are known to, repeat another unnoticed, or were not found. `silent_count`: whether witnesses that attest
    nothing count in n; by the rules of a study they do not.
    """

    witnesses: int = 10
    motives: int = 5
    planted: tuple[float, ...] | None = None
    between: tuple[float, float] | None = None
    unlisted: float | None = None
    coder_error: float = 0.0
    blurred: float = 0.0
    talkativeness: float = 0.0
    reticence: float = 0.0
    declared_copies: float = 0.0
    undetected_copies: float = 0.0
    missing: float = 0.0
    silent_count: bool = True

    def __post_init__(self) -> None:
        if self.witnesses < 1 or self.motives < 1:
            raise ValueError("a study has at least one witness and one motive")
        shares = (*(self.planted or ()), *(self.between or ()), self.unlisted or 0.0, self.coder_error, self.blurred)
        if not all(0 <= share <= 1 for share in (*shares, self.missing, self.declared_copies, self.undetected_copies)):
            raise ValueError("planted shares, errors, copies and missing lie between 0 and 1")
        if self.declared_copies + self.undetected_copies >= 1:
            raise ValueError("some witness must be an original")
        if min(self.talkativeness, self.reticence) < 0:
            raise ValueError("standard deviations are not negative")


@dataclass(frozen=True, slots=True)
class SimulatedStudies:
    """Studies in rows.

    `truth`: planted shares, studies x motives, the unlisted one (if any) last; `first`: how much of the first place
    each has, 1 or, where several share it, an equal part; `counts`: witnesses found to attest each listed motive;
    `n`: independent witnesses counted, without known copies and missing ones.
    """

    scenario: Scenario
    seed: int
    truth: Floats
    first: Floats
    counts: Integers
    n: Integers

    def frame(self) -> pd.DataFrame:
        """One row a study and listed motive: study, motive, planted, first, k, n."""
        import pandas as pd

        studies, motives = self.counts.shape
        return pd.DataFrame(
            {
                "study": np.repeat(np.arange(studies), motives),
                "motive": np.tile(np.arange(motives), studies),
                "planted": self.truth[:, :motives].ravel(),
                "first": self.first[:, :motives].ravel(),
                "k": self.counts.ravel(),
                "n": np.repeat(self.n, motives),
            }
        )


def simulate(scenario: Scenario, studies: int = 1_000, seed: int = 1) -> SimulatedStudies:
    """Plant motives in that many studies and draw what their witnesses, sources and coders make of them.

    Deterministic: NumPy's PCG64 with `seed`.

    >>> made = simulate(Scenario(witnesses=12, planted=(0.9, 0.2)), studies=3)
    >>> made.counts.shape, made.n.tolist()
    ((3, 2), [12, 12, 12])
    """
    from scipy.special import expit

    chance = np.random.Generator(np.random.PCG64(seed))
    logit = _planted_logits(chance, scenario, studies)
    listed = logit.shape[1] - (scenario.unlisted is not None)
    attest = _testimony(chance, scenario, logit)[:, :, :listed]
    present = _copied(chance, scenario, attest)
    present &= chance.random(present.shape) >= scenario.missing
    coded = attest ^ (chance.random(attest.shape) < scenario.coder_error)
    if scenario.blurred:
        coded = _blurred(chance, scenario, coded)
    counted = present if scenario.silent_count else present & coded.any(axis=2)
    counts = (coded & counted[:, :, None]).sum(axis=1)
    return SimulatedStudies(scenario, seed, expit(logit), _first_place(logit), counts, counted.sum(axis=1))


def _planted_logits(chance: np.random.Generator, scenario: Scenario, studies: int) -> Floats:
    """Planted shares on the logit, where those that are near 0 or 1 still differ from each other."""
    from scipy.special import logit

    if scenario.planted is not None:
        shares = scenario.planted or (0.0,) * scenario.motives
        planted = chance.permuted(np.tile(logit(shares), (studies, 1)), axis=1)
    elif scenario.between is not None:
        planted = logit(chance.uniform(*scenario.between, size=(studies, scenario.motives)))
    else:
        mean = chance.choice(MEANS, size=(studies, 1))
        concentration = chance.choice(CONCENTRATIONS, size=(studies, 1))
        shape = (studies, scenario.motives)
        planted = _log_gamma(chance, mean * concentration, shape) - _log_gamma(
            chance, (1 - mean) * concentration, shape
        )
    if scenario.unlisted is not None:
        planted = np.column_stack([planted, np.full(studies, logit(scenario.unlisted))])
    return np.asarray(planted, dtype=np.float64)


def _log_gamma(chance: np.random.Generator, alpha: Floats, shape: tuple[int, int]) -> Floats:
    """Logarithm of a gamma draw; exact also for an alpha so small that the draw itself would be 0."""
    drawn: Floats = np.log(chance.gamma(alpha + 1, size=shape)) - chance.exponential(size=shape) / alpha
    return drawn


def _first_place(logit: Floats) -> Floats:
    highest = logit == logit.max(axis=1, keepdims=True)
    return np.asarray(highest / highest.sum(axis=1, keepdims=True))


def _testimony(chance: np.random.Generator, scenario: Scenario, logit: Floats) -> Answers:
    """Which witness attests which motive, studies x witnesses x motives."""
    from scipy.special import expit

    studies, motives = logit.shape
    readiness = scenario.talkativeness * chance.standard_normal((studies, scenario.witnesses, 1))
    openness = scenario.reticence * chance.standard_normal((studies, 1, motives))
    share = expit(logit[:, None, :] + readiness + openness)
    return np.asarray(chance.random(share.shape) < share)


def _blurred(chance: np.random.Generator, scenario: Scenario, coded: Answers) -> Answers:
    """Codes that went over a border to the next motive, the last one's to the first."""
    strayed = coded & (chance.random(coded.shape) < scenario.blurred)
    return np.asarray((coded & ~strayed) | np.roll(strayed, 1, axis=2))


def _copied(chance: np.random.Generator, scenario: Scenario, attest: Answers) -> Answers:
    """Let copies repeat a random original (changes `attest`), and say which witnesses are not known to be copies."""
    studies, witnesses, _ = attest.shape
    declared = round(scenario.declared_copies * witnesses)
    originals = max(1, witnesses - declared - round(scenario.undetected_copies * witnesses))
    copied_from = chance.integers(0, originals, size=(studies, witnesses - originals))
    attest[:, originals:] = np.take_along_axis(attest, copied_from[:, :, None], axis=1)
    present = np.ones((studies, witnesses), dtype=np.bool_)
    present[:, witnesses - declared :] = False
    return present
