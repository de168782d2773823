"""The files of this tree, as the house's tests walk them."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parents[3]
SRC = ROOT / "src" / "tenun"
NOT_OURS = {"__pycache__", "build", "dist", "demo", "node_modules"}
BUILT = SRC / "server" / "app"


def files(under: Path = ROOT, ending: str = "") -> Iterator[Path]:
    """Files that belong to the tree, in order: nothing hidden but .ci, nothing that a run leaves behind."""
    for path in sorted(under.iterdir()):
        if (
            path == BUILT
            or path.name in NOT_OURS
            or path.name.endswith(".egg-info")
            or (path.name[0] == "." and path.name != ".ci")
        ):
            continue
        if path.is_dir():
            yield from files(path, ending)
        elif path.name.endswith(ending):
            yield path


def folders(under: Path) -> set[str]:
    """Names of the folders directly below that hold a file."""
    return {path.relative_to(under).parts[0] for path in files(under) if path.parent != under}


@cache
def syntax(path: Path) -> ast.Module:
    """The syntax tree of a Python file."""
    return ast.parse(path.read_text("utf-8"), str(path))
