"""The one process in which what strangers wrote is parsed: warmed, used again, and ended when a bound is broken."""

from __future__ import annotations

import atexit
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import ParamSpec, TypeVar

from tenun.apart import Apart, Bounds, OutOfBounds, ProcessEnded
from tenun.errors import InputRefused, TenunError
from tenun.intake.guard.size import MIB

Given = ParamSpec("Given")
Result = TypeVar("Result")
BOUNDS = Bounds(seconds=120, memory=2048 * MIB, answer=512 * MIB)
_REFUSED = {"time": "intake.reader-time", "memory": "intake.reader-memory", "answer": "intake.reader-answer"}
_LOOK_EVERY_S = 0.05


class ReadingStopped(Exception):
    """Somebody stopped the reading: nothing of it may come in."""


class ReaderProcess:
    """A process that reads one file at a time, within bounds. Any thread may ask; they wait for each other.

    What breaks a bound, or brings the process down, is refused, and the next file gets a new process.
    """

    def __init__(self, bounds: Bounds = BOUNDS) -> None:
        self._bounds = bounds
        self._apart = Apart(bounds)
        self._one_at_a_time = threading.Lock()

    def call(
        self,
        stopped: threading.Event | None,
        function: Callable[Given, Result],
        *given: Given.args,
        **named: Given.kwargs,
    ) -> Result:
        """What a function of a module makes of what it is given; setting `stopped`, from any thread, ends it at once.

        Raises what it raises, InputRefused where it broke a bound or the process, ReadingStopped where it was stopped.
        """
        with self._turn(stopped), self._watched(stopped):
            try:
                return self._apart.call(function, *given, **named)
            except OutOfBounds as error:
                if error.bound == "stopped":
                    raise ReadingStopped from error
                most = {"seconds": f"{self._bounds.seconds:.0f}", "most": str(self._bounds.memory // MIB)}
                raise InputRefused(_REFUSED[error.bound], **most) from error
            except ProcessEnded as error:
                raise InputRefused("intake.reader-ended") from error

    def read(
        self,
        where: str,
        stopped: threading.Event | None,
        function: Callable[Given, Result],
        *given: Given.args,
        **named: Given.kwargs,
    ) -> Result:
        """What `call` gives, for a file that is called `where`; a fault that a hostile file brings about is refused."""
        try:
            return self.call(stopped, function, *given, **named)
        except InputRefused as refusal:
            raise InputRefused(refusal.code, where=refusal.where or where, **refusal.parameters) from refusal
        except (TenunError, MemoryError, ReadingStopped):
            raise
        except Exception as error:
            raise InputRefused("intake.reader-fault", where=where) from error

    def close(self) -> None:
        """End the process."""
        self._apart.close()

    @contextmanager
    def _turn(self, stopped: threading.Event | None) -> Iterator[None]:
        while not self._one_at_a_time.acquire(timeout=_LOOK_EVERY_S):
            if stopped is not None and stopped.is_set():
                raise ReadingStopped
        try:
            if stopped is not None and stopped.is_set():
                raise ReadingStopped
            yield
        finally:
            self._one_at_a_time.release()

    @contextmanager
    def _watched(self, stopped: threading.Event | None) -> Iterator[None]:
        if stopped is None:
            yield
            return
        done = threading.Event()
        watch = threading.Thread(target=self._watch, args=(stopped, done), daemon=True)
        watch.start()
        try:
            yield
        finally:
            done.set()
            watch.join()

    def _watch(self, stopped: threading.Event, done: threading.Event) -> None:
        while not done.wait(_LOOK_EVERY_S):
            if stopped.is_set():
                self._apart.stop()


reader_process = ReaderProcess()
"""That of this program."""
atexit.register(reader_process.close)


def write_nothing() -> None:
    """Let this process write no file any more, where the system can hold it to that."""
    try:
        import resource
    except ImportError:
        return
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, resource.getrlimit(resource.RLIMIT_FSIZE)[1]))
