"""An import that is interrupted, by Ctrl+C or by the end of its program: no half of it stays, no process, no file."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from tests.factories import foreign_projects as foreign
from tests.factories.interrupted import READER
from tests.factories.other_study import clean_study

from tenun.study.make_study import make_study
from tenun.study.opening import open_scope

pytestmark = pytest.mark.skipif(os.name != "posix", reason="signals of a terminal")
ROOT = Path(__file__).parents[2]
NOTE = "---\ntitle: Berita {0}\nkind: news\nlanguage: id\n---\n\nWali kota menyebut {0}.\n"


def _documents(folder: Path) -> list[Path]:
    paths = [folder / f"{name}.md" for name in ("a", "b", "c")]
    for path in paths:
        path.write_text(NOTE.format(path.stem), "utf-8")
    return paths


def _project(folder: Path) -> list[Path]:
    how = foreign.PRODUCERS["nvivo windows"]
    return [foreign.coded(folder / "a.qdpx", how, ["Kota kembar.", "Kopi."], [[(0, 4)], [(0, 4)]])]


def _study_folder(folder: Path) -> list[Path]:
    return [clean_study(folder / "folder")]


@contextmanager
def _waiting(where: str, study: Path, paths: list[Path]) -> Iterator[tuple[subprocess.Popen[str], int]]:
    """The command line, in a group of its own as from a terminal, once it waits; and the process that reads for it."""
    temporary = study.parent / "temporary"
    temporary.mkdir()
    command = [sys.executable, "-m", "tests.factories.interrupted", where, "import", str(study), *map(str, paths)]
    surroundings = {**os.environ, "TMPDIR": str(temporary), "TENUN_LANG": "en", "PYTHONPATH": str(ROOT)}
    process = subprocess.Popen(command, cwd=ROOT, env=surroundings, text=True, stdout=subprocess.PIPE,
                               stderr=subprocess.PIPE, process_group=0)  # fmt: skip
    assert process.stdout is not None
    try:
        said = next((line for line in process.stdout if line.startswith(READER)), "")
        assert said, process.communicate()[1]
        yield process, int(said.split()[1])
    finally:
        process.kill()
        process.communicate()


def _gone(pid: int) -> bool:
    """Whether a process is no more, within a few looks; one that nobody has waited for counts as gone."""
    for _ in range(200):
        try:
            os.kill(pid, 0)
            if Path(f"/proc/{pid}/stat").read_text("utf-8").rpartition(")")[2].split()[0] == "Z":
                return True
        except (ProcessLookupError, FileNotFoundError):
            return True
        time.sleep(0.05)
    return False


@pytest.fixture
def study(tmp_path: Path) -> Path:
    """A study with one source in it."""
    scope = make_study(str(tmp_path / "study.tenun"), title="Kota", coder="ana")
    with scope.store:
        (tmp_path / "first.md").write_text(NOTE.format("first"), "utf-8")
    return tmp_path / "study.tenun"


def _state(study: Path) -> tuple[object, int]:
    scope = open_scope(str(study), coder="ana")
    with scope.store as store:
        assert store.verify() == []
        return store.dump(), store.revision


@pytest.mark.parametrize(
    ("where", "made"),
    [("reading", _documents), ("writing", _documents), ("writing", _project)],
    ids=["reading documents", "writing documents", "writing a project"],
)
def test_ctrl_c_leaves_the_study_as_it_was(where: str, made: Callable[[Path], list[Path]], study: Path) -> None:
    before = _state(study)
    _interrupt(where, study, made(study.parent))
    assert _state(study) == before


@pytest.mark.parametrize("where", ["reading", "writing"])
def test_ctrl_c_leaves_no_study_that_was_not_there(where: str, tmp_path: Path) -> None:
    _interrupt(where, tmp_path / "new.tenun", _study_folder(tmp_path))
    assert not (tmp_path / "new.tenun").exists()


def _interrupt(where: str, study: Path, paths: list[Path]) -> None:
    with _waiting(where, study, paths) as (process, reader):
        os.killpg(process.pid, signal.SIGINT)
        assert process.wait(30) != 0
        assert _gone(reader)
    assert list((study.parent / "temporary").rglob("*")) == []
    assert not [path for path in study.parent.iterdir() if path.name.startswith(f"{study.name}-")]


def test_a_program_that_is_killed_takes_its_reader_with_it(study: Path) -> None:
    before = _state(study)
    with _waiting("reading", study, _documents(study.parent)) as (process, reader):
        process.kill()
        process.wait(30)
        assert _gone(reader)
    assert _state(study) == before
