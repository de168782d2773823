"""The coding program as a process beside the tests."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from tests.contract.small_study import fill

from tenun.store import create

ROOT = Path(__file__).parents[2]


@dataclass
class Writer:
    """Lines to and from the program."""

    process: subprocess.Popen[str]

    def ask(self, path: Path, count: int, coder: str = "wayan") -> None:
        """Let it code `count` passages."""
        assert self.process.stdin is not None
        self.process.stdin.write(f"{path}\t{count}\t{coder}\n")
        self.process.stdin.flush()

    def line(self) -> list[str]:
        """The next line that it says, in words."""
        assert self.process.stdout is not None
        return self.process.stdout.readline().split()

    def until_gone(self) -> list[str]:
        """Guids acknowledged up to the end of the coding process; it must end well or by a kill."""
        found = []
        while (words := self.line())[0] != "gone":
            found += [words[1]] if words[0] == "ack" else []
        assert words[1] in {"0", "9"}, f"the writer ended with status {words[1]}"
        return found


@contextmanager
def writing_process(*before: str, **environment: str) -> Iterator[Writer]:
    """Start the program, behind the command `before` where one is given."""
    command: Sequence[str] = [*before, sys.executable, "-m", "tests.endurance.coding_writer"]
    process = subprocess.Popen(
        command, cwd=ROOT, text=True, stdin=subprocess.PIPE, stdout=subprocess.PIPE, env={**os.environ, **environment}
    )
    writer = Writer(process)
    assert writer.line() == ["ready"]
    try:
        yield writer
    finally:
        assert process.stdin is not None
        assert process.stdout is not None
        process.stdin.close()
        process.wait(timeout=60)
        process.stdout.close()


def study_to_code(folder: Path) -> Path:
    """A study whose text has room for thousands of passages."""
    path = folder / "study.tenun"
    with create(path, key="endurance") as store:
        fill(store, " ".join(f"kata{number}" for number in range(5_000)))
    return path
