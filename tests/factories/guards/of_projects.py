"""Guards of project files of other programs."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest
from tests.factories.foreign_projects import NAMESPACE
from tests.factories.guarded_work import as_it_is
from tests.factories.guards.guard import Guard, never, nothing, replacing, told
from tests.factories.hostile_corpus import archive

from tenun.exchange.projects import database
from tenun.exchange.projects.database import private_copy
from tenun.exchange.projects.reading import read_project
from tenun.exchange.refi.archive import read_archive
from tenun.intake.guard.zip_archive import Budget
from tenun.study.make_study import make_study
from tenun.study.merging.read_copy import opened_copy

_PLAIN = """
    create table freecode (name, id, status); create table coding (cid, fid, selfirst, selend, status);
"""
_TABLE = "create table source (name, id, file, status); insert into source values ('a', 1, 'Kota', 1);"
_VIEW = "create view source as select 'a' as name, 1 as id, 'Kota' as file, 1 as status;"
_COUNTING = """
    create view source as with recursive n(i) as (select 1 union all select i + 1 from n where i < 60000)
    select 'a' as name, i as id, 'Kota' as file, 0 as status from n;
"""
_COMPUTED = """
    create table source (name, id, file as (upper('kota')), status); insert into source (name, id, status)
    values ('a', 1, 1);
"""


def _made(folder: Path, *scripts: str) -> Path:
    path = folder / "a.rqda"
    path.unlink(missing_ok=True)
    file = sqlite3.connect(path)
    for script in (_PLAIN, *scripts):
        file.executescript(script)
    file.close()
    return path


def _read(path: Path) -> str:
    return told(lambda: " ".join(text.text for text in read_project(path, "a").texts))


def _damaged(folder: Path) -> str:
    """A table whose two rows have changed places behind the database's back."""
    path = _made(folder, _TABLE, "insert into source values ('b', 2, 'Dua', 1);")
    file = sqlite3.connect(path)
    (page,) = file.execute("select rootpage from sqlite_master where name = 'source'").fetchone()
    (size,) = file.execute("pragma page_size").fetchone()
    file.close()
    whole = bytearray(path.read_bytes())
    cells = (page - 1) * size + 8
    whole[cells : cells + 4] = whole[cells + 2 : cells + 4] + whole[cells : cells + 2]
    path.write_bytes(bytes(whole))
    return _read(path)


def _copied(path: Path) -> str:
    def copy() -> str:
        with private_copy(path) as found:
            return found.name

    return told(copy)


def _open_elsewhere(folder: Path) -> str:
    path = _made(folder, _TABLE)
    path.with_name("a.rqda-wal").write_bytes(b"x")
    return _copied(path)


def _views_too(patch: pytest.MonkeyPatch) -> None:
    """Whatever has rows counts as a table, and nothing that a schema asks for is denied."""
    guarded = database._guarded

    def all_of_it(connection: sqlite3.Connection, where: str) -> database.ForeignDatabase:
        found = guarded(connection, where)
        connection.set_authorizer(None)
        columns = frozenset({"name", "id", "file", "status"})
        return database.ForeignDatabase(connection, {**found.tables, "source": columns})

    patch.setattr(database, "_guarded", all_of_it)


def _endless_views(patch: pytest.MonkeyPatch) -> None:
    _views_too(patch)
    patch.setattr(database, "_STEPS", 10_000)
    patch.setattr(database, "_MOST_STEPS", 10)


def _copy_with_a_trigger(folder: Path) -> str:
    path = folder / "a.tenun"
    make_study(str(path), title="Kota").store.close()
    file = sqlite3.connect(path)
    file.execute("create trigger t after insert on coding begin delete from memo; end")
    file.commit()
    file.close()
    with opened_copy(path) as store:
        opened = sqlite3.connect(store.location)
        (triggers,) = opened.execute("select count(*) from sqlite_master where type = 'trigger'").fetchone()
        opened.close()
    return f"{triggers} triggers"


def _archive(folder: Path) -> str:
    path = folder / "a.qdpx"
    path.write_bytes(
        archive({"project.qde": f'<Project xmlns="{NAMESPACE}" name="x"/>'.encode() + b" " * 200, "a": b""})
    )
    return told(lambda: read_archive(path, "a.qdpx").project.name)


def _within(budget: Budget) -> Callable[[pytest.MonkeyPatch], None]:
    return replacing("exchange.refi.archive.PROJECT", by=budget)


def _sound(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(database, "_QUICK_CHECK", "SELECT 'ok'")


PROJECTS = (
    Guard("projects: views", lambda folder: _read(_made(folder, _VIEW)), "exchange.project-unknown", "Kota",
          _views_too),
    Guard("projects: computed columns", lambda folder: _read(_made(folder, _COMPUTED)), "exchange.project-unknown",
          "KOTA", _views_too),
    Guard("projects: steps of the database", lambda folder: _read(_made(folder, _COUNTING)), "exchange.project-broken",
          "", _views_too, on=_endless_views),
    Guard("projects: number of rows",
          lambda folder: _read(_made(folder, _TABLE, "insert into source select * from source;")),
          "exchange.project-too-long", "Kota Kota", nothing, ("exchange.projects.database.MOST_ROWS",),
          on=replacing("exchange.projects.database.MOST_ROWS", by=1)),
    Guard("projects: bytes of a database", lambda folder: _copied(_made(folder, _TABLE)), "intake.too-many-bytes",
          "a.rqda", nothing, ("exchange.projects.database.MOST_BYTES",),
          on=replacing("exchange.projects.database.MOST_BYTES", by=1_000)),
    Guard("projects: bytes of an archive", _archive, "intake.too-many-bytes", "x", nothing,
          on=_within(Budget(10, 9, 9 << 20))),
    Guard("projects: members of an archive", _archive, "intake.archive-refused", "x", nothing,
          on=_within(Budget(9 << 20, 1, 9 << 20))),
    Guard("projects: how much comes out of an archive", _archive, "intake.archive-too-large", "x",
          nothing, on=_within(Budget(9 << 20, 9, 100))),
    Guard("projects: open in their program", _open_elsewhere, "exchange.project-open", "a.rqda",
          replacing("exchange.projects.database._is_open", by=never)),
    Guard("copies of a study: what another file does by itself", _copy_with_a_trigger, "0 triggers", "1 triggers",
          replacing("study.merging.read_copy.made_anew", by=as_it_is)),
    Guard("projects: damaged databases", _damaged, "exchange.project-broken", "Dua Kota", _sound),
)  # fmt: skip
