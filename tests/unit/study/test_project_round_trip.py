"""Studies made by chance go out as projects and come back."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.factories.round_trip import read_here, round_trip

from tenun.study.projects import import_project
from tenun.study.projects.sidecar import ORDER

SEEDS = 100
"""A thousand are gone through by bench/project_round_trips.py."""


@pytest.mark.parametrize("first", range(0, SEEDS, 10))
def test_a_study_goes_out_valid_and_comes_back_whole(
    first: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(import_project, "read_project", read_here)
    for seed in range(first, first + 10):
        round_trip(tmp_path / str(seed), seed)


def test_the_order_of_tables_holds_every_table() -> None:
    from tenun.store.shapes import ENTITIES

    assert sorted(ORDER) == sorted(ENTITIES)
