"""The notebook runs from top to bottom, and what it prints is what is kept in it."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from tests.unit.house.tree import ROOT

NOTEBOOK = ROOT / "docs" / "notebooks" / "worked-study.ipynb"
EXECUTE = """
import sys, nbclient, nbformat
page, folder, out = sys.argv[1:]
notebook = nbformat.read(page, 4)
nbclient.NotebookClient(notebook, timeout=600, resources={"metadata": {"path": folder}}).execute()
nbformat.write(notebook, out)
"""


def _printed(notebook: dict[str, Any]) -> list[str]:
    """The text of every output, cell by cell."""
    outputs = [output for cell in notebook["cells"] for output in cell.get("outputs", [])]
    texts = [output.get("text") or output.get("data", {}).get("text/plain", "") for output in outputs]
    return ["".join(text).rstrip() for text in texts]


@pytest.mark.slow
def test_the_notebook_runs_and_prints_what_it_shows(tmp_path: Path) -> None:
    folder = tmp_path / "docs" / "notebooks"
    for made in (folder, tmp_path / "demo"):
        made.mkdir(parents=True)
    study = str(tmp_path / "demo" / "denpasar-mossel-bay.tenun")
    example = str(ROOT / "examples" / "denpasar-mossel-bay")
    tenun = [sys.executable, "-c", "from tenun.cli import main; main()"]
    subprocess.run([*tenun, "import", study, example], check=True, capture_output=True)
    own = {name: str(tmp_path / name) for name in ("JUPYTER_RUNTIME_DIR", "JUPYTER_CONFIG_DIR", "IPYTHONDIR")}
    out = tmp_path / "executed.ipynb"
    run = [sys.executable, "-c", EXECUTE, str(NOTEBOOK), str(folder), str(out)]
    done = subprocess.run(run, env={**os.environ, **own}, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr[-2000:]
    shown = _printed(json.loads(NOTEBOOK.read_text("utf-8")))
    assert _printed(json.loads(out.read_text("utf-8"))) == shown
    assert len(shown) > 8
    assert (tmp_path / "demo" / "from-notebook.html").exists()
