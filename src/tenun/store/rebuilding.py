"""A study made anew, value by value, from the tables of a file that a stranger may have written.

SQLite gets to see a file of its own making: no trigger, view, index or virtual table of the other file comes along, and
every value has the type that its column asks for.
"""

from __future__ import annotations

import json
import sqlite3
import zlib
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

from sqlalchemy import JSON, Boolean, Column, Float, Integer, LargeBinary, Table, create_engine
from sqlalchemy.pool import StaticPool

from tenun.store import sqlite, verifying
from tenun.store.guids import Guid
from tenun.store.migrating import SHIPPED
from tenun.store.schema import metadata

PAYLOAD_BYTES = 256 * 1024 * 1024
_PAYLOADS = frozenset({"forward", "inverse"})
Rows = Callable[[str, Sequence[str], str], Iterable[Mapping[str, Any]]]


class NotAsWritten(Exception):
    """The tables do not hold what Tenun writes. The message names the place, never a value."""


def rebuilt(rows: Rows) -> bytes:
    """The bytes of a file with all that `rows` (table, columns, column to order by) gives, checked in every hash.

    The index of the search stays out: the file is there to be merged. Raises NotAsWritten.
    """
    kept = sqlite3.connect(":memory:", isolation_level=None, check_same_thread=False)
    engine = create_engine("sqlite://", creator=lambda: kept, poolclass=StaticPool, hide_parameters=True)
    try:
        metadata.create_all(engine)
        for table in metadata.sorted_tables:
            _fill(kept, table, rows)
        kept.execute(f"PRAGMA application_id = {sqlite.APPLICATION_ID}")
        kept.execute(f"PRAGMA user_version = {SHIPPED.head}")
        studies = kept.execute("SELECT id FROM study").fetchall()
        if len(studies) != 1:
            raise NotAsWritten("study")
        with engine.connect() as connection:
            if found := verifying.verify(connection, sqlite, studies[0][0], writable=False):
                raise NotAsWritten(f"{found[0].what} {found[0].where}")
        return kept.serialize()
    finally:
        engine.dispose()
        kept.close()


def _fill(kept: sqlite3.Connection, table: Table, rows: Rows) -> None:
    columns = list(table.columns)
    names = [column.name for column in columns]
    order = next(iter(table.primary_key.columns)).name
    places = ", ".join(f'"{name}"' for name in names)
    statement = f'INSERT INTO "{table.name}" ({places}) VALUES ({", ".join("?" * len(names))})'  # noqa: S608 - names of ours
    try:
        found = (
            tuple(_checked(table.name, column, row[column.name]) for column in columns)
            for row in rows(table.name, names, order)
        )
        kept.execute("BEGIN")
        kept.executemany(statement, found)
        kept.execute("COMMIT")
    except sqlite3.IntegrityError as error:
        raise NotAsWritten(table.name) from error


def _checked(table: str, column: Column[Any], value: Any) -> Any:
    if value is None:
        if not column.nullable:
            raise NotAsWritten(f"{table}.{column.name}")
        return None
    kind = column.type
    if isinstance(kind, Guid):
        fine = isinstance(value, bytes) and len(value) == 16
    elif isinstance(kind, LargeBinary):
        fine = isinstance(value, bytes) and (column.name not in _PAYLOADS or _opens(value))
    elif isinstance(kind, Boolean):
        fine = value in (0, 1)
    elif isinstance(kind, Integer):
        fine = isinstance(value, int)
    elif isinstance(kind, Float):
        fine = isinstance(value, int | float)
    else:
        fine = isinstance(value, str) and "\0" not in value and (not isinstance(kind, JSON) or _is_json(value))
    if not fine:
        raise NotAsWritten(f"{table}.{column.name}")
    return value


def _is_json(text: str) -> bool:
    try:
        json.loads(text)
    except (ValueError, RecursionError):
        return False
    return True


def _opens(payload: bytes) -> bool:
    """Whether a payload of the log is small enough once it is unpacked, and one line of JSON a frame."""
    if not payload:
        return True
    opener = zlib.decompressobj()
    try:
        content = opener.decompress(payload, PAYLOAD_BYTES)
    except zlib.error:
        return False
    return (
        opener.eof
        and content.endswith(b"\n")
        and all(_is_json(line.decode("utf-8", "replace")) for line in content.split(b"\n")[:-1])
    )
