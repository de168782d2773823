"""A server of the tests that stands in for the web: it answers what it is told to, whatever address was asked."""

from __future__ import annotations

import socket
import ssl
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field

PUBLIC = "93.184.216.34"
PAGE = b"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\nSet-Cookie: a=b\r\nContent-Length: 4\r\n\r\nKota"


@dataclass
class Site:
    """A server that answers each request with the next of `answers` (the last one again and again)."""

    answers: list[bytes | Callable[[socket.socket], None]] = field(default_factory=lambda: [PAGE])
    requests: list[bytes] = field(default_factory=list)
    reached: list[str] = field(default_factory=list)
    port: int = 0
    secure: ssl.SSLContext | None = None

    def connect(self, ip: str, port: int, seconds: float) -> socket.socket:
        self.reached.append(f"{ip}:{port}")
        return socket.create_connection(("127.0.0.1", self.port), timeout=seconds)

    def serve(self, listening: socket.socket) -> None:
        while True:
            try:
                wire, _ = listening.accept()
            except OSError:
                return
            with wire, suppress(OSError):
                if not self.secure:
                    self.answer(wire)
                    continue
                with self.secure.wrap_socket(wire, server_side=True) as covered:
                    self.answer(covered)

    def answer(self, wire: socket.socket) -> None:
        request = b""
        while b"\r\n\r\n" not in request and not request.startswith(b"\x16") and (piece := wire.recv(65_536)):
            request += piece
        self.requests.append(request)
        answer = self.answers[min(len(self.requests), len(self.answers)) - 1]
        if callable(answer):
            answer(wire)
        else:
            wire.sendall(answer)


@contextmanager
def answering(*answers: bytes | Callable[[socket.socket], None]) -> Iterator[Site]:
    """A site that runs meanwhile."""
    made = Site(list(answers) or [PAGE])
    with socket.create_server(("127.0.0.1", 0)) as listening:
        made.port = listening.getsockname()[1]
        serving = threading.Thread(target=made.serve, args=[listening], daemon=True)
        serving.start()
        yield made
        listening.shutdown(socket.SHUT_RDWR)
    serving.join(5)


def redirect(target: str) -> bytes:
    """An answer that leads elsewhere."""
    return f"HTTP/1.1 302 Found\r\nLocation: {target}\r\nContent-Length: 0\r\n\r\n".encode()
