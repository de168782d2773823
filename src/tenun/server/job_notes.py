"""What a job under way writes down for whoever asks how far it is, and what it has to tell when it is done."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

_PROGRESS, _TOLD = ".progress.json", ".told.json"


class JobNotes:
    """The notes in a job's folder; written by one process and read by another, each whole or not at all."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def progress(self, step: str, done: int, total: int) -> None:
        """Note how much of a step is done."""
        self._write(_PROGRESS, {"step": step, "done": done, "total": total})

    def tell(self, told: Mapping[str, Any]) -> None:
        """Note what came of it."""
        self._write(_TOLD, told)

    def latest(self) -> dict[str, Any] | None:
        """The step under way; None before the first."""
        return self._read(_PROGRESS)

    def told(self) -> dict[str, Any] | None:
        """What came of it; None where there is nothing to tell."""
        return self._read(_TOLD)

    def _write(self, name: str, value: Mapping[str, Any]) -> None:
        draft = self._folder / f"{name}.draft"
        draft.write_text(json.dumps(value), "utf-8")
        draft.replace(self._folder / name)

    def _read(self, name: str) -> dict[str, Any] | None:
        try:
            found: dict[str, Any] = json.loads((self._folder / name).read_text("utf-8"))
        except FileNotFoundError:
            return None
        return found
