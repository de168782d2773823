"""The log as a feed: events after a number, with the tables that each of them touched."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sqlalchemy import Connection, func, select

from tenun.store.images import lines
from tenun.store.schema import event, event_payload
from tenun.store.shapes import ENTITIES

if TYPE_CHECKING:
    from tenun.store.study_store import StudyStore

EVERY_TABLE: tuple[str, ...] = (*ENTITIES, "study")


@dataclass(frozen=True, slots=True)
class LiveEvent:
    """An event and the tables it touched: all of them where what it did was erased."""

    seq: int
    operation: str
    coder: str
    tables: tuple[str, ...]


def latest_event(store: StudyStore) -> int:
    """The number of the last event; 0 where there is none."""
    study_id = store.study_id
    with store.reading() as connection:
        query = select(func.coalesce(func.max(event.c.seq), 0)).where(event.c.study_id == study_id)
        return int(connection.execute(query).scalar_one())


def events_after(store: StudyStore, seq: int, limit: int) -> list[LiveEvent]:
    """The events after a number, oldest first, at most `limit`."""
    own = event.c
    joined = event.outerjoin(
        event_payload, (event_payload.c.study_id == own.study_id) & (event_payload.c.seq == own.seq)
    )
    query = select(own.seq, own.operation, own.coder, event_payload.c.forward).select_from(joined)
    study_id = store.study_id
    with store.reading() as connection:
        wanted = query.where(own.study_id == study_id, own.seq > seq).order_by(own.seq).limit(limit)
        return [
            LiveEvent(row.seq, row.operation, row.coder, _touched(connection, study_id, row.forward))
            for row in connection.execute(wanted).all()
        ]


def _touched(connection: Connection, study_id: int, forward: bytes | None) -> tuple[str, ...]:
    if forward is None:
        return EVERY_TABLE
    tables = set[str]()
    for line in lines(forward):
        frame = json.loads(line)
        if "table" in frame:
            tables.add(frame["table"])
        elif "event" in frame:
            tables |= set(_touched(connection, study_id, _forward(connection, study_id, frame["event"])))
        else:
            return EVERY_TABLE
    return tuple(sorted(tables))


def _forward(connection: Connection, study_id: int, seq: int) -> bytes | None:
    own = event_payload.c
    found: bytes | None = connection.execute(
        select(own.forward).where(own.study_id == study_id, own.seq == seq)
    ).scalar()
    return found
