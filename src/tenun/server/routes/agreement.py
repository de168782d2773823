"""Agreement between coders, and the queue of what they coded differently."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from fastapi import Query

from tenun.errors import InputRefused
from tenun.server import figures
from tenun.server.answers.claims import Adjudication, AgreementAnswer, DisagreementsAnswer, Settled
from tenun.server.desk import Desk, Here, Revision
from tenun.server.paging import cursor, opened_cursor
from tenun.server.routes.in_study import study_router
from tenun.study.adjudicate import adjudicate
from tenun.study.blindness import refuse_while_blind
from tenun.study.disagreements import with_words
from tenun.study.scope import StudyScope
from tenun.text.spans import Span

router = study_router("agreement")
One = Annotated[str | None, Query(description="A coder.", max_length=200)]
Unit = Annotated[Literal["sentence", "character"], Query(description="What is compared.")]


@router.get("/agreement", response_model=AgreementAnswer)
def get_agreement(
    desk: Here, revision: Revision, a: One = None, b: One = None, unit: Unit = "sentence"
) -> dict[str, Any]:
    """How far two coders agree; without names the first two."""
    found = _agreement(desk, a, b, unit)
    return {**found, "disagreements": len(found["disagreements"]), "revision": revision}


@router.get("/disagreements", response_model=DisagreementsAnswer)
def get_disagreements(
    desk: Here,
    revision: Revision,
    a: One = None,
    b: One = None,
    after: Annotated[str | None, Query(max_length=2_000)] = None,
    limit: Annotated[int, Query(ge=1, le=500)] = 50,
    only_open: Annotated[bool, Query(description="Leave out what was settled.")] = False,
) -> dict[str, Any]:
    """The units that two coders labelled differently, by source and place."""
    found = disagreements_of(desk, a, b, only_open=only_open)
    rows = found.pop("rows")
    place = _after(after)
    rest = [row for row in rows if place is None or [row["source_key"], row["start_cp"], row["end_cp"]] > place]
    shown = rest[:limit]
    end = [shown[-1]["source_key"], shown[-1]["start_cp"], shown[-1]["end_cp"]] if len(rest) > limit else None
    return {**found, "total": len(rows), "revision": revision, "rows": shown, "next": cursor(end)}


def disagreements_of(desk: Desk, a: str | None, b: str | None, *, only_open: bool) -> dict[str, Any]:
    """All units that two coders labelled differently, by source and place, and how many are open."""
    found = _agreement(desk, a, b, "sentence")
    every = with_words(desk.scope, found["disagreements"], found["coders"])
    left = [row for row in every if row["adjudicated"] is None]
    rows = sorted(left if only_open else every, key=lambda row: (row["source_key"], row["start_cp"], row["end_cp"]))
    return {"coders": found["coders"], "open": len(left), "rows": rows}


@router.post("/adjudications", response_model=Settled, status_code=201)
async def settle(body: Adjudication, desk: Here) -> dict[str, Any]:
    """Record what a unit is coded as in the end."""
    if body.start_cp >= body.end_cp:
        raise InputRefused("server.malformed", where="body.end_cp")
    span, facets = Span(body.start_cp, body.end_cp), body.facets.named() if body.facets else None

    def verb(scope: StudyScope) -> list[str]:
        return adjudicate(scope, body.source, span, body.codes, facets=facets, memo=body.memo)

    guids, seq = await desk.change(verb, lambda _, guids: guids)
    return {"guids": guids, "seq": seq}


def _agreement(desk: Desk, a: str | None, b: str | None, unit: str) -> dict[str, Any]:
    refuse_while_blind(desk.scope)
    if (a is None) != (b is None):
        raise InputRefused("server.malformed", where="query.b")
    coders = (a, b) if a is not None and b is not None else None
    return desk.study.figure(desk.coder, figures.agreement, coders, unit, kind="slow")


def _after(after: str | None) -> list[Any] | None:
    if after is None:
        return None
    place = opened_cursor(after)
    if len(place) != 3 or not isinstance(place[0], str) or not all(isinstance(part, int) for part in place[1:]):
        raise InputRefused("server.cursor")
    return place
