"""Who may talk to this server: browsers that brought a one-time token."""

from __future__ import annotations

import secrets
import threading
from collections import deque
from dataclasses import dataclass
from typing import ClassVar

from tenun.errors import NotAllowed

_OUTSTANDING = 16


class NotLetIn(NotAllowed):
    """A browser without a cookie of ours."""

    http_status: ClassVar[int] = 401


class WrongHost(NotAllowed):
    """A request that was meant for another host: it reached us under a name that is not ours."""

    http_status: ClassVar[int] = 421


@dataclass
class Person:
    """Who works in one browser. `coder` acts where a request names nobody else."""

    coder: str
    language: str = "en"


class Sessions:
    """Tokens that let a browser in once, and the cookies of those that are in. Nothing outlives the process."""

    def __init__(self, *, coder: str = "researcher", language: str = "en") -> None:
        self._coder = coder
        self._language = language
        self._tokens: deque[str] = deque(maxlen=_OUTSTANDING)
        self._people: dict[str, Person] = {}
        self._lock = threading.Lock()

    def invite(self) -> str:
        """A new token, good for one browser; the oldest unused ones lapse when there are many.

        >>> sessions = Sessions()
        >>> token = sessions.invite()
        >>> sessions.admit(token) is None, sessions.admit(token) is None
        (False, True)
        """
        token = secrets.token_urlsafe(32)
        with self._lock:
            self._tokens.append(token)
        return token

    def admit(self, token: str) -> str | None:
        """The cookie that a token is swapped for, or None for a token that is unknown or spent."""
        with self._lock:
            found = [known for known in self._tokens if secrets.compare_digest(known.encode(), token.encode())]
            if not found:
                return None
            self._tokens.remove(found[0])
            cookie = secrets.token_urlsafe(32)
            self._people[cookie] = Person(self._coder, self._language)
            return cookie

    def person(self, cookie: str | None) -> Person | None:
        """Who works in the browser with this cookie; None for nobody we know."""
        if not cookie:
            return None
        with self._lock:
            return next(
                (
                    person
                    for known, person in self._people.items()
                    if secrets.compare_digest(known.encode(), cookie.encode())
                ),
                None,
            )
