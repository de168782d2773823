"""A server in a process of its own, which is ended by its own handle."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import threading
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from queue import Empty, SimpleQueue
from typing import IO

START_S = 60
ADDRESS = re.compile(r"https?://\S+")


def _pass_on(output: IO[bytes], lines: SimpleQueue[str]) -> None:
    for line in output:
        lines.put(line.decode())


@contextmanager
def served(command: Sequence[str], log: Path, environment: Mapping[str, str]) -> Iterator[str]:
    """Run a server until the block ends; gives the first address that it prints."""
    with log.open("wb") as errors:
        # In a session of its own, so that processes which the server started end with it.
        process = subprocess.Popen(
            command, stdout=subprocess.PIPE, stderr=errors, env={**os.environ, **environment}, start_new_session=True
        )
        assert process.stdout is not None
        lines: SimpleQueue[str] = SimpleQueue()
        reading = threading.Thread(target=_pass_on, args=(process.stdout, lines))
        reading.start()
        try:
            yield _address(lines, log)
        finally:
            process.terminate()
            try:
                process.wait(10)
            except subprocess.TimeoutExpired:
                os.killpg(process.pid, signal.SIGKILL)
                process.wait()
            reading.join()
            process.stdout.close()


def _address(lines: SimpleQueue[str], log: Path) -> str:
    while True:
        try:
            line = lines.get(timeout=START_S)
        except Empty:
            raise RuntimeError(f"the server did not start:\n{log.read_text('utf-8', 'replace')[-2000:]}") from None
        if found := ADDRESS.search(line):
            return found[0]
