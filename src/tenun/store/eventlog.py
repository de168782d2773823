"""The log as people read it: what was done, by whom, what was taken back, what can be."""

from __future__ import annotations

from typing import Any

from sqlalchemy import ColumnElement, Connection, Row, Select, and_, func, select

from tenun.store.chain import REDO, UNDO
from tenun.store.records import Event
from tenun.store.schema import event, event_payload

_undone, _redone, _later = event.alias("undone"), event.alias("redone"), event.alias("later")
_LOG = event.outerjoin(
    event_payload, (event_payload.c.study_id == event.c.study_id) & (event_payload.c.seq == event.c.seq)
)
_ERASED = event_payload.c.seq.is_(None)
_FINAL = func.length(event_payload.c.inverse) == 0


def _stands(study_id: int) -> ColumnElement[bool]:
    """A command that still counts: it is not erased, and each undo of it was taken back by a redo."""
    undone = select(_undone.c.undoes).where(
        _undone.c.study_id == study_id,
        _undone.c.undoes.is_not(None),
        _undone.c.operation == UNDO,
        _undone.c.seq.not_in(_redone_undos(study_id)),
    )
    return and_(event.c.operation.not_in((UNDO, REDO)), ~_ERASED, event.c.seq.not_in(undone))


def _redone_undos(study_id: int) -> Select[Any]:
    # `NOT IN` of a list that depends on no row: PostgreSQL makes one hash table of it, where `NOT EXISTS` would become
    # joins of the log with itself.
    return select(_redone.c.undoes).where(
        _redone.c.study_id == study_id, _redone.c.undoes.is_not(None), _redone.c.operation == REDO
    )


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
    query = _backwards(study_id).where(event.c.coder == coder, _stands(study_id)).limit(1)
    return connection.execute(query).first()


def latest_undo(connection: Connection, study_id: int, coder: str) -> tuple[int, int] | None:
    """The undo that the coder's redo would take back and the event it concerns; None after a new command."""
    last_command = (
        select(func.coalesce(func.max(_later.c.seq), 0))
        .where(_later.c.study_id == study_id, _later.c.coder == coder, _later.c.operation.not_in((UNDO, REDO)))
        .scalar_subquery()
    )
    query = _backwards(study_id).where(
        event.c.coder == coder,
        event.c.operation == UNDO,
        ~_ERASED,
        event.c.seq > last_command,
        event.c.seq.not_in(_redone_undos(study_id)),
    )
    row = connection.execute(query.limit(1)).first()
    return None if row is None else (row.seq, row.undoes)


def _backwards(study_id: int) -> Select[Any]:
    fields = (
        event.c.seq, event.c.at, event.c.coder, event.c.operation, event.c.undoes, event.c.hash,
        _ERASED.label("erased"), _FINAL.label("final"), _stands(study_id).label("stands"),
    )  # fmt: skip
    return select(*fields).select_from(_LOG).where(event.c.study_id == study_id).order_by(event.c.seq.desc())
