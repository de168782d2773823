"""Every door that is fuzzed opens to what it is made for, and what fuzzing found once is found no more."""

from __future__ import annotations

import pytest
from tests.factories.fuzzed import DOORS, found_inputs

from tenun.intake.readers import READERS


@pytest.mark.parametrize("name", DOORS)
def test_each_door_lets_something_in_and_refuses_damage(name: str) -> None:
    seeds = DOORS[name].seeds()
    assert True in [DOORS[name](seed) for seed in seeds]
    for seed in seeds:
        for cut in range(0, len(seed), len(seed) // 8 + 1):
            DOORS[name](seed[:cut])


def test_every_reader_has_one() -> None:
    assert set(READERS) < set(DOORS)


def test_what_was_found_is_read_or_refused() -> None:
    found = found_inputs()
    assert found
    assert [DOORS[name](path.read_bytes()) for name, path in found].count(False) == len(found)
