"""Rounds of coding: make one, make it blind, lock it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from tenun.errors import InputRefused
from tenun.study.coders import round_guid
from tenun.study.stale import expect

if TYPE_CHECKING:
    from tenun.study.scope import StudyScope

FIELDS = ("label", "blind", "locked", "counts")


def add_round(
    scope: StudyScope, number: int | None = None, *, label: str = "", blind: bool = False, counts: bool = True
) -> str:
    """Make a round; returns its guid. Without a number it is the one after the last.

    Raises InputRefused for a number that is taken.
    """
    taken = {int(row["number"]) for row in scope.store.rows("round")}
    wanted = number if number is not None else max(taken, default=0) + 1
    if wanted in taken or wanted < 1:
        raise InputRefused("study.round-number", number=wanted)
    with scope.store.command("add_round", scope.coder) as change:
        guid = round_guid(scope.store, change, wanted)
        change.update("round", guid, label=label, blind=blind, counts=counts)
        return guid


def revise_round(scope: StudyScope, guid: str, version: str, **values: Any) -> None:
    """Change a round that is still at `version`: its label, whether it is blind, locked, and counts as evidence."""
    expect(scope, "round", guid, version)
    if unknown := [name for name in values if name not in FIELDS]:
        raise InputRefused("study.no-such-field", field=unknown[0], allowed=", ".join(FIELDS))
    with scope.store.command("revise_round", scope.coder) as change:
        change.update("round", guid, **values)
