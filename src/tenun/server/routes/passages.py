"""Passages: of a code, of a search, of a query; matrices; saved queries."""

from __future__ import annotations

import json
from dataclasses import asdict
from typing import TYPE_CHECKING, Annotated, Any

from fastapi import Query as Parameter
from fastapi import Response

from tenun.errors import InputRefused
from tenun.server.answers.codings import (
    HitsAnswer,
    MatrixAnswer,
    MatrixQuestion,
    NewQuery,
    PassageRow,
    QueryText,
    Retrieval,
    SavedQuery,
)  # fmt: skip
from tenun.server.answers.common import Changed, GuidText, Listed, Paged
from tenun.server.desk import Desk, Guid, Here, Revision, Version
from tenun.server.paging import Asked, AskedTable, cursor, opened_cursor
from tenun.server.routes.in_study import study_router
from tenun.server.table_files import table_file
from tenun.store.coding_columns import CodingColumns, coding_columns
from tenun.store.pages import (
    FACETS,
    ORDERS,
    CodingFilter,
    coding_page,
    coding_rows_by_key,
    count_codings,
)  # fmt: skip
from tenun.study.blindness import blindness
from tenun.study.codebook.list_codes import with_those_below
from tenun.study.coding_index import TABLES, index_of
from tenun.study.cross_tabulate import Matrix, cross_tabulate
from tenun.study.retrieve_passages import Query, Term, retrieve, visible_columns
from tenun.study.scope import StudyScope
from tenun.study.search_texts import search_texts
from tenun.study.stale import etag, existing
from tenun.study.write_memo import remove_memo, write_memo

if TYPE_CHECKING:
    from tenun.analysis.query import CodingIndex

router = study_router("passages")
_FILTERS = (*FACETS, "status", "kind", "language")
_FILE = ("source_key", "start_cp", "end_cp", "quote", "code_key", "coder", "round", *FACETS, "status", "memo")


@router.get("/codes/{guid}/passages", response_model=Paged[PassageRow])
def get_passages(
    guid: Guid,
    desk: Here,
    revision: Revision,
    asked: AskedTable,
    below: Annotated[bool, Parameter(description="Also of the codes below it.")] = False,
) -> dict[str, Any] | Response:
    """The passages of a code. `sort`: place, made, code or coder; filters: facets, status, kind, language, coder."""
    scope = desk.scope
    existing(scope, "code", guid)
    wanted = _filter(asked, with_those_below(scope, [guid]) if below else [guid])
    order = asked.sort or "place"
    if order not in ORDERS or (asked.after is not None and len(asked.after) != len(ORDERS[order])):
        raise InputRefused("server.no-field", field=order, allowed=", ".join(ORDERS))
    hidden, whole = blindness(scope), asked.format != "json"
    rows, end = coding_page(
        scope.store, wanted, order=order, descending=asked.descending, after=None if whole else asked.after,
        limit=1_000_000 if whole else asked.limit, blind=hidden,
    )  # fmt: skip
    if asked.format != "json":
        return table_file(rows, _FILE, asked.format, f"{scope.store.key}-passages")
    total = count_codings(scope.store, wanted, blind=hidden)
    return {"rows": _tagged(rows), "next": cursor(end), "total": total, "revision": revision}


@router.get("/search", response_model=HitsAnswer)
def search(
    desk: Here,
    revision: Revision,
    q: Annotated[str, Parameter(max_length=500, description='Words, "side by side", or beginnings*.')],
    source: Annotated[GuidText | None, Parameter(description="Only in this source.")] = None,
    limit: Annotated[int, Parameter(ge=1, le=5_000)] = 200,
) -> dict[str, Any]:
    """Search the texts, each hit in the words around it."""
    hits = search_texts(desk.scope, q, source=source, limit=limit + 1)
    return {"hits": [asdict(hit) for hit in hits[:limit]], "more": len(hits) > limit, "revision": revision}


@router.post("/retrieve", response_model=Paged[PassageRow])
def retrieve_passages(body: Retrieval, desk: Here, revision: Revision) -> dict[str, Any] | Response:
    """The codings that a query asks for, by source and place, a page at a time. Changes nothing."""
    found = _found(desk, body)
    start = _start(body.after, found)
    keys = found.id.tolist()
    if body.format != "json":
        rows = [
            row for at in range(0, len(keys), 500) for row in coding_rows_by_key(desk.study.store, keys[at : at + 500])
        ]
        return table_file(rows, _FILE, body.format, f"{desk.study.store.key}-passages")
    chosen = keys[start : start + body.limit]
    end = start + len(chosen)
    following = cursor([chosen[-1], end]) if chosen and end < len(keys) else None
    rows = _tagged(coding_rows_by_key(desk.study.store, chosen))
    return {"rows": rows, "next": following, "total": len(keys), "revision": revision}


@router.post("/matrix", response_model=MatrixAnswer)
def matrix(body: MatrixQuestion, desk: Here, revision: Revision) -> dict[str, Any] | Response:
    """Count the codings that a query asks for by code and case, kind, code, coder or source. Changes nothing."""
    found = cross_tabulate(desk.scope, _found(desk, body.filters), body.columns, body.unit)
    if body.format != "json":
        return _matrix_file(desk, found, body)
    return {**asdict(found), "revision": revision}


@router.get("/queries", response_model=Listed[SavedQuery])
def get_queries(desk: Here, revision: Revision) -> dict[str, Any]:
    """The queries that were kept."""
    return {"rows": _queries(desk.scope, desk.study.store.rows("memo", kind="query")), "revision": revision}


@router.post("/queries", response_model=Changed[SavedQuery], status_code=201)
async def keep_query(body: NewQuery, desk: Here) -> dict[str, Any]:
    """Keep a query under a name."""
    text = body.query.model_dump_json()
    rows, seq = await desk.change(
        lambda scope: write_memo(scope, kind="query", title=body.name, body=text),
        lambda scope, guid: _queries(scope, scope.store.rows("memo", guid=guid)),
    )
    return {"rows": rows, "event": {"seq": seq}}


@router.delete("/queries/{guid}", response_model=Changed[SavedQuery])
async def drop_query(guid: Guid, desk: Here, version: Version) -> dict[str, Any]:
    """Take a kept query away."""
    _, seq = await desk.change(lambda scope: remove_memo(scope, guid, version), lambda scope, _: None)
    return {"rows": [], "gone": [guid], "event": {"seq": seq}}


def query_of(text: QueryText) -> Query:
    """A query as the service knows it."""
    facets = {name: tuple(tokens) for name, tokens in text.facets.items()}
    if text.cases:
        facets["case"] = tuple(text.cases)
    terms = tuple(
        Term(term.relation, tuple(term.codes), term.below, term.near_cp, term.near_unit) for term in text.terms
    )
    many = {
        name: tuple(getattr(text, name)) for name in ("coders", "rounds", "kinds", "languages", "sources", "status")
    }
    return Query(terms, facets, words=text.words, **many)


def _found(desk: Desk, text: QueryText) -> CodingColumns:
    store = desk.study.store

    def prepare() -> tuple[CodingColumns, CodingIndex]:
        columns = coding_columns(store)
        return columns, index_of(store, columns)

    every, index = desk.study.memory.recall("index", TABLES, prepare)
    seen = visible_columns(desk.scope, every)
    return retrieve(desk.scope, query_of(text), seen, index if seen is every else None)


def _start(after: str | None, found: CodingColumns) -> int:
    """Where the page begins: after the coding that the cursor names, or at its place by number where it is gone."""
    if after is None:
        return 0
    parts = opened_cursor(after)
    if len(parts) != 2 or not all(isinstance(part, int) and part >= 0 for part in parts):
        raise InputRefused("server.cursor")
    places = (found.id == parts[0]).nonzero()[0]
    return int(places[0]) + 1 if len(places) else min(parts[1], len(found))


def _filter(asked: Asked, codes: list[str]) -> CodingFilter:
    if unknown := [name for name in asked.equals if name not in (*_FILTERS, "coder", "source")]:
        raise InputRefused("server.no-field", field=unknown[0], allowed=", ".join((*_FILTERS, "coder", "source")))
    equals = {name: values for name, values in asked.equals.items() if name in _FILTERS}
    return CodingFilter(codes, asked.equals.get("source"), asked.equals.get("coder"), equals=equals, words=asked.words)


def _tagged(rows: list[dict[str, Any]]) -> list[dict[str, Any]]:
    return [{**row, "etag": etag(row)} for row in rows]


def _queries(scope: StudyScope, rows: list[dict[str, Any]]) -> list[dict[str, Any]]:
    names = {row["guid"]: row["name"] for row in scope.store.rows("coder")}
    return [
        {
            "guid": row["guid"],
            "name": row["title"],
            "query": json.loads(row["body"]),
            "coder": names.get(row["coder"], ""),
            "at": row["at"],
            "etag": etag(row),
        }
        for row in rows
    ]


def _matrix_file(desk: Desk, found: Matrix, body: MatrixQuestion) -> Response:
    keys = {row["guid"]: row["key"] for row in desk.study.store.rows("code")}
    counts = {(cell.code, cell.column): cell.count for cell in found.cells}
    columns = [keys.get(column, column) or "-" for column in found.columns]
    rows = [
        {
            "code": keys[code],
            **{name: counts.get((code, column), 0) for name, column in zip(columns, found.columns, strict=True)},
        }
        for code in found.codes
    ]
    return table_file(
        rows, ["code", *columns], "xlsx" if body.format == "xlsx" else "csv", f"{desk.study.store.key}-matrix"
    )
