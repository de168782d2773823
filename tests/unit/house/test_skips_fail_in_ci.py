"""Where TENUN_NO_SKIPS is set, a skipped test fails the run; elsewhere it does not."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from tests.unit.house.tree import ROOT

SKIPPED = (
    "import pytest\n\n\ndef test_goes():\n    assert True\n\n\ndef test_skipped():\n    pytest.skip('no server')\n"
)
WHOLE_FILE = "import pytest\n\npytest.skip('no server', allow_module_level=True)\n"


@pytest.mark.slow
@pytest.mark.parametrize(("setting", "workers", "code"), [("", "0", 0), ("1", "1", 1)])
def test_a_skip_fails_only_where_it_must_not_happen(tmp_path: Path, setting: str, workers: str, code: int) -> None:
    shutil.copy(ROOT / "tests" / "conftest.py", tmp_path)
    (tmp_path / "test_one.py").write_text(SKIPPED)
    (tmp_path / "test_two.py").write_text(WHOLE_FILE)
    run = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", "-n", workers, str(tmp_path)]
    environment = {**os.environ, "TENUN_NO_SKIPS": setting}
    done = subprocess.run(run, env=environment, cwd=tmp_path, capture_output=True, text=True, check=False)
    assert done.returncode == code, done.stdout
    assert ("which fails here" in done.stdout) == bool(setting)
    assert "1 passed, 2 skipped" in done.stdout.splitlines()[-1]
