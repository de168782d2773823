"""Who changed a row last, and when, as the log remembers it."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from sqlalchemy import Connection, select

from tenun.store import chain
from tenun.store.images import Frame, frame_of, lines
from tenun.store.schema import event, event_payload

Row = tuple[str, str]
"""A table and a guid."""


def last_hands(connection: Connection, study_id: int, wanted: Collection[Row]) -> dict[Row, tuple[str, str]]:
    """The coder and the time of the latest event that touched each of these rows.

    A row of which the log knows nothing, because an erasure took that away, is left out.
    """
    found: dict[Row, tuple[str, str]] = {}
    query = select(event.c.seq, event.c.at, event.c.coder, event.c.operation, event.c.undoes)
    for row in connection.execute(query.where(event.c.study_id == study_id).order_by(event.c.seq.desc())).all():
        if len(found) == len(set(wanted)):
            break
        for frame in _frames(connection, study_id, row.seq, row.undoes if row.operation == chain.UNDO else None):
            for guid in frame.columns.get("guid", ()):
                if (frame.table, guid) in wanted:
                    found.setdefault((frame.table, guid), (row.coder, row.at))
    return found


def _frames(connection: Connection, study_id: int, seq: int, undone: int | None) -> Iterator[Frame]:
    """What an event did; an undo touched what the event that it took back had touched."""
    own = event_payload.c
    numbers = [seq] if undone is None else [seq, undone]
    query = select(own.forward).where(own.study_id == study_id, own.seq.in_(numbers))
    for forward in connection.execute(query).scalars():
        frames = [frame_of(line) for line in lines(forward)] if forward else []
        yield from frames
        again = next((frame.note["event"] for frame in frames if frame.op == chain.REDO), None)
        if again is not None:
            yield from _frames(connection, study_id, again, None)
