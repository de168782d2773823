"""The file of a study: what its first bytes say, how it is begun, and in which way it can be opened."""

from __future__ import annotations

import sqlite3
import struct
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import Connection, Engine

from tenun.errors import InputRefused, StoreUnavailable
from tenun.store import migrating, sqlite
from tenun.store.backups import copy_file
from tenun.store.file_access import address, has_log, may_change, sync_folder, way_in
from tenun.store.migrating import SHIPPED, Migrations

_MAGIC = b"SQLite format 3\x00"
_NO_SHARED_MEMORY = ("SQLITE_CANTOPEN", "SQLITE_IOERR", "SQLITE_PROTOCOL")


@dataclass(frozen=True, slots=True)
class Header:
    """The first 100 bytes of a study's file, as far as they matter before SQLite touches it."""

    page_size: int
    pages: int
    version: int


def read_header(path: Path) -> Header:
    """The header of a file that is a study.

    Raises StoreUnavailable when there is no file, or it is no study, or it was cut off.
    """
    where = str(path)
    try:
        with path.open("rb") as file:
            first = file.read(100)
    except FileNotFoundError:
        raise StoreUnavailable("store.missing", where=where) from None
    except IsADirectoryError:
        raise StoreUnavailable("store.not-a-study", where=where) from None
    except OSError as error:
        raise StoreUnavailable("store.cannot-open", where=where) from error
    if len(first) < 100:
        raise StoreUnavailable("store.truncated" if first.startswith(_MAGIC) else "store.not-a-study", where=where)
    (size,) = struct.unpack(">H", first[16:18])
    changed, pages = struct.unpack(">II", first[24:32])
    (version,), (application,) = struct.unpack(">I", first[60:64]), struct.unpack(">I", first[68:72])
    (valid_for,) = struct.unpack(">I", first[92:96])
    if not first.startswith(_MAGIC) or application != sqlite.APPLICATION_ID:
        raise StoreUnavailable("store.not-a-study", where=where)
    header = Header(65_536 if size == 1 else size, pages if changed == valid_for else 0, version)
    if not has_log(path) and path.stat().st_size < header.page_size * header.pages:
        raise StoreUnavailable("store.truncated", where=where)
    return header


def begin(path: Path, fill: Callable[[Connection], None]) -> None:
    """Make the file of a study with the tables of this version; `fill` adds the study. The file is there whole or not.

    Raises InputRefused when there is a file already, StoreUnavailable when it cannot be written.
    """
    if path.exists():
        raise InputRefused("store.exists", where=str(path))
    if not path.parent.is_dir():
        raise InputRefused("store.no-folder", where=str(path))
    draft = path.with_name(f"{path.name}.new")
    engine = sqlite.connect(draft)
    try:
        draft.unlink(missing_ok=True)
        with engine.connect().execution_options(writing=True) as connection, connection.begin():
            connection.exec_driver_sql(f"PRAGMA application_id = {sqlite.APPLICATION_ID}")
            migrating.run(connection)
            fill(connection)
        engine.dispose()
        draft.replace(path)
        sync_folder(path.parent)
    except BaseException:
        engine.dispose()
        draft.unlink(missing_ok=True)
        raise


def open_file(path: Path, *, read_only: bool, migrations: Migrations = SHIPPED, query: str = "") -> tuple[Engine, bool]:
    """An engine on the file of a study, brought up to date, and whether it may be written."""
    header = read_header(path)
    _refuse_newer(path, header.version, migrations)
    if has_log(path):
        _refuse_newer(path, _logged_version(path, query), migrations)
    if may_change(path):
        start_journal(path, query)
    engine = sqlite.connect(path, query=f"{way_in(path)}&{query}")
    writable = may_change(path) and not read_only
    try:
        with engine.connect() as connection:
            before = connection.exec_driver_sql("PRAGMA user_version").scalar_one()
        _refuse_newer(path, before, migrations)
        if before < migrations.head:
            if not writable:
                raise StoreUnavailable("store.older-file", where=str(path))
            _bring_up_to_date(engine, path, before, migrations)
    except BaseException:
        engine.dispose()
        raise
    return engine, writable


def start_journal(path: Path, query: str = "") -> str:
    """Switch to the write-ahead log, or to a rollback journal where there is no shared memory for it; returns which."""
    connection = sqlite3.connect(address(path, query), uri=True, isolation_level=None)
    try:
        connection.execute(f"PRAGMA busy_timeout = {sqlite.PRAGMAS['busy_timeout']}")
        try:
            return str(connection.execute("PRAGMA journal_mode = WAL").fetchone()[0])
        except sqlite3.OperationalError as error:
            if not error.sqlite_errorname.startswith(_NO_SHARED_MEMORY):
                raise
    finally:
        connection.close()
    return _leave_log(path, query)


def _leave_log(path: Path, query: str) -> str:
    # A log left by another machine can be read without shared memory by whoever has the file to himself.
    connection = sqlite3.connect(address(path, query), uri=True, isolation_level=None)
    try:
        connection.execute("PRAGMA locking_mode = EXCLUSIVE")
        return str(connection.execute("PRAGMA journal_mode = DELETE").fetchone()[0])
    finally:
        connection.close()


def _logged_version(path: Path, query: str) -> int:
    connection = sqlite3.connect(address(path, f"mode=ro&{query}"), uri=True)
    try:
        return int(connection.execute("PRAGMA user_version").fetchone()[0])
    except sqlite3.OperationalError:
        return 0
    finally:
        connection.close()


def _refuse_newer(path: Path, version: int, migrations: Migrations) -> None:
    if version > migrations.head:
        raise StoreUnavailable("store.newer-file", where=str(path), version=version, known=migrations.head)


def _bring_up_to_date(engine: Engine, path: Path, before: int, migrations: Migrations) -> None:
    copy_file(path, backup_name(path, before))
    with engine.connect().execution_options(writing=True) as connection, connection.begin():
        migrating.run(connection, migrations)
        migrating.note(connection, before, migrations.head)
    # The version must stand in the file itself and not only in its log, where an older program would look first.
    with engine.connect() as connection:
        connection.connection.cursor().execute("PRAGMA wal_checkpoint(TRUNCATE)")


def backup_name(path: Path, version: int) -> Path:
    """A free name beside the study for the backup of its older version."""
    number = 1
    while True:
        suffix = "" if number == 1 else f"-{number}"
        name = path.with_name(f"{path.stem}.version-{version}{suffix}{path.suffix}")
        if not name.exists():
            return name
        number += 1
