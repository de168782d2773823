"""How the file of a study can be reached: its address for SQLite, and whether it may be written where it lies."""

from __future__ import annotations

import os
from pathlib import Path
from urllib.parse import quote


def address(path: Path, query: str = "") -> str:
    """The URI of a file. `query`: parameters of SQLite such as `mode=ro`."""
    return f"file:{quote(str(path.absolute()))}?{query}"


def may_write(path: Path) -> bool:
    """Whether this user may write to a file or folder."""
    return os.access(path, os.W_OK, effective_ids=os.access in os.supports_effective_ids)


def may_change(path: Path) -> bool:
    """Whether this user may write to a file and beside it, where its log would stand."""
    return may_write(path) and may_write(path.parent)


def has_log(path: Path) -> bool:
    """Whether a write-ahead log with something in it stands beside the file."""
    log = path.with_name(f"{path.name}-wal")
    return log.exists() and log.stat().st_size > 0


def way_in(path: Path) -> str:
    """The parameters that open a file as far as it can be opened here.

    `immutable` makes SQLite look at the file alone, without locks: only where nobody can write beside it and no log
    holds a part of the study.
    """
    if may_change(path):
        return "mode=rw"
    return "mode=ro" if has_log(path) or may_write(path.parent) else "mode=ro&immutable=1"


def sync_folder(folder: Path) -> None:
    """Make a new name in a folder durable, where the system can."""
    if os.name == "posix":
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
