"""Version 2: conflicts of merges are rows that can be settled, and two studies of one database may hold one link."""

from __future__ import annotations

import uuid
from typing import Any

from alembic import op
from sqlalchemy import (
    JSON,
    BigInteger,
    Column,
    Connection,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    Table,
    Text,
    UniqueConstraint,
    insert,
    select,
    table,
    update,
)
from sqlalchemy import column as named
from sqlalchemy.dialects.postgresql import UUID

revision = "0002"
down_revision = "0001"

Guid = LargeBinary(16).with_variant(UUID(as_uuid=False), "postgresql")
Key = BigInteger().with_variant(Integer, "sqlite")
NAMING = {
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "fk": "fk_%(table_name)s_%(column_0_N_name)s",
    "pk": "pk_%(table_name)s",
}
Plain = JSON(none_as_null=True)
_RUNS = table(
    "analysis_run",
    *(named("id"), named("study_id"), named("method"), named("result", Plain), named("at")),
)


def upgrade() -> None:
    """Make the table, fill it from what merges have kept so far, and let links be the same in two studies."""
    connection = op.get_bind()
    conflicts = _conflicts()
    conflicts.create(connection)
    _carry_over(connection, conflicts)
    with op.batch_alter_table("link") as link:
        link.drop_constraint("uq_link_from_guid_to_guid_relation", type_="unique")
        columns = ["from_guid", "to_guid", "relation", "study_id"]
        link.create_unique_constraint("uq_link_from_guid_to_guid_relation_study_id", columns)


def _conflicts() -> Table:
    words = ("here_by", "here_at", "there_by", "there_at", "settled_by", "settled_at")
    metadata = MetaData(naming_convention=NAMING)
    Table("study", metadata, Column("id", Key, primary_key=True))
    return Table(
        "merge_conflict",
        metadata,
        Column("id", Key, primary_key=True, autoincrement=True),
        Column("study_id", Key, ForeignKey("study.id", ondelete="CASCADE"), nullable=False),
        Column("guid", Guid, nullable=False),
        Column("target_table", Text, nullable=False),
        Column("target", Text, nullable=False),
        Column("kind", Text, nullable=False),
        Column("what", Text, nullable=False),
        Column("here", Plain),
        Column("there", Plain),
        Column("brought", Text),
        *(Column(name, Text, nullable=False) for name in words[:4]),
        Column("choice", Text),
        *(Column(name, Text, nullable=False) for name in words[4:]),
        Column("at", Text, nullable=False),
        UniqueConstraint("guid", "study_id"),
        Index(None, "study_id").ddl_if(dialect="postgresql"),
    )


def _carry_over(connection: Connection, conflicts: Table) -> None:
    as_stored = (lambda guid: guid.bytes) if connection.dialect.name == "sqlite" else str
    words = dict.fromkeys(("here_by", "here_at", "there_by", "there_at", "settled_by", "settled_at"), "")
    for run in connection.execute(select(_RUNS).where(_RUNS.c.method == "merge").order_by(_RUNS.c.id)).all():
        for one in run.result.get("conflicts", ()):
            row: dict[str, Any] = {
                "study_id": run.study_id, "guid": as_stored(uuid.uuid4()), "target_table": one["table"],
                "target": one["guid"], "kind": one["kind"], "what": one["what"], "here": one["here"],
                "there": one["there"], "at": run.at, **words,
            }  # fmt: skip
            connection.execute(insert(conflicts), row)
        connection.execute(update(_RUNS).where(_RUNS.c.id == run.id).values(result={}))
