"""A project of another program, whichever it is; read in the reader process, within its bounds."""

from __future__ import annotations

import threading
from pathlib import Path

from tenun.errors import InputRefused
from tenun.exchange.projects import qualcoder, rqda, taguette
from tenun.exchange.projects.database import foreign_database, is_sqlite, private_copy
from tenun.exchange.projects.foreign import ForeignProject

ENDINGS = (".sqlite3", ".rqda", ".qda")
_READERS = (
    (taguette.accepts, taguette.read),
    (qualcoder.accepts, qualcoder.read),
    (rqda.accepts, rqda.read),
)


def is_project(path: Path) -> bool:
    """Whether a path looks like a project: a `.qda` folder with its database, or a SQLite file with such an ending."""
    if path.is_dir():
        return (path / qualcoder.FILE).is_file()
    return path.suffix.lower() in ENDINGS and path.is_file() and is_sqlite(path)


def read_project(file: Path, name: str) -> ForeignProject:
    """The project in a database file, by its tables. Raises InputRefused where it is of no program known here."""
    with foreign_database(file) as database:
        read = next((read for accepts, read in _READERS if accepts(database)), None)
        if read is None:
            raise InputRefused("exchange.project-unknown", where=name)
        try:
            return read(database, name)
        except (TypeError, ValueError, OverflowError, AttributeError) as error:
            raise InputRefused("exchange.project-broken", where=name) from error


def read_foreign(path: Path, stopped: threading.Event | None = None) -> ForeignProject:
    """The project at a path, read from a copy by the reader process, within its bounds of time and memory.

    Setting `stopped` ends it. Raises InputRefused for a file that is damaged, too large, still open in its program, or
    of an unknown program.
    """
    from tenun.intake.guard.reader_process import reader_process

    with private_copy(path / qualcoder.FILE if path.is_dir() else path) as copy:
        return reader_process.read(path.name, stopped, read_project, copy, path.stem)
