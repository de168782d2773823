"""Whose coding it is: what one coder did, another does not alter."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from tenun.errors import Conflict, NotAllowed

if TYPE_CHECKING:
    from tenun.study.scope import StudyScope


def may_alter(scope: StudyScope, coder: str, round_number: int) -> None:
    """Whether the acting coder may change or remove what `coder` did in a round.

    A person may alter the own codings, under each of the own names, and what a model or a rule proposed. Raises
    NotAllowed for another person's, Conflict in a locked round.
    """
    people = {row["name"]: row for row in scope.store.rows("coder")}
    theirs = people.get(coder, {"kind": "human", "person": coder})
    mine = people.get(scope.coder, {"person": scope.coder})
    if theirs["kind"] == "human" and coder != scope.coder and theirs["person"] != mine["person"]:
        raise NotAllowed("study.not-your-coding", coder=coder)
    if any(row["locked"] for row in scope.store.rows("round", number=round_number)):
        raise Conflict("study.round-locked", round=round_number)


def owner_of(row: Mapping[str, Any], scope: StudyScope) -> tuple[str, int]:
    """The coder's name and the round's number of a stored row that has both."""
    coder = scope.store.row("coder", row["coder"])
    found = scope.store.row("round", row["round"])
    return (coder["name"] if coder else ""), (found["number"] if found else 0)
