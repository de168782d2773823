"""Rows out of the database, in their public shape."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from itertools import islice
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, bindparam, func, select
from sqlalchemy.sql.selectable import FromClause

from tenun.store.schema import metadata
from tenun.store.shapes import Row, shape_of

CHUNK = 5_000


@cache
def _query(name: str) -> tuple[Select[Any], Mapping[str, ColumnElement[Any]]]:
    """The rows of a table with guids for references, and the column that each public name is read from."""
    shape = shape_of(name)
    origin: FromClause = shape.table
    columns: dict[str, ColumnElement[Any]] = {}
    for field in shape.fields:
        if field.target is None:
            columns[field.name] = shape.table.c[field.column]
            continue
        target = metadata.tables[field.target].alias(f"{field.name}_")
        origin = origin.join(target, target.c.id == shape.table.c[field.column], isouter=field.optional)
        columns[field.name] = target.c.guid
    return select(*[column.label(name) for name, column in columns.items()]).select_from(origin), columns


def _scoped(name: str, study_id: int) -> Select[Any]:
    table = shape_of(name).table
    owner = table.c.id if name == "study" else table.c.study_id
    return _query(name)[0].where(owner == study_id)


@cache
def _asked(name: str, columns: tuple[tuple[str, bool], ...], *, counted: bool = False) -> Select[Any]:
    """The statement for rows whose columns equal its parameters, or are null; making it costs more than running it.

    `columns`: public names, and whether null is asked for.
    """
    table, known = shape_of(name).table, _query(name)[1]
    query = _query(name)[0].where((table.c.id if name == "study" else table.c.study_id) == bindparam("study"))
    for public, null in columns:
        shape_of(name).field(public)
        query = query.where(known[public].is_(None) if null else known[public] == bindparam(f"is_{public}"))
    return query.with_only_columns(func.count()) if counted else query.order_by(table.c.id)


def _parameters(study_id: int, equals: Mapping[str, Any]) -> tuple[tuple[tuple[str, bool], ...], dict[str, Any]]:
    given = {f"is_{public}": value for public, value in equals.items() if value is not None}
    return tuple((public, value is None) for public, value in equals.items()), {"study": study_id, **given}


def rows(connection: Connection, name: str, study_id: int, equals: Mapping[str, Any]) -> list[Row]:
    """Public rows whose columns equal what is asked for, in the order they were made."""
    columns, parameters = _parameters(study_id, equals)
    return [dict(row) for row in connection.execute(_asked(name, columns), parameters).mappings().all()]


def stream(connection: Connection, name: str, study_id: int) -> Iterator[Row]:
    """All public rows of a table, read as they are wanted."""
    query = _scoped(name, study_id).execution_options(yield_per=CHUNK)
    for row in connection.execute(query).mappings():
        yield dict(row)


def count(connection: Connection, name: str, study_id: int, equals: Mapping[str, Any]) -> int:
    """How many rows `rows` would give."""
    columns, parameters = _parameters(study_id, equals)
    return int(connection.execute(_asked(name, columns, counted=True), parameters).scalar_one())


def lookup(connection: Connection, name: str, study_id: int, public: str) -> dict[str, Any]:
    """One column of every row, by guid, in the order in which the rows were made."""
    shape_of(name).field(public)
    columns = _query(name)[1]
    query = _scoped(name, study_id).with_only_columns(columns["guid"], columns[public])
    found = connection.execute(query.order_by(shape_of(name).table.c.id)).all()
    return {row[0]: row[1] for row in found}


def rows_of(connection: Connection, name: str, study_id: int, guids: Iterable[str]) -> dict[str, Row]:
    """Public rows by guid; those that are not there are left out."""
    found: dict[str, Row] = {}
    wanted_guids = list(guids)
    if len(wanted_guids) == 1:
        return {row["guid"]: row for row in rows(connection, name, study_id, {"guid": wanted_guids[0]})}
    query = _scoped(name, study_id)
    waiting = iter(wanted_guids)
    while chunk := list(islice(waiting, CHUNK)):
        wanted = query.where(shape_of(name).table.c.guid.in_(chunk))
        found.update((row["guid"], dict(row)) for row in connection.execute(wanted).mappings().all())
    return found


def guids_where(connection: Connection, name: str, study_id: int, column: str, guids: Iterable[str]) -> list[str]:
    """Guids of the rows whose `column` is one of `guids`."""
    query, columns = _scoped(name, study_id), _query(name)[1]
    found = connection.execute(query.where(columns[column].in_(list(guids))).with_only_columns(columns["guid"]))
    return list(found.scalars())
