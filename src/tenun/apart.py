"""Work in a Python process apart: for what eats memory, or may go wrong, or must be stopped.

The process is one that runs this module and nothing of the caller's own program: `multiprocessing` would import that
again, and a plain script or a notebook without a main guard would break. It is kept for the next work; requests and
results go through its standard input and output.
"""

from __future__ import annotations

import os
import pickle
import signal
import struct
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import IO, Any, Literal, ParamSpec, TypeVar

Given = ParamSpec("Given")
Result = TypeVar("Result")

_LENGTH = struct.Struct("<Q")
_LOOK_EVERY_S = 0.5
_GRACE_S = 5.0


class ProcessEnded(RuntimeError):
    """The process apart ended before it answered: out of memory, killed, or crashed in a library."""


Bound = Literal["time", "memory", "answer", "stopped"]


class OutOfBounds(ProcessEnded):
    """The process apart was ended because its work broke a bound, which `bound` names, or because it was to stop."""

    def __init__(self, bound: Bound) -> None:
        super().__init__(f"the process apart was ended: {bound}")
        self.bound: Bound = bound


@dataclass(frozen=True, slots=True)
class Bounds:
    """What one piece of work may use: seconds by the clock, bytes of address space (on Linux), bytes of its answer."""

    seconds: float
    memory: int
    answer: int


class Apart:
    """A process that does one piece of work at a time; started when it is first needed, and again after its end.

    With `bounds` it is ended as soon as work breaks one of them.

    >>> with Apart() as apart:
    ...     apart.call(str.upper, "tenun")
    'TENUN'
    """

    def __init__(self, bounds: Bounds | None = None) -> None:
        self._process: subprocess.Popen[bytes] | None = None
        self._bounds = bounds
        self._broken: Bound | None = None

    def __enter__(self) -> Apart:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def call(self, function: Callable[Given, Result], *given: Given.args, **named: Given.kwargs) -> Result:
        """What `function` returns, or the error it raises; it is found there by its name, so it is one of a module.

        Raises ProcessEnded when the process went away meanwhile, OutOfBounds when it was ended for that. An
        interruption ends the process.
        """
        self._broken = None
        try:
            succeeded, answer = self._asked((function, given, named))
        except (EOFError, OSError) as error:
            self.close()
            if self._broken is not None:
                raise OutOfBounds(self._broken) from error
            raise ProcessEnded("the process apart ended before it answered") from error
        except BaseException:
            self.close()
            raise
        if self._bounds and isinstance(answer, MemoryError):
            self.close()
            raise OutOfBounds("memory") from answer
        if not succeeded:
            raise answer
        result: Result = answer
        return result

    def stop(self) -> None:
        """End the work under way, from another thread; its caller gets OutOfBounds."""
        self._break("stopped")

    def _asked(self, work: object) -> tuple[bool, Any]:
        process = self._started()
        if process.stdin is None or process.stdout is None:
            raise EOFError
        watch = threading.Timer(self._bounds.seconds, self._break, ("time",)) if self._bounds else None
        if watch:
            watch.daemon = True
            watch.start()
        try:
            _send(process.stdin, work)
            answer: tuple[bool, Any] = _receive(process.stdout, self._most)
        finally:
            if watch:
                watch.cancel()
        return answer

    def _most(self, length: int) -> None:
        if self._bounds and length > self._bounds.answer:
            self._broken = "answer"
            raise EOFError

    def _break(self, bound: Bound) -> None:
        process = self._process
        if process is not None:
            self._broken = bound
            process.kill()

    def close(self) -> None:
        """End the process at once, whatever it does."""
        process, self._process = self._process, None
        if process is not None:
            process.kill()
            process.wait()
            for stream in (process.stdin, process.stdout):
                with suppress(OSError):
                    if stream is not None:
                        stream.close()

    def _started(self) -> subprocess.Popen[bytes]:
        if self._process is None or self._process.poll() is not None:
            self.close()
            # The same places to import from, in a script that added to them too.
            surroundings = {**os.environ, "PYTHONPATH": os.pathsep.join(path or str(Path.cwd()) for path in sys.path)}
            bounds = [str(self._bounds.memory), str(self._bounds.seconds)] if self._bounds else []
            command = [sys.executable, "-m", __name__, *bounds]
            self._process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, env=surroundings)
        return self._process


def _send(stream: IO[bytes], value: object) -> None:
    content = pickle.dumps(value, protocol=pickle.HIGHEST_PROTOCOL)
    stream.write(_LENGTH.pack(len(content)))
    stream.write(content)
    stream.flush()


def _receive(stream: IO[bytes], check: Callable[[int], None] = lambda length: None) -> Any:
    (length,) = _LENGTH.unpack(_exactly(stream, _LENGTH.size))
    check(length)
    return pickle.loads(_exactly(stream, length))  # noqa: S301 - both ends are this program


def _exactly(stream: IO[bytes], length: int) -> bytes:
    content = stream.read(length)
    if len(content) < length:
        raise EOFError
    return content


def serve() -> None:
    """Do what comes in until nothing comes in any more. What work prints goes to the standard error."""
    requests, answers = sys.stdin.buffer, os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)
    threading.Thread(target=_end_with, args=[os.getppid()], daemon=True).start()
    seconds = float(sys.argv[2]) + _GRACE_S if len(sys.argv) > 2 else 0.0
    if len(sys.argv) > 1:
        _bind(int(sys.argv[1]))
    while True:
        try:
            _wake_after(0)
            function, given, named = _receive(requests)
        except EOFError:
            return
        _wake_after(seconds)
        try:
            answer = (True, function(*given, **named))
        except Exception as error:  # noqa: BLE001 - whatever it is, the caller is told
            answer = (False, error)
        try:
            _send(answers, answer)
        except (pickle.PicklingError, TypeError, AttributeError) as error:
            _send(answers, (False, RuntimeError(f"what came of the work cannot be sent: {error}")))


def _end_with(parent: int) -> None:
    """End this process soon after the one that asks is gone, whatever ended that."""
    while os.getppid() == parent:
        time.sleep(_LOOK_EVERY_S)
    os._exit(1)


def _wake_after(seconds: float) -> None:
    """Let the system end this process after so long, where it can: a library may hold every thread of Python."""
    if hasattr(signal, "setitimer"):
        signal.setitimer(signal.ITIMER_REAL, seconds)


def _bind(memory: int) -> None:
    """Hold this process to its memory, where the system has such limits."""
    try:
        import resource
    except ImportError:
        return
    for limit, most in ((resource.RLIMIT_AS, memory), (resource.RLIMIT_CORE, 0)):
        _, hard = resource.getrlimit(limit)
        with suppress(ValueError, OSError):
            resource.setrlimit(limit, (most if hard == resource.RLIM_INFINITY else min(most, hard), hard))


if __name__ == "__main__":
    # Ctrl+C reaches every process of a terminal; the caller ends this one.
    with suppress(KeyboardInterrupt):
        signal.signal(signal.SIGINT, signal.SIG_IGN)
        serve()
