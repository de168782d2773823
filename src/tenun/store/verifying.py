"""Recomputing everything that can be recomputed: hashes, quotes, the chain of events, what they committed to."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from sqlalchemy import Connection, Row, select

from tenun.store import chain, erasing
from tenun.store.database import Database
from tenun.store.records import Problem
from tenun.store.replaying import differences
from tenun.store.schema import blob, blob_chunk, event, event_payload, passage, representation, study
from tenun.text.hashes import sha256_text

_PAGE = 64


def verify(connection: Connection, database: Database, study_id: int, *, writable: bool) -> list[Problem]:
    """What does not hold in a study; empty when all does."""
    return [
        *database.check(connection, writable=writable),
        *_chain(connection, study_id),
        *_payloads(connection, study_id),
        *_blobs(connection, study_id),
        *_texts(connection, study_id),
        *differences(connection, study_id),
    ]


def _chain(connection: Connection, study_id: int) -> Iterator[Problem]:
    own = connection.execute(select(study.c.guid, study.c.revision).where(study.c.id == study_id)).one()
    prev, seq = chain.genesis(own.guid), 0
    for row in connection.execute(select(event).where(event.c.study_id == study_id).order_by(event.c.seq)):
        seq += 1
        if row.seq != seq:
            yield Problem("event", f"event {seq}", "is missing from the chain")
            seq = row.seq
        elif row.prev_hash != prev:
            yield Problem("event", f"event {seq}", "does not follow from the event before it")
        if row.hash != _link_hash(row):
            yield Problem("event", f"event {seq}", "is not what its hash says")
        prev = row.hash
    if own.revision != seq:
        yield Problem("event", f"event {own.revision}", "is the study's latest, but the chain ends elsewhere")


def _link_hash(row: Row[Any]) -> str:
    return chain.link_hash(row.prev_hash, row.seq, row.at, row.coder, row.operation, row.undoes, row.commitment)


def _payloads(connection: Connection, study_id: int) -> Iterator[Problem]:
    """Payloads against commitments; those that an erasure names must be gone, and no others."""
    gaps = erasing.gaps(connection, study_id)
    own = event_payload.c
    joined = event.outerjoin(event_payload, (own.study_id == event.c.study_id) & (own.seq == event.c.seq))
    query = select(event.c.seq, event.c.commitment, own.nonce, own.forward, own.inverse).select_from(joined)
    query = query.where(event.c.study_id == study_id).order_by(event.c.seq)
    for row in connection.execute(query.execution_options(yield_per=_PAGE)):
        where = f"event {row.seq}"
        if row.nonce is None:
            if row.seq not in gaps:
                yield Problem("payload", where, "is gone, and no erasure names it")
        elif row.seq in gaps:
            yield Problem("payload", where, "is still there, though an erasure names it")
        elif chain.commitment(row.nonce, row.forward, row.inverse) != row.commitment:
            yield Problem("payload", where, "is not what the event committed to")


def _blobs(connection: Connection, study_id: int) -> Iterator[Problem]:
    for kept in connection.execute(select(blob).where(blob.c.study_id == study_id)).all():
        pieces = select(blob_chunk.c.content).where(blob_chunk.c.blob_id == kept.id).order_by(blob_chunk.c.number)
        digest, length = chain.sha256_of(connection.execute(pieces.execution_options(yield_per=4)).scalars())
        if digest != kept.sha256 or length != kept.length:
            yield Problem("blob", f"blob {kept.sha256}", "is not what its hash says")


def _texts(connection: Connection, study_id: int) -> Iterator[Problem]:
    own = representation.c
    keys = connection.execute(select(own.id).where(own.study_id == study_id).order_by(own.id)).scalars().all()
    for key in keys:
        row = connection.execute(select(own.guid, own.text, own.sha256).where(own.id == key)).one()
        if sha256_text(row.text) != row.sha256:
            yield Problem("text", f"representation {row.guid}", "is not what its hash says")
        yield from _quotes(connection, key, row.text)


def _quotes(connection: Connection, key: int, text: str) -> Iterator[Problem]:
    own = passage.c
    query = select(own.guid, own.start_cp, own.end_cp, own.quote, own.prefix, own.suffix).where(
        own.representation_id == key, own.start_cp.is_not(None)
    )
    for row in connection.execute(query.execution_options(yield_per=5_000)):
        where = f"passage {row.guid}"
        if row.end_cp > len(text):
            yield Problem("quote", where, "ends after its text")
        elif text[row.start_cp : row.end_cp] != row.quote:
            yield Problem("quote", where, "does not hold the words at its place in the text")
        elif not _beside(text, row.start_cp, row.end_cp, row.prefix, row.suffix):
            yield Problem("quote", where, "has other words beside it than its text")


def _beside(text: str, start: int, end: int, prefix: str, suffix: str) -> bool:
    return text[max(0, start - len(prefix)) : start] == prefix and text[end : end + len(suffix)] == suffix
