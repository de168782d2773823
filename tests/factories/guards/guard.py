"""One guard: the attack it is for, and how it is taken out."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from tenun.errors import InputRefused, NotAllowed


@dataclass(frozen=True)
class Guard:
    """`attack` is run in an empty folder and tells what came of it: the code of the refusal, or what got through.

    `held`: what it tells while the guard stands, `through` once `off` has taken the guard out. `bounds`: the limits it
    keeps, as `module.NAME` of the package. `on` makes a limit smaller where meeting the real one would take minutes.
    """

    name: str
    attack: Callable[[Path], str]
    held: str
    through: str
    off: Callable[[pytest.MonkeyPatch], None]
    bounds: tuple[str, ...] = ()
    on: Callable[[pytest.MonkeyPatch], None] = lambda patch: None


def told(work: Callable[[], object]) -> str:
    """The code of a refusal, else what came in, as text."""
    try:
        return str(work())
    except (InputRefused, NotAllowed) as refusal:
        return refusal.code


def replacing(*targets: str, by: object) -> Callable[[pytest.MonkeyPatch], None]:
    """Put something else in the place of what stands at each path."""

    def off(patch: pytest.MonkeyPatch) -> None:
        for target in targets:
            patch.setattr(f"tenun.{target}", by)

    return off


def nothing(*given: object, **named: object) -> None:
    """What a check does once it is taken out."""


def never(*given: object, **named: object) -> bool:
    """What a question is answered with once nobody asks."""
    return False


ENDLESS = 10**15
