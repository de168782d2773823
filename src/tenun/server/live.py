"""Live events: what was written, here or by another program, told to every open view."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import AsyncIterator
from typing import TYPE_CHECKING

from anyio import to_thread

from tenun.store.feed import LiveEvent, events_after, latest_event

if TYPE_CHECKING:
    from tenun.store import StudyStore

LOOK_EVERY_S = 0.25
_AT_ONCE = 500


class Feed:
    """Follows the log of a study. Our own writer pokes it; what the command line writes is found by looking."""

    def __init__(self, store: StudyStore) -> None:
        self._store = store
        self._waiting: set[tuple[asyncio.AbstractEventLoop, asyncio.Event]] = set()
        self._lock = threading.Lock()
        self._ended = False

    def poke(self) -> None:
        """Something was written: let every follower look at once. From any thread."""
        with self._lock:
            waiting = list(self._waiting)
        for loop, event in waiting:
            if not loop.is_closed():
                loop.call_soon_threadsafe(event.set)

    def end(self) -> None:
        """Let every follower go."""
        self._ended = True
        self.poke()

    async def follow(self, after: int | None) -> AsyncIterator[LiveEvent | None]:
        """Events after a number, oldest first and without an end; from now on where there is no number.

        None stands for a gap: more happened than is worth telling one by one, so everything should be read anew.
        """
        seen = await to_thread.run_sync(latest_event, self._store) if after is None else after
        mine = (asyncio.get_running_loop(), asyncio.Event())
        with self._lock:
            self._waiting.add(mine)
        try:
            while not self._ended:
                mine[1].clear()
                found = await to_thread.run_sync(events_after, self._store, seen, _AT_ONCE)
                if len(found) == _AT_ONCE:
                    seen = await to_thread.run_sync(latest_event, self._store)
                    yield None
                for event in found if len(found) < _AT_ONCE else []:
                    seen = event.seq
                    yield event
                await self._next(mine[1])
        finally:
            with self._lock:
                self._waiting.discard(mine)

    async def _next(self, poked: asyncio.Event) -> None:
        try:
            async with asyncio.timeout(LOOK_EVERY_S):
                await poked.wait()
        except TimeoutError:
            return
