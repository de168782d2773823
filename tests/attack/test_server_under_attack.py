"""The hostile corpus goes through a running server, which answers others throughout and keeps nothing of it."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import httpx
import pytest
from tests.factories import hostile_corpus
from tests.factories.hostile_corpus import GROUPS, MARKER, MIB, archive
from tests.factories.served_study import small_study

from tenun.intake.guard.reader_process import BOUNDS
from tenun.study.opening import open_scope

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="reads /proc")
COMMAND = (sys.executable, "-c", "from tenun.cli import main; main()", "serve", "--no-browser")
EACH = 12
SERVER_BYTES = 900 * MIB
Upload = list[tuple[str, tuple[str, bytes]]]


@dataclass
class Running:
    """A server in a process of its own."""

    pid: int
    base: str
    study: str
    cookies: httpx.Cookies
    folder: Path
    temporary: Path

    @contextmanager
    def browser(self) -> Iterator[httpx.Client]:
        with httpx.Client(base_url=f"{self.base}/api/studies/{self.study}", cookies=self.cookies, timeout=300,
                          headers={"Origin": self.base}, trust_env=False) as made:  # fmt: skip
            yield made

    def memory(self) -> dict[str, int]:
        """The most bytes that the server and each process below it had in memory so far."""
        pids = [self.pid, *map(int, _below(self.pid))]
        return {str(pid): _status(pid, "VmHWM") for pid in pids}


def _below(pid: int) -> list[str]:
    tasks = Path(f"/proc/{pid}/task")
    return [child for task in tasks.iterdir() for child in (task / "children").read_text("ascii").split()]


def _status(pid: int, name: str) -> int:
    found = re.search(rf"^{name}:\s+(\d+) kB", Path(f"/proc/{pid}/status").read_text("utf-8"), re.M)
    assert found
    return int(found[1]) * 1024


@pytest.fixture
def running(tmp_path: Path) -> Iterator[Running]:
    """`tenun serve` on a small study, with a folder for temporary files of its own."""
    folder, temporary = tmp_path / "study", tmp_path / "temporary"
    folder.mkdir()
    temporary.mkdir()
    study = small_study(folder / "small.tenun")
    surroundings = {**os.environ, "TMPDIR": str(temporary)}
    with subprocess.Popen([*COMMAND, str(study)], stdout=subprocess.PIPE, text=True, env=surroundings) as process:
        assert process.stdout is not None
        address = next(line.strip() for line in process.stdout if "token=" in line)
        base = address.partition("/?")[0]
        with httpx.Client(trust_env=False) as browser:
            assert browser.get(address, follow_redirects=True).status_code == 200
            guid = browser.get(f"{base}/api/session").json()["studies"][0]["guid"]
            yield Running(process.pid, base, guid, browser.cookies, folder, temporary)
        process.terminate()
        assert process.wait(60) == 0


def _uploads() -> Iterator[tuple[str, Upload]]:
    """Some of every group and kind, those of one group together; projects, surveys and tables by their own ways."""
    for group in GROUPS:
        taken: dict[str, int] = {}
        files: Upload = []
        for name, content in group():
            kind = name.rpartition(".")[2]
            taken[kind] = taken.get(kind, -1) + 1
            if taken[kind] % EACH == 0 and len(content) <= 24 * MIB:
                files.append(("files", (name.replace(":", "-"), content)))
        yield "/import", files
    bomb = archive({"project.qde": b"<!--" + b" " * (64 * MIB) + b"-->"})
    climbing = archive({"project.qde": b"<Project/>", f"../{MARKER}": b"x"})
    broken = b"SQLite format 3\x00" + bytes(4_000)
    projects = {"a.qdpx": bomb, "b.qdpx": climbing, "c.sqlite3": broken, "d.qdc": b"<!DOCTYPE a><a/>"}
    yield "/import", [("files", file) for file in projects.items()]
    for name, content in hostile_corpus.bombs_of_archives():
        if name.endswith(".xlsx"):
            yield "/surveys", [("file", (name, content))]


def test_others_are_answered_while_the_corpus_comes_in(running: Running) -> None:
    ended = threading.Event()
    answered: list[int] = []

    def keep_asking() -> None:
        with running.browser() as other:
            while not ended.wait(0.05):
                answered.append(other.get("/sources").status_code)

    asking = threading.Thread(target=keep_asking)
    asking.start()
    seen = 0
    try:
        with running.browser() as browser:
            for path, files in _uploads():
                before = len(answered)
                answer = browser.post(path, files=files)
                seen += len(files)
                assert answer.status_code in (200, 400, 413, 422), answer.text
                told = {problem["code"] for problem in answer.json().get("problems", [])}
                assert not told & {"intake.reader-time", "intake.reader-ended"}
                while len(answered) == before:
                    assert asking.is_alive()
                    ended.wait(0.01)
            memory = running.memory()
    finally:
        ended.set()
        asking.join()
    assert seen > 40
    assert set(answered) == {200}
    assert memory.pop(str(running.pid)) < SERVER_BYTES
    assert memory
    assert max(memory.values()) <= BOUNDS.memory
    assert [path.name for path in running.temporary.rglob("*")] == []
    assert {path.name.partition("-")[0] for path in running.folder.iterdir()} == {"small.tenun"}
    assert not list(running.folder.parent.rglob(MARKER))
    scope = open_scope(str(running.folder / "small.tenun"), coder="ana")
    with scope.store as store:
        assert store.verify() == []
        assert not any("root:" in store.text(row["representation"]) for row in store.rows("source"))
