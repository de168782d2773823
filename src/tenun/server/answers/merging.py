"""Merging another copy: what it would bring or brought, and what is left to a person."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from tenun.server.answers.common import Asking, EventRef, Telling, Words

Choice = Literal["mine", "theirs", "both", "edited"]
Kind = Literal[
    "both-changed", "same-place", "same-key", "deleted-here", "deleted-there", "used-here", "round-locked", "refused"
]


class ConflictSides(Telling):
    """A column in which the versions differ; null where that side has no row."""

    name: str
    here: str | None
    there: str | None


class ConflictAnswer(Telling):
    """Something that a person must decide, or has decided.

    `guid` names the conflict, `what` the row as people know it. `choices`: what can be taken, `words`: columns whose
    words can be written anew. `state`: `agreed` where the study says by now what the other copy said.
    """

    guid: str
    table: str
    kind: Kind
    what: str
    sides: list[ConflictSides]
    here_by: str
    here_at: str
    there_by: str
    there_at: str
    state: Literal["open", "settled", "agreed"]
    choice: Choice | None
    settled_by: str
    settled_at: str
    choices: list[Choice]
    words: list[str]
    etag: str


class MergeAnswer(Telling):
    """What a merge brought, or would bring: rows by table, sources erased, and what is left to decide.

    `backup`: the name of the file beside the study that keeps it as it was before; empty where there is none.
    """

    dry_run: bool
    revision: int
    added: dict[str, int]
    changed: dict[str, int]
    removed: dict[str, int]
    erased: int
    merged_before: bool
    conflicts: int
    backup: str


class Settling(Asking):
    """What is taken; `words` by column for `edited`."""

    choice: Choice
    words: dict[str, Words] = Field(default_factory=dict, max_length=40)


class Settled(Telling):
    """How many are left, and the event."""

    left: int
    event: EventRef
