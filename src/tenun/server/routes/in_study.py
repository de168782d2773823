"""A router for what belongs to a study."""

from __future__ import annotations

from fastapi import APIRouter

from tenun.server.answers.errors import ErrorAnswer

FAILURES: dict[int | str, dict[str, object]] = {
    "4XX": {"model": ErrorAnswer, "description": "What went wrong, in both languages."},
    "5XX": {"model": ErrorAnswer, "description": "What went wrong, in both languages."},
}


def study_router(topic: str) -> APIRouter:
    """A router below `/api/studies/{study}`."""
    return APIRouter(prefix="/api/studies/{study}", tags=[topic], responses=FAILURES)
