"""A plain HTTP client that keeps its connection, and times what it asks."""

from __future__ import annotations

import http.client
import json
import time
from collections.abc import Mapping
from http.cookies import SimpleCookie
from typing import Any
from urllib.parse import urlsplit


class Refused(Exception):
    """An answer that is no success."""


class Client:
    """One connection to one server; it keeps cookies as a browser would."""

    def __init__(self, address: str, headers: Mapping[str, str], cookies: Mapping[str, str] | None = None) -> None:
        self._headers = dict(headers)
        self.cookies = dict(cookies or {})
        self._connection = http.client.HTTPConnection(urlsplit(address).netloc, timeout=180)

    def close(self) -> None:
        """Let the connection go."""
        self._connection.close()

    def ask(self, method: str, path: str, body: Mapping[str, Any] | None = None) -> tuple[float, bytes]:
        """Milliseconds until the whole answer was there, and the answer. Raises Refused for anything from 400 on."""
        headers = {**self._headers, "Cookie": "; ".join(f"{name}={value}" for name, value in self.cookies.items())}
        content = None
        if body is not None:
            content, headers["Content-Type"] = json.dumps(body).encode(), "application/json"
        begun = time.perf_counter()
        self._connection.request(method, path, content, headers)
        answer = self._connection.getresponse()
        found = answer.read()
        spent = 1000 * (time.perf_counter() - begun)
        for line in answer.headers.get_all("Set-Cookie", []):
            self.cookies.update({name: morsel.value for name, morsel in SimpleCookie(line).items()})
        if answer.status >= http.client.BAD_REQUEST:
            raise Refused(f"{method} {path}: {answer.status} {found[:300]!r}")
        return spent, found

    def json(self, method: str, path: str, body: Mapping[str, Any] | None = None) -> Any:
        """The answer as JSON."""
        return json.loads(self.ask(method, path, body)[1])
