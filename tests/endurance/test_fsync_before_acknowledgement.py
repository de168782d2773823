"""A trace of the system calls: the log is on the disk before a coding is acknowledged.

A kill cannot show this: what a killed process has written survives in the page cache.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from pathlib import Path

import pytest
from tests.endurance.writing_process import study_to_code, writing_process

CALL = re.compile(r"(?P<call>write|pwrite64|fsync|fdatasync)\((?P<fd>\d+)<(?P<path>[^>]*)>(?P<rest>.*)")
CODINGS = 8


@pytest.fixture
def strace() -> str:
    """The tracer, where the machine has one that may trace."""
    found = shutil.which("strace")
    works = (
        found and subprocess.run([found, "-o", os.devnull, "true"], capture_output=True, check=False).returncode == 0
    )
    if found and works:
        return found
    if os.environ.get("CI"):
        pytest.fail("CI must be able to trace system calls")
    pytest.skip("strace is missing or may not trace here")


def synced_before_each_acknowledgement(trace: str) -> list[bool]:
    """For each acknowledgement: the log was written since the one before, and synced after the last of these writes."""
    found, written, synced = [], False, False
    for line in trace.splitlines():
        call = CALL.search(line)
        if call is None:
            continue
        if call["call"] == "write" and call["fd"] == "1" and '"ack ' in call["rest"]:
            found.append(written and synced)
            written = synced = False
        elif call["path"].endswith("-wal"):
            written |= call["call"] == "pwrite64"
            synced = call["call"] in {"fsync", "fdatasync"} and call["rest"].rstrip().endswith("= 0")
    return found


def trace_of_coding(strace: str, tmp_path: Path, **environment: str) -> str:
    path, trace = study_to_code(tmp_path), tmp_path / "trace"
    tracer = (strace, "-f", "-y", "-s", "16", "-e", "trace=write,pwrite64,fsync,fdatasync", "-o", str(trace))
    with writing_process(*tracer, **environment) as writer:
        writer.ask(path, CODINGS)
        assert len(writer.until_gone()) == CODINGS
    return trace.read_text()


def test_the_log_is_synced_before_each_acknowledgement(strace: str, tmp_path: Path) -> None:
    assert synced_before_each_acknowledgement(trace_of_coding(strace, tmp_path)) == [True] * CODINGS


def test_the_trace_would_show_it_if_it_were_not(strace: str, tmp_path: Path) -> None:
    careless = trace_of_coding(strace, tmp_path, TENUN_TEST_SYNCHRONOUS="1")
    assert False in synced_before_each_acknowledgement(careless)
