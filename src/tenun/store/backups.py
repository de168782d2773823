"""Copies of a study that can be trusted: made by SQLite's backup API and checked before they get their name."""

from __future__ import annotations

import sqlite3
from pathlib import Path

from tenun.errors import InputRefused, StoreUnavailable
from tenun.store import sqlite
from tenun.store.file_access import address, sync_folder, way_in

_TAIL = (
    "SELECT study.guid, study.revision, event.hash FROM study "
    "LEFT JOIN event ON event.study_id = study.id AND event.seq = study.revision"
)


def copy_file(path: Path, to: Path) -> Path:
    """Copy a study, also while somebody writes to it. The copy is there whole and checked, or not at all.

    Raises InputRefused when there is a file at `to` already, StoreUnavailable when the copy is not what it should be.
    """
    if to.exists():
        raise InputRefused("store.exists", where=str(to))
    if not to.parent.is_dir():
        raise InputRefused("store.no-folder", where=str(to))
    draft = to.with_name(f"{to.name}.new")
    draft.unlink(missing_ok=True)
    try:
        _copy_pages(path, draft)
        draft.replace(to)
        sync_folder(to.parent)
    finally:
        draft.unlink(missing_ok=True)
    return to


def put_back(backup: Path, to: Path) -> Path:
    """Write a copy over a study in one transaction of SQLite, so that a crash leaves the old study or the new one."""
    try:
        _copy_pages(backup, to)
    except StoreUnavailable as error:
        if error.code not in {"store.damaged", "store.not-a-study"}:
            raise
        for old in (to, to.with_name(f"{to.name}-wal"), to.with_name(f"{to.name}-shm")):
            old.unlink(missing_ok=True)
        copy_file(backup, to)
    return to


def _copy_pages(path: Path, to: Path) -> None:
    source = sqlite3.connect(address(path, way_in(path)), uri=True)
    target = sqlite3.connect(address(to), uri=True, isolation_level=None)
    try:
        target.execute("PRAGMA synchronous = FULL")
        source.backup(target)
        target.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        _same(source, target, to)
    except sqlite3.Error as error:
        raise sqlite.explain(error, str(to)) or error from error
    finally:
        source.close()
        target.close()


def _same(source: sqlite3.Connection, target: sqlite3.Connection, to: Path) -> None:
    sound = target.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    if not sound or source.execute(_TAIL).fetchall() != target.execute(_TAIL).fetchall():
        raise StoreUnavailable("store.copy-differs", where=str(to))
