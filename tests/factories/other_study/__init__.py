"""An invented study with a framework of its own, and the same with one fault of each kind."""

from __future__ import annotations

import shutil
from pathlib import Path

HERE = Path(__file__).parent


def clean_study(to: Path) -> Path:
    """A copy of the study in which nothing is wrong."""
    shutil.copytree(HERE / "clean", to)
    return to


def faulty_study(to: Path) -> Path:
    """The study with a wrong quote, one that is not unique, an unknown code, token and source, and a source of junk."""
    shutil.copytree(HERE / "clean", to)
    shutil.copytree(HERE / "faulty", to, dirs_exist_ok=True)
    return to
