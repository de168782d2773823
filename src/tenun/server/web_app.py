"""The built web app: hashed files kept by browsers for ever, everything else its one page."""

from __future__ import annotations

import mimetypes
from pathlib import Path
from typing import Annotated

from fastapi import APIRouter, Query, Request
from starlette.responses import RedirectResponse, Response

from tenun.server.headers import NONCE_PLACE, app_policy, new_nonce
from tenun.server.session import NotLetIn, Sessions
from tenun.study.stale import Missing

BUILT = Path(__file__).with_name("app")
FOREVER = "public, max-age=31536000, immutable"
_ENCODINGS = (("br", ".br"), ("gzip", ".gz"))
_TYPES = {".js": "text/javascript", ".mjs": "text/javascript", ".wasm": "application/wasm", ".woff2": "font/woff2"}
router = APIRouter(include_in_schema=False)

NOT_BUILT = """<!doctype html>
<html lang="en"><meta charset="utf-8"><title>Tenun</title>
<h1>The web app has not been built</h1>
<p>Tenun is running, but the pages of its web app are not there.
Build them once with <code>python hatch_build.py</code>, then reload.</p>
<h1 lang="id">Aplikasi web belum dibangun</h1>
<p lang="id">Tenun sudah berjalan, tetapi halaman aplikasi webnya belum ada.
Bangun sekali dengan <code>python hatch_build.py</code>, lalu muat ulang.</p>
"""


@router.get("/enter")
@router.get("/")
def enter(request: Request, token: Annotated[str, Query(max_length=200)] = "") -> Response:
    """The app's page; a one-time token is swapped for a cookie on the way in."""
    if not token:
        return page(request)
    sessions: Sessions = request.app.state.sessions
    cookie = sessions.admit(token)
    if cookie is None and request.scope["state"]["person"] is None:
        raise NotLetIn("server.no-session")
    answer = RedirectResponse("/", status_code=303)
    if cookie is not None:
        answer.set_cookie(request.app.state.cookie, cookie, path="/", httponly=True, samesite="strict")
    return answer


@router.get("/{path:path}")
def any_path(path: str, request: Request) -> Response:
    """A file of the app, or its page, which knows what to show at an address of its own."""
    if path == "api" or path.startswith("api/"):
        raise Missing("server.no-such-route")
    found = _file(request.app.state.built, path)
    if found is None:
        if "." in path.rsplit("/", 1)[-1]:
            raise Missing("server.no-such-route")
        return page(request)
    kind = _TYPES.get(found.suffix) or mimetypes.guess_type(found.name)[0] or "application/octet-stream"
    headers = {"Cache-Control": FOREVER if path.startswith("assets/") else "no-cache", "Vary": "Accept-Encoding"}
    for encoding, ending in _ENCODINGS:
        packed = found.with_name(found.name + ending)
        if encoding in request.headers.get("accept-encoding", "") and packed.is_file():
            headers["Content-Encoding"] = encoding
            return Response(packed.read_bytes(), media_type=kind, headers=headers)
    return Response(found.read_bytes(), media_type=kind, headers=headers)


def page(request: Request) -> Response:
    """The one page of the app, with a nonce for the style elements that its editor makes; a plain one if not built."""
    if request.scope["state"]["person"] is None:
        raise NotLetIn("server.no-session")
    nonce = new_nonce()
    index = request.app.state.built / "index.html"
    text = index.read_text("utf-8").replace(NONCE_PLACE, nonce) if index.is_file() else NOT_BUILT
    headers = {"Content-Security-Policy": app_policy(nonce), "Cache-Control": "no-store"}
    return Response(text, media_type="text/html; charset=utf-8", headers=headers)


def _file(built: Path, path: str) -> Path | None:
    """A file of the built app; None for anything outside, a folder, or the packed forms."""
    if path == "index.html" or "\0" in path or "\\" in path:
        return None
    found = (built / path).resolve()
    inside = found.is_relative_to(built.resolve())
    return found if inside and found.is_file() and found.suffix not in (".br", ".gz", ".map") else None
