"""Taking back what a coder did, and doing it again: each an event, each refused where somebody came between.

A passage that somebody else has coded meanwhile stays when the command that made it is taken back, for it is theirs
too by then; it goes with the last undo that leaves it to nobody.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from sqlalchemy import ColumnElement, exists, or_, select

from tenun.errors import Conflict, InputRefused
from tenun.store import chain, eventlog, reading
from tenun.store.change import Change
from tenun.store.images import Frame, digest, frame_of, lines, pairs
from tenun.store.schema import event, event_payload, metadata, passage
from tenun.store.shapes import shape_of

_REFERRING = [table.c.passage_id for table in metadata.tables.values() if "passage_id" in table.c]


def undo(change: Change, coder: str) -> int:
    """Take back the coder's latest standing command; returns the number of the new event."""
    target = eventlog.latest_standing(change.connection, change.study_id, coder)
    if target is None:
        raise Conflict("store.nothing-to-undo")
    if target.final:
        raise Conflict("store.cannot-undo", operation=target.operation)
    kept, left = set[str](), set[str]()
    for after, before in pairs(*_payload(change, target.seq), backwards=True):
        _refuse_locked(change, after, before)
        left |= _passages_in(after, before)
        kept |= _back(change, after, before)
    change.recorder.noted(op=chain.UNDO, event=target.seq, kept=sorted(kept))
    _drop_kept(change, left)
    return _append(change, coder, chain.UNDO, target.seq)


def redo(change: Change, coder: str) -> int:
    """Do again what the coder's latest undo took back; returns the number of the new event."""
    found = eventlog.latest_undo(change.connection, change.study_id, coder)
    if found is None:
        raise Conflict("store.nothing-to-redo")
    undone, target = found
    for after, before in pairs(*_payload(change, undone)):
        if after.op == "delete":
            _put(change, before)
    for after, before in pairs(*_payload(change, target)):
        _refuse_locked(change, after, before)
        _again(change, after, before)
    change.recorder.noted(op=chain.REDO, event=target)
    return _append(change, coder, chain.REDO, undone)


def _append(change: Change, coder: str, operation: str, undoes: int) -> int:
    streams = change.recorder.streams()
    return chain.append(change.connection, change.study_id, coder, operation, *streams, undoes=undoes, at=change.at)


def _payload(change: Change, seq: int) -> tuple[bytes, bytes]:
    own = event_payload.c
    query = select(own.forward, own.inverse).where(own.study_id == change.study_id, own.seq == seq)
    forward, inverse = change.connection.execute(query).one()
    return forward, inverse


def _back(change: Change, after: Frame, before: Frame) -> set[str]:
    if after.op == "insert":
        return _take(change, after)
    if after.op == "delete":
        _put(change, before)
    else:
        _set(change, left=after, wanted=before)
    return set()


def _again(change: Change, after: Frame, before: Frame) -> None:
    if after.op == "insert":
        _put(change, after)
    elif after.op == "delete":
        _take(change, before)
    else:
        _set(change, left=before, wanted=after)


def _take(change: Change, frame: Frame) -> set[str]:
    """Take out rows that must be as their images say; returns the passages that have to stay."""
    guids = frame.columns["guid"]
    now = reading.rows_of(change.connection, frame.table, change.study_id, guids)
    if any(now.get(image["guid"]) != image for image in frame.images()):
        raise Conflict("store.moved-on", table=frame.table)
    kept = set(guids) - _unused(change, guids) if frame.table == "passage" else set()
    with change.step(frame.table):
        change.remove(shape_of(frame.table), [guid for guid in guids if guid not in kept])
    return kept


def _put(change: Change, frame: Frame) -> None:
    """Put rows back; a passage that stayed is there already."""
    columns = frame.columns
    if frame.table == "passage":
        now = reading.rows_of(change.connection, "passage", change.study_id, columns["guid"])
        missing = [image for image in frame.images() if now.get(image["guid"]) != image]
        columns = {name: [image[name] for image in missing] for name in columns}
    if not columns["guid"]:
        return
    with change.step(frame.table):
        try:
            change.write(shape_of(frame.table), columns)
        except InputRefused:
            raise Conflict("store.moved-on", table=frame.table) from None


def _set(change: Change, *, left: Frame, wanted: Frame) -> None:
    """Set a row that must be as it was left, to the last column."""
    (guid,) = left.columns["guid"]
    now = reading.rows_of(change.connection, left.table, change.study_id, [guid]).get(guid)
    if now is None or digest(now) != left.row:
        raise Conflict("store.moved-on", table=left.table)
    with change.step(left.table):
        try:
            change.overwrite(shape_of(left.table), guid, wanted.values)
        except InputRefused:
            raise Conflict("store.moved-on", table=left.table) from None


def _refuse_locked(change: Change, *frames: Frame) -> None:
    """What lies in a round that was locked since stays as it is."""
    table = frames[0].table
    if "round_id" not in metadata.tables[table].c:
        return
    rounds = {guid for frame in frames for guid in frame.columns.get("round", [])}
    if frames[0].op == "update":
        rounds |= {frame.values["round"] for frame in frames if "round" in frame.values}
        rows = reading.rows_of(change.connection, table, change.study_id, frames[0].columns["guid"])
        rounds |= {row["round"] for row in rows.values()}
    locked = reading.rows(change.connection, "round", change.study_id, {"locked": True})
    if any(row["guid"] in rounds for row in locked):
        raise Conflict("store.round-locked")


def _passages_in(*frames: Frame) -> set[str]:
    """Passages that rows of these frames refer to."""
    found = {guid for frame in frames for guid in frame.columns.get("passage", [])}
    return found | {frame.values["passage"] for frame in frames if "passage" in frame.values}


def _unused(change: Change, guids: Iterable[str]) -> set[str]:
    """Those of these passages that are there and that no row refers to."""
    wanted, found = list(guids), set[str]()
    used: ColumnElement[bool] = or_(*[exists().where(column == passage.c.id) for column in _REFERRING])
    query = select(passage.c.guid).where(passage.c.study_id == change.study_id, ~used)
    for at in range(0, len(wanted), reading.CHUNK):
        chunk = wanted[at : at + reading.CHUNK]
        found.update(change.connection.execute(query.where(passage.c.guid.in_(chunk))).scalars())
    return found


def _drop_kept(change: Change, guids: Iterable[str]) -> None:
    """Take out passages that an earlier undo had to leave to somebody, once they are nobody's; redo puts them back."""
    unused = _unused(change, guids)
    going = sorted(unused & _kept(change)) if unused else []
    if going:
        rows = reading.rows_of(change.connection, "passage", change.study_id, going)
        change.remove(shape_of("passage"), going)
        change.recorder.deleted("passage", _columns([rows[guid] for guid in going]))


def _kept(change: Change) -> set[str]:
    """Passages that undos left standing, except where the undo was itself taken back."""
    own, redone = event_payload.c, event.alias()
    again = exists().where(
        redone.c.study_id == event.c.study_id, redone.c.operation == chain.REDO, redone.c.undoes == event.c.seq
    )
    joined = event.join(event_payload, (own.study_id == event.c.study_id) & (own.seq == event.c.seq))
    query = select(own.forward).select_from(joined)
    query = query.where(event.c.study_id == change.study_id, event.c.operation == chain.UNDO, ~again)
    notes = (frame_of(lines(forward)[0]) for forward in change.connection.execute(query).scalars())
    return {guid for note in notes for guid in note.note.get("kept", [])}


def _columns(rows: Sequence[dict[str, Any]]) -> dict[str, list[Any]]:
    return {name: [row[name] for row in rows] for name in rows[0]}
