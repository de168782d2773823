"""One page from the web, within bounds, over a connection to the address that was checked."""

from __future__ import annotations

import contextlib
import http.client
import socket
import ssl
import threading
import zlib
from collections.abc import Callable
from dataclasses import dataclass
from time import monotonic

from tenun.errors import InputRefused
from tenun.intake.guard.size import MIB
from tenun.intake.guard.url import Resolver, WebAddress, pinned, resolved, web_address

Connector = Callable[[str, int, float], socket.socket]
"""Connects to an IP address and port within so many seconds."""

MOST_BYTES = 24 * MIB
MOST_SECONDS = 40.0
MOST_REDIRECTS = 5
_PIECE = 65_536
_MOVED = (301, 302, 303, 307, 308)
_ASKING = {
    "User-Agent": "Tenun (research capture of a single page)",
    "Accept": "text/html,application/xhtml+xml,application/pdf,text/plain;q=0.9,*/*;q=0.1",
    "Accept-Encoding": "identity",
    "Connection": "close",
}


@dataclass(frozen=True, slots=True)
class Fetched:
    """A page as it came. `asked`: every address on the way, `url` the last; `kind`: the media type it says it has."""

    url: str
    asked: tuple[str, ...]
    status: int
    headers: tuple[tuple[str, str], ...]
    content: bytes
    kind: str


def fetch(url: str, *, resolver: Resolver = resolved, connect: Connector | None = None) -> Fetched:
    """Ask for a page. No cookie is sent or kept, and no proxy is used; each redirect is checked like the first address.

    Raises InputRefused for an address that may not be asked for, and for an answer that is none, too large or too slow.
    """
    until = monotonic() + MOST_SECONDS
    asked: list[str] = []
    address = web_address(url)
    for _ in range(MOST_REDIRECTS + 1):
        asked.append(address.url)
        answer = _ask(address, pinned(address, resolver), connect or _connected, until)
        if answer.status not in _MOVED:
            return _accepted(answer, asked)
        address = web_address(dict(answer.headers).get("location", ""), base=address.url)
    raise InputRefused("web.too-many-redirects", most=MOST_REDIRECTS)


@dataclass(frozen=True, slots=True)
class _Answer:
    status: int
    headers: tuple[tuple[str, str], ...]
    content: bytes


def _accepted(answer: _Answer, asked: list[str]) -> Fetched:
    if answer.status != 200:
        raise InputRefused("web.status", status=answer.status)
    kind = dict(answer.headers).get("content-type", "").partition(";")[0].strip().lower()
    return Fetched(asked[-1], tuple(asked), answer.status, answer.headers, answer.content, kind)


def _ask(address: WebAddress, ip: str, connect: Connector, until: float) -> _Answer:
    wire: socket.socket | None = None
    watch: threading.Timer | None = None
    try:
        wire = connect(ip, address.port, _left(until))
        # Each piece may come in time and the whole never end; at the deadline the line is cut.
        watch = threading.Timer(_left(until), _cut, [wire])
        watch.daemon = True
        watch.start()
        if address.scheme == "https":
            wire = ssl.create_default_context().wrap_socket(wire, server_hostname=address.host)
        return _answer(address, wire, until)
    except ssl.SSLCertVerificationError as error:
        raise InputRefused("web.certificate") from error
    except (OSError, http.client.HTTPException, zlib.error, ValueError) as error:
        code = "web.too-slow" if monotonic() >= until or isinstance(error, TimeoutError) else "web.no-answer"
        raise InputRefused(code, seconds=int(MOST_SECONDS)) from error
    finally:
        if watch is not None:
            watch.cancel()
        if wire is not None:
            wire.close()


def _answer(address: WebAddress, wire: socket.socket, until: float) -> _Answer:
    connection = http.client.HTTPConnection(address.host, address.port)
    connection.sock = wire
    with contextlib.closing(connection):
        connection.request("GET", address.target, headers=_ASKING)
        with connection.getresponse() as response:
            headers = tuple((name.lower(), value) for name, value in response.getheaders())
            content = b"" if response.status in _MOVED else _content(response, until)
            # A line that was cut at the deadline looks like one that ended.
            _left(until)
            return _Answer(response.status, headers, content)


def _content(response: http.client.HTTPResponse, until: float) -> bytes:
    unpacking = _unpacking(response.getheader("Content-Encoding", "identity").strip().lower())
    pieces: list[bytes] = []
    size = 0
    while piece := response.read1(_PIECE):
        _left(until)
        plain = unpacking.decompress(piece, MOST_BYTES + 1) if unpacking else piece
        size += len(plain)
        if size > MOST_BYTES:
            raise InputRefused("web.too-large", most=MOST_BYTES // MIB)
        pieces.append(plain)
    if response.length or (unpacking and not unpacking.eof):
        raise http.client.IncompleteRead(b"")
    return b"".join(pieces)


def _unpacking(encoding: str) -> zlib._Decompress | None:
    if encoding in ("", "identity"):
        return None
    if encoding not in ("gzip", "x-gzip", "deflate"):
        raise http.client.UnknownTransferEncoding(encoding)
    return zlib.decompressobj(47)


def _connected(ip: str, port: int, seconds: float) -> socket.socket:
    return socket.create_connection((ip, port), timeout=seconds)


def _cut(wire: socket.socket) -> None:
    with contextlib.suppress(OSError):
        wire.shutdown(socket.SHUT_RDWR)


def _left(until: float) -> float:
    left = until - monotonic()
    if left <= 0:
        raise InputRefused("web.too-slow", seconds=int(MOST_SECONDS))
    return left
