"""The event log: a chain of hashes that stands when what an event did is erased.

`commitment = HMAC-SHA256(nonce, payload)` binds the event to what it did without telling it: once nonce and payload are
gone, nobody can guess the payload and try it. `hash` binds the event to all that went before.
"""

from __future__ import annotations

import datetime as dt
import hashlib
import hmac
import os
from collections.abc import Iterable
from typing import Any

from sqlalchemy import Connection, CursorResult, select

from tenun.store.schema import study
from tenun.text.hashes import sha256_json, sha256_text

UNDO, REDO, ERASED, MIGRATED = "undo", "redo", "erased", "migrated"
RESERVED = frozenset({UNDO, REDO, ERASED, MIGRATED})


def now() -> str:
    """This moment in UTC, to the microsecond."""
    return dt.datetime.now(dt.UTC).isoformat(timespec="microseconds").replace("+00:00", "Z")


def genesis(study_guid: str) -> str:
    """What the first event of a study is chained to."""
    return sha256_text(f"tenun:{study_guid}")


def commitment(nonce: bytes, forward: bytes, inverse: bytes) -> str:
    """HMAC-SHA256 of a payload, in hex; the length in front keeps the two streams apart."""
    return hmac.new(nonce, len(forward).to_bytes(8, "big") + forward + inverse, hashlib.sha256).hexdigest()


def sha256_of(pieces: Iterable[bytes]) -> tuple[str, int]:
    """SHA-256 in hex and length of bytes that come in pieces."""
    found, length = hashlib.sha256(), 0
    for piece in pieces:
        found.update(piece)
        length += len(piece)
    return found.hexdigest(), length


def link_hash(prev: str, seq: int, at: str, coder: str, operation: str, undoes: int | None, committed: str) -> str:
    """The hash of an event, over the one before it and all its own fields."""
    return sha256_json([prev, seq, at, coder, operation, undoes, committed])


def append(
    connection: Connection, study_id: int, coder: str, operation: str, forward: bytes, inverse: bytes,
    *, undoes: int | None = None, at: str | None = None,
) -> int:  # fmt: skip
    """Append an event, count the study's revision up and return the event's number."""
    seq, prev = _tail(connection, study_id)
    moment = at or now()
    nonce = os.urandom(32)
    committed = commitment(nonce, forward, inverse)
    linked = link_hash(prev, seq, moment, coder, operation, undoes, committed)
    event = (study_id, seq, moment, coder, operation, undoes, committed, prev, linked)
    _run(connection, "INSERT INTO event (study_id, seq, at, coder, operation, undoes, commitment, prev_hash, hash) "
                     "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)", event)  # fmt: skip
    payload = (study_id, seq, nonce, forward, inverse)
    _run(
        connection, "INSERT INTO event_payload (study_id, seq, nonce, forward, inverse) VALUES (?, ?, ?, ?, ?)", payload
    )
    _run(connection, "UPDATE study SET revision = ? WHERE id = ?", (seq, study_id))
    return seq


def _tail(connection: Connection, study_id: int) -> tuple[int, str]:
    last = "SELECT seq, hash FROM event WHERE study_id = ? ORDER BY seq DESC LIMIT 1"
    found: Any = _run(connection, last, (study_id,)).first()
    if found is not None:
        return found[0] + 1, found[1]
    return 1, genesis(connection.execute(select(study.c.guid).where(study.c.id == study_id)).scalar_one())


def _run(connection: Connection, statement: str, parameters: tuple[Any, ...]) -> CursorResult[Any]:
    """A statement as the driver takes it: every command runs these, and making them of objects costs twice as much."""
    marks = statement if connection.dialect.paramstyle == "qmark" else statement.replace("?", "%s")
    return connection.exec_driver_sql(marks, parameters)
