"""What the reader process is given to do by tests of its guards; light, for that process imports it."""

from __future__ import annotations

import os
import time
from pathlib import Path


def takes_memory(size: int) -> int:
    """Ask for so much at once, and give it back."""
    return len(bytes(size))


def sleeps(seconds: float) -> str:
    """Be busy."""
    time.sleep(seconds)
    return "done"


def writes(path: str) -> str:
    """What a reader that was taken over would do, once the process is warm; here without what takes long."""
    from tenun.intake import documents

    documents._NEEDED, documents.load_model = (), _nothing  # type: ignore[assignment]
    if "TENUN_TEST_WRITES" in os.environ:
        documents.write_nothing = _nothing
    documents._prepare()
    Path(path).write_bytes(b"x")
    return "written"


def as_it_is(file: Path, name: str) -> bytes:
    """A copy of a study that nobody makes anew."""
    return file.read_bytes()


def _nothing() -> None:
    pass
