"""The typed client of the app is made from the server as it is."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

FRONTEND = Path(__file__).parents[2] / "frontend"


def test_types_of_the_client_are_those_of_the_server(tmp_path: Path) -> None:
    made = tmp_path / "schema.d.ts"
    subprocess.run([sys.executable, FRONTEND / "scripts" / "types_of_api.py", made], check=True)
    kept = FRONTEND / "src" / "api" / "schema.d.ts"
    assert made.read_text("utf-8") == kept.read_text("utf-8"), "python frontend/scripts/types_of_api.py"
