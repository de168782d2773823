"""The database of a team: its tables made or brought up to date by whoever comes first."""

from __future__ import annotations

from collections.abc import Callable

from sqlalchemy import Connection, Engine

from tenun.errors import StoreUnavailable
from tenun.store import migrating, postgres
from tenun.store.location import shown
from tenun.store.migrating import SHIPPED, Migrations

_ONE_AT_A_TIME = 0x54454E55


def open_server(address: str, migrations: Migrations = SHIPPED) -> Engine:
    """An engine on a database that has the tables of this version.

    Raises StoreUnavailable when the server cannot be reached or the tables are newer than this program.
    """
    engine = postgres.connect(address)
    try:
        with engine.connect() as connection, connection.begin():
            before = migrating.version_of(connection)
        if before > migrations.head:
            raise StoreUnavailable("store.newer-file", where=shown(address), version=before, known=migrations.head)
        if before < migrations.head:
            _bring_up_to_date(engine, migrations)
    except postgres.ERRORS as error:
        engine.dispose()
        raise postgres.explain(error, address) or error from error
    except BaseException:
        engine.dispose()
        raise
    return engine


def begin(address: str, fill: Callable[[Connection], None]) -> None:
    """Add a study to a database; `fill` adds its row."""
    engine = open_server(address)
    try:
        with engine.connect() as connection, connection.begin():
            _wait_for_turn(connection)
            fill(connection)
    except postgres.ERRORS as error:
        raise postgres.explain(error, address) or error from error
    finally:
        engine.dispose()


def _bring_up_to_date(engine: Engine, migrations: Migrations) -> None:
    with engine.connect() as connection, connection.begin():
        _wait_for_turn(connection)
        before = migrating.version_of(connection)
        if before < migrations.head:
            migrating.run(connection, migrations)
            if before:
                migrating.note(connection, before, migrations.head)


def _wait_for_turn(connection: Connection) -> None:
    connection.exec_driver_sql(f"SELECT pg_advisory_xact_lock({_ONE_AT_A_TIME})")
