"""One thread through which every change of a study goes, many of them acknowledged by one commit.

Requests hand in a command and wait. The thread takes all that wait, runs each in a savepoint of one transaction, and
tells nobody that it is done before the commit, with its fsync, has come back. So twenty people who code at the same
time wait for one disk, not for twenty. Readers use connections of their own and never wait for it.
"""

from __future__ import annotations

import queue
import threading
from collections.abc import Callable
from concurrent.futures import Future
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, TypeVar

from tenun.errors import StoreUnavailable

if TYPE_CHECKING:
    from tenun.store import StudyStore

T = TypeVar("T")
_TOGETHER = 64


@dataclass
class _Waiting:
    run: Callable[[], Any]
    alone: bool
    future: Future[Any] = field(default_factory=Future)


class Writer:
    """The writing thread of one open study. `told` is called after each commit, on that thread."""

    def __init__(self, store: StudyStore, told: Callable[[], None] = lambda: None) -> None:
        self._store = store
        self._told = told
        self._queue: queue.SimpleQueue[_Waiting | None] = queue.SimpleQueue()
        self._closed = threading.Event()
        self._thread = threading.Thread(target=self._serve, name=f"writer {store.key}", daemon=True)
        self._thread.start()

    def submit(self, run: Callable[[], T], *, alone: bool = False) -> Future[T]:
        """Hand in a command; the future has its result once the change is on the disk, or its error.

        What `run` reads, it reads from the same transaction. `alone`: in no batch, for what ends its own transaction.
        """
        if self._closed.is_set():
            raise StoreUnavailable("server.fault")
        waiting = _Waiting(run, alone)
        self._queue.put(waiting)
        return waiting.future

    def close(self) -> None:
        """Finish what waits, then end the thread."""
        self._closed.set()
        self._queue.put(None)
        self._thread.join()

    def _serve(self) -> None:
        ahead: _Waiting | None = None
        while (first := ahead or self._queue.get()) is not None:
            ahead, together = None, [first]
            while not first.alone and len(together) < _TOGETHER and not self._queue.empty():
                found = self._queue.get()
                if found is None or found.alone:
                    ahead = found
                    if found is None:
                        self._queue.put(None)
                    break
                together.append(found)
            self._carry_out([one for one in together if one.future.set_running_or_notify_cancel()])

    def _carry_out(self, together: list[_Waiting]) -> None:
        done: list[tuple[_Waiting, Any, BaseException | None]] = []
        try:
            if together and together[0].alone:
                done.append(_run(together[0]))
            else:
                with self._store.batch():
                    done += [_run(waiting) for waiting in together]
        except BaseException as error:  # noqa: BLE001 - every waiting request must hear of it, whatever it is
            done = [(waiting, None, error) for waiting in together]
        self._told()
        for waiting, result, failure in done:
            if failure is not None:
                waiting.future.set_exception(failure)
            else:
                waiting.future.set_result(result)


def _run(waiting: _Waiting) -> tuple[_Waiting, Any, BaseException | None]:
    """Run one command. A store that fails takes the whole batch back: its transaction may be gone already."""
    try:
        return waiting, waiting.run(), None
    except StoreUnavailable:
        raise
    except BaseException as error:  # noqa: BLE001 - it belongs to the request that asked, not to this thread
        return waiting, None, error
