"""The tree is what docs/explanation/architecture.md says it is, and what every file of it must be."""

from __future__ import annotations

import ast
import re
from pathlib import Path

from importlinter.cli import lint_imports
from tests.unit.house.tree import ROOT, SRC, files, folders, syntax

ARCHITECTURE = ROOT / "docs" / "explanation" / "architecture.md"
DOWNLOADS = re.compile(r"https?://[^ \"]*(/simple/|/-/[^ \"]+\.tgz|\.whl)|" + r"\.".join(("pythonhosted", "org")))


def _described(heading: str) -> set[str]:
    """Names of folders that have an entry of their own (`- \\`name/\\`` or `### \\`name/\\``) below a heading."""
    section = ARCHITECTURE.read_text("utf-8").split(f"\n## {heading}\n")[1].split("\n## ")[0]
    return set(re.findall(r"^(?:- |### )`([\w.]+)/`", section, flags=re.MULTILINE))


def test_every_room_is_described_and_no_other() -> None:
    assert _described("The rooms") == folders(SRC)


def test_every_top_folder_is_described_and_no_other() -> None:
    assert _described("The tree") == folders(ROOT)


def test_every_folder_inside_a_room_is_named() -> None:
    text = ARCHITECTURE.read_text("utf-8")
    inside = {path.relative_to(SRC).parts[1] for path in files(SRC) if len(path.relative_to(SRC).parts) > 2}
    assert sorted(folder for folder in inside if f"`{folder}/`" not in text) == []


def test_every_file_that_is_named_stands_in_its_room() -> None:
    rooms = ARCHITECTURE.read_text("utf-8").split("\n## The rooms\n")[1].split("\n### ")[1:]
    named = {(room.split("/")[0].strip("`"), name) for room in rooms for name in re.findall(r"`(\w+\.py)`", room)}
    assert len(named) > 20
    assert sorted(f"{room}/{name}" for room, name in named if not (SRC / room / name).exists()) == []


def test_every_module_says_what_it_holds() -> None:
    modules = [
        *files(SRC, ".py"),
        *files(ROOT / "tools", ".py"),
        *files(ROOT / "tests", ".py"),
        *files(ROOT / "bench", ".py"),
    ]
    assert len(modules) > 100
    assert [str(path.relative_to(ROOT)) for path in modules if not ast.get_docstring(syntax(path))] == []


def test_no_file_names_a_place_to_download_from() -> None:
    naming = [str(path.relative_to(ROOT)) for path in files() if _is_text(path) and DOWNLOADS.search(_text(path))]
    assert naming == []


def test_imports_point_only_upstream() -> None:
    assert lint_imports(str(ROOT / "pyproject.toml"), no_cache=True, no_logo=True) == 0


def _is_text(path: Path) -> bool:
    return path.suffix not in {".ttf", ".woff2", ".png", ".pdf", ".docx", ".xlsx", ".zip", ".gz"}


def _text(path: Path) -> str:
    return path.read_text("utf-8", errors="replace")
