"""The command line with a place at which it waits, so that it can be interrupted there:

    python -m tests.factories.interrupted reading import STUDY FILE ...

Once it waits it says so, with the id of the process that reads. `reading`: while a file is read, after a first one was;
`writing`: while the study is written, half of it done.
"""

from __future__ import annotations

import os
import signal
import sys
import time
from collections.abc import Callable
from typing import Any

from tenun.cli import main
from tenun.intake.guard.reader_process import ReaderProcess, reader_process
from tenun.store.change import Change

READER = "reader"


def _wait(seconds: float = 3600) -> None:
    time.sleep(seconds)


def _say() -> None:
    print(f"{READER} {_asked(reader_process, None, os.getpid)}", flush=True)


_asked = ReaderProcess.call
_times = {"call": 0, "put_blob": 0}


def _again(name: str) -> bool:
    _times[name] += 1
    return _times[name] > 1


def _call(process: ReaderProcess, stopped: Any, function: Callable[..., Any], *given: Any, **named: Any) -> Any:
    if _again("call"):
        _say()
        return _asked(process, stopped, _wait)
    return _asked(process, stopped, function, *given, **named)


_put_blob = Change.put_blob


def _put(change: Change, content: Any) -> str:
    if _again("put_blob"):
        _say()
        _wait()
    return _put_blob(change, content)


if __name__ == "__main__":
    # A run of tests that is in the background of a shell hands on that interrupts are ignored.
    signal.signal(signal.SIGINT, signal.default_int_handler)
    if sys.argv.pop(1) == "reading":
        ReaderProcess.call = _call  # type: ignore[method-assign]
    else:
        Change.put_blob = _put  # type: ignore[method-assign]
    main()
