"""Saturation after Guest, Namey & Chen: the worked example, the notation, and when it cannot be assessed."""

from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from tenun.analysis.accumulation import code_accumulation
from tenun.analysis.saturation import saturation
from tenun.errors import NotComputable

ORACLES = yaml.safe_load((Path(__file__).parent / "oracles.yaml").read_text(encoding="utf-8"))
ORACLE = ORACLES["saturation_guest_2020"]


def interviews(*new: int) -> list[set[str]]:
    """Interviews that bring so many codes nobody mentioned before, and repeat the first one's."""
    return [{f"{at}.{code}" for code in range(count)} | {"0.0"} for at, count in enumerate(new)]


def test_the_published_example() -> None:
    found = saturation(interviews(12, 10, 9, 6, 5, 2, 1, 0))
    assert (found.base, found.base_codes) == (ORACLE["base"], ORACLE["base_codes"])
    assert (found.runs[0].new_codes, round(found.runs[0].ratio, 2)) == (ORACLE["run_new"], ORACLE["ratio"])


def test_saturation_is_reported_as_interviews_before_the_run_plus_the_run() -> None:
    found = saturation(interviews(12, 10, 9, 6, 5, 2, 1, 0))
    assert [run.new_codes for run in found.runs] == [7, 3, 1]
    assert (found.reached_at, found.run, found.later_codes) == (6, 2, 0)
    assert saturation(interviews(12, 10, 9, 6, 5, 2, 1, 0), threshold=0).reached_at is None


@pytest.mark.parametrize(("run", "written"), ORACLE["medians_without_new_codes"].items())
def test_the_median_points_of_the_paper_are_reached_as_they_are_written(run: int, written: str) -> None:
    """The interviews behind the medians are not public: here the last new code comes where such a study has it."""
    before = int(written.split("+")[0])
    found = saturation(interviews(*[1] * before, *[0] * (run + 1)), run=run, threshold=0)
    assert f"{found.reached_at}+{found.run}" == written
    early = saturation(interviews(*[1] * before, *[0] * run, 1), run=run, threshold=0)
    assert (early.reached_at, early.later_codes) == (before, 1)


def test_the_codes_of_2006_are_shares_of_all_codes() -> None:
    oracle = ORACLES["guest_2006"]
    heard = [*oracle["heard"].values(), oracle["codes"]]
    new = [20, *[12] * 5, *[0] * 4, 12, 8, *[0] * 46, heard[2] - heard[1], 0]
    found = code_accumulation(interviews(*new))
    assert found.codes == oracle["codes"]
    for number, count in oracle["heard"].items():
        assert found.held[number - 1] == count
        assert round(100 * found.held[number - 1] / found.codes, 1) == oracle["percent"][number]


def test_a_share_just_at_the_threshold_reaches_it() -> None:
    found = saturation(interviews(10, 10, 10, 10, 1, 1), threshold=0.05)
    assert (found.runs[0].ratio, found.reached_at) == (0.05, 4)


def test_codes_that_come_after_saturation_are_counted() -> None:
    found = saturation(interviews(10, 10, 10, 10, 0, 0, 0, 3, 1), run=3)
    assert (found.reached_at, found.later_codes) == (4, 4)


@given(st.lists(st.sets(st.sampled_from("abcdefgh")), min_size=6, max_size=12))
def test_every_code_is_new_once(codes: list[set[str]]) -> None:
    if not set().union(*codes[:4]):
        with pytest.raises(NotComputable) as refused:
            saturation(codes)
        assert refused.value.code == "analysis.empty-base"
        return
    found = saturation(codes, run=1)
    assert found.base_codes + sum(run.new_codes for run in found.runs) == len(set().union(*codes))
    assert len(found.runs) == len(codes) - 4


@pytest.mark.parametrize(("held", "base", "run", "needed"), [(1, 4, 2, 6), (5, 4, 2, 6), (8, 6, 3, 9)])
def test_it_cannot_be_assessed_below_base_and_run(held: int, base: int, run: int, needed: int) -> None:
    with pytest.raises(NotComputable) as refused:
        saturation(interviews(*[2] * held), base=base, run=run)
    assert refused.value.parameters == {"interviews": held, "needed": needed}


def test_a_base_of_nobody_is_refused() -> None:
    with pytest.raises(ValueError, match="at least one"):
        saturation(interviews(1, 1), base=0)
