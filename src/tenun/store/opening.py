"""Making a study, opening, copying and putting back one, whatever it is kept in."""

from __future__ import annotations

import uuid
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from types import ModuleType

from sqlalchemy import Connection, Engine, insert, or_, select

from tenun.errors import InputRefused, StoreUnavailable
from tenun.store import backups, chain, sqlite, sqlite_file
from tenun.store.database import Database
from tenun.store.guids import spelled
from tenun.store.location import is_server, shown
from tenun.store.migrating import SHIPPED, Migrations
from tenun.store.schema import study
from tenun.store.study_store import StudyStore


def create(
    location: str | Path, *, key: str, title_en: str = "", title_id: str = "",
    config: Mapping[str, object] | None = None, guid: str | None = None,
) -> StudyStore:  # fmt: skip
    """Make a study and open it.

    `location`: path of a `.tenun` file that is not there yet, or the address of a PostgreSQL database, which holds
    many studies. `key` is the study's short name, `guid` its UUID (a random one where none is given).
    Raises InputRefused when the file is there already, or the database has a study with that key or guid.
    """
    row = {
        "guid": spelled(guid) if guid else str(uuid.uuid4()), "key": key, "title_en": title_en, "title_id": title_id,
        "config": dict(config or {}), "revision": 0, "created_at": chain.now(),
    }  # fmt: skip

    def fill(connection: Connection) -> None:
        if connection.execute(select(study.c.id).where(or_(study.c.key == key, study.c.guid == row["guid"]))).first():
            raise InputRefused("store.study-exists", key=key)
        connection.execute(insert(study), row)

    if is_server(location):
        _server_room().begin(str(location), fill)
    else:
        try:
            sqlite_file.begin(Path(location), fill)
        except sqlite.ERRORS as error:
            raise sqlite.explain(error, str(location)) or error from error
    return open_study(location, study=str(row["guid"]))


def open_study(
    location: str | Path, *, study: str | None = None, read_only: bool = False, migrations: Migrations = SHIPPED
) -> StudyStore:
    """Open a study.

    `location`: path of a `.tenun` file, or the address of a PostgreSQL database and `study`, the key or guid of one of
    its studies. A file of an older version is brought up to date, with a backup beside it; a file that cannot be
    written opens for reading.
    Raises StoreUnavailable, with the file left as it is, when it is missing, no study, cut off, or newer than this
    program.
    """
    if is_server(location):
        server = _server_room()
        engine = server.open_server(str(location), migrations)
        found = _pick(engine, str(location), study, server.postgres)
        return StudyStore(engine, server.postgres, *found, str(location), writable=not read_only)
    path = Path(location)
    try:
        engine, writable = sqlite_file.open_file(path, read_only=read_only, migrations=migrations)
    except sqlite.ERRORS as error:
        raise sqlite.explain(error, str(path)) or error from error
    found = _pick(engine, str(path), study, sqlite)
    return StudyStore(engine, sqlite, *found, str(path), writable=writable)


def backup(location: str | Path, to: str | Path) -> Path:
    """Copy a study into a new file, also while it is being written to, and check the copy.

    Raises InputRefused when there is a file at `to` already, or the study is on a server (which its administrator
    backs up).
    """
    if is_server(location):
        raise InputRefused("store.backup-server")
    sqlite_file.read_header(Path(location))
    return backups.copy_file(Path(location), Path(to))


def restore(backup: str | Path, to: str | Path, *, overwrite: bool = False) -> Path:
    """Make a study out of its backup; with `overwrite` in the place of the study at `to`.

    Raises InputRefused when there is a file at `to` and `overwrite` is off, StoreUnavailable when the backup is no
    study.
    """
    sqlite_file.read_header(Path(backup))
    if overwrite and Path(to).exists():
        return backups.put_back(Path(backup), Path(to))
    return backups.copy_file(Path(backup), Path(to))


def _server_room() -> ModuleType:
    try:
        from tenun.store import postgres_server
    except ImportError as error:
        raise StoreUnavailable("store.no-driver") from error
    return postgres_server


def _pick(engine: Engine, location: str, name: str | None, database: Database) -> tuple[int, str, str]:
    query = select(study.c.id, study.c.guid, study.c.key)
    if name is not None:
        query = query.where(study.c.key == name)
        with suppress(InputRefused):
            query = select(study.c.id, study.c.guid, study.c.key).where(study.c.guid == spelled(name))
    try:
        with engine.connect() as connection:
            found = connection.execute(query.limit(2)).all()
    except database.ERRORS as error:
        engine.dispose()
        raise database.explain(error, location) or error from error
    if len(found) != 1:
        engine.dispose()
        raise StoreUnavailable("store.which-study" if found else "store.no-such-study", where=shown(location))
    key, guid, short = found[0]
    return key, guid, short
