"""What the log says the rows are, held against what they are: a change behind the log's back does not go unnoticed."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator
from typing import Any

from sqlalchemy import Connection, Row, select

from tenun.store import chain, reading
from tenun.store.images import Frame, digest, frame_of, lines, pairs
from tenun.store.records import Problem
from tenun.store.schema import event, event_payload
from tenun.store.shapes import ENTITIES

_PAGE = 16
_SHOWN = 20
"""So many rows of a table are named; more would say nothing new."""


def differences(connection: Connection, study_id: int) -> Iterator[Problem]:
    """Rows that are not as the events left them, row by row.

    An erasure and a migration change rows without telling how, so only what was touched since the last of them is
    known; before the first, rows that no event made are named too.
    """
    replay = _Replay(connection, study_id)
    for row in connection.execute(_events(study_id).execution_options(yield_per=_PAGE)):
        replay.follow(row)
    for table in ENTITIES:
        found = list(replay.differing(table))
        yield from found[:_SHOWN]
        if len(found) > _SHOWN:
            yield Problem("row", table, f"{len(found) - _SHOWN} more rows are not as the log says")


def _events(study_id: int) -> Any:
    own = event_payload.c
    joined = event.outerjoin(event_payload, (own.study_id == event.c.study_id) & (own.seq == event.c.seq))
    columns = (event.c.seq, event.c.operation, event.c.undoes, own.forward, own.inverse)
    return select(*columns).select_from(joined).where(event.c.study_id == study_id).order_by(event.c.seq)


class _Replay:
    """The digest of every row that is known, by table and guid."""

    def __init__(self, connection: Connection, study_id: int) -> None:
        self.connection, self.study_id = connection, study_id
        self.rows: dict[str, dict[str, str]] = defaultdict(dict)
        self.whole = True

    def follow(self, row: Row[Any]) -> None:
        """Do what one event did."""
        if row.forward is None or row.operation in (chain.ERASED, chain.MIGRATED):
            self.rows.clear()
            self.whole = False
        elif row.operation == chain.UNDO:
            self._undo(row)
        elif row.operation == chain.REDO:
            self._redo(row)
        else:
            for after, before in pairs(row.forward, row.inverse):
                self._step(after, before)

    def differing(self, table: str) -> Iterator[Problem]:
        """The rows of a table that are not as they should be."""
        expected = dict(self.rows[table])
        if not expected and not self.whole:
            return
        for row in reading.stream(self.connection, table, self.study_id):
            wanted = expected.pop(row["guid"], None)
            if wanted is None and self.whole:
                yield Problem("row", f"{table} {row['guid']}", "is there, and no event made it")
            elif wanted is not None and wanted != digest(row):
                yield Problem("row", f"{table} {row['guid']}", "is not as the last event left it")
        for guid in expected:
            yield Problem("row", f"{table} {guid}", "is gone, and no event removed it")

    def _step(self, after: Frame, before: Frame) -> None:
        if after.op == "insert":
            self._put(after)
        elif after.op == "delete":
            self._take(after)
        elif after.op == "update":
            self.rows[after.table][after.columns["guid"][0]] = after.row

    def _back(self, after: Frame, before: Frame, kept: Collection[str]) -> None:
        if after.op == "insert":
            self._take(after, kept if after.table == "passage" else ())
        elif after.op == "delete":
            self._put(before)
        elif after.op == "update":
            self.rows[before.table][after.columns["guid"][0]] = before.row

    def _put(self, frame: Frame) -> None:
        self.rows[frame.table].update((image["guid"], digest(image)) for image in frame.images())

    def _take(self, frame: Frame, kept: Collection[str] = ()) -> None:
        for guid in frame.columns["guid"]:
            if guid not in kept:
                self.rows[frame.table].pop(guid, None)

    def _undo(self, row: Row[Any]) -> None:
        note = frame_of(lines(row.forward)[0]).note
        for after, before in self._payload(row.undoes, backwards=True):
            self._back(after, before, set(note.get("kept", ())))
        for after, before in pairs(row.forward, row.inverse):
            self._step(after, before)

    def _redo(self, row: Row[Any]) -> None:
        for after, before in self._payload(row.undoes):
            if after.op == "delete":
                self._put(before)
        for after, before in self._payload(frame_of(lines(row.forward)[0]).note["event"]):
            self._step(after, before)

    def _payload(self, seq: int, *, backwards: bool = False) -> list[tuple[Frame, Frame]]:
        own = event_payload.c
        query = select(own.forward, own.inverse).where(own.study_id == self.study_id, own.seq == seq)
        found = self.connection.execute(query).one_or_none()
        return list(pairs(found.forward, found.inverse, backwards=backwards)) if found else []
