"""Errors as the app gets them: data in both languages, and the row as it is now where somebody was first."""

from __future__ import annotations

import logging
import traceback
from http import HTTPStatus
from typing import TYPE_CHECKING, Any

from pydantic import BaseModel, Field
from starlette.responses import JSONResponse

from tenun.errors import InputRefused, StoreUnavailable, TenunError

if TYPE_CHECKING:
    from fastapi import Request

LOG = logging.getLogger("tenun.server")


class ErrorBody(BaseModel):
    """What went wrong and what can be done about it, in both languages; never words of a document."""

    code: str
    message_en: str
    message_id: str
    hint_en: str = ""
    hint_id: str = ""
    where: str = ""


class ErrorAnswer(BaseModel):
    """The answer to a request that failed. `current`: the row as it is now, where the request knew an older one."""

    error: ErrorBody
    current: dict[str, Any] | None = Field(default=None)


def body_of(error: TenunError) -> ErrorBody:
    """An error as data."""
    return ErrorBody(
        code=error.code,
        message_en=error.text("en"),
        message_id=error.text("id"),
        hint_en=error.hint("en"),
        hint_id=error.hint("id"),
        where=error.where,
    )


def answer_of(error: TenunError, status: int | None = None, current: dict[str, Any] | None = None) -> JSONResponse:
    """The answer that an error becomes."""
    answer = ErrorAnswer(error=body_of(error), current=current)
    return JSONResponse(answer.model_dump(), status_code=status or error.http_status)


async def refused(_request: Request, error: Exception) -> JSONResponse:
    """A TenunError that reached the door."""
    if not isinstance(error, TenunError):
        raise error
    return answer_of(error, current=getattr(error, "current", None))


async def malformed(_request: Request, error: Exception) -> JSONResponse:
    """A request that has not the shape it must have; what was sent is not repeated."""
    problems = error.errors() if hasattr(error, "errors") else []
    where = ".".join(str(part) for part in problems[0]["loc"]) if problems else ""
    return answer_of(InputRefused("server.malformed", where=where))


async def no_such_route(_request: Request, error: Exception) -> JSONResponse:
    """A path that does not exist, a method that it does not take, a body that is too large."""
    status = getattr(error, "status_code", HTTPStatus.NOT_FOUND)
    if status == HTTPStatus.REQUEST_ENTITY_TOO_LARGE:
        return answer_of(InputRefused("server.too-large"), status)
    if status == HTTPStatus.BAD_REQUEST:
        return answer_of(InputRefused("server.malformed"))
    return answer_of(InputRefused("server.no-such-route"), status)


async def broken(_request: Request, error: Exception) -> JSONResponse:
    """A fault of ours. The log gets the place and the kind, not the message, which may quote a document."""
    frames = "".join(traceback.format_tb(error.__traceback__))
    LOG.error("%s\n%s", type(error).__name__, frames)
    return answer_of(StoreUnavailable("server.fault"), HTTPStatus.INTERNAL_SERVER_ERROR)
