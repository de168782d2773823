"""Version 1: the tables as they were at the beginning, and the search index.

This is `schema.py` as it stood when the version was released. It is not edited afterwards;
later versions change what it made.
"""

from __future__ import annotations

from alembic import op
from sqlalchemy import (
    JSON,
    BigInteger,
    Boolean,
    CheckConstraint,
    Column,
    Float,
    ForeignKey,
    ForeignKeyConstraint,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    Table,
    Text,
    UniqueConstraint,
)
from sqlalchemy.dialects.postgresql import UUID

revision = "0001"
down_revision = None

Guid = LargeBinary(16).with_variant(UUID(as_uuid=False), "postgresql")
Plain = JSON()


NAMING = {
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_N_name)s",
    "pk": "pk_%(table_name)s",
}
metadata = MetaData(naming_convention=NAMING)
Key = BigInteger().with_variant(Integer, "sqlite")


Part = Column[object] | UniqueConstraint | CheckConstraint | ForeignKeyConstraint | Index


def _entity(name: str, *columns: Part) -> Table:
    """A table whose rows belong to a study and are known outside by a guid."""
    return Table(
        name,
        metadata,
        Column("id", Key, primary_key=True, autoincrement=True),
        Column("study_id", Key, ForeignKey("study.id", ondelete="CASCADE"), nullable=False),
        Column("guid", Guid, nullable=False),
        *columns,
        # The guid first: an index that begins with the study would draw SQLite away from reading in the order of keys.
        UniqueConstraint("guid", "study_id"),
        Index(None, "study_id").ddl_if(dialect="postgresql"),
    )


def _to(table: str, *, optional: bool = False, index: bool = False) -> Column[object]:
    """A reference, named after the table it points to."""
    return _reference(f"{table}_id", table, optional=optional, index=index)


def _reference(name: str, table: str, *, optional: bool = False, index: bool = False) -> Column[object]:
    return Column(name, Key, ForeignKey(f"{table}.id"), nullable=optional, index=index)


study = Table(
    "study",
    metadata,
    Column("id", Key, primary_key=True, autoincrement=True),
    Column("guid", Guid, nullable=False, unique=True),
    Column("key", Text, nullable=False),
    Column("title_en", Text, nullable=False),
    Column("title_id", Text, nullable=False),
    Column("config", Plain, nullable=False),
    Column("revision", Integer, nullable=False),
    Column("created_at", Text, nullable=False),
)

blob = Table(
    "blob",
    metadata,
    Column("id", Key, primary_key=True, autoincrement=True),
    Column("study_id", Key, ForeignKey("study.id", ondelete="CASCADE"), nullable=False),
    Column("sha256", Text, nullable=False),
    Column("length", BigInteger, nullable=False),
    UniqueConstraint("study_id", "sha256"),
)
blob_chunk = Table(
    "blob_chunk",
    metadata,
    Column("blob_id", Key, ForeignKey("blob.id", ondelete="CASCADE"), primary_key=True),
    Column("number", Integer, primary_key=True, autoincrement=False),
    Column("content", LargeBinary, nullable=False),
)

source = _entity(
    "source",
    Column("key", Text, nullable=False),
    Column("title", Text, nullable=False),
    Column("kind", Text, nullable=False),
    Column("language", Text, nullable=False),
    Column("csl", Plain, nullable=False),
    Column("publisher", Text),
    Column("author", Text),
    Column("url", Text),
    Column("published", Text),
    Column("retrieved", Text),
    Column("origins", Plain, nullable=False),
    Column("origin_note", Text, nullable=False),
    Column("institution", Text),
    Column("synthetic", Boolean, nullable=False),
    Column("consent", Text, nullable=False),
    Column("confidentiality", Text, nullable=False),
    Column("inclusion", Text, nullable=False),
    Column("inclusion_reason", Text, nullable=False),
    Column("notes", Plain, nullable=False),
    Column("representation_id", Key, ForeignKey("representation.id", use_alter=True)),
    UniqueConstraint("study_id", "key"),
)
appraisal = _entity(
    "appraisal",
    _to("source", index=True),
    _to("coder"),
    Column("reliability", Text, nullable=False),
    Column("credibility", Integer, nullable=False),
    Column("reliability_why", Text, nullable=False),
    Column("credibility_why", Text, nullable=False),
    Column("authenticity", Text, nullable=False),
    Column("sincerity", Text, nullable=False),
    Column("representativeness", Text, nullable=False),
    Column("meaning", Text, nullable=False),
    Column("at", Text, nullable=False),
    UniqueConstraint("source_id", "coder_id"),
)
representation = _entity(
    "representation",
    _to("source", index=True),
    Column("blob", Text, nullable=False),
    Column("extractor", Text, nullable=False),
    Column("extractor_version", Text, nullable=False),
    Column("language", Text, nullable=False),
    Column("text", Text, nullable=False),
    Column("sha256", Text, nullable=False),
    Column("replaced", Plain, nullable=False),
    _reference("translation_of", "representation", optional=True),
    Column("translator", Text, nullable=False),
    Column("status", Text, nullable=False),
    Column("alignment", Plain),
    ForeignKeyConstraint(["study_id", "blob"], ["blob.study_id", "blob.sha256"]),
)
landmark = _entity(
    "landmark",
    _to("representation", index=True),
    Column("kind", Text, nullable=False),
    Column("start_cp", Integer, nullable=False),
    Column("end_cp", Integer, nullable=False),
    Column("start_ms", Integer),
    Column("end_ms", Integer),
    Column("attributes", Plain, nullable=False),
)
segment = Table(
    "segment",
    metadata,
    Column("id", Key, primary_key=True, autoincrement=True),
    Column("representation_id", Key, ForeignKey("representation.id", ondelete="CASCADE"), nullable=False, index=True),
    Column("start_cp", Integer, nullable=False),
    Column("end_cp", Integer, nullable=False),
    Column("tokens", Text, nullable=False),
)

framework = _entity(
    "framework",
    Column("key", Text, nullable=False),
    Column("title_en", Text, nullable=False),
    Column("title_id", Text, nullable=False),
    Column("version", Text, nullable=False),
    Column("note", Text, nullable=False),
    UniqueConstraint("study_id", "key"),
)
construct = _entity(
    "construct",
    _to("framework"),
    Column("key", Text, nullable=False),
    Column("label_en", Text, nullable=False),
    Column("label_id", Text, nullable=False),
    Column("tokens", Plain, nullable=False),
    UniqueConstraint("framework_id", "key"),
)
code = _entity(
    "code",
    _to("framework", optional=True),
    Column("key", Text, nullable=False),
    _reference("parent_id", "code", optional=True),
    Column("position", Integer, nullable=False),
    Column("label_en", Text, nullable=False),
    Column("label_id", Text, nullable=False),
    Column("definition_en", Text, nullable=False),
    Column("definition_id", Text, nullable=False),
    Column("include", Plain, nullable=False),
    Column("exclude", Plain, nullable=False),
    Column("include_id", Plain, nullable=False),
    Column("exclude_id", Plain, nullable=False),
    Column("example_en", Text, nullable=False),
    Column("example_id", Text, nullable=False),
    Column("source", Text, nullable=False),
    Column("attributes", Plain, nullable=False),
    Column("version", Integer, nullable=False),
    UniqueConstraint("study_id", "key"),
)
code_version = _entity(
    "code_version",
    _to("code"),
    Column("number", Integer, nullable=False),
    Column("meaning_changed", Boolean, nullable=False),
    Column("content", Plain, nullable=False),
    _to("coder", optional=True),
    Column("at", Text, nullable=False),
    UniqueConstraint("code_id", "number"),
)

coder = _entity(
    "coder",
    Column("name", Text, nullable=False),
    Column("kind", Text, nullable=False),
    Column("person", Text, nullable=False),
    UniqueConstraint("study_id", "name"),
)
round_ = _entity(
    "round",
    Column("number", Integer, nullable=False),
    Column("label", Text, nullable=False),
    Column("blind", Boolean, nullable=False),
    Column("locked", Boolean, nullable=False),
    Column("counts", Boolean, nullable=False),
    UniqueConstraint("study_id", "number"),
)
passage = _entity(
    "passage",
    _to("representation"),
    Column("start_cp", Integer),
    Column("end_cp", Integer),
    Column("region", Plain),
    Column("start_ms", Integer),
    Column("end_ms", Integer),
    Column("quote", Text, nullable=False),
    Column("prefix", Text, nullable=False),
    Column("suffix", Text, nullable=False),
    UniqueConstraint("representation_id", "start_cp", "end_cp"),
    CheckConstraint("start_cp IS NULL OR (0 <= start_cp AND start_cp <= end_cp)", name="forward"),
)
coding = _entity(
    "coding",
    _to("passage"),
    _to("code", index=True),
    Column("code_version", Integer, nullable=False),
    _to("coder"),
    _to("round"),
    Column("actor", Text, nullable=False),
    Column("basis", Text, nullable=False),
    Column("voice", Text),
    Column("polarity", Text, nullable=False),
    Column("time", Text, nullable=False),
    Column("priority", Text, nullable=False),
    Column("case", Text),
    Column("weight", Float, nullable=False),
    Column("status", Text, nullable=False),
    Column("memo", Text, nullable=False),
    UniqueConstraint("passage_id", "code_id", "coder_id", "round_id"),
)
uncoded = _entity(
    "uncoded",
    _to("passage"),
    _to("coder"),
    _to("round"),
    Column("reason", Text, nullable=False),
    Column("facets", Plain, nullable=False),
    UniqueConstraint("passage_id", "coder_id", "round_id"),
)
coverage = _entity(
    "coverage",
    _to("source"),
    _to("code"),
    _to("coder"),
    _to("round"),
    UniqueConstraint("source_id", "code_id", "coder_id", "round_id"),
)

case = _entity(
    "case",
    Column("key", Text, nullable=False),
    Column("label_en", Text, nullable=False),
    Column("label_id", Text, nullable=False),
    UniqueConstraint("study_id", "key"),
)
variable = _entity(
    "variable",
    Column("key", Text, nullable=False),
    Column("label_en", Text, nullable=False),
    Column("label_id", Text, nullable=False),
    Column("type", Text, nullable=False),
    UniqueConstraint("study_id", "key"),
)
value = _entity(
    "value",
    _to("variable"),
    _to("case", optional=True),
    _to("source", optional=True, index=True),
    Column("content", Plain, nullable=False),
)
memo = _entity(
    "memo",
    Column("kind", Text, nullable=False),
    Column("target_table", Text),
    Column("target", Text),
    Column("title", Text, nullable=False),
    Column("body", Text, nullable=False),
    _to("coder", optional=True),
    Column("at", Text, nullable=False),
)
link = _entity(
    "link",
    Column("from_table", Text, nullable=False),
    Column("from_guid", Text, nullable=False),
    Column("to_table", Text, nullable=False),
    Column("to_guid", Text, nullable=False),
    Column("relation", Text, nullable=False),
    Column("note", Text, nullable=False),
    UniqueConstraint("from_guid", "to_guid", "relation"),
)
event_fact = _entity(
    "event_fact",
    Column("key", Text, nullable=False),
    Column("date", Text, nullable=False),
    Column("precision", Text, nullable=False),
    Column("what_en", Text, nullable=False),
    Column("what_id", Text, nullable=False),
    Column("url", Text, nullable=False),
    Column("actor", Text, nullable=False),
    Column("sources", Plain, nullable=False),
    Column("passages", Plain, nullable=False),
    UniqueConstraint("study_id", "key"),
)
conflict = _entity(
    "conflict",
    Column("key", Text, nullable=False),
    Column("about_en", Text, nullable=False),
    Column("about_id", Text, nullable=False),
    Column("sides", Plain, nullable=False),
    Column("note_en", Text, nullable=False),
    Column("note_id", Text, nullable=False),
    UniqueConstraint("study_id", "key"),
)
claim = _entity(
    "claim",
    Column("key", Text, nullable=False),
    Column("kind", Text, nullable=False),
    _to("code", optional=True),
    Column("statement_en", Text, nullable=False),
    Column("statement_id", Text, nullable=False),
    Column("status", Text, nullable=False),
    Column("confidence", Plain, nullable=False),
    UniqueConstraint("study_id", "key"),
)
evidence = _entity(
    "evidence",
    _to("claim", index=True),
    _to("coding", optional=True, index=True),
    Column("role", Text, nullable=False),
    Column("clue", Text, nullable=False),
    Column("clue_en", Text, nullable=False),
    Column("clue_id", Text, nullable=False),
    Column("p_if_true", Float),
    Column("p_if_false", Float),
    Column("dependence", Text, nullable=False),
    Column("reason", Text, nullable=False),
)
rule_set = _entity(
    "rule_set",
    Column("number", Integer, nullable=False),
    Column("rules", Plain, nullable=False),
    Column("sha256", Text, nullable=False),
    Column("reason", Text, nullable=False),
    Column("at", Text, nullable=False),
    UniqueConstraint("study_id", "number"),
)
analysis_run = _entity(
    "analysis_run",
    Column("method", Text, nullable=False),
    Column("parameters", Plain, nullable=False),
    Column("input_hash", Text, nullable=False),
    Column("seed", Integer),
    Column("result", Plain, nullable=False),
    Column("at", Text, nullable=False),
)

event = Table(
    "event",
    metadata,
    Column("study_id", Key, ForeignKey("study.id", ondelete="CASCADE"), primary_key=True),
    Column("seq", Integer, primary_key=True, autoincrement=False),
    Column("at", Text, nullable=False),
    Column("coder", Text, nullable=False),
    Column("operation", Text, nullable=False),
    Column("undoes", Integer),
    Column("commitment", Text, nullable=False),
    Column("prev_hash", Text, nullable=False),
    Column("hash", Text, nullable=False),
    Index(None, "study_id", "undoes"),
)
event_payload = Table(
    "event_payload",
    metadata,
    Column("study_id", Key, ForeignKey("study.id", ondelete="CASCADE"), primary_key=True),
    Column("seq", Integer, primary_key=True, autoincrement=False),
    Column("nonce", LargeBinary, nullable=False),
    Column("forward", LargeBinary, nullable=False),
    Column("inverse", LargeBinary, nullable=False),
)

SEARCH = {
    "sqlite": (
        "CREATE VIRTUAL TABLE segment_words USING fts5 "
        "(tokens, content='segment', content_rowid='id', tokenize='ascii')",
    ),
    "postgresql": (
        "CREATE TABLE segment_words (segment_id BIGINT PRIMARY KEY REFERENCES segment (id) ON DELETE CASCADE, "
        "words TSVECTOR NOT NULL)",
        "CREATE INDEX ix_segment_words_words ON segment_words USING GIN (words)",
    ),
}
"""Words reach the index folded and parted by spaces; `ascii` and a ready-made `tsvector` take them as they come."""


def upgrade() -> None:
    """Make everything."""
    metadata.create_all(op.get_bind())
    for statement in SEARCH[op.get_bind().dialect.name]:
        op.execute(statement)
