"""The log as people read it: what was done, by whom, what was taken back, what can be."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Connection, Row, Select, and_, exists, func, select

from tenun.store.chain import REDO, UNDO
from tenun.store.records import Event
from tenun.store.schema import event, event_payload

_undo, _redo, _later = event.alias("undone"), event.alias("redone"), event.alias("later")
_LOG = event.outerjoin(
    event_payload, (event_payload.c.study_id == event.c.study_id) & (event_payload.c.seq == event.c.seq)
)


def _redone(undo: Any) -> Any:
    """An undo was itself taken back."""
    return exists().where(_redo.c.study_id == undo.c.study_id, _redo.c.undoes == undo.c.seq, _redo.c.operation == REDO)


_ERASED = event_payload.c.seq.is_(None)
_FINAL = func.length(event_payload.c.inverse) == 0
_STANDS = and_(
    event.c.operation.not_in((UNDO, REDO)),
    ~_ERASED,
    ~exists().where(
        _undo.c.study_id == event.c.study_id,
        _undo.c.undoes == event.c.seq,
        _undo.c.operation == UNDO,
        ~_redone(_undo),
    ),
)
"""A command that still counts: it is not erased, and each undo of it was taken back by a redo."""
_FIELDS = (
    event.c.seq, event.c.at, event.c.coder, event.c.operation, event.c.undoes, event.c.hash,
    _ERASED.label("erased"), _FINAL.label("final"), _STANDS.label("stands"),
)  # fmt: skip


def events(connection: Connection, study_id: int, limit: int | None) -> list[Event]:
    """The events, the latest first."""
    found, closed = [], set[str]()
    for row in connection.execute(_backwards(study_id)).all()[:limit]:
        if row.stands and row.final:
            closed.add(row.coder)
        found.append(event_of(row, undoable=bool(row.stands) and row.coder not in closed))
    return found


def event_of(row: Row[Any], *, undoable: bool) -> Event:
    """The event of a row of the log."""
    return Event(row.seq, row.at, row.coder, row.operation, row.undoes, bool(row.erased), undoable, row.hash)


def note_of(connection: Connection, study_id: int, seq: int) -> Event:
    """An event that speaks of others (`undo`, `redo`, `erased`), by its number."""
    return event_of(connection.execute(_backwards(study_id).where(event.c.seq == seq)).one(), undoable=False)


def latest_standing(connection: Connection, study_id: int, coder: str) -> Row[Any] | None:
    """The coder's latest command that still counts; `final` when it cannot be undone."""
    query = _backwards(study_id).where(event.c.coder == coder, _STANDS).limit(1)
    return connection.execute(query).first()


def latest_undo(connection: Connection, study_id: int, coder: str) -> tuple[int, int] | None:
    """The undo that the coder's redo would take back and the event it concerns; None after a new command."""
    newer = exists().where(
        _later.c.study_id == event.c.study_id,
        _later.c.coder == event.c.coder,
        _later.c.seq > event.c.seq,
        _later.c.operation.not_in((UNDO, REDO)),
    )
    query = _backwards(study_id).where(event.c.coder == coder, event.c.operation == UNDO, ~_ERASED)
    row = connection.execute(query.where(~_redone(event), ~newer).limit(1)).first()
    return None if row is None else (row.seq, row.undoes)


def _backwards(study_id: int) -> Select[Any]:
    return select(*_FIELDS).select_from(_LOG).where(event.c.study_id == study_id).order_by(event.c.seq.desc())
