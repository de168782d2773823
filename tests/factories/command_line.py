"""The command line as a person meets it, in this process: words, JSON and exit code."""

from __future__ import annotations

import json
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

EXAMPLE = Path(__file__).parents[2] / "examples" / "denpasar-mossel-bay"


@dataclass(frozen=True)
class Spoken:
    """What a command said, and its exit code."""

    out: str
    err: str
    code: int

    @property
    def json(self) -> Any:
        """Standard output, read as JSON."""
        return json.loads(self.out)


@dataclass(frozen=True)
class Terminal:
    """Somebody at a command line."""

    monkeypatch: pytest.MonkeyPatch
    capsys: pytest.CaptureFixture[str]

    def run(self, *words: object) -> Spoken:
        """Run `tenun WORDS`."""
        from tenun.cli.app import run

        self.monkeypatch.setattr(sys, "argv", ["tenun", *map(str, words)])
        self.capsys.readouterr()
        code = 0
        try:
            run()
        except SystemExit as ended:
            code = int(ended.code or 0)
        said = self.capsys.readouterr()
        return Spoken(said.out, said.err, code)
