"""Coding: what lies on a text, and every change of it."""

from __future__ import annotations

from typing import Annotated, Any

from fastapi import Query

from tenun.coding.places import Place, Region, Times
from tenun.errors import InputRefused
from tenun.server.answers.codings import (
    CodingChange,
    CodingRow,
    CodingsAnswer,
    CoverageRow,
    ManyCodings,
    NewCoding,
    NewCoverage,
    NewPlaceCoding,
    NewUncoded,
    UncodedRow,
)  # fmt: skip
from tenun.server.answers.common import Changed
from tenun.server.desk import Guid, Here, Revision, Version
from tenun.server.routes.in_study import study_router
from tenun.store.pages import coding_rows, codings_of_text, uncoded_of_text
from tenun.study.blindness import blindness
from tenun.study.code_passage import note_not_found
from tenun.study.code_span import code_place, code_span, leave_span
from tenun.study.code_spans import code_spans
from tenun.study.revise_coding import Revision as Revised
from tenun.study.revise_coding import remove_coding, revise_coding, withdraw_uncoded
from tenun.study.scope import StudyScope
from tenun.study.stale import etag, existing
from tenun.text.spans import Span

router = study_router("codings")


@router.get("/sources/{guid}/codings", response_model=CodingsAnswer)
def get_codings(
    guid: Guid,
    desk: Here,
    revision: Revision,
    coder: Annotated[list[str] | None, Query(description="Only of these coders.")] = None,
    round: Annotated[list[int] | None, Query(description="Only of these rounds.")] = None,  # noqa: A002
) -> dict[str, Any]:
    """What lies on the text of a source; in a blind round only what is the acting coder's own."""
    scope, text = desk.scope, existing(desk.scope, "source", guid)["representation"]
    hidden = blindness(scope)
    rows = codings_of_text(scope.store, text, blind=hidden, coders=coder) if text else []
    left = uncoded_of_text(scope.store, text, blind=hidden) if text else []
    shown = [{**row, "etag": etag(row)} for row in rows if round is None or row["round"] in round]
    uncoded = [{**row, "etag": etag(existing(scope, "uncoded", row["guid"]))} for row in left]
    return {"codings": shown, "uncoded": uncoded, "hidden": bool(hidden.rounds), "revision": revision}


@router.post("/codings", response_model=Changed[CodingRow], status_code=201)
async def add_coding(body: NewCoding, desk: Here) -> dict[str, Any]:
    """Put a code on a stretch of text."""
    span, facets = _span(body.start_cp, body.end_cp), body.facets.named() if body.facets else None

    def verb(scope: StudyScope) -> str:
        return code_span(
            scope,
            body.source,
            span,
            body.code,
            quote=body.quote,
            facets=facets,
            round_number=body.round,
            memo=body.memo,
        )

    rows, seq = await desk.change(verb, lambda scope, guid: _rows(scope, [guid]))
    return {"rows": rows, "event": {"seq": seq}}


@router.post("/codings/places", response_model=Changed[CodingRow], status_code=201)
async def add_place_coding(body: NewPlaceCoding, desk: Here) -> dict[str, Any]:
    """Put a code on a region of a picture or page, or on a time of a recording."""
    place, facets = _place(body), body.facets.named() if body.facets else None

    def verb(scope: StudyScope) -> str:
        return code_place(
            scope, body.source, place, body.code, said=body.said, facets=facets, round_number=body.round, memo=body.memo
        )

    rows, seq = await desk.change(verb, lambda scope, guid: _rows(scope, [guid]))
    return {"rows": rows, "event": {"seq": seq}}


@router.post("/codings/bulk", response_model=Changed[CodingRow], status_code=201)
async def add_codings(body: ManyCodings, desk: Here) -> dict[str, Any]:
    """Put a code on many places at once, as one step to undo."""
    places = [(place.source, _span(place.start_cp, place.end_cp)) for place in body.spans]
    facets = body.facets.named() if body.facets else None

    def verb(scope: StudyScope) -> list[str]:
        return code_spans(scope, places, body.code, facets=facets, round_number=body.round, memo=body.memo)

    rows, seq = await desk.change(verb, _rows)
    return {"rows": rows, "event": {"seq": seq}}


@router.patch("/codings/{guid}", response_model=Changed[CodingRow])
async def change_coding(guid: Guid, body: CodingChange, desk: Here, version: Version) -> dict[str, Any]:
    """Recode, resize, change facets, memo or status."""
    span = None
    if body.start_cp is not None or body.end_cp is not None:
        if body.start_cp is None or body.end_cp is None:
            raise InputRefused("server.malformed", where="body.end_cp")
        span = _span(body.start_cp, body.end_cp)
    facets = body.facets.named() if body.facets else None
    revised = Revised(body.code, span, facets, body.memo, body.status)
    rows, seq = await desk.change(
        lambda scope: revise_coding(scope, guid, version, revised), lambda scope, _: _rows(scope, [guid])
    )
    return {"rows": rows, "event": {"seq": seq}}


@router.delete("/codings/{guid}", response_model=Changed[CodingRow])
async def delete_coding(guid: Guid, desk: Here, version: Version) -> dict[str, Any]:
    """Take a coding away."""
    _, seq = await desk.change(lambda scope: remove_coding(scope, guid, version), lambda scope, _: None)
    return {"rows": [], "gone": [guid], "event": {"seq": seq}}


@router.post("/uncoded", response_model=Changed[UncodedRow], status_code=201)
async def add_uncoded(body: NewUncoded, desk: Here) -> dict[str, Any]:
    """Say that a stretch was read and is left uncoded on purpose."""
    span, facets = _span(body.start_cp, body.end_cp), body.facets.named() if body.facets else None

    def verb(scope: StudyScope) -> str:
        return leave_span(
            scope, body.source, span, body.reason, quote=body.quote, facets=facets, round_number=body.round
        )

    def show(scope: StudyScope, guid: str) -> list[dict[str, Any]]:
        text = existing(scope, "source", body.source)["representation"]
        rows = [row for row in uncoded_of_text(scope.store, text) if row["guid"] == guid]
        return [{**row, "etag": etag(existing(scope, "uncoded", guid))} for row in rows]

    rows, seq = await desk.change(verb, show)
    return {"rows": rows, "event": {"seq": seq}}


@router.delete("/uncoded/{guid}", response_model=Changed[UncodedRow])
async def delete_uncoded(guid: Guid, desk: Here, version: Version) -> dict[str, Any]:
    """Take back that a passage was left uncoded."""
    _, seq = await desk.change(lambda scope: withdraw_uncoded(scope, guid, version), lambda scope, _: None)
    return {"rows": [], "gone": [guid], "event": {"seq": seq}}


@router.post("/coverage", response_model=Changed[CoverageRow], status_code=201)
async def add_coverage(body: NewCoverage, desk: Here) -> dict[str, Any]:
    """Note that a source was read for a code and does not hold it."""

    def verb(scope: StudyScope) -> str:
        source, code = existing(scope, "source", body.source)["key"], existing(scope, "code", body.code)["key"]
        return note_not_found(scope, source, code, round_number=body.round)

    row = {"source": body.source, "code": body.code, "coder": desk.coder, "round": body.round}
    rows, seq = await desk.change(verb, lambda _, guid: [{"guid": guid, **row}])
    return {"rows": rows, "event": {"seq": seq}}


def _span(start_cp: int, end_cp: int) -> Span:
    if start_cp >= end_cp:
        raise InputRefused("server.malformed", where="body.end_cp")
    return Span(start_cp, end_cp)


def _place(body: NewPlaceCoding) -> Place:
    if body.region is not None and body.times is None:
        return Region(**body.region.model_dump())
    if body.times is not None and body.region is None:
        return Times(body.times.start_ms, body.times.end_ms)
    raise InputRefused("server.malformed", where="body.region")


def _rows(scope: StudyScope, guids: list[str]) -> list[dict[str, Any]]:
    return [{**row, "etag": etag(row)} for row in coding_rows(scope.store, guids)]
