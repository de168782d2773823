"""Fixtures of the journeys: the worked study, imported once, copied for each test."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from tests.factories.command_line import EXAMPLE, Terminal

from tenun.study.importing.import_paths import import_paths


@pytest.fixture(scope="session")
def imported(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The worked study as a file, not to be changed."""
    path = tmp_path_factory.mktemp("imported") / "worked.tenun"
    report = import_paths(str(path), [EXAMPLE])
    assert not report.problems
    return path


@pytest.fixture
def worked(imported: Path, tmp_path: Path) -> Path:
    """A copy of the worked study that a test may change."""
    return Path(shutil.copy(imported, tmp_path / "worked.tenun"))


@pytest.fixture
def tenun(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Terminal:
    """The command line, in English."""
    monkeypatch.setattr("tenun.cli.language.language", lambda: "en")
    return Terminal(monkeypatch, capsys)
