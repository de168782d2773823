"""The application: routes, the guard before them, and what errors become."""

from __future__ import annotations

from collections.abc import Iterable
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING

from fastapi import FastAPI
from fastapi.exceptions import RequestValidationError
from fastapi.routing import APIRoute
from starlette.exceptions import HTTPException

from tenun.errors import TenunError
from tenun.server import web_app
from tenun.server.answers import errors
from tenun.server.guard import Guard
from tenun.server.routes import routers

if TYPE_CHECKING:
    from tenun.server.session import Sessions
    from tenun.server.studies import Studies

BODY_AT_MOST = 96 * 1024 * 1024


def create_app(
    studies: Studies,
    sessions: Sessions,
    hosts: Iterable[str],
    *,
    built: Path = web_app.BUILT,
    cookie: str = "tenun",
    allow_web: bool = False,
) -> FastAPI:
    """The app over open studies.

    `hosts`: the values of the Host header that it answers to, such as `127.0.0.1:8765`. `built`: the folder of the
    built web app. `cookie`: its cookie's name; cookies do not know ports, so each server needs its own. `allow_web`:
    whether pages of the web may be asked for.
    """
    app = FastAPI(
        title="Tenun",
        version=version("tenun"),
        openapi_url="/api/openapi.json",
        docs_url=None,
        redoc_url=None,
        telemetry={
            "tracing": False,
            "metrics": False,
            "logs": False,
            "operation_spans": False,
            "auto_configure": False,
        },
        max_body_size=BODY_AT_MOST,
        form_limits={"max_files": 5_000},
        generate_unique_id_function=_operation_name,
    )
    app.state.studies, app.state.sessions = studies, sessions
    app.state.built, app.state.cookie, app.state.allow_web = built, cookie, allow_web
    for router in (*routers(), web_app.router):
        app.include_router(router)
    app.add_exception_handler(TenunError, errors.refused)
    app.add_exception_handler(RequestValidationError, errors.malformed)
    app.add_exception_handler(HTTPException, errors.no_such_route)
    app.add_exception_handler(Exception, errors.broken)
    app.add_middleware(Guard, hosts=tuple(hosts), sessions=sessions, cookie=cookie)
    return app


def _operation_name(route: APIRoute) -> str:
    """The function's own name; the typed client is made from it, and a test holds that no two are alike."""
    return route.name
