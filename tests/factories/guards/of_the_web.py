"""Guards of pages that are asked for from the web."""

from __future__ import annotations

import gzip
import socket
import ssl
import threading
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from types import SimpleNamespace

import pytest
from tests.factories.answering_site import PAGE, PUBLIC, answering, redirect
from tests.factories.guards.guard import ENDLESS, Guard, nothing, replacing, told

from tenun.errors import InputRefused
from tenun.intake.guard.url import web_address
from tenun.intake.web.fetching import Fetched, fetch
from tenun.study.importing.capture_page import capture_page
from tenun.study.scope import StudyScope

CERTIFICATE = Path(__file__).parents[1] / "nobodys_certificate.pem"
Answer = bytes | Callable[[socket.socket], None]


def _asked(url: str, *answers: Answer, ip: str = PUBLIC, secure: bool = False) -> str:
    """What came of asking: how much, and where the last connection went."""
    with answering(*answers) as site:
        if secure:
            site.secure = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
            site.secure.load_cert_chain(CERTIFICATE)
        names = {"inside.example": "10.0.0.1"}

        def ask() -> str:
            page = fetch(url, resolver=lambda host, port: [names.get(host, ip)], connect=site.connect)
            return f"{len(page.content)} bytes from {site.reached[-1]}"

        return told(ask)


def _dripping(wire: socket.socket) -> None:
    wire.sendall(b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n")
    ended = threading.Event()
    with suppress(OSError):
        for _ in range(8):
            ended.wait(0.05)
            wire.sendall(b"x")


def _packed() -> bytes:
    bomb = gzip.compress(bytes(26_000_000))
    return f"HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: {len(bomb)}\r\n\r\n".encode() + bomb


def _any_certificate(patch: pytest.MonkeyPatch) -> None:
    def careless(*given: object) -> ssl.SSLContext:
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
        context.check_hostname, context.verify_mode = False, ssl.CERT_NONE
        return context

    patch.setattr("tenun.intake.web.fetching.ssl", SimpleNamespace(**{**vars(ssl), "create_default_context": careless}))


def _once_more(patch: pytest.MonkeyPatch) -> None:
    """No number is told by its notation."""
    import re

    patch.setattr("tenun.intake.guard.url._NUMBER_LAST", re.compile("$^"))


def _captured(folder: Path) -> str:
    asked: list[str] = []

    def ask(url: str) -> Fetched:
        asked.append(url)
        raise InputRefused("web.no-answer", seconds=0)

    came = told(lambda: capture_page(StudyScope(None, "ana"), "http://a.example/", fetch=ask))  # type: ignore[arg-type]
    return f"{len(asked)} asked" if asked else came


WEB = (
    Guard("web: off unless enabled", _captured, "web.off", "1 asked",
          lambda patch: patch.setitem(capture_page.__kwdefaults__, "allowed", True)),
    Guard("web: addresses inside", lambda folder: _asked("http://a.example/", ip="192.168.1.1"), "web.not-public",
          "4 bytes from 192.168.1.1:80", replacing("intake.guard.url.check_public", by=nothing)),
    Guard("web: numbers in odd notations", lambda folder: _asked("http://0x7f.1/"), "web.address",
          f"4 bytes from {PUBLIC}:80", _once_more),
    Guard("web: redirects that lead inside",
          lambda folder: _asked("http://a.example/", redirect("http://inside.example/"), PAGE), "web.not-public",
          "4 bytes from 10.0.0.1:80", replacing("intake.guard.url.check_public", by=nothing)),
    Guard("web: redirects without end", lambda folder: _asked("http://a.example/", *[redirect("/b")] * 6, PAGE),
          "web.too-many-redirects", f"4 bytes from {PUBLIC}:80",
          replacing("intake.web.fetching.MOST_REDIRECTS", by=ENDLESS), ("intake.web.fetching.MOST_REDIRECTS",)),
    Guard("web: other schemes", lambda folder: told(lambda: web_address("gopher://a.example/").port), "web.address",
          "70", lambda patch: patch.setitem(web_address.__globals__["PORTS"], "gopher", 70)),
    Guard("web: other ports", lambda folder: told(lambda: web_address("http://a.example:22/").port), "web.port", "22",
          lambda patch: patch.setitem(web_address.__globals__["PORTS"], "http", 22)),
    Guard("web: length of an address",
          lambda folder: told(lambda: len(web_address(f"http://a.example/{'a' * 2_048}").target)), "web.address",
          "2049",
          replacing("intake.guard.url.LONGEST_URL", by=ENDLESS), ("intake.guard.url.LONGEST_URL",)),
    Guard("web: bytes of a page", lambda folder: _asked("http://a.example/", _packed()), "web.too-large",
          f"26000000 bytes from {PUBLIC}:80", replacing("intake.web.fetching.MOST_BYTES", by=1 << 30),
          ("intake.web.fetching.MOST_BYTES",)),
    Guard("web: time of a page", lambda folder: _asked("http://a.example/", _dripping), "web.too-slow",
          f"8 bytes from {PUBLIC}:80", nothing, ("intake.web.fetching.MOST_SECONDS",),
          on=replacing("intake.web.fetching.MOST_SECONDS", by=0.2)),
    Guard("web: certificates", lambda folder: _asked("https://a.example/", secure=True), "web.certificate",
          f"4 bytes from {PUBLIC}:443", _any_certificate),
)  # fmt: skip
