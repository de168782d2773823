"""`bench/run.py` collects the figures of every bench, and fails when one fails."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from tests.unit.house.tree import ROOT

GOOD = "import pathlib, sys\npathlib.Path(sys.argv[2]).write_text('{\"ratio\": 2.5}')\n"
BAD = "raise SystemExit('the plain side found something else')\n"


def _run(tree: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    run = [sys.executable, str(tree / "bench" / "run.py"), *arguments]
    return subprocess.run(run, capture_output=True, text=True, check=False)


@pytest.fixture
def tree(tmp_path: Path) -> Path:
    (tmp_path / "bench").mkdir()
    shutil.copy(ROOT / "bench" / "run.py", tmp_path / "bench")
    (tmp_path / "bench" / "good.py").write_text(GOOD)
    return tmp_path


def test_figures_are_kept_with_what_they_cost(tree: Path) -> None:
    assert _run(tree).returncode == 0
    kept = json.loads((tree / "bench" / "figures" / "good.json").read_text())
    assert kept["figures"] == {"ratio": 2.5}
    assert kept["run"]["seconds"] >= 0
    assert not kept["run"]["quick"]


def test_a_bench_that_fails_is_named(tree: Path) -> None:
    (tree / "bench" / "bad.py").write_text(BAD)
    done = _run(tree, "--quick")
    assert done.returncode == 1
    assert "FAILED bad" in done.stdout
    assert (tree / "build" / "bench" / "good.json").exists()


def test_an_unknown_bench_is_refused(tree: Path) -> None:
    done = _run(tree, "goood")
    assert done.returncode == 2
    assert "no bench is called goood; there are good" in done.stderr
