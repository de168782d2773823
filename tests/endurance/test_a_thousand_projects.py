"""A thousand studies made by chance go out as projects and come back; the first hundred are among the unit tests."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from tests.factories.round_trip import read_here, round_trip

from tenun.study import import_project

SEEDS = 1_000


@pytest.mark.slow
@pytest.mark.parametrize("first", range(0, SEEDS, 100))
def test_a_hundred_studies_go_out_valid_and_come_back_whole(
    first: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(import_project, "read_project", read_here)
    for seed in range(first, first + 100):
        round_trip(tmp_path / str(seed), seed)
        shutil.rmtree(tmp_path / str(seed))
