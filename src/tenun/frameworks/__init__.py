"""Codebooks that ship with Tenun, loaded by name."""

from __future__ import annotations

from functools import cache
from importlib.resources import files

from tenun.coding.framework import Framework, framework_of
from tenun.errors import InputRefused
from tenun.text.likeness import nearest_name


def names() -> tuple[str, ...]:
    """The names of the frameworks that ship.

    >>> "south-south-sister-city" in names()
    True
    """
    found = (entry.name.removesuffix(".yaml") for entry in files(__name__).iterdir() if entry.name.endswith(".yaml"))
    return tuple(sorted(found))


@cache
def load(name: str) -> Framework:
    """The framework of this name; raises InputRefused, with the nearest name, where there is none.

    >>> list(load("south-south-sister-city").codebook.children("MOT"))
    ['MOT-MKT', 'MOT-TC', 'MOT-IDP', 'MOT-ADM', 'MOT-BIL']
    """
    if name not in names():
        nearest = nearest_name(name, names()) or "-"
        raise InputRefused("coding.no-framework", name=name, nearest=nearest, known=", ".join(names()))
    import yaml

    return framework_of(yaml.safe_load((files(__name__) / f"{name}.yaml").read_text("utf-8")), name)
