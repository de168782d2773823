"""Erasing a source for good: its rows, its bytes, and what the log remembers of it.

The events stay in the chain. Their payloads go, with the nonces without which nobody can try guesses against the
commitments, and an event `erased` names the gaps.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from sqlalchemy import Connection, select, update

from tenun.errors import InputRefused
from tenun.store import chain, reading
from tenun.store.change import Change
from tenun.store.guids import PLAIN
from tenun.store.images import Frame, frame_of, lines, stream
from tenun.store.schema import blob, event, event_payload, representation
from tenun.store.schema import source as source_table
from tenun.store.shapes import Shape, shape_of
from tenun.text.hashes import canonical_json

DEPENDENT = (
    "evidence", "coding", "uncoded", "passage", "landmark", "coverage", "value", "appraisal", "memo", "link",
    "representation", "source",
)  # fmt: skip
"""Tables whose rows go with a source, in the order in which they go."""
_POINTING = {"memo": ("target",), "link": ("from_guid", "to_guid")}
_MENTIONING = ("event_fact", "conflict")
_QUOTING = {"analysis_run": ("parameters", "result"), "merge_conflict": ("target", "brought", "here", "there")}


def erase(change: Change, source: str, coder: str) -> int:
    """Erase a source and everything that hangs on it; returns the number of the event `erased`.

    Raises InputRefused for a source that the study never had. A source erased before has nothing left to erase: the
    event that did it is returned.
    """
    if (before := _erased_before(change, source)) is not None:
        return before
    gone = _gone(change, source)
    touched, blobs = _touched(change, gone)
    if not touched and not reading.count(change.connection, "source", change.study_id, {"guid": source}):
        raise InputRefused("store.no-such-source")
    _strip_mentions(change, gone, source)
    blobs |= _blobs_of(change, gone)
    _delete_rows(change, gone)
    _delete_blobs(change, blobs)
    payloads = event_payload.c
    for seq in touched:
        change.connection.execute(
            event_payload.delete().where(payloads.study_id == change.study_id, payloads.seq == seq)
        )
    forward = stream(op="erase", source=source, events=touched)
    return chain.append(change.connection, change.study_id, coder, chain.ERASED, forward, b"", at=change.at)


def gaps(connection: Connection, study_id: int) -> set[int]:
    """Numbers of the events whose payloads erasures took away."""
    return {seq for note in erasures(connection, study_id).values() for seq in note["events"]}


def erasures(connection: Connection, study_id: int) -> dict[int, dict[str, Any]]:
    """What each erasure says, by the number of its event: `source` and `events`."""
    own = event_payload.c
    joined = event.join(event_payload, (own.study_id == event.c.study_id) & (own.seq == event.c.seq))
    query = select(event.c.seq, own.forward).select_from(joined)
    query = query.where(event.c.study_id == study_id, event.c.operation == chain.ERASED)
    return {row.seq: frame_of(lines(row.forward)[0]).note for row in connection.execute(query)}


def _erased_before(change: Change, source: str) -> int | None:
    notes = erasures(change.connection, change.study_id)
    here = reading.count(change.connection, "source", change.study_id, {"guid": source})
    return next((seq for seq, note in notes.items() if note["source"] == source and not here), None)


def _gone(change: Change, source: str) -> set[str]:
    """Guids of the source and of all rows that hang on it, now or at any time that the log remembers."""
    gone = {source}
    size = 0
    while size < len(gone):
        size = len(gone)
        for name in reversed(DEPENDENT):
            gone |= _hanging(change, shape_of(name), gone)
        for _, frame, _ in _frames(change):
            gone |= _hanging_images(frame, gone)
    return gone


def _parents(shape: Shape) -> list[str]:
    """Public columns by which a row hangs on another; a source does not hang on its current representation."""
    fields = [field.name for field in shape.fields if field.target and shape.name != "source"]
    return [*fields, *_POINTING.get(shape.name, ())]


def _hanging(change: Change, shape: Shape, gone: set[str]) -> set[str]:
    found = set[str]()
    for name in _parents(shape):
        for guids in _chunks(gone):
            found.update(reading.guids_where(change.connection, shape.name, change.study_id, name, guids))
    return found


def _hanging_images(frame: Frame, gone: set[str]) -> set[str]:
    if frame.table not in DEPENDENT:
        return set()
    guids = frame.columns.get("guid", [])
    parents = [frame.columns[name] for name in _parents(shape_of(frame.table)) if name in frame.columns]
    found = {guid for column in parents for guid, parent in zip(guids, column, strict=True) if parent in gone}
    values = [frame.values.get(name) for name in _parents(shape_of(frame.table))]
    return found | set(guids) if gone.intersection(value for value in values if value) else found


def _frames(change: Change) -> Iterator[tuple[int, Frame, bytes]]:
    """Every frame that the log still holds, both streams, with the number of its event and its line."""
    own = event_payload.c
    numbers = select(own.seq).where(own.study_id == change.study_id).order_by(own.seq)
    for seq in change.connection.execute(numbers).scalars().all():
        streams = select(own.forward, own.inverse).where(own.study_id == change.study_id, own.seq == seq)
        for content in change.connection.execute(streams).one():
            for line in lines(content) if content else []:
                yield seq, frame_of(line), line


def _touched(change: Change, gone: set[str]) -> tuple[list[int], set[str]]:
    """Events that speak of anything that goes, and the blobs they name for it."""
    touched, blobs = set[int](), set[str]()
    for seq, frame, line in _frames(change):
        if frame.op in chain.RESERVED and frame.note.get("event") in touched:
            touched.add(seq)
        elif frame.op != "erase" and gone.intersection(_mentioned(frame, line)):
            touched.add(seq)
            images = frame.images() if frame.table == "representation" and "blob" in frame.columns else []
            blobs |= {image["blob"] for image in images if image["guid"] in gone}
    return sorted(touched), blobs


def _mentioned(frame: Frame, line: bytes) -> Iterator[str]:
    yield from PLAIN.findall(line.decode())
    for name, column in frame.columns.items():
        if name == "guid" or "guids" in frame.note["columns"][name]:
            yield from column


def _blobs_of(change: Change, gone: set[str]) -> set[str]:
    rows = reading.rows_of(change.connection, "representation", change.study_id, gone)
    return {row["blob"] for row in rows.values()}


def _strip_mentions(change: Change, gone: set[str], source: str) -> None:
    """Take the source out of dated facts and disagreements, and drop what quotes it: analyses can be run again.

    What a merge left to decide about a source that is gone needs no decision any more.
    """
    row = reading.rows_of(change.connection, "source", change.study_id, [source]).get(source)
    names = {*gone, *([row["key"]] if row else [])}
    for table in _MENTIONING:
        for fact in reading.rows(change.connection, table, change.study_id, {}):
            lists = {name: _without(value, names) for name, value in fact.items() if isinstance(value, list)}
            changed = {name: value for name, value in lists.items() if value != fact[name]}
            if changed:
                change.overwrite(shape_of(table), fact["guid"], changed)
    for table, columns in _QUOTING.items():
        rows = reading.rows(change.connection, table, change.study_id, {})
        quoting = [row["guid"] for row in rows if _quotes([row[name] for name in columns], gone, names)]
        change.remove(shape_of(table), quoting)


def _quotes(values: list[Any], gone: set[str], names: set[str]) -> bool:
    return bool(gone.intersection(PLAIN.findall(canonical_json(values)))) or _without(values, names) != values


def _without(value: Any, names: set[str]) -> Any:
    """A JSON value without the list entries that are one of these names."""
    if isinstance(value, list):
        return [_without(entry, names) for entry in value if not (isinstance(entry, str) and entry in names)]
    if isinstance(value, dict):
        return {key: _without(entry, names) for key, entry in value.items()}
    return value


def _delete_rows(change: Change, gone: set[str]) -> None:
    going = representation.c.guid.in_
    for guids in _chunks(gone):
        current = select(representation.c.id).where(representation.c.study_id == change.study_id, going(guids))
        freed = update(source_table).where(source_table.c.representation_id.in_(current))
        change.connection.execute(freed.values(representation_id=None))
    for name in DEPENDENT:
        change.remove(shape_of(name), sorted(gone))


def _delete_blobs(change: Change, names: set[str]) -> None:
    used = select(representation.c.blob).where(representation.c.study_id == change.study_id)
    here = (blob.c.study_id == change.study_id, blob.c.sha256.in_(sorted(names)), blob.c.sha256.not_in(used))
    change.connection.execute(blob.delete().where(*here))


def _chunks(guids: Iterable[str]) -> Iterator[list[str]]:
    every = sorted(guids)
    for at in range(0, len(every), reading.CHUNK):
        yield every[at : at + reading.CHUNK]
