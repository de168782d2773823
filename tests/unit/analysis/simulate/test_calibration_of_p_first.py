"""P(first) against planted truth: right on its own prior, wrong where assumptions break; shipped figures are fresh."""

from dataclasses import replace

import numpy as np
import pytest

from tenun.analysis.attestation import attestation
from tenun.analysis.simulate import CURVES, Scenario, calibrate, calibration_summary, simulate
from tenun.analysis.simulate.calibration import FEWEST_SURE
from tenun.analysis.simulate.curves import CurvePoint, calibration_curves, curve_point
from tenun.analysis.simulate.planting import SimulatedStudies
from tenun.analysis.simulate.summary import StressFailure, read_summary, summarise, write_summary


@pytest.mark.parametrize(("witnesses", "studies"), [(4, 5_000), (10, 1_500)])
def test_planted_from_its_own_prior_p_first_is_what_it_says(witnesses: int, studies: int) -> None:
    found = calibrate(simulate(Scenario(witnesses=witnesses), studies, seed=11))
    assert found.error is not None
    assert found.error <= 0.02
    assert found.studies == studies


def test_a_model_that_is_not_the_planted_one_does_not_pass() -> None:
    """The measure can fail: with witnesses that copy each other unnoticed the same figure is off."""
    found = calibrate(simulate(Scenario(witnesses=4, undetected_copies=0.6), 5_000, seed=11))
    assert found.error is not None
    assert found.error > 0.02


def test_the_error_is_the_weighted_gap_between_claim_and_share() -> None:
    """Worked by hand: three studies with the same counts, the leader first in two of them."""
    first = np.array([[1.0, 0.0], [1.0, 0.0], [0.0, 1.0]])
    made = SimulatedStudies(Scenario(), 1, first, first, np.array([[4, 1]] * 3), np.array([5, 5, 5]))
    p = attestation([4, 1], 5).p_first
    found = calibrate(made)
    assert found.error == pytest.approx((abs(p[0] - 2 / 3) + abs(p[1] - 1 / 3)) / 2)
    assert [(one.count, one.share_first) for one in found.bins] == [
        (3, pytest.approx(1 / 3)),
        (3, pytest.approx(2 / 3)),
    ]


def test_sure_studies_are_counted_and_too_few_have_no_rate() -> None:
    counts = np.array([[40, 1]] * FEWEST_SURE)
    first = np.tile([0.0, 1.0], (FEWEST_SURE, 1))
    n = np.full(FEWEST_SURE, 40)
    wrong = calibrate(SimulatedStudies(Scenario(), 1, first, first, counts, n))
    assert (wrong.sure, wrong.right_when_sure) == (1.0, 0.0)
    few = calibrate(SimulatedStudies(Scenario(), 1, first[1:], first[1:], counts[1:], n[1:]))
    assert (few.sure, few.right_when_sure) == (1.0, None)


def test_studies_below_four_witnesses_are_left_out() -> None:
    found = calibrate(simulate(Scenario(witnesses=3, planted=(0.9, 0.5)), 20))
    assert (found.studies, found.planted, found.error) == (0, 20, None)


def test_an_unlisted_first_motive_makes_every_sure_study_wrong() -> None:
    found = calibrate(simulate(Scenario(witnesses=20, planted=(0.8, 0.1), unlisted=0.9), 200))
    assert found.sure is not None
    assert found.sure > 0.5
    assert found.right_when_sure == 0.0


def test_copies_that_nobody_noticed_make_p_first_promise_too_much() -> None:
    fine, copied = (
        curve_point(name, strength, 10, 400, 1)
        for name, strength in (("ordinary-study", None), ("undetected-copies", 0.6))
    )
    assert fine.right_when_sure is not None
    assert copied.right_when_sure is not None
    assert copied.right_when_sure < 0.9 < fine.right_when_sure + 0.05
    assert copied.calibration_error is not None
    assert fine.calibration_error is not None
    assert copied.calibration_error > fine.calibration_error


def test_the_shipped_summary_keeps_the_promise_and_covers_every_condition() -> None:
    summary = calibration_summary()
    assert summary.studies == 5_000
    assert summary.error <= 0.02
    covered = {(point.scenario, point.strength, point.n) for point in summary.points}
    assert covered == {(name, strength, n) for name in CURVES for strength in CURVES[name] for n in (4, 10, 40)}


@pytest.mark.parametrize(
    ("scenario", "strength"), [("matched-prior", None), ("reticence", 1.0), ("talkative-witnesses", 2.0)]
)
def test_the_shipped_summary_is_not_stale(scenario: str, strength: float | None) -> None:
    """Recompute a point in full: 5,000 studies of four witnesses."""
    summary = calibration_summary()
    (stored,) = (p for p in summary.points if (p.scenario, p.strength, p.n) == (scenario, strength, 4))
    fresh = curve_point(scenario, strength, 4, summary.studies, summary.seed)
    rewritten = read_summary(write_summary(replace(summary, points=(fresh,))))
    assert rewritten.points == (stored,)


def test_failures_are_the_conditions_that_break_the_promise() -> None:
    summary = calibration_summary()
    assert summarise(summary.points, studies=summary.studies, seed=1, command="").failures == summary.failures
    named = {(failure.scenario, failure.strength) for failure in summary.failures}
    assert ("reticence", 1.0) in named
    assert ("undetected-copies", 0.6) in named
    for failure in summary.failures:
        held = [p for p in summary.points if (p.scenario, p.strength) == (failure.scenario, failure.strength)]
        figures = [p.sure if failure.scenario == "equal-motives" else p.right_when_sure for p in held]
        assert [failure.low, failure.high] == [f([x for x in figures if x is not None]) for f in (min, max)]


def point(scenario: str, right: float | None, *, sure: float = 0.5, error: float | None = 0.01) -> CurvePoint:
    return CurvePoint(scenario, None, 10, 100, error, sure, right, ())


def test_a_condition_that_keeps_the_promise_is_no_failure() -> None:
    points = [
        point("matched-prior", 0.5, error=None),
        point("ordinary-study", 0.5, error=0.5),
        point("reticence", 0.95),
        point("coder-error", 0.85),
        point("talkative-witnesses", None),
        point("equal-motives", 0.0, sure=0.0),
    ]
    found = summarise(points, studies=100, seed=1, command="")
    assert found.failures == (StressFailure("coder-error", None, 0.85, 0.85),)
    assert found.error == 0.0
    leader = summarise([*points[:1], point("equal-motives", 0.0, sure=0.002)], studies=100, seed=1, command="")
    assert leader.failures == (StressFailure("equal-motives", None, 0.002, 0.002),)


def test_the_error_of_a_summary_is_the_largest_of_the_matched_prior() -> None:
    summary = calibration_summary()
    assert summarise(summary.points, studies=5_000, seed=1, command="").error == summary.error


def test_curves_say_how_far_they_are() -> None:
    heard: list[tuple[int, int]] = []
    calibration_curves(5, witnesses=[4], scenarios=["coder-error"], on_point=lambda *at: heard.append(at))
    assert heard == [(1, 3), (2, 3), (3, 3)]
