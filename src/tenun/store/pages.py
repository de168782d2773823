"""Codings page by page and by text: what a view shows, without reading what it does not show.

A page is read by key: `after` is where the last page ended, so that the thousandth page costs what the first does.
Works on both databases.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from sqlalchemy import ColumnElement, Connection, Select, and_, bindparam, case, false, func, or_, select, tuple_
from sqlalchemy.sql.selectable import FromClause

from tenun.store.schema import code, coder, coding, passage, representation, source, uncoded
from tenun.store.schema import round_ as coding_round

if TYPE_CHECKING:
    from tenun.store.study_store import StudyStore

Row = dict[str, Any]
_START = func.coalesce(passage.c.start_cp, -1)
"""Where a passage stands for the order of pages, which cannot go on from a NULL; regions and times come first."""
FACETS = ("actor", "basis", "voice", "polarity", "time", "priority", "case")
ORDERS: dict[str, tuple[ColumnElement[Any], ...]] = {
    "place": (source.c.key, _START, coding.c.id),
    "made": (coding.c.id,),
    "code": (code.c.key, source.c.key, _START, coding.c.id),
    "coder": (coder.c.name, source.c.key, _START, coding.c.id),
}
"""What codings can be put in order by; `place` is source and position. Each ends with the key, so no two are equal."""


@dataclass(frozen=True, slots=True)
class Blindness:
    """Whose codings are out of sight: those in blind rounds (guids) that are not `coder`'s own."""

    coder: str
    rounds: frozenset[str]


@dataclass(frozen=True, slots=True)
class CodingFilter:
    """Which codings are meant. `codes`, `sources` and `rounds` are guids, `coders` names; None means any.

    `equals`: facets and `status` with the tokens allowed, `kind` and `language` of the source. `words`: part of the
    quote or the memo, whatever the case.
    """

    codes: Collection[str] | None = None
    sources: Collection[str] | None = None
    coders: Collection[str] | None = None
    rounds: Collection[str] | None = None
    equals: Mapping[str, Collection[str]] = field(default_factory=dict)
    words: str = ""


_FIELDS: dict[str, ColumnElement[Any]] = {
    "id": coding.c.id,
    "guid": coding.c.guid,
    "passage": passage.c.guid,
    "representation": representation.c.guid,
    "source": source.c.guid,
    "source_key": source.c.key,
    "start_cp": passage.c.start_cp,
    "end_cp": passage.c.end_cp,
    "region": passage.c.region,
    "start_ms": passage.c.start_ms,
    "end_ms": passage.c.end_ms,
    "said": case((passage.c.start_cp.is_(None), passage.c.quote)),
    "quote": passage.c.quote,
    "prefix": passage.c.prefix,
    "suffix": passage.c.suffix,
    "code": code.c.guid,
    "code_key": code.c.key,
    "code_version": coding.c.code_version,
    "coder": coder.c.name,
    "round": coding_round.c.number,
    **{name: coding.c[name] for name in FACETS},
    "weight": coding.c.weight,
    "status": coding.c.status,
    "memo": coding.c.memo,
}
_EVERYTHING: FromClause = (
    coding.join(passage, passage.c.id == coding.c.passage_id)
    .join(representation, representation.c.id == passage.c.representation_id)
    .join(source, source.c.id == representation.c.source_id)
    .join(code, code.c.id == coding.c.code_id)
    .join(coder, coder.c.id == coding.c.coder_id)
    .join(coding_round, coding_round.c.id == coding.c.round_id)
)
_SELECT: Select[Any] = select(*[column.label(name) for name, column in _FIELDS.items()]).select_from(_EVERYTHING)

# Kept, because making a statement of so many columns costs more than running it.
_BY_GUID = _SELECT.where(coding.c.study_id == bindparam("study"), coding.c.guid.in_(bindparam("guids", expanding=True)))
_BY_KEY = _SELECT.where(coding.c.study_id == bindparam("study"), coding.c.id.in_(bindparam("keys", expanding=True)))


def codings_of_text(
    store: StudyStore, text: str, *, blind: Blindness | None = None, coders: Collection[str] | None = None
) -> list[Row]:
    """The codings on one representation (its guid), by place."""
    study_id = store.study_id
    with store.reading() as connection:
        keys = _keys(connection, representation, study_id, representation.c.guid.in_([text]))
        conditions = [passage.c.representation_id.in_(keys), *_coders(connection, study_id, coders)]
        conditions += _unseen(connection, study_id, blind)
        query = _SELECT.where(*conditions).order_by(_START, passage.c.end_cp, coding.c.id)
        return [dict(row) for row in connection.execute(query).mappings()]


def coding_rows(store: StudyStore, guids: Collection[str]) -> list[Row]:
    """The codings of these guids, in the order of `guids`; those that are not there are left out."""
    study_id = store.study_id
    with store.reading() as connection:
        asked = {"study": study_id, "guids": list(guids)}
        found = {row["guid"]: dict(row) for row in connection.execute(_BY_GUID, asked).mappings().all()}
    return [found[guid] for guid in guids if guid in found]


def coding_rows_by_key(store: StudyStore, keys: Sequence[int]) -> list[Row]:
    """The codings of these integer keys, in their order."""
    study_id = store.study_id
    with store.reading() as connection:
        asked = {"study": study_id, "keys": [int(key) for key in keys]}
        found = {row["id"]: dict(row) for row in connection.execute(_BY_KEY, asked).mappings().all()}
    return [found[key] for key in keys if key in found]


def coding_page(
    store: StudyStore,
    wanted: CodingFilter,
    *,
    order: str = "place",
    descending: bool = False,
    after: Sequence[Any] | None = None,
    limit: int = 50,
    blind: Blindness | None = None,
) -> tuple[list[Row], list[Any] | None]:
    """A page of codings and where it ends: None when it is the last. `after`: where the page before ended."""
    columns = ORDERS[order]
    study_id = store.study_id
    with store.reading() as connection:
        query = _SELECT.where(*_conditions(connection, study_id, wanted, blind))
        if after is not None:
            here, there = tuple_(*columns), tuple_(*after)
            query = query.where(here < there if descending else here > there)
        query = query.order_by(*[column.desc() if descending else column for column in columns])
        query = query.add_columns(*[column.label(f"_{at}") for at, column in enumerate(columns)])
        rows = [dict(row) for row in connection.execute(query.limit(limit + 1)).mappings()]
    ends = [[row.pop(f"_{at}") for at in range(len(columns))] for row in rows]
    return rows[:limit], ends[limit - 1] if len(rows) > limit else None


def count_codings(store: StudyStore, wanted: CodingFilter, *, blind: Blindness | None = None) -> int:
    """How many codings are meant, over all pages."""
    study_id = store.study_id
    with store.reading() as connection:
        origin: FromClause = coding
        if wanted.sources is not None or wanted.words or {"kind", "language"} & wanted.equals.keys():
            origin = _EVERYTHING
        query = select(func.count()).select_from(origin).where(*_conditions(connection, study_id, wanted, blind))
        return int(connection.execute(query).scalar_one())


def counts_by_code(store: StudyStore, *, blind: Blindness | None = None) -> dict[str, int]:
    """How many codings each code has, by guid; codes without any are left out."""
    study_id = store.study_id
    with store.reading() as connection:
        # Counted code by code and by nothing else, the index of codes alone is read, and not one coding.
        each = select(func.count()).where(coding.c.code_id == code.c.id, *_unseen(connection, study_id, blind))
        codes = select(code.c.guid, each.scalar_subquery()).where(code.c.study_id == study_id)
        return {guid: int(count) for guid, count in connection.execute(codes) if count}


def counts_by_source(store: StudyStore, *, blind: Blindness | None = None, only: str | None = None) -> dict[str, int]:
    """How many codings each source has, by guid, or `only` one; sources without any are left out."""
    study_id = store.study_id
    with store.reading() as connection:
        each = (
            select(func.count())
            .select_from(representation)
            .join(passage, passage.c.representation_id == representation.c.id)
            .join(coding, coding.c.passage_id == passage.c.id)
            .where(representation.c.source_id == source.c.id, *_unseen(connection, study_id, blind))
        )
        query = select(source.c.guid, each.scalar_subquery()).where(source.c.study_id == study_id)
        if only is not None:
            query = query.where(source.c.guid == only)
        return {guid: int(count) for guid, count in connection.execute(query) if count}


def coded_places(store: StudyStore, wanted: CodingFilter) -> Iterator[tuple[str, str, str | None]]:
    """Code and source (guids) and case of the codings meant, each once; read as far as somebody asks."""
    study_id = store.study_id
    with store.reading() as connection:
        query = (
            select(code.c.guid, source.c.guid, coding.c.case)
            .select_from(_EVERYTHING)
            .where(*_conditions(connection, study_id, wanted, None))
            .distinct()
        )
        for found in connection.execute(query):
            yield found[0], found[1], found[2]


def read_by(store: StudyStore) -> dict[str, set[str]]:
    """Source (guid) -> names of the coders who coded in it or left a passage of it uncoded on purpose."""
    study_id = store.study_id
    found: dict[str, set[str]] = {}
    with store.reading() as connection:
        for made in (coding, uncoded):
            pairs = (
                select(made.c.coder_id, passage.c.representation_id)
                .join(passage, passage.c.id == made.c.passage_id)
                .where(made.c.study_id == study_id)
                .distinct()
                .subquery()
            )
            query = (
                select(source.c.guid, coder.c.name)
                .select_from(pairs)
                .join(representation, representation.c.id == pairs.c.representation_id)
                .join(source, source.c.id == representation.c.source_id)
                .join(coder, coder.c.id == pairs.c.coder_id)
            )
            for guid, name in connection.execute(query):
                found.setdefault(guid, set()).add(name)
    return found


def uncoded_of_text(store: StudyStore, text: str, *, blind: Blindness | None = None) -> list[Row]:
    """The passages of one representation that were read and left uncoded, by place."""
    joined = (
        uncoded.join(passage, passage.c.id == uncoded.c.passage_id)
        .join(coder, coder.c.id == uncoded.c.coder_id)
        .join(coding_round, coding_round.c.id == uncoded.c.round_id)
    )
    query = select(
        uncoded.c.guid, passage.c.start_cp, passage.c.end_cp, passage.c.quote, coder.c.name.label("coder"),
        coding_round.c.number.label("round"), uncoded.c.reason, uncoded.c.facets,
    ).select_from(joined)  # fmt: skip
    study_id = store.study_id
    with store.reading() as connection:
        keys = _keys(connection, representation, study_id, representation.c.guid.in_([text]))
        query = query.where(passage.c.representation_id.in_(keys), *_unseen(connection, study_id, blind, uncoded))
        rows = connection.execute(query.order_by(passage.c.start_cp, passage.c.end_cp, uncoded.c.id)).mappings()
        return [dict(row) for row in rows]


def _conditions(
    connection: Connection, study_id: int, wanted: CodingFilter, blind: Blindness | None
) -> list[ColumnElement[bool]]:
    conditions: list[ColumnElement[bool]] = [coding.c.study_id == study_id]
    if wanted.codes is not None:
        conditions.append(coding.c.code_id.in_(_keys(connection, code, study_id, code.c.guid.in_(wanted.codes))))
    if wanted.rounds is not None:
        keys = _keys(connection, coding_round, study_id, coding_round.c.guid.in_(wanted.rounds))
        conditions.append(coding.c.round_id.in_(keys))
    if wanted.sources is not None:
        keys = _keys(connection, source, study_id, source.c.guid.in_(wanted.sources))
        conditions.append(representation.c.source_id.in_(keys))
    conditions += _coders(connection, study_id, wanted.coders)
    for name, tokens in wanted.equals.items():
        column = source.c[name] if name in ("kind", "language") else coding.c[name]
        conditions.append(column.in_(tokens))
    if wanted.words:
        pattern = f"%{_escaped(wanted.words)}%"
        conditions.append(or_(passage.c.quote.ilike(pattern, escape="\\"), coding.c.memo.ilike(pattern, escape="\\")))
    return conditions + _unseen(connection, study_id, blind)


def _coders(connection: Connection, study_id: int, names: Collection[str] | None) -> list[ColumnElement[bool]]:
    if names is None:
        return []
    return [coding.c.coder_id.in_(_keys(connection, coder, study_id, coder.c.name.in_(names)))]


def _unseen(
    connection: Connection, study_id: int, blind: Blindness | None, table: Any = coding
) -> list[ColumnElement[bool]]:
    if blind is None or not blind.rounds:
        return []
    rounds = _keys(connection, coding_round, study_id, coding_round.c.guid.in_(blind.rounds))
    own = _keys(connection, coder, study_id, coder.c.name == blind.coder)
    mine = table.c.coder_id.in_(own) if own else false()
    return [or_(table.c.round_id.not_in(rounds), and_(table.c.round_id.in_(rounds), mine))]


def _keys(connection: Connection, table: Any, study_id: int, condition: ColumnElement[bool]) -> list[int]:
    return list(connection.execute(select(table.c.id).where(table.c.study_id == study_id, condition)).scalars())


def _escaped(words: str) -> str:
    return words.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_")
