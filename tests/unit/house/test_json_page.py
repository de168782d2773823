"""docs/reference/json.md names every key that `rank --json` and `agree --json` print, and no other."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from tests.unit.house.tree import ROOT

PAGE = (ROOT / "docs" / "reference" / "json.md").read_text("utf-8")


def _documented(command: str, part: str = "") -> set[str]:
    """Keys in the first column of the table below a heading."""
    section = PAGE.split(f"\n## {command}\n")[1].split("\n## ")[0]
    text = section.split(f"\n### {part}\n")[1] if part else section
    rows = re.findall(r"^\| (`.+?) \|", text.split("\n### ")[0], flags=re.MULTILINE)
    return {key for row in rows for key in re.findall(r"`([\w]+)`", row)}


def _tenun(*arguments: str) -> str:
    run = [sys.executable, "-c", "from tenun.cli import main; main()", *arguments]
    return subprocess.run(run, capture_output=True, text=True, encoding="utf-8", check=True).stdout


@pytest.mark.slow
def test_the_page_names_what_is_printed(tmp_path: Path) -> None:
    study = str(tmp_path / "worked.tenun")
    _tenun("import", study, str(ROOT / "examples" / "denpasar-mossel-bay"))
    ranked: dict[str, Any] = json.loads(_tenun("rank", study, "--json"))
    agreed: dict[str, Any] = json.loads(_tenun("agree", study, "--json"))
    assert set(ranked) == _documented("rank")
    assert set(ranked["motives"][0]) == _documented("rank", "motives")
    for part in ("fragility", "consensus", "verdict"):
        assert set(ranked[part]) == _documented("rank", part)
    assert set(agreed) == _documented("agree")
