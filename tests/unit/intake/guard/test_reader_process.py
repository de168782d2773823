"""The reader process: it is used again, and ended when work breaks a bound or is stopped."""

from __future__ import annotations

import os
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from tenun.apart import Bounds
from tenun.errors import InputRefused
from tenun.intake.documents import read_apart, read_document
from tenun.intake.guard import reader_process
from tenun.intake.guard.reader_process import ReaderProcess, ReadingStopped

MIB = 1024 * 1024
on_linux = pytest.mark.skipif(sys.platform != "linux", reason="address space is bounded on Linux")


@pytest.fixture
def process() -> Iterator[ReaderProcess]:
    found = ReaderProcess(Bounds(seconds=20, memory=1024 * MIB, answer=4 * MIB))
    yield found
    found.close()


def refused(process: ReaderProcess, function: object, *given: object) -> str:
    with pytest.raises(InputRefused) as refusal:
        process.call(None, function, *given)  # type: ignore[arg-type]
    return refusal.value.code


def test_it_is_used_again_and_answers_as_the_reader_itself() -> None:
    content = b"# Kota\n\nKedua kota sepakat bekerja sama."
    assert read_apart(content, "a.md") == read_document(content, "a.md")
    first = reader_process.reader_process.call(None, os.getpid)
    read_apart(content, "b.md")
    assert reader_process.reader_process.call(None, os.getpid) == first != os.getpid()


def test_work_that_takes_too_long_is_ended_and_the_next_is_done() -> None:
    process = ReaderProcess(Bounds(seconds=0.2, memory=1024 * MIB, answer=MIB))
    assert refused(process, time.sleep, 3600) == "intake.reader-time"
    process.close()


@on_linux
def test_work_that_needs_too_much_memory_is_ended_and_the_next_is_done(process: ReaderProcess) -> None:
    first = process.call(None, os.getpid)
    assert refused(process, bytes, 1024 * MIB) == "intake.reader-memory"
    assert process.call(None, os.getpid) != first


def test_an_answer_that_is_too_long_is_not_taken_in(process: ReaderProcess) -> None:
    assert len(process.call(None, bytes, 3 * MIB)) == 3 * MIB
    assert refused(process, bytes, 5 * MIB) == "intake.reader-answer"
    assert process.call(None, len, b"kota") == 4


def test_a_crash_is_a_refusal(process: ReaderProcess) -> None:
    assert refused(process, os.abort) == "intake.reader-ended"
    assert process.call(None, len, b"kota") == 4


@on_linux
def test_it_can_write_no_file(process: ReaderProcess, tmp_path: Path) -> None:
    process.call(None, reader_process.write_nothing)
    with pytest.raises(OSError, match="large"):
        process.call(None, Path.write_bytes, tmp_path / "a", b"x")


def test_setting_the_event_ends_the_work_and_its_process(process: ReaderProcess) -> None:
    running = process.call(None, os.getpid)
    stopped = threading.Event()
    threading.Timer(0.1, stopped.set).start()
    with pytest.raises(ReadingStopped):
        process.call(stopped, time.sleep, 3600)
    with pytest.raises(ProcessLookupError):
        os.kill(running, 0)
    with pytest.raises(ReadingStopped):
        process.call(stopped, len, b"kota")
    assert process.call(None, len, b"kota") == 4


def test_who_waits_for_another_can_stop_waiting(process: ReaderProcess) -> None:
    ahead, mine = threading.Event(), threading.Event()

    def wait() -> None:
        with pytest.raises(ReadingStopped):
            process.call(ahead, time.sleep, 3600)

    first = threading.Thread(target=wait)
    first.start()
    mine.set()
    with pytest.raises(ReadingStopped):
        process.call(mine, len, b"kota")
    ahead.set()
    first.join()


def test_a_fault_of_a_reader_is_a_refusal(monkeypatch: pytest.MonkeyPatch) -> None:
    def fails(content: bytes, name: str, guide: object) -> None:
        raise KeyError(name)

    monkeypatch.setattr("tenun.intake.readers.markdown.read", fails)
    with pytest.raises(InputRefused) as refusal:
        read_document(b"kota", "a.md")
    assert (refusal.value.code, refusal.value.where) == ("intake.reader-fault", "a.md")
