"""Guards of the process in which files are parsed."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from tests.factories.guarded_work import sleeps, takes_memory, writes
from tests.factories.guards.guard import Guard, nothing, replacing, told

from tenun.apart import Bounds
from tenun.intake.guard.reader_process import ReaderProcess

MIB = 1024 * 1024
ROOT = Path(__file__).parents[3]
_PROGRAM = """
import os
from tests.factories.media import breaks
from tenun.apart import Apart
from tenun.errors import InputRefused
from tenun.intake.guard.reader_process import ReaderProcess
if "TENUN_TEST_NO_PROCESS_BETWEEN" in os.environ:
    Apart.call = lambda self, function, *given, **named: function(*given, **named)
process = ReaderProcess()
try:
    process.call(None, breaks, b"", 1, 1)
except InputRefused as refusal:
    print(refusal.code)
process.close()
"""
_ROOM = Bounds(seconds=60, memory=2048 * MIB, answer=512 * MIB)


def _within(bounds: Bounds, function: object, *given: object) -> str:
    process = ReaderProcess(bounds)
    try:
        return told(lambda: process.call(None, function, *given))  # type: ignore[arg-type]
    except OSError as error:
        return type(error).__name__
    finally:
        process.close()


def _crash(folder: Path) -> str:
    """In a program of its own, for it goes down where no process stands between."""
    program = [sys.executable, "-c", _PROGRAM]
    return subprocess.run(program, cwd=ROOT, capture_output=True, text=True, check=False).stdout.strip()


def _hides_memory(patch: pytest.MonkeyPatch) -> None:
    started = subprocess.Popen
    patch.setattr("tenun.apart.subprocess.Popen", lambda command, **said: started(command[:3], **said))


def _in_the_same_process(patch: pytest.MonkeyPatch) -> None:
    patch.setenv("TENUN_TEST_NO_PROCESS_BETWEEN", "1")


PROCESSES = (
    Guard("reader process: time", lambda folder: _within(Bounds(0.05, 1024 * MIB, MIB), sleeps, 0.5),
          "intake.reader-time", "done", replacing("apart.Apart._break", by=nothing)),
    Guard("reader process: memory", lambda folder: _within(Bounds(60, 1024 * MIB, MIB), takes_memory, 1024 * MIB),
          "intake.reader-memory", str(1024 * MIB), _hides_memory),
    Guard("reader process: length of the answer", lambda folder: _within(Bounds(60, 1024 * MIB, 900), bytes, 1_000),
          "intake.reader-answer", str(bytes(1_000)), replacing("apart.Apart._most", by=nothing)),
    Guard("reader process: crashes stay in it", _crash, "intake.reader-ended", "", _in_the_same_process),
    Guard("reader process: no file is written", lambda folder: _within(_ROOM, writes, str(folder / "x")), "OSError",
          "written", lambda patch: patch.setenv("TENUN_TEST_WRITES", "1")),
)  # fmt: skip
