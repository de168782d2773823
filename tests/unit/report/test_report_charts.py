"""Charts are plain data that agree with the figures."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.factories.findings import make_findings

from tenun.report import build
from tenun.report.charts.palette import wrapped
from tenun.report.great_circle import EARTH_RADIUS_KM, distance_km, middle
from tenun.report.tree import Chart

POSITIONS = st.tuples(st.floats(-89, 89), st.floats(-180, 180))


def charts() -> dict[str, Chart]:
    return {block.id: block for block in build(make_findings(), "en").blocks() if isinstance(block, Chart)}


def test_the_four_charts_are_json_and_say_in_words_what_they_show() -> None:
    drawn = charts()
    assert list(drawn) == ["chart-rank-probabilities", "chart-kinds-of-source", "chart-timeline", "chart-map"]
    for chart in drawn.values():
        assert json.loads(json.dumps(chart.spec)) == chart.spec
        assert len(chart.alt) > 40


def test_bars_of_rank_probabilities_add_up() -> None:
    rows = charts()["chart-rank-probabilities"].spec["data"]["values"]
    for motive in {row["motive"] for row in rows}:
        assert sum(row["p"] for row in rows if row["motive"] == motive) == pytest.approx(1, abs=2e-3)


def test_bars_by_kind_are_the_witnesses() -> None:
    rows = charts()["chart-kinds-of-source"].spec["data"]["values"]
    market = [row["witnesses"] for row in rows if row["motive"] == "International market"]
    assert sum(market) == 5
    assert min(row["witnesses"] for row in rows) == -1


def test_the_timeline_leaves_out_what_lies_far_from_the_decision() -> None:
    numbers = [
        row["number"]
        for layer in charts()["chart-timeline"].spec["layer"]
        for row in layer["data"]["values"]
        if "number" in row
    ]
    assert "1" not in numbers
    assert {"2", "3", "4", "5", "6"} <= set(numbers)


@given(POSITIONS, POSITIONS)
def test_distance_is_symmetric_and_at_most_half_the_globe(
    here: tuple[float, float], there: tuple[float, float]
) -> None:
    assert distance_km(here, there) == pytest.approx(distance_km(there, here))
    assert 0 <= distance_km(here, there) <= 3.1416 * EARTH_RADIUS_KM


@given(POSITIONS, POSITIONS)
def test_the_middle_lies_as_far_from_both(here: tuple[float, float], there: tuple[float, float]) -> None:
    if distance_km(here, there) > 0.98 * 3.1416 * EARTH_RADIUS_KM:
        return
    centre = middle([here, there])
    assert distance_km(here, centre) == pytest.approx(distance_km(there, centre), abs=0.5)


@given(st.text(alphabet="ab ", max_size=80))
def test_wrapping_keeps_every_word(label: str) -> None:
    assert " ".join(wrapped(label)).split() == label.split()
