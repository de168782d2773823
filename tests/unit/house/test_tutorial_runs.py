"""The tutorial's commands run in their order, and print what the page shows."""

from __future__ import annotations

import os
import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest
from tests.unit.house.tree import ROOT

PAGE = ROOT / "docs" / "tutorial" / "worked-study.md"
MISQUOTED = "berpromosi agar"


def _steps() -> list[tuple[str, list[str]]]:
    """Command lines of the console blocks, each with the lines shown below it."""
    blocks = re.findall(r"^```console\n(.*?)^```$", PAGE.read_text("utf-8"), flags=re.MULTILINE | re.DOTALL)
    steps: list[tuple[str, list[str]]] = []
    for line in "".join(blocks).replace("\\\n", " ").splitlines():
        if line.startswith("$ "):
            steps.append((line.removeprefix("$ "), []))
        else:
            steps[-1][1].append(line)
    return steps


def _plain(text: str) -> str:
    return " ".join(text.split())


@pytest.mark.slow
def test_every_step_prints_what_is_shown(tmp_path: Path) -> None:
    (tmp_path / "examples").symlink_to(ROOT / "examples", target_is_directory=True)
    environment = {**os.environ, "TENUN_LANG": "en", "PYTHONUTF8": "1"}
    for command, shown in _steps():
        program, *arguments = shlex.split(command)
        assert program == "tenun"
        run = [sys.executable, "-c", "from tenun.cli import main; main()", *arguments]
        done = subprocess.run(
            run, cwd=tmp_path, env=environment, capture_output=True, text=True, encoding="utf-8", check=False
        )
        printed = _plain(done.stdout + done.stderr)
        assert done.returncode == (3 if MISQUOTED in command else 0), f"{command}\n{printed}"
        for line in shown:
            assert _plain(line) in printed, f"{command}\n{printed}"


def test_the_page_has_steps() -> None:
    assert len(_steps()) > 12
