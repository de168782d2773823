"""PostgreSQL: a server for a team, holding many studies."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from typing import Any

import psycopg
from sqlalchemy import Connection, Engine, any_, bindparam, cast, create_engine, select, text
from sqlalchemy.dialects.postgresql import ARRAY, UUID
from sqlalchemy.engine import make_url
from sqlalchemy.exc import DBAPIError, IntegrityError

from tenun.errors import Conflict, StoreUnavailable, TenunError
from tenun.store.database import Phrase, Violation
from tenun.store.location import shown
from tenun.store.records import Problem
from tenun.store.schema import metadata

ERRORS: tuple[type[Exception], ...] = (DBAPIError, psycopg.Error)
READING: dict[str, Any] = {"isolation_level": "REPEATABLE READ"}
COLLATION = "C"
FOUND = "segment.id IN (SELECT segment_id FROM segment_words WHERE words @@ CAST(:words AS tsquery))"
LOCK_TIMEOUT_MS = 5_000
_LOOKED_UP = 10_000


def connect(address: str) -> Engine:
    """An engine on a database. A writer holds the row of its study, so that writers of other studies do not wait."""
    url = make_url(address).set(drivername="postgresql+psycopg")
    options = f"-c lock_timeout={LOCK_TIMEOUT_MS} -c timezone=UTC"
    return create_engine(url, pool_pre_ping=True, connect_args={"options": options}, hide_parameters=True)


def guid_to_stored(guids: list[Any]) -> list[Any]:
    """Guids as text, which the server makes `uuid` of."""
    return guids


@contextmanager
def savepoint(connection: Connection) -> Iterator[None]:
    """All of the block or nothing."""
    with connection.begin_nested():
        yield


def lock_study(connection: Connection, study_id: int) -> int:
    """Take the row of the study until the transaction ends."""
    query = text("SELECT revision FROM study WHERE id = :id FOR UPDATE")
    return int(connection.execute(query, {"id": study_id}).scalar_one())


def new_ids(connection: Connection, table: str, count: int) -> Sequence[int]:
    """Keys out of the table's sequence."""
    query = text("SELECT nextval(pg_get_serial_sequence(:table, 'id')) FROM generate_series(1, :count)")
    return connection.execute(query, {"table": f'"{table}"', "count": count}).scalars().all()


def write_rows(connection: Connection, table: str, columns: Sequence[str], rows: Iterable[Sequence[Any]]) -> None:
    """Add rows with COPY."""
    names = ", ".join(f'"{column}"' for column in columns)
    cursor = connection.connection.cursor()
    try:
        with cursor.copy(f'COPY "{table}" ({names}) FROM STDIN') as copy:
            for row in rows:
                copy.write_row(row)
    except psycopg.IntegrityError as error:
        raise IntegrityError(f"COPY {table}", None, error) from error
    finally:
        cursor.close()


def ids_of(connection: Connection, table: str, study_id: int, guids: Sequence[str]) -> dict[str, int]:
    """Integer keys of guids."""
    found: dict[str, int] = {}
    own = metadata.tables[table].c
    wanted = own.guid == any_(cast(bindparam("guids"), ARRAY(UUID(as_uuid=False))))
    query = select(own.guid, own.id).where(own.study_id == study_id, wanted)
    for at in range(0, len(guids), _LOOKED_UP):
        chunk = list(guids[at : at + _LOOKED_UP])
        found.update((row[0], row[1]) for row in connection.execute(query, {"guids": chunk}))
    return found


def index_segments(connection: Connection, segments: Sequence[tuple[int, str]]) -> None:
    """Give each segment its `tsvector`, word for word as Python cut it."""
    rows = ((key, _vector(tokens)) for key, tokens in segments)
    write_rows(connection, "segment_words", ("segment_id", "words"), rows)


def _vector(tokens: str) -> str:
    places: dict[str, list[str]] = {}
    for place, token in enumerate(tokens.split(), start=1):
        places.setdefault(token, []).append(str(place))
    return " ".join(f"'{token}':{','.join(at)}" for token, at in places.items())


def forget_segments(_connection: Connection, _representations: Sequence[int]) -> None:
    """The index goes with its segments by cascade."""


def asked(phrases: Sequence[Phrase]) -> str:
    """A `tsquery`; words hold letters and digits only, so that quoting them is safe."""
    return " & ".join(_phrase(phrase) for phrase in phrases)


def _phrase(phrase: Phrase) -> str:
    words = [f"'{word}'" for word in phrase.words]
    return f"({' <-> '.join(words)}{':*' if phrase.prefix else ''})"


def scrub(engine: Engine) -> bool:
    """Rewrite the tables without the rows that were deleted; archives of the server's log are its administrator's."""
    with engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
        for table in (*metadata.tables, "segment_words"):
            connection.exec_driver_sql(f'VACUUM (FULL) "{table}"')
        connection.exec_driver_sql("CHECKPOINT")
    return True


def check(_connection: Connection, *, writable: bool) -> list[Problem]:
    """Nothing: the server checks its pages and references itself."""
    return []


def violation(error: IntegrityError) -> Violation:
    """Which kind of constraint stood in the way."""
    if isinstance(error.orig, psycopg.errors.UniqueViolation):
        return "unique"
    return "reference" if isinstance(error.orig, psycopg.errors.ForeignKeyViolation) else "value"


def explain(error: Exception, location: str) -> TenunError | None:
    """The server's SQLSTATE in the words of the user."""
    cause = error.orig if isinstance(error, DBAPIError) else error
    if not isinstance(cause, psycopg.Error):
        return None
    where, state = shown(location), cause.sqlstate or ""
    if state in {"55P03", "40P01", "40001"}:
        return Conflict("store.busy", where=where)
    if state == "53100":
        return StoreUnavailable("store.disk-full", where=where)
    if not state or state[:2] in {"08", "28", "3D"} or state in {"57P01", "57P03", "53300"}:
        return StoreUnavailable("store.no-server", where=where)
    return StoreUnavailable("store.server-trouble", where=where, state=state)


def close(engine: Engine, *, writable: bool) -> None:
    """Give the connections back."""
    engine.dispose()
