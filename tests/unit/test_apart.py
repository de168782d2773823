"""Work in a process apart."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tenun.apart import Apart, ProcessEnded
from tenun.errors import InputRefused
from tenun.intake.documents import read_document

SCRIPT = """
import sys
sys.path.insert(0, "beside")
print("begun")
from found_beside import double
from tenun.apart import Apart
with Apart() as apart:
    print(apart.call(double, 21))
"""


def test_a_script_without_a_main_guard_is_not_run_again(tmp_path: Path) -> None:
    beside = tmp_path / "beside"
    beside.mkdir()
    (beside / "found_beside.py").write_text(
        "def double(number):\n    print('a word')\n    return 2 * number\n", "utf-8"
    )
    (tmp_path / "script.py").write_text(SCRIPT, "utf-8")
    done = subprocess.run([sys.executable, "script.py"], cwd=tmp_path, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert done.stdout.split() == ["begun", "42"]
    assert "a word" in done.stderr


def test_an_error_comes_back_as_it_was_raised_and_the_process_goes_on() -> None:
    with Apart() as apart:
        first = apart.call(os.getpid)
        with pytest.raises(InputRefused) as refusal:
            apart.call(read_document, b"%PDF-1.7 nothing", "a.docx")
        assert refusal.value.where == "a.docx"
        assert apart.call(os.getpid) == first


def test_a_process_that_dies_is_told_and_replaced() -> None:
    with Apart() as apart:
        first = apart.call(os.getpid)
        with pytest.raises(ProcessEnded):
            apart.call(os.abort)
        assert apart.call(os.getpid) != first


def test_what_cannot_be_sent_back_is_an_error_and_the_process_goes_on() -> None:
    with Apart() as apart:
        first = apart.call(os.getpid)
        with pytest.raises(RuntimeError, match="cannot be sent"):
            apart.call(open, os.devnull)
        assert apart.call(os.getpid) == first


def test_nothing_is_left_running() -> None:
    with Apart() as apart:
        running = apart.call(os.getpid)
    with pytest.raises(ProcessLookupError):
        os.kill(running, 0)
