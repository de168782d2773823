"""SQLite files that strangers made, opened to be read and nothing else."""

from __future__ import annotations

import shutil
import sqlite3
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from tenun.errors import InputRefused
from tenun.intake.guard.size import MIB

MOST_BYTES = 512 * MIB
MOST_ROWS = 2_000_000
_HEAD = b"SQLite format 3\x00"
_STEPS, _MOST_STEPS = 100_000, 40_000
_QUICK_CHECK = "PRAGMA quick_check(1)"
_ALLOWED = {sqlite3.SQLITE_SELECT, sqlite3.SQLITE_READ, sqlite3.SQLITE_FUNCTION}
Tables = Mapping[str, frozenset[str]]


def is_sqlite(path: Path) -> bool:
    """Whether a file begins as a SQLite database."""
    with path.open("rb") as file:
        return file.read(len(_HEAD)) == _HEAD


class ForeignDatabase:
    """Plain tables of a foreign file. `tables`: their columns, by name."""

    def __init__(self, connection: sqlite3.Connection, tables: Tables) -> None:
        self._connection = connection
        self.tables = tables

    def has(self, table: str, *columns: str) -> bool:
        """Whether there is a plain table with these columns."""
        return table in self.tables and self.tables[table].issuperset(columns)

    def rows(self, table: str, columns: Sequence[str], order: str) -> Iterator[dict[str, Any]]:
        """The rows of a table; a column that it lacks is None. Nothing where there is no such table."""
        if table not in self.tables:
            return
        here = [name for name in columns if name in self.tables[table]]
        chosen = ", ".join(f'"{name}"' for name in here)
        found = self._connection.execute(f'SELECT {chosen} FROM "{table}" ORDER BY "{order}" LIMIT {MOST_ROWS + 1}')  # noqa: S608 - names of ours
        for count, row in enumerate(found):
            if count == MOST_ROWS:
                raise InputRefused("exchange.project-too-long", most=f"{MOST_ROWS:,}")
            yield {**dict.fromkeys(columns), **dict(zip(here, row, strict=True))}


@contextmanager
def private_copy(path: Path) -> Iterator[Path]:
    """A copy of the file in a folder of its own; SQLite never opens the file itself.

    Raises InputRefused for a file that is too large or no database, and one that its program has not closed.
    """
    if not path.is_file() or not is_sqlite(path):
        raise InputRefused("exchange.project-broken", where=path.name)
    size = path.stat().st_size
    if size > MOST_BYTES:
        raise InputRefused("intake.too-many-bytes", where=path.name, size=f"{size / MIB:.1f}", most=MOST_BYTES // MIB)
    if _is_open(path):
        raise InputRefused("exchange.project-open", where=path.name)
    with tempfile.TemporaryDirectory(prefix="tenun-") as folder:
        copy = Path(folder) / path.name
        shutil.copyfile(path, copy)
        yield copy


def _is_open(path: Path) -> bool:
    wal = path.with_name(f"{path.name}-wal")
    return wal.is_file() and wal.stat().st_size > 0


@contextmanager
def foreign_database(path: Path) -> Iterator[ForeignDatabase]:
    """A file open for reading: no triggers, views, virtual tables, attached files or functions of its own.

    Raises InputRefused for a damaged file.
    """
    try:
        connection = sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro&immutable=1", uri=True, isolation_level=None)
        try:
            yield _guarded(connection, path.name)
        finally:
            connection.close()
    except (sqlite3.Error, UnicodeDecodeError) as error:
        # SQLite's own message quotes the file, which need not be UTF-8.
        raise InputRefused("exchange.project-broken", where=path.name) from error


def _guarded(connection: sqlite3.Connection, where: str) -> ForeignDatabase:
    connection.text_factory = lambda content: content.decode("utf-8", "replace")
    for pragma in ("trusted_schema=OFF", "temp_store=MEMORY", "query_only=ON", "cell_size_check=ON", "mmap_size=0"):
        connection.execute(f"PRAGMA {pragma}")
    connection.setlimit(sqlite3.SQLITE_LIMIT_LENGTH, 128 * MIB)
    connection.setlimit(sqlite3.SQLITE_LIMIT_ATTACHED, 0)
    steps = iter(range(_MOST_STEPS))
    connection.set_progress_handler(lambda: next(steps, None) is None, _STEPS)
    if connection.execute(_QUICK_CHECK).fetchone() != ("ok",):
        raise InputRefused("exchange.project-broken", where=where)
    plain = "SELECT name, sql FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'"
    names = [
        name for name, sql in connection.execute(plain) if not str(sql).upper().lstrip().startswith("CREATE VIRTUAL")
    ]
    tables = {
        name: frozenset(
            row[1] for row in connection.execute("SELECT * FROM pragma_table_xinfo(?)", (name,)) if row[6] == 0
        )
        for name in names[:500]
    }
    connection.set_authorizer(lambda action, *_: sqlite3.SQLITE_OK if action in _ALLOWED else sqlite3.SQLITE_DENY)
    return ForeignDatabase(connection, tables)
