"""Parts of original bytes, read from the pieces in which they are kept."""

from __future__ import annotations

from collections.abc import Iterator

from sqlalchemy import Connection, select

from tenun.errors import InputRefused
from tenun.store.schema import blob, blob_chunk

PIECE = 1 << 20
"""Bytes of a piece; the last of a blob is shorter."""


def length_of(connection: Connection, study_id: int, sha256: str) -> int:
    """How many bytes; InputRefused when the study does not keep them."""
    return _found(connection, study_id, sha256)[1]


def part_of(connection: Connection, study_id: int, sha256: str, start: int, end: int) -> bytes:
    """Bytes `start` up to but not including `end`, as far as there are any."""
    key, length = _found(connection, study_id, sha256)
    end = min(end, length)
    if start >= end:
        return b""
    first, last = start // PIECE, (end - 1) // PIECE
    pieces = select(blob_chunk.c.content).where(
        blob_chunk.c.blob_id == key, blob_chunk.c.number >= first, blob_chunk.c.number <= last
    )
    whole = b"".join(connection.execute(pieces.order_by(blob_chunk.c.number)).scalars())
    return whole[start - first * PIECE : end - first * PIECE]


def pieces_of(length: int) -> Iterator[tuple[int, int]]:
    """Number and start of each piece of so many bytes."""
    return enumerate(range(0, length, PIECE))


def _found(connection: Connection, study_id: int, sha256: str) -> tuple[int, int]:
    query = select(blob.c.id, blob.c.length).where(blob.c.study_id == study_id, blob.c.sha256 == sha256)
    row = connection.execute(query).first()
    if row is None:
        raise InputRefused("store.unknown-reference", table="blob")
    return row.id, row.length
