"""Imports under way: how far they are, and what ends them when whoever asked has gone."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Awaitable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, TypeVar

from tenun.errors import InputRefused
from tenun.intake.guard.reader_process import ReadingStopped

if TYPE_CHECKING:
    from fastapi import Request

T = TypeVar("T")
_LOOK_EVERY_S = 0.1


class Watch:
    """One import: what it told last, and the event that stops it."""

    def __init__(self) -> None:
        self.stopped = threading.Event()
        self.done = self.total = 0

    def tell(self, step: str, done: int, total: int) -> None:
        """How far it is; from any thread."""
        self.done, self.total = done, total


class Imports:
    """The imports under way in one study."""

    def __init__(self) -> None:
        self._watched: dict[str, list[Watch]] = {}

    @contextmanager
    def begun(self, coder: str) -> Iterator[Watch]:
        """An import of a coder, for as long as the block lasts."""
        watch = Watch()
        self._watched.setdefault(coder, []).append(watch)
        try:
            yield watch
        finally:
            self._watched[coder].remove(watch)
            if not self._watched[coder]:
                del self._watched[coder]

    def progress(self, coder: str) -> tuple[int, int]:
        """Files read, and files there are, in the latest import of a coder; zeros where there is none."""
        found = self._watched.get(coder)
        return (found[-1].done, found[-1].total) if found else (0, 0)

    def stop(self) -> None:
        """Stop all of them."""
        for watched in list(self._watched.values()):
            for watch in watched:
                watch.stopped.set()


async def until_gone(request: Request, work: Awaitable[T], stopped: threading.Event) -> T:
    """What `work` gives; `stopped` is set as soon as the request is taken back, or this is cancelled.

    Raises InputRefused when it was stopped, which nobody may be there to hear.
    """
    task = asyncio.ensure_future(work)
    try:
        while not task.done():
            await asyncio.wait([task], timeout=_LOOK_EVERY_S)
            if not stopped.is_set() and not task.done() and await request.is_disconnected():
                stopped.set()
        result = task.result()
    except ReadingStopped as error:
        raise InputRefused("server.import-stopped") from error
    except asyncio.CancelledError:
        stopped.set()
        task.add_done_callback(lambda ended: ended.cancelled() or ended.exception())
        raise
    return result
