"""Bringing a study of an older version up to the schema of this program."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import Connection, select, text

from tenun.store import chain
from tenun.store.images import stream
from tenun.store.schema import study

AUTHOR = "tenun"


@dataclass(frozen=True, slots=True)
class Migrations:
    """A folder of Alembic versions, numbered `0001` onwards without gaps, and the number of the last."""

    folder: Path
    head: int


SHIPPED = Migrations(Path(__file__).parent / "migrations", 2)


def run(connection: Connection, migrations: Migrations = SHIPPED) -> None:
    """Run the versions that are missing, within the transaction that the connection is in."""
    # Alembic takes half a second to import and is needed once in the life of a file.
    from alembic import command
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(migrations.folder).replace("%", "%%"))
    config.attributes["connection"] = connection
    command.upgrade(config, f"{migrations.head:04}")
    if connection.dialect.name == "sqlite":
        connection.exec_driver_sql(f"PRAGMA user_version = {migrations.head}")


def version_of(connection: Connection) -> int:
    """The schema's version in a database; 0 where there is none yet."""
    if not connection.dialect.has_table(connection, "alembic_version"):
        return 0
    return int(connection.execute(text("SELECT version_num FROM alembic_version")).scalar_one())


def note(connection: Connection, before: int, after: int) -> None:
    """Write the migration into the log of every study of the database; nobody can undo it."""
    forward = stream(op="migrate", before=before, after=after)
    for study_id in connection.execute(select(study.c.id).order_by(study.c.id)).scalars().all():
        chain.append(connection, study_id, AUTHOR, chain.MIGRATED, forward, b"")
