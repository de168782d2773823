"""Folders in which this process may read but not write."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

NOBODY = 65534


@contextmanager
def shelf() -> Iterator[Path]:
    """A folder that others can look into, unlike those of pytest."""
    home = Path(tempfile.mkdtemp(prefix="tenun-shelf-"))
    home.chmod(0o755)
    yield home
    shutil.rmtree(home)


@contextmanager
def unwritable(folder: Path) -> Iterator[None]:
    """Nothing in the folder can be written, also where this process is root's."""
    folder.chmod(0o555)
    root = os.geteuid() == 0
    if root:
        os.seteuid(NOBODY)
    try:
        yield
    finally:
        if root:
            os.seteuid(0)
        folder.chmod(0o755)
