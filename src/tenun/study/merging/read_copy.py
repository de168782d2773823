"""Another copy of a study, as somebody hands it in: read by the reader process, and opened as a file made anew."""

from __future__ import annotations

import tempfile
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from tenun.errors import InputRefused

if TYPE_CHECKING:
    from tenun.store import StudyStore


@contextmanager
def opened_copy(path: Path, *, stopped: threading.Event | None = None) -> Iterator[StudyStore]:
    """The study in a `.tenun` file that a stranger may have written; SQLite of this process never opens that file.

    Raises InputRefused for what is no study, too large, still open, of another version or damaged, ReadingStopped once
    `stopped` is set.
    """
    from tenun.exchange.projects.database import private_copy
    from tenun.intake.guard.reader_process import reader_process
    from tenun.store import open_study

    _refuse_other_versions(path)
    with private_copy(path) as copy, tempfile.TemporaryDirectory(prefix="tenun-") as folder:
        content = reader_process.call(stopped, made_anew, copy, path.name)
        file = Path(folder) / "copy.tenun"
        file.write_bytes(content)
        del content
        with open_study(file, read_only=True) as store:
            yield store


def made_anew(file: Path, name: str) -> bytes:
    """The study of a file, read with SQLite's guards up, as the bytes of a new one. Runs in the reader process."""
    from tenun.exchange.projects.database import foreign_database
    from tenun.store.rebuilding import NotAsWritten, rebuilt

    try:
        with foreign_database(file) as database:
            return rebuilt(database.rows)
    except (NotAsWritten, InputRefused, ValueError, TypeError, LookupError, AttributeError, RecursionError) as error:
        if isinstance(error, InputRefused) and error.code != "exchange.project-broken":
            raise
        raise InputRefused("merge.copy-broken", where=name) from error


def _refuse_other_versions(path: Path) -> None:
    from tenun.errors import StoreUnavailable
    from tenun.store.migrating import SHIPPED
    from tenun.store.sqlite_file import read_header

    try:
        header = read_header(path)
    except StoreUnavailable as error:
        raise InputRefused("merge.copy-broken", where=path.name) from error
    if header.version != SHIPPED.head:
        raise InputRefused("merge.copy-version", where=path.name)
