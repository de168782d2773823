"""The file of a study: how it is set, what is refused and left alone, and what happens where writing is impossible."""

from __future__ import annotations

import os
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from tests.contract.small_study import TEXT, add_source, fill
from tests.factories.unwritable import shelf as unwritable_shelf
from tests.factories.unwritable import unwritable

from tenun.errors import Conflict, InputRefused, StoreUnavailable, TenunError
from tenun.store import StudyStore, backup, create, open_study, restore, sqlite
from tenun.store.migrating import SHIPPED
from tenun.store.sqlite_file import open_file, start_journal


@pytest.fixture
def study(tmp_path: Path) -> Path:
    """A small study, closed."""
    path = tmp_path / "Studi Denpasar #1?.tenun"
    with create(path, key="dps", title_en="Sister cities") as store:
        fill(store)
    return path


def refused(path: Path, **more: bool) -> str:
    """The code with which opening is refused; the file and its folder must stay as they are."""
    there = path.read_bytes() if path.is_file() else None
    beside = sorted(path.parent.iterdir())
    with pytest.raises(TenunError) as error:
        open_study(path, **more)
    assert (path.read_bytes() if path.is_file() else None) == there
    assert sorted(path.parent.iterdir()) == beside
    assert error.value.text("en") != error.value.text("id")
    return error.value.code


def pragma(store: StudyStore, name: str) -> object:
    with store._engine.connect() as connection:
        return connection.exec_driver_sql(f"PRAGMA {name}").scalar()


def test_the_pragmas(study: Path) -> None:
    with open_study(study) as store:
        assert pragma(store, "journal_mode") == "wal"
        assert pragma(store, "synchronous") == 2
        assert pragma(store, "foreign_keys") == 1
        assert pragma(store, "secure_delete") == 1
        assert pragma(store, "busy_timeout") == 5_000
        assert pragma(store, "trusted_schema") == 0
        assert pragma(store, "application_id") == sqlite.APPLICATION_ID
        assert pragma(store, "user_version") == SHIPPED.head
        assert pragma(store, "integrity_check") == "ok"


def test_a_writer_begins_at_once_and_a_reader_does_not_wait(study: Path) -> None:
    with open_study(study) as store, open_study(study) as other:
        with store.command("add", "wayan") as change:
            change.insert("case", {"key": "dps"})
            assert other.count("case") == 0
            quick = sqlite3.connect(study, timeout=0, isolation_level=None)
            with pytest.raises(sqlite3.OperationalError, match="locked"):
                quick.execute("BEGIN IMMEDIATE")
            quick.close()
        assert other.count("case") == 1


def test_a_writer_that_holds_on_too_long_is_said_to_be_busy(study: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sqlite.PRAGMAS, "busy_timeout", 20)
    with open_study(study) as store:
        holder = sqlite3.connect(study, isolation_level=None)
        holder.execute("BEGIN IMMEDIATE")
        with pytest.raises(Conflict) as error, store.command("add", "wayan"):
            raise AssertionError("unreachable")
        holder.close()
        assert error.value.code == "store.busy"
        with store.command("add", "wayan") as change:
            change.insert("case", {"key": "dps"})


def test_closing_leaves_one_file(study: Path, tmp_path: Path) -> None:
    with open_study(study) as store, store.command("add", "wayan") as change:
        change.insert("case", {"key": "dps"})
    assert list(tmp_path.iterdir()) == [study]
    moved = tmp_path / "moved.tenun"
    study.rename(moved)
    with open_study(moved) as store:
        assert store.count("case") == 1


def test_a_study_is_not_made_over_a_file(study: Path, tmp_path: Path) -> None:
    with pytest.raises(InputRefused) as error:
        create(study, key="again")
    assert error.value.code == "store.exists"
    with pytest.raises(InputRefused) as error:
        create(tmp_path / "none" / "a.tenun", key="a")
    assert error.value.code == "store.no-folder"
    assert list(tmp_path.iterdir()) == [study]


def test_what_is_no_study_is_refused(tmp_path: Path) -> None:
    assert refused(tmp_path / "missing.tenun") == "store.missing"
    assert refused(tmp_path) == "store.not-a-study"
    for content in (b"", b"Kota kembar", b"PK\x03\x04" + bytes(4_000)):
        (tmp_path / "other.tenun").write_bytes(content)
        assert refused(tmp_path / "other.tenun") == "store.not-a-study"
    connection = sqlite3.connect(tmp_path / "other.db")
    connection.execute("CREATE TABLE study (id INTEGER)")
    connection.close()
    assert refused(tmp_path / "other.db") == "store.not-a-study"


@pytest.mark.parametrize("left", [0.999, 0.5, 0.1])
def test_a_study_that_was_cut_off_is_refused(study: Path, left: float) -> None:
    content = study.read_bytes()
    study.write_bytes(content[: int(len(content) * left)])
    assert refused(study) == "store.truncated"
    study.write_bytes(content[:60])
    assert refused(study) == "store.truncated"


def test_a_study_with_damaged_pages_says_so(study: Path) -> None:
    content = bytearray(study.read_bytes())
    for at in range(4_096, len(content)):
        content[at] = 0xA5
    study.write_bytes(content)
    with pytest.raises(StoreUnavailable) as error, open_study(study) as store:
        store.rows("source")
    assert error.value.code == "store.damaged"


@pytest.fixture
def folder() -> Iterator[Path]:
    """A folder that others can look into, unlike those of pytest."""
    with unwritable_shelf() as home:
        yield home


@pytest.fixture
def shelf(study: Path, folder: Path) -> Path:
    """The study in a folder of its own."""
    return Path(shutil.move(study, folder / "study.tenun"))


def test_a_folder_that_cannot_be_written_opens_for_reading(shelf: Path) -> None:
    content = shelf.read_bytes()
    with unwritable(shelf.parent), open_study(shelf) as store:
        assert store.count("source") == 1
        assert store.search("kopi") != []
        assert store.verify() == []
        with pytest.raises(StoreUnavailable) as error, store.command("add", "wayan"):
            raise AssertionError("unreachable")
        assert error.value.code == "store.read-only"
        with pytest.raises(StoreUnavailable):
            store.undo("setup")
    assert shelf.read_bytes() == content
    assert list(shelf.parent.iterdir()) == [shelf]


def test_a_log_beside_a_study_that_cannot_be_written_is_read_too(shelf: Path) -> None:
    with open_study(shelf) as store:
        with store.command("add", "wayan") as change:
            change.insert("case", {"key": "dps"})
        assert shelf.with_name("study.tenun-wal").stat().st_size > 0
        for file in shelf.parent.iterdir():
            file.chmod(0o644)
        with unwritable(shelf.parent), open_study(shelf) as reader:
            assert reader.count("case") == 1


def test_making_a_study_where_nobody_may_write_is_refused(folder: Path) -> None:
    with unwritable(folder), pytest.raises(StoreUnavailable) as error:
        create(folder / "a.tenun", key="a")
    assert error.value.code in {"store.cannot-open", "store.read-only"}


def test_reading_only_can_be_asked_for(study: Path) -> None:
    with open_study(study, read_only=True) as store:
        with pytest.raises(StoreUnavailable), store.command("add", "wayan"):
            raise AssertionError("unreachable")
        assert store.count("source") == 1


def test_where_the_log_cannot_start_a_rollback_journal_stands_in(study: Path, tmp_path: Path) -> None:
    engine, writable = open_file(study, read_only=False, query="vfs=unix-dotfile")
    assert writable
    with engine.connect() as connection:
        assert connection.exec_driver_sql("PRAGMA journal_mode").scalar() == "delete"
        assert connection.exec_driver_sql("PRAGMA synchronous").scalar() == 2
    engine.dispose()
    assert start_journal(study) == "wal"
    assert start_journal(study, "vfs=unix-dotfile") == "delete"


def test_a_backup_is_the_study_and_comes_back(study: Path, tmp_path: Path) -> None:
    with open_study(study) as store:
        before = store.dump()
        kept = backup(study, tmp_path / "backup.tenun")
        with store.command("add", "wayan") as change:
            change.insert("case", {"key": "dps"})
    with open_study(kept) as copy:
        assert copy.dump() == before
        assert copy.verify() == []
    with pytest.raises(InputRefused):
        backup(study, kept)
    with pytest.raises(InputRefused):
        restore(kept, study)
    restore(kept, study, overwrite=True)
    with open_study(study) as store:
        assert store.dump() == before
    assert restore(kept, tmp_path / "elsewhere.tenun").exists()
    assert {path.suffix for path in tmp_path.iterdir()} == {".tenun"}


def test_a_backup_replaces_a_study_that_cannot_be_read_any_more(study: Path, tmp_path: Path) -> None:
    kept = backup(study, tmp_path / "backup.tenun")
    study.write_bytes(b"\xa5" * 9_000)
    restore(kept, study, overwrite=True)
    with open_study(study) as store:
        assert store.verify() == []


def test_what_is_no_study_is_not_restored(study: Path, tmp_path: Path) -> None:
    (tmp_path / "other").write_bytes(b"Kota kembar")
    content = study.read_bytes()
    with pytest.raises(StoreUnavailable):
        restore(tmp_path / "other", study, overwrite=True)
    with pytest.raises(StoreUnavailable):
        backup(tmp_path / "none.tenun", tmp_path / "b.tenun")
    assert study.read_bytes() == content


@dataclass(frozen=True)
class Disk:
    """A folder with room for 3 MB; `real`: a file system of that size, which only root can mount, else a page limit."""

    folder: Path
    real: bool


@pytest.fixture
def small_disk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Disk]:
    folder = tmp_path / "disk"
    folder.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "size=3m", "tmpfs", str(folder)]
    if os.geteuid() == 0 and subprocess.run(mount, capture_output=True, check=False).returncode == 0:
        yield Disk(folder, real=True)
        subprocess.run(["umount", str(folder)], check=True)
    else:
        monkeypatch.setitem(sqlite.PRAGMAS, "max_page_count", 700)
        yield Disk(folder, real=False)


def import_until_refused(store: StudyStore) -> tuple[int, str]:
    """Import source after source; how many came in, and the code with which the next was refused."""
    for number in range(200):
        try:
            with store.command("import", "wayan") as change:
                add_source(change, f"X{number}", os.urandom(60_000).hex())
        except StoreUnavailable as error:
            return number, error.code
    raise AssertionError("the disk never filled up")


def test_a_full_disk_loses_nothing(small_disk: Disk) -> None:
    path = small_disk.folder / "study.tenun"
    with create(path, key="dps") as store:
        fill(store)
        done, code = import_until_refused(store)
        assert code == "store.disk-full"
        assert done > 0
        assert store.count("source") == 1 + done
        assert store.verify() == []
    with open_study(path) as store:
        assert store.count("source") == 1 + done
        assert store.verify() == []
    if small_disk.real:
        refuse_copies_where_there_is_no_room(small_disk.folder, path)
    # Where the file cannot grow, the end of the study stays in its log, which is part of it then.
    assert {file.name for file in small_disk.folder.iterdir()} <= {path.name, f"{path.name}-wal", f"{path.name}-shm"}


def refuse_copies_where_there_is_no_room(folder: Path, path: Path) -> None:
    with pytest.raises(StoreUnavailable) as error:
        backup(path, folder / "backup.tenun")
    assert error.value.code == "store.disk-full"
    filler = folder / "filler"
    filler.write_bytes(bytes(shutil.disk_usage(folder).free))
    with pytest.raises(StoreUnavailable) as error:
        create(folder / "other.tenun", key="x")
    assert error.value.code == "store.disk-full"
    filler.unlink()


def test_errors_of_the_driver_do_not_quote_the_rows(study: Path) -> None:
    with open_study(study) as store:
        with pytest.raises(Conflict) as error, store.command("import", "wayan") as change:
            change.insert("source", {"key": "S01", "title": "xylotermak", "kind": "news", "language": "id"})
        told = "".join(str(part) for part in (error.value, repr(error.value.__cause__), error.value.__context__))
        assert "xylotermak" not in told


def test_nothing_of_an_erased_source_is_left_in_the_file(study: Path, tmp_path: Path) -> None:
    secret = "xylotermak" * 3
    with open_study(study) as store:
        with store.command("import", "wayan") as change:
            source, _, _ = add_source(change, "S02", f"{TEXT}\n\n{secret}\n\n{TEXT}" * 40)
            change.insert("memo", {"kind": "note", "body": secret, "target_table": "source", "target": source})
        with store.command("label", "wayan") as change:
            change.update("source", source, title=secret)
        planted = b"".join(file.read_bytes() for file in tmp_path.iterdir())
        assert secret.encode() in planted
        store.erase(source, "wayan")
        assert store.verify() == []
        beside = b"".join(file.read_bytes() for file in tmp_path.iterdir())
        assert b"xylotermak" not in beside
    (file,) = tmp_path.iterdir()
    content = file.read_bytes()
    assert b"xylotermak" not in content
    assert secret.encode("utf-16-le") not in content


def test_erasure_says_when_somebody_keeps_remains_alive(
    study: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sqlite.PRAGMAS, "busy_timeout", 50)
    with open_study(study) as store:
        with store.command("import", "wayan") as change:
            source, _, _ = add_source(change, "S02", "xylotermak")
        reader = sqlite3.connect(study, isolation_level=None)
        reader.execute("BEGIN")
        reader.execute("SELECT count(*) FROM source").fetchone()
        with pytest.raises(Conflict) as error:
            store.erase(source, "wayan")
        assert error.value.code == "store.erasure-unfinished"
        reader.close()
        assert store.erase(source, "wayan").operation == "erased"
        assert not any(b"xylotermak" in file.read_bytes() for file in tmp_path.iterdir())


def test_the_room_is_imported_without_pandas_and_alembic() -> None:
    program = (
        "import sys, tenun.store; print([name for name in ('pandas', 'alembic', 'psycopg') if name in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_a_server_that_is_not_there_is_said_to_be_so_without_its_password() -> None:
    address = "postgresql://wayan:rahasia@127.0.0.1:1/studies"
    for reach in (lambda: open_study(address), lambda: create(address, key="dps")):
        with pytest.raises(StoreUnavailable) as error:
            reach()
        assert error.value.code == "store.no-server"
        assert "rahasia" not in str(error.value)
        assert "127.0.0.1" in str(error.value)
    with pytest.raises(InputRefused):
        backup(address, "b.tenun")
