"""How a copy of a study has moved on since a point of its log: what its rows were then, and which sources it erased."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import Connection, select

from tenun.store import chain, erasing, reading
from tenun.store.images import Frame, frame_of, lines, pairs
from tenun.store.schema import event, event_payload
from tenun.store.shapes import Row


@dataclass
class Divergence:
    """What events after a point did.

    `before`: by table and guid, the row as it was at that point, None where it was not there; a row that is not named
    is as it was. `gaps`: an erasure took away what some event did, so that other rows may have changed too. `erased`:
    guids of the sources that these events erased.
    """

    before: dict[str, dict[str, Row | None]] = field(default_factory=lambda: defaultdict(dict))
    gaps: bool = False
    erased: tuple[str, ...] = ()


def since(connection: Connection, study_id: int, seq: int) -> Divergence:
    """What the events after number `seq` did, read backwards from how things stand."""
    back = _WayBack(connection, study_id)
    query = select(event.c.seq, event.c.operation, event.c.undoes).where(
        event.c.study_id == study_id, event.c.seq > seq
    )
    for number, operation, undoes in connection.execute(query.order_by(event.c.seq.desc())).all():
        back.over(number, operation, undoes)
    notes = erasing.erasures(connection, study_id)
    back.found.erased = tuple(note["source"] for number, note in notes.items() if number > seq)
    return back.found


class _WayBack:
    def __init__(self, connection: Connection, study_id: int) -> None:
        self.connection, self.study_id = connection, study_id
        self.found = Divergence()

    def over(self, number: int, operation: str, undoes: int | None) -> None:
        """Take one event back."""
        payload = self._payload(number)
        if operation in (chain.ERASED, chain.MIGRATED):
            return
        if payload is None:
            self.found.gaps = True
            return
        self._back(payload)
        if operation == chain.UNDO:
            self._forth(self._payload(undoes or 0))
        elif operation == chain.REDO:
            note = next(after.note for after, _ in payload if after.op == chain.REDO)
            self._back(self._payload(note["event"]))

    def _payload(self, number: int) -> list[tuple[Frame, Frame]] | None:
        own = event_payload.c
        query = select(own.forward, own.inverse).where(own.study_id == self.study_id, own.seq == number)
        row = self.connection.execute(query).one_or_none()
        if row is None or not row.forward:
            return None
        if not row.inverse:
            return self._without_inverse(row.forward)
        return list(pairs(row.forward, row.inverse))

    def _without_inverse(self, forward: bytes) -> list[tuple[Frame, Frame]] | None:
        """A command that cannot be undone keeps no inverse: only its insertions can be read backwards."""
        frames = [frame_of(line) for line in lines(forward)]
        self.found.gaps |= any(frame.op != "insert" for frame in frames)
        return [(frame, frame) for frame in frames if frame.op == "insert"]

    def _back(self, payload: list[tuple[Frame, Frame]] | None) -> None:
        for after, before in reversed(self._known(payload)):
            if after.op == "insert":
                self._absent(after)
            elif after.op == "delete":
                self._there(before)
            elif after.op == "update":
                self._as(after.table, after.columns["guid"][0], before.values)

    def _forth(self, payload: list[tuple[Frame, Frame]] | None) -> None:
        """Do again what the undo that is taken back had undone."""
        for after, _ in self._known(payload):
            if after.op == "insert":
                self._there(after)
            elif after.op == "delete":
                self._absent(after)
            elif after.op == "update":
                self._as(after.table, after.columns["guid"][0], after.values)

    def _known(self, payload: list[tuple[Frame, Frame]] | None) -> list[tuple[Frame, Frame]]:
        self.found.gaps |= payload is None
        return payload or []

    def _absent(self, frame: Frame) -> None:
        self.found.before[frame.table].update(dict.fromkeys(frame.columns["guid"]))

    def _there(self, frame: Frame) -> None:
        self.found.before[frame.table].update((image["guid"], image) for image in frame.images())

    def _as(self, table: str, guid: str, values: Row) -> None:
        known = self.found.before[table]
        if guid not in known:
            known[guid] = reading.rows_of(self.connection, table, self.study_id, [guid]).get(guid)
        row = known[guid]
        if row is not None:
            known[guid] = {**row, **values}


def erased_sources(connection: Connection, study_id: int) -> set[str]:
    """Guids of every source that was erased, at any time."""
    return {note["source"] for note in erasing.erasures(connection, study_id).values()}


def rows_by_guid(connection: Connection, study_id: int, table: str, guids: Iterable[str]) -> dict[str, dict[str, Any]]:
    """Public rows by guid; those that are not there are left out."""
    return reading.rows_of(connection, table, study_id, guids)
