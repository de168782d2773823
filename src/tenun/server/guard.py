"""The door: the right host, a known browser, and no change that another site asked for."""

from __future__ import annotations

from collections.abc import Iterable
from http.cookies import CookieError, SimpleCookie
from typing import TYPE_CHECKING

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import Response

from tenun.errors import NotAllowed
from tenun.server.answers.errors import answer_of
from tenun.server.headers import ALWAYS, app_policy
from tenun.server.session import NotLetIn, WrongHost

if TYPE_CHECKING:
    from starlette.types import ASGIApp, Message, Receive, Scope, Send

    from tenun.server.session import Sessions

READING = frozenset({"GET", "HEAD"})
ENTRANCE = frozenset({"/", "/enter"})
_OURS = frozenset({"same-origin", "none"})


class Guard:
    """Wraps the app; what does not pass never reaches a route.

    The Host header must be one of ours, or a page of another site could reach us under its own name (DNS rebinding).
    A change must carry our Origin or come from our own pages by Sec-Fetch-Site; SameSite=Strict alone would let other
    programs on this machine's ports in. Nothing but the entrance answers without the cookie.
    """

    def __init__(self, app: ASGIApp, *, hosts: Iterable[str], sessions: Sessions, cookie: str) -> None:
        self._app = app
        self._hosts = frozenset(hosts)
        self._origins = frozenset(f"http://{host}" for host in self._hosts)
        self._sessions = sessions
        self._cookie = cookie

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer or refuse one request."""
        if scope["type"] != "http":
            if scope["type"] == "lifespan":
                await self._app(scope, receive, send)
            return
        refusal = self._refusal(scope)
        if refusal is not None:
            await refusal(scope, receive, _with_headers(send))
            return
        await self._app(scope, receive, _with_headers(send))

    def _refusal(self, scope: Scope) -> Response | None:
        headers = Headers(scope=scope)
        if headers.getlist("host") not in [[host] for host in self._hosts]:
            return _refused(scope, WrongHost("server.host"))
        person = self._sessions.person(cookie_in(headers, self._cookie))
        if person is None and not (scope["path"] in ENTRANCE and scope["method"] in READING):
            return _refused(scope, NotLetIn("server.no-session"))
        if not self._from_here(scope, headers):
            return _refused(scope, NotAllowed("server.other-site"))
        scope.setdefault("state", {})["person"] = person
        return None

    def _from_here(self, scope: Scope, headers: Headers) -> bool:
        origin, site = headers.get("origin"), headers.get("sec-fetch-site")
        if scope["method"] in READING:
            to_page = headers.get("sec-fetch-mode") == "navigate" and not scope["path"].startswith("/api")
            return to_page or ((site is None or site in _OURS) and (origin is None or origin in self._origins))
        if origin is None and site is None:
            return False
        return (origin is None or origin in self._origins) and (site is None or site == "same-origin")


def cookie_in(headers: Headers, name: str) -> str | None:
    """The value of a cookie, or None."""
    try:
        jar = SimpleCookie(headers.get("cookie", ""))
    except CookieError:
        return None
    return jar[name].value if name in jar else None


def _with_headers(send: Send) -> Send:
    async def sending(message: Message) -> None:
        if message["type"] == "http.response.start":
            headers = MutableHeaders(scope=message)
            for name, value in ALWAYS:
                headers.setdefault(name, value)
            headers.setdefault("Content-Security-Policy", app_policy())
            if "frame-ancestors 'self'" in headers["Content-Security-Policy"]:
                del headers["X-Frame-Options"]
            headers.setdefault("Cache-Control", "no-store")
        await send(message)

    return sending


def _refused(scope: Scope, error: NotAllowed) -> Response:
    if scope["path"].startswith("/api"):
        return answer_of(error)
    page = f"{error.text('en')} {error.hint('en')}\n\n{error.text('id')} {error.hint('id')}\n"
    return Response(page, status_code=error.http_status, media_type="text/plain")
