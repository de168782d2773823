"""Versions of the schema: the last is the schema, older files are brought up to it, newer ones refused."""

from __future__ import annotations

import shutil
import sqlite3
from pathlib import Path

import pytest
from tests.contract.small_study import fill

from tenun.errors import StoreUnavailable
from tenun.store import create, open_study
from tenun.store.migrating import SHIPPED, Migrations

NEXT = """
from alembic import op
from sqlalchemy import Column, Text

revision = "0002"
down_revision = "0001"


def upgrade():
    op.add_column("case", Column("colour", Text))
    {more}
"""


@pytest.fixture
def study(tmp_path: Path) -> Path:
    """A study of version 1 with something in it."""
    path = tmp_path / "denpasar.tenun"
    with create(path, key="dps") as store:
        fill(store)
    return path


def following(tmp_path: Path, more: str = "") -> Migrations:
    """The shipped versions and one more."""
    folder = tmp_path / "migrations %s"
    shutil.copytree(SHIPPED.folder, folder, ignore=shutil.ignore_patterns("__pycache__"))
    (folder / "versions" / "v0002_colour.py").write_text(NEXT.format(more=more))
    return Migrations(folder, 2)


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
    assert sorted(path.name for path in tmp_path.glob("*.tenun*")) == ["denpasar.tenun", "denpasar.version-1.tenun"]
    with open_study(tmp_path / "denpasar.version-1.tenun") as backup:
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
    assert "version 2" in str(refused.value)
    assert "versi 2" in refused.value.text("id")
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
