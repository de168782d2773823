"""What the store hands out that is not a row."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Event:
    """One command of the log. `at` is UTC; `erased`: what it did is gone, only its place in the chain stands.

    `undoes` is the event that an `undo` takes back, or the undo that a `redo` takes back. `undoable`: its coder can
    reach it by undoing step by step.
    """

    seq: int
    at: str
    coder: str
    operation: str
    undoes: int | None
    erased: bool
    undoable: bool
    hash: str


@dataclass(frozen=True, slots=True)
class Hit:
    """A paragraph in which every word searched for occurs; positions in code points of the representation."""

    source: str
    representation: str
    start_cp: int
    end_cp: int


@dataclass(frozen=True, slots=True)
class Problem:
    """Something that does not hold: what kind of thing, where (table and guid, or event), and what is wrong with it."""

    what: str
    where: str
    detail: str
