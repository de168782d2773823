"""SQLite: a study is one file."""

from __future__ import annotations

import shutil
import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.exc import DBAPIError, IntegrityError
from sqlalchemy.pool import QueuePool

from tenun.errors import Conflict, StoreUnavailable, TenunError
from tenun.store.database import Phrase, Violation
from tenun.store.file_access import address
from tenun.store.guids import pieces
from tenun.store.records import Problem

ERRORS: tuple[type[Exception], ...] = (DBAPIError, sqlite3.Error)
APPLICATION_ID = 0x54454E55
READING: dict[str, Any] = {}
COLLATION = "BINARY"
FOUND = "segment.id IN (SELECT rowid FROM segment_words WHERE segment_words MATCH :words)"
PRAGMAS = {
    "foreign_keys": 1,
    "synchronous": 2,
    "secure_delete": 1,
    "busy_timeout": 5_000,
    "trusted_schema": 0,
    "cell_size_check": 1,
    "cache_size": -32_000,
}
_LOOKED_UP = 900
_CODES: dict[str, str] = {
    "SQLITE_FULL": "store.disk-full",
    "SQLITE_BUSY": "store.busy",
    "SQLITE_LOCKED": "store.busy",
    "SQLITE_READONLY": "store.read-only",
    "SQLITE_CORRUPT": "store.damaged",
    "SQLITE_NOTADB": "store.not-a-study",
    "SQLITE_CANTOPEN": "store.cannot-open",
    "SQLITE_IOERR": "store.disk-trouble",
}


def connect(path: Path, *, query: str = "") -> Engine:
    """An engine on a file. `query`: parameters of SQLite's URI such as `mode=ro`.

    A connection carrying the execution option `writing` begins with BEGIN IMMEDIATE: stock SQLAlchemy sends no BEGIN
    before a SELECT, and the check of a revision would race with another writer.
    """

    def open_file() -> sqlite3.Connection:
        return sqlite3.connect(
            address(path, query), uri=True, isolation_level=None, check_same_thread=False, cached_statements=64
        )

    engine = create_engine(
        "sqlite://", creator=open_file, poolclass=QueuePool, pool_size=4, max_overflow=16, hide_parameters=True
    )
    event.listen(engine, "connect", _prepare)
    event.listen(engine, "begin", _begin)
    return engine


def _prepare(connection: sqlite3.Connection, _record: object) -> None:
    for name, value in PRAGMAS.items():
        connection.execute(f"PRAGMA {name} = {value}")


def _begin(connection: Connection) -> None:
    writing = connection.get_execution_options().get("writing", False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writing else "BEGIN")


def guid_to_stored(guids: list[Any]) -> list[Any]:
    """Guids as 16 bytes."""
    return pieces(guids)


@contextmanager
def savepoint(connection: Connection) -> Iterator[None]:
    """All of the block or nothing. On the driver itself: SQLAlchemy's way costs thirty times the statement."""
    driver = _driver(connection)
    driver.execute("SAVEPOINT step")
    try:
        yield
    except BaseException:
        # SQLite may have ended the whole transaction already, as when the disk is full.
        if driver.in_transaction:
            driver.execute("ROLLBACK TO step")
            driver.execute("RELEASE step")
        raise
    driver.execute("RELEASE step")


def _driver(connection: Connection) -> sqlite3.Connection:
    found = connection.connection.driver_connection
    assert isinstance(found, sqlite3.Connection)  # noqa: S101 - it is what `connect` opens
    return found


def lock_study(connection: Connection, study_id: int) -> int:
    """The study's revision; BEGIN IMMEDIATE already keeps other writers out."""
    return int(_driver(connection).execute("SELECT revision FROM study WHERE id = ?", (study_id,)).fetchone()[0])


def new_ids(connection: Connection, table: str, count: int) -> Sequence[int]:
    """The keys after the largest, which nobody else can take while this transaction lasts."""
    last = _driver(connection).execute(f'SELECT coalesce(max(id), 0) FROM "{table}"').fetchone()[0]  # noqa: S608
    return range(last + 1, last + 1 + count)


def write_rows(connection: Connection, table: str, columns: Sequence[str], rows: Iterable[Sequence[Any]]) -> None:
    """Add rows with one prepared statement."""
    names = ", ".join(f'"{column}"' for column in columns)
    places = ", ".join("?" * len(columns))
    statement = f'INSERT INTO "{table}" ({names}) VALUES ({places})'  # noqa: S608 - names of our own schema
    if every := [tuple(row) for row in rows]:
        connection.exec_driver_sql(statement, every)


def ids_of(connection: Connection, table: str, study_id: int, guids: Sequence[str]) -> dict[str, int]:
    """Integer keys of guids."""
    found: dict[str, int] = {}
    for at in range(0, len(guids), _LOOKED_UP):
        chunk = guids[at : at + _LOOKED_UP]
        places = ", ".join("?" * len(chunk))
        statement = f'SELECT guid, id FROM "{table}" WHERE study_id = ? AND guid IN ({places})'  # noqa: S608
        names = dict(zip(pieces(chunk), chunk, strict=True))
        rows = _driver(connection).execute(statement, (study_id, *names)).fetchall()
        found.update((names[guid], key) for guid, key in rows)
    return found


def index_segments(connection: Connection, segments: Sequence[tuple[int, str]]) -> None:
    """Tell FTS5 of new segments. No trigger does it: with `trusted_schema` off none may touch a virtual table."""
    connection.exec_driver_sql("INSERT INTO segment_words (rowid, tokens) VALUES (?, ?)", list(segments))


def forget_segments(connection: Connection, representations: Sequence[int]) -> None:
    """Tell FTS5 that the segments of these representations are about to go."""
    for key in representations:
        connection.exec_driver_sql(
            "INSERT INTO segment_words (segment_words, rowid, tokens) "
            "SELECT 'delete', id, tokens FROM segment WHERE representation_id = ?",
            (key,),
        )


def asked(phrases: Sequence[Phrase]) -> str:
    """An FTS5 query; words hold letters and digits only, so that quoting them is safe."""
    return " AND ".join(f'"{" ".join(phrase.words)}"{" *" if phrase.prefix else ""}' for phrase in phrases)


def scrub(engine: Engine) -> bool:
    """Drop deleted words from the index, rewrite the file without free pages and empty the write-ahead log."""
    with engine.connect().execution_options(writing=True) as connection, connection.begin():
        connection.exec_driver_sql("INSERT INTO segment_words (segment_words) VALUES ('optimize')")
    raw = engine.raw_connection()
    try:
        cursor = raw.cursor()
        cursor.execute("VACUUM")
        cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        return bool(cursor.fetchall()[0][0] == 0)
    finally:
        raw.close()


def check(connection: Connection, *, writable: bool) -> list[Problem]:
    """`integrity_check`, `foreign_key_check` and the search index against its table."""
    found = [
        Problem("database", "file", str(row[0]))
        for row in connection.exec_driver_sql("PRAGMA integrity_check")
        if row[0] != "ok"
    ]
    for table, key, target, _ in connection.exec_driver_sql("PRAGMA foreign_key_check"):
        found.append(Problem("reference", f"{table} {key}", f"refers to a row of {target} that is not there"))
    if writable:
        try:
            connection.exec_driver_sql("INSERT INTO segment_words (segment_words, rank) VALUES ('integrity-check', 1)")
        except DBAPIError as error:
            if not getattr(error.orig, "sqlite_errorname", "").startswith("SQLITE_CORRUPT"):
                raise
            found.append(Problem("search", "segment_words", "the search index does not match the texts"))
    return found


def violation(error: IntegrityError) -> Violation:
    """Which kind of constraint stood in the way."""
    name = getattr(error.orig, "sqlite_errorname", "")
    if name in {"SQLITE_CONSTRAINT_UNIQUE", "SQLITE_CONSTRAINT_PRIMARYKEY"}:
        return "unique"
    return "reference" if name == "SQLITE_CONSTRAINT_FOREIGNKEY" else "value"


def explain(error: Exception, location: str) -> TenunError | None:
    """SQLite's result code in the words of the user."""
    cause = error.orig if isinstance(error, DBAPIError) else error
    if not isinstance(cause, sqlite3.Error):
        return None
    name = getattr(cause, "sqlite_errorname", "")
    code = next((code for prefix, code in _CODES.items() if name.startswith(prefix)), "store.damaged")
    if code in {"store.disk-trouble", "store.cannot-open"} and _is_full(Path(location)):
        code = "store.disk-full"
    kind = Conflict if code == "store.busy" else StoreUnavailable
    return kind(code, where=location)


def _is_full(path: Path) -> bool:
    folder = path.parent
    return folder.is_dir() and shutil.disk_usage(folder).free < 1 << 20


def close(engine: Engine, *, writable: bool) -> None:
    """Empty the write-ahead log into the file, so that the one file is the study."""
    if writable:
        raw = engine.raw_connection()
        try:
            with suppress(
                sqlite3.OperationalError
            ):  # what the log holds is safe there, and the next one to open sees it
                raw.cursor().execute("PRAGMA wal_checkpoint(TRUNCATE)")
        finally:
            raw.close()
    engine.dispose()
