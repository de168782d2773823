"""The one schema for both databases."""

from __future__ import annotations

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

from tenun.store.guids import Guid

Plain = JSON(none_as_null=True)

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
    Column("title_en", Text, nullable=False, default=""),
    Column("title_id", Text, nullable=False, default=""),
    Column("config", Plain, nullable=False, default=dict),
    Column("revision", Integer, nullable=False, default=0),
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
    Column("csl", Plain, nullable=False, default=dict),
    Column("publisher", Text),
    Column("author", Text),
    Column("url", Text),
    Column("published", Text),
    Column("retrieved", Text),
    Column("origins", Plain, nullable=False, default=list),
    Column("origin_note", Text, nullable=False, default=""),
    Column("institution", Text),
    Column("synthetic", Boolean, nullable=False, default=False),
    Column("consent", Text, nullable=False, default=""),
    Column("confidentiality", Text, nullable=False, default=""),
    Column("inclusion", Text, nullable=False, default="included"),
    Column("inclusion_reason", Text, nullable=False, default=""),
    Column("notes", Plain, nullable=False, default=dict),
    Column("representation_id", Key, ForeignKey("representation.id", use_alter=True)),
    UniqueConstraint("study_id", "key"),
)
appraisal = _entity(
    "appraisal",
    _to("source", index=True),
    _to("coder"),
    Column("reliability", Text, nullable=False),
    Column("credibility", Integer, nullable=False),
    Column("reliability_why", Text, nullable=False, default=""),
    Column("credibility_why", Text, nullable=False, default=""),
    Column("authenticity", Text, nullable=False, default=""),
    Column("sincerity", Text, nullable=False, default=""),
    Column("representativeness", Text, nullable=False, default=""),
    Column("meaning", Text, nullable=False, default=""),
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
    Column("replaced", Plain, nullable=False, default=list),
    _reference("translation_of", "representation", optional=True),
    Column("translator", Text, nullable=False, default=""),
    Column("status", Text, nullable=False, default=""),
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
    Column("attributes", Plain, nullable=False, default=dict),
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
    Column("title_en", Text, nullable=False, default=""),
    Column("title_id", Text, nullable=False, default=""),
    Column("version", Text, nullable=False, default=""),
    Column("note", Text, nullable=False, default=""),
    UniqueConstraint("study_id", "key"),
)
construct = _entity(
    "construct",
    _to("framework"),
    Column("key", Text, nullable=False),
    Column("label_en", Text, nullable=False, default=""),
    Column("label_id", Text, nullable=False, default=""),
    Column("tokens", Plain, nullable=False, default=list),
    UniqueConstraint("framework_id", "key"),
)
code = _entity(
    "code",
    _to("framework", optional=True),
    Column("key", Text, nullable=False),
    _reference("parent_id", "code", optional=True),
    Column("position", Integer, nullable=False, default=0),
    Column("label_en", Text, nullable=False, default=""),
    Column("label_id", Text, nullable=False, default=""),
    Column("definition_en", Text, nullable=False, default=""),
    Column("definition_id", Text, nullable=False, default=""),
    Column("include", Plain, nullable=False, default=list),
    Column("exclude", Plain, nullable=False, default=list),
    Column("include_id", Plain, nullable=False, default=list),
    Column("exclude_id", Plain, nullable=False, default=list),
    Column("example_en", Text, nullable=False, default=""),
    Column("example_id", Text, nullable=False, default=""),
    Column("source", Text, nullable=False, default=""),
    Column("attributes", Plain, nullable=False, default=dict),
    Column("version", Integer, nullable=False, default=1),
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
    Column("kind", Text, nullable=False, default="human"),
    Column("person", Text, nullable=False, default=""),
    UniqueConstraint("study_id", "name"),
)
round_ = _entity(
    "round",
    Column("number", Integer, nullable=False),
    Column("label", Text, nullable=False, default=""),
    Column("blind", Boolean, nullable=False, default=False),
    Column("locked", Boolean, nullable=False, default=False),
    Column("counts", Boolean, nullable=False, default=True),
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
    Column("quote", Text, nullable=False, default=""),
    Column("prefix", Text, nullable=False, default=""),
    Column("suffix", Text, nullable=False, default=""),
    UniqueConstraint("representation_id", "start_cp", "end_cp"),
    CheckConstraint("start_cp IS NULL OR (0 <= start_cp AND start_cp <= end_cp)", name="forward"),
)
coding = _entity(
    "coding",
    _to("passage"),
    _to("code", index=True),
    Column("code_version", Integer, nullable=False, default=1),
    _to("coder"),
    _to("round"),
    Column("actor", Text, nullable=False),
    Column("basis", Text, nullable=False),
    Column("voice", Text),
    Column("polarity", Text, nullable=False),
    Column("time", Text, nullable=False),
    Column("priority", Text, nullable=False),
    Column("case", Text),
    Column("weight", Float, nullable=False, default=1.0),
    Column("status", Text, nullable=False, default="accepted"),
    Column("memo", Text, nullable=False, default=""),
    UniqueConstraint("passage_id", "code_id", "coder_id", "round_id"),
)
uncoded = _entity(
    "uncoded",
    _to("passage"),
    _to("coder"),
    _to("round"),
    Column("reason", Text, nullable=False),
    Column("facets", Plain, nullable=False, default=dict),
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
    Column("label_en", Text, nullable=False, default=""),
    Column("label_id", Text, nullable=False, default=""),
    UniqueConstraint("study_id", "key"),
)
variable = _entity(
    "variable",
    Column("key", Text, nullable=False),
    Column("label_en", Text, nullable=False, default=""),
    Column("label_id", Text, nullable=False, default=""),
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
    Column("title", Text, nullable=False, default=""),
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
    Column("note", Text, nullable=False, default=""),
    UniqueConstraint("from_guid", "to_guid", "relation", "study_id"),
)
event_fact = _entity(
    "event_fact",
    Column("key", Text, nullable=False),
    Column("date", Text, nullable=False),
    Column("precision", Text, nullable=False, default=""),
    Column("what_en", Text, nullable=False, default=""),
    Column("what_id", Text, nullable=False, default=""),
    Column("url", Text, nullable=False, default=""),
    Column("actor", Text, nullable=False, default=""),
    Column("sources", Plain, nullable=False, default=list),
    Column("passages", Plain, nullable=False, default=list),
    UniqueConstraint("study_id", "key"),
)
conflict = _entity(
    "conflict",
    Column("key", Text, nullable=False),
    Column("about_en", Text, nullable=False, default=""),
    Column("about_id", Text, nullable=False, default=""),
    Column("sides", Plain, nullable=False, default=list),
    Column("note_en", Text, nullable=False, default=""),
    Column("note_id", Text, nullable=False, default=""),
    UniqueConstraint("study_id", "key"),
)
claim = _entity(
    "claim",
    Column("key", Text, nullable=False),
    Column("kind", Text, nullable=False),
    _to("code", optional=True),
    Column("statement_en", Text, nullable=False, default=""),
    Column("statement_id", Text, nullable=False, default=""),
    Column("status", Text, nullable=False, default="proposed"),
    Column("confidence", Plain, nullable=False, default=dict),
    UniqueConstraint("study_id", "key"),
)
evidence = _entity(
    "evidence",
    _to("claim", index=True),
    _to("coding", optional=True, index=True),
    Column("role", Text, nullable=False),
    Column("clue", Text, nullable=False, default=""),
    Column("clue_en", Text, nullable=False, default=""),
    Column("clue_id", Text, nullable=False, default=""),
    Column("p_if_true", Float),
    Column("p_if_false", Float),
    Column("dependence", Text, nullable=False, default=""),
    Column("reason", Text, nullable=False, default=""),
)
rule_set = _entity(
    "rule_set",
    Column("number", Integer, nullable=False),
    Column("rules", Plain, nullable=False),
    Column("sha256", Text, nullable=False),
    Column("reason", Text, nullable=False, default=""),
    Column("at", Text, nullable=False),
    UniqueConstraint("study_id", "number"),
)
analysis_run = _entity(
    "analysis_run",
    Column("method", Text, nullable=False),
    Column("parameters", Plain, nullable=False, default=dict),
    Column("input_hash", Text, nullable=False),
    Column("seed", Integer),
    Column("result", Plain, nullable=False),
    Column("at", Text, nullable=False),
)
merge_conflict = _entity(
    "merge_conflict",
    Column("target_table", Text, nullable=False),
    Column("target", Text, nullable=False),
    Column("kind", Text, nullable=False),
    Column("what", Text, nullable=False, default=""),
    Column("here", Plain),
    Column("there", Plain),
    Column("brought", Text),
    Column("here_by", Text, nullable=False, default=""),
    Column("here_at", Text, nullable=False, default=""),
    Column("there_by", Text, nullable=False, default=""),
    Column("there_at", Text, nullable=False, default=""),
    Column("choice", Text),
    Column("settled_by", Text, nullable=False, default=""),
    Column("settled_at", Text, nullable=False, default=""),
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
