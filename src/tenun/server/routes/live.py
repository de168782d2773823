"""Live events over SSE."""

from __future__ import annotations

from collections.abc import AsyncIterator
from dataclasses import asdict
from typing import Annotated

from fastapi import Header, Query
from fastapi.sse import EventSourceResponse, ServerSentEvent

from tenun.server.answers.studies import LiveEventData
from tenun.server.desk import Here
from tenun.server.routes.in_study import study_router

router = study_router("live")
_RETRY_MS = 1_000


@router.get(
    "/events",
    response_class=EventSourceResponse,
    responses={200: {"model": LiveEventData, "description": "`id`: the event's number; `reset` after a gap."}},
)
async def follow(
    desk: Here,
    last_event_id: Annotated[str | None, Header(description="Where the last stream ended.")] = None,
    after: Annotated[int | None, Query(ge=0, description="The revision that was read, for a first stream.")] = None,
) -> AsyncIterator[ServerSentEvent]:
    """Every event of the study from now on, or from after `Last-Event-ID`, whoever wrote it."""
    seen = int(last_event_id) if last_event_id and last_event_id.isascii() and last_event_id.isdigit() else after
    yield ServerSentEvent(comment="open", retry=_RETRY_MS)
    async for event in desk.study.feed.follow(seen):
        if event is None:
            latest = desk.study.memory.since()
            yield ServerSentEvent(event="reset", id=str(latest), data={"seq": latest})
        else:
            yield ServerSentEvent(id=str(event.seq), data={**asdict(event), "tables": list(event.tables)})
