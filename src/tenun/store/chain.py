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

from sqlalchemy import Connection, bindparam, insert, select, update

from tenun.store.schema import event, event_payload, study
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


# Kept, because making a statement costs more than running it, and every command runs these.
_ADD_EVENT, _ADD_PAYLOAD = insert(event), insert(event_payload)
_COUNT_UP = update(study).where(study.c.id == bindparam("study")).values(revision=bindparam("seq"))
_LAST = (
    select(event.c.seq, event.c.hash)
    .where(event.c.study_id == bindparam("study"))
    .order_by(event.c.seq.desc())
    .limit(1)
)


def append(
    connection: Connection, study_id: int, coder: str, operation: str, forward: bytes, inverse: bytes,
    *, undoes: int | None = None, at: str | None = None,
) -> int:  # fmt: skip
    """Append an event, count the study's revision up and return the event's number."""
    seq, prev = _tail(connection, study_id)
    moment = at or now()
    nonce = os.urandom(32)
    committed = commitment(nonce, forward, inverse)
    row = {
        "study_id": study_id, "seq": seq, "at": moment, "coder": coder, "operation": operation, "undoes": undoes,
        "commitment": committed, "prev_hash": prev,
        "hash": link_hash(prev, seq, moment, coder, operation, undoes, committed),
    }  # fmt: skip
    payload = {"study_id": study_id, "seq": seq, "nonce": nonce, "forward": forward, "inverse": inverse}
    connection.execute(_ADD_EVENT, row)
    connection.execute(_ADD_PAYLOAD, payload)
    connection.execute(_COUNT_UP, {"study": study_id, "seq": seq})
    return seq


def _tail(connection: Connection, study_id: int) -> tuple[int, str]:
    found: Any = connection.execute(_LAST, {"study": study_id}).first()
    if found is not None:
        return found.seq + 1, found.hash
    return 1, genesis(connection.execute(select(study.c.guid).where(study.c.id == study_id)).scalar_one())
