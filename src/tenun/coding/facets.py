"""Facets: what decides what a coding can be evidence of."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Literal, cast, get_args

from tenun.errors import InputRefused

Actor = Literal["own", "partner", "national", "other"]
Basis = Literal["stated", "inferred"]
Voice = Literal["first-hand", "reported", "analyst"]
Polarity = Literal["supports", "opposes"]
Time = Literal["before", "at", "after", "na"]
Priority = Literal["none", "first", "secondary"]

TOKENS: dict[str, tuple[str, ...]] = {
    "actor": get_args(Actor),
    "basis": get_args(Basis),
    "voice": get_args(Voice),
    "polarity": get_args(Polarity),
    "time": get_args(Time),
    "priority": get_args(Priority),
}
DEFAULTS: dict[str, str | None] = {
    "actor": "own",
    "basis": "stated",
    "voice": None,
    "polarity": "supports",
    "time": "at",
    "priority": "none",
    "case": None,
}


@dataclass(frozen=True, slots=True)
class Facets:
    """The facets of one coding. `voice` None means: as the kind of source says. `case` None: a study with one case."""

    actor: Actor = "own"
    basis: Basis = "stated"
    voice: Voice | None = None
    polarity: Polarity = "supports"
    time: Time = "at"
    priority: Priority = "none"
    case: str | None = None


def facets_from(tokens: Mapping[str, str | None]) -> Facets:
    """The facets that tokens name; what is missing takes the default of `DEFAULTS`.

    Raises InputRefused for a facet or token that does not exist.

    >>> facets_from({"actor": "partner", "time": "before"}).actor
    'partner'
    """
    for name, token in tokens.items():
        allowed = TOKENS.get(name, ())
        if name not in DEFAULTS:
            raise InputRefused("coding.unknown-facet", facet=name, allowed=", ".join(DEFAULTS))
        if allowed and token is not None and token not in allowed:
            raise InputRefused("coding.unknown-token", facet=name, token=token, allowed=", ".join(allowed))
    merged = {**DEFAULTS, **{name: token for name, token in tokens.items() if token}}
    return Facets(**cast(dict[str, Any], merged))
