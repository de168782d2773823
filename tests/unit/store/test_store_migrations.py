"""Versions of the schema: the last is the schema, older files are brought up to it, newer ones refused."""

from __future__ import annotations

import shutil
import sqlite3
import uuid
from pathlib import Path

import pytest
from sqlalchemy import insert
from tests.contract.small_study import fill

from tenun.errors import Conflict, StoreUnavailable
from tenun.store import create, migrating, open_study, schema, sqlite
from tenun.store.migrating import SHIPPED, Migrations

NEXT = """
from alembic import op
from sqlalchemy import Column, Text

revision = "{number:04}"
down_revision = "{before:04}"


def upgrade():
    op.add_column("case", Column("colour", Text))
    {more}
"""

OLDER = f"denpasar.version-{SHIPPED.head}.tenun"


@pytest.fixture
def study(tmp_path: Path) -> Path:
    """A study of the shipped version with something in it."""
    path = tmp_path / "denpasar.tenun"
    with create(path, key="dps") as store:
        fill(store)
    return path


def following(tmp_path: Path, more: str = "") -> Migrations:
    """The shipped versions and one more."""
    folder = tmp_path / "migrations %s"
    shutil.copytree(SHIPPED.folder, folder, ignore=shutil.ignore_patterns("__pycache__"))
    number = SHIPPED.head + 1
    text = NEXT.format(more=more, number=number, before=SHIPPED.head)
    (folder / "versions" / f"v{number:04}_colour.py").write_text(text)
    return Migrations(folder, number)


def test_the_number_of_the_last_version_is_known_without_alembic() -> None:
    names = sorted(path.name for path in (SHIPPED.folder / "versions").glob("v*.py"))
    assert [name[:5] for name in names] == [f"v{number:04}" for number in range(1, SHIPPED.head + 1)]


def test_an_older_study_is_brought_up_to_date_with_a_backup_beside_it(study: Path, tmp_path: Path) -> None:
    with open_study(study) as store:
        before = store.dump()
    migrations = following(tmp_path)
    with open_study(study, migrations=migrations) as store:
        assert store.dump() == before
        assert [event.operation for event in store.log()] == ["migrated", "set-up"]
        assert store.verify() == []
        assert not store.log()[0].undoable
    assert sorted(path.name for path in tmp_path.glob("*.tenun*")) == ["denpasar.tenun", OLDER]
    with open_study(tmp_path / OLDER) as backup:
        assert backup.dump() == before
        assert backup.revision == 1
    with open_study(study, migrations=migrations) as store:
        assert store.revision == 2
    assert len(list(tmp_path.glob("*.tenun*"))) == 2


def test_a_migration_that_fails_leaves_the_study_as_it_was(study: Path, tmp_path: Path) -> None:
    with open_study(study) as store:
        before = store.dump()
    with pytest.raises(ZeroDivisionError):
        open_study(study, migrations=following(tmp_path, more="1 / 0"))
    with open_study(study) as store:
        assert store.dump() == before
        assert store.revision == 1
        assert store.verify() == []
    columns = sqlite3.connect(study).execute("PRAGMA table_info('case')").fetchall()
    assert "colour" not in {column[1] for column in columns}


def test_an_older_study_is_not_written_to_when_only_reading_is_wanted(study: Path, tmp_path: Path) -> None:
    content = study.read_bytes()
    with pytest.raises(StoreUnavailable) as refused:
        open_study(study, migrations=following(tmp_path), read_only=True)
    assert refused.value.code == "store.older-file"
    assert study.read_bytes() == content


def test_a_newer_study_is_refused_and_left_untouched(study: Path, tmp_path: Path) -> None:
    open_study(study, migrations=following(tmp_path)).close()
    content, moment = study.read_bytes(), study.stat().st_mtime_ns
    with pytest.raises(StoreUnavailable) as refused:
        open_study(study)
    assert refused.value.code == "store.newer-file"
    assert f"version {SHIPPED.head + 1}" in str(refused.value)
    assert f"versi {SHIPPED.head + 1}" in refused.value.text("id")
    assert (study.read_bytes(), study.stat().st_mtime_ns) == (content, moment)
    assert {path.name for path in tmp_path.glob("denpasar.tenun*")} == {"denpasar.tenun"}


def test_a_newer_study_whose_version_is_only_in_its_log_is_refused(study: Path, tmp_path: Path) -> None:
    crashed = tmp_path / "crashed.tenun"
    connection = sqlite3.connect(study, isolation_level=None)
    connection.execute("PRAGMA journal_mode = WAL")
    connection.execute("PRAGMA user_version = 9")
    for suffix in ("", "-wal"):
        shutil.copy(f"{study}{suffix}", f"{crashed}{suffix}")
    connection.close()
    content = crashed.read_bytes()
    with pytest.raises(StoreUnavailable) as refused:
        open_study(crashed)
    assert refused.value.code == "store.newer-file"
    assert crashed.read_bytes() == content


LINK = {"from_table": "source", "from_guid": "a", "to_table": "source", "to_guid": "b", "relation": "same", "note": ""}
LEFT = {
    "table": "coding", "guid": "c0ffee00-0000-4000-8000-000000000001", "kind": "same-place", "what": "S01 · MKT",
    "here": {"actor": "own"}, "there": {"actor": "partner"},
}  # fmt: skip


def test_what_merges_of_version_1_left_open_is_still_there_in_version_2(tmp_path: Path) -> None:
    path, first = tmp_path / "old.tenun", Migrations(SHIPPED.folder, 1)
    _study_of_version_1(path, first)
    with open_study(path) as store:
        (found,) = store.rows("merge_conflict")
        names = {"table": "target_table", "guid": "target"}
        assert {name: found[names.get(name, name)] for name in LEFT} == LEFT
        assert (found["choice"], found["at"]) == (None, "2020-01-01T00:00:00Z")
        assert store.rows("link")[0]["from_guid"] == "a"
        with store.command("again", "wayan") as change, pytest.raises(Conflict):
            change.insert("link", LINK)
        assert store.verify() == []
    assert [name.name for name in tmp_path.glob("old.version-1*")] == ["old.version-1.tenun"]


def _study_of_version_1(path: Path, first: Migrations) -> None:
    engine = sqlite.connect(path)
    with engine.connect().execution_options(writing=True) as connection, connection.begin():
        connection.exec_driver_sql(f"PRAGMA application_id = {sqlite.APPLICATION_ID}")
        migrating.run(connection, first)
        connection.execute(
            insert(schema.study),
            {"guid": str(uuid.uuid4()), "key": "old", "revision": 0, "created_at": "2020-01-01T00:00:00Z"},
        )
        run = {"method": "merge", "input_hash": "t", "result": {"conflicts": [LEFT]}, "at": "2020-01-01T00:00:00Z"}
        for table, row in ((schema.analysis_run, run), (schema.link, LINK)):
            connection.execute(insert(table), {"study_id": 1, "guid": str(uuid.uuid4()), **row})
    engine.dispose()
