"""Simulated studies: what is planted is what is drawn, and each thing that goes wrong does what it says."""

import numpy as np
import pytest

from tenun.analysis.attestation import CONCENTRATIONS, MEANS
from tenun.analysis.simulate import Scenario, simulate

STUDIES = 4_000
SHARES = (0.9, 0.6, 0.2)


def observed(scenario: Scenario) -> np.ndarray:
    """Share of witnesses found for each motive, from the most to the least planted."""
    made = simulate(scenario, STUDIES, seed=3)
    order = np.argsort(-made.truth[:, : made.counts.shape[1]], axis=1)
    return np.take_along_axis(made.counts / made.n[:, None], order, axis=1).mean(axis=0)


def test_planted_shares_are_found_again_in_any_order() -> None:
    made = simulate(Scenario(witnesses=10, planted=SHARES), STUDIES, seed=3)
    assert observed(Scenario(witnesses=10, planted=SHARES)) == pytest.approx(SHARES, abs=0.01)
    assert [float(np.mean(np.isclose(made.truth[:, at], 0.9))) for at in range(3)] == pytest.approx(
        [1 / 3] * 3, abs=0.03
    )
    assert (made.first == np.isclose(made.truth, 0.9)).all()


def test_the_models_own_prior_is_the_default() -> None:
    made = simulate(Scenario(witnesses=20), 40_000, seed=5)
    variance = np.mean([m * (1 - m) / (c + 1) for m in MEANS for c in CONCENTRATIONS]) + np.var(MEANS)
    assert made.truth.mean() == pytest.approx(0.5, abs=0.01)
    assert made.truth.var() == pytest.approx(variance, abs=0.005)
    assert set(made.first.sum(axis=1)) == {1.0}
    assert (made.first.max(axis=1) == 1).all(), "shares that are all but 1 still differ on the logit"


def test_nothing_planted_is_nothing_found_but_for_the_errors_of_coders() -> None:
    assert simulate(Scenario(planted=()), 50).counts.sum() == 0
    assert observed(Scenario(witnesses=20, planted=(), coder_error=0.1)) == pytest.approx([0.1] * 5, abs=0.01)


def test_equal_motives_share_the_first_place() -> None:
    assert simulate(Scenario(planted=(0.5,) * 4), 10).first.tolist() == [[0.25] * 4] * 10


def test_coder_error_turns_presence_into_absence_and_back() -> None:
    error = 0.2
    expected = [share * (1 - error) + (1 - share) * error for share in SHARES]
    assert observed(Scenario(witnesses=20, planted=SHARES, coder_error=error)) == pytest.approx(expected, abs=0.01)


def test_a_blurred_border_moves_codes_to_the_neighbour() -> None:
    blurred = 0.25
    made = simulate(Scenario(witnesses=20, planted=(0.8, 0.0, 0.0), blurred=blurred), STUDIES, seed=3)
    planted = made.truth[:, :3].argmax(axis=1)
    share = made.counts / made.n[:, None]
    studies = np.arange(STUDIES)
    assert share[studies, planted].mean() == pytest.approx(0.8 * (1 - blurred), abs=0.01)
    assert share[studies, (planted + 1) % 3].mean() == pytest.approx(0.8 * blurred, abs=0.01)
    assert share[studies, (planted + 2) % 3].max() == 0


def test_an_unlisted_motive_can_be_first_without_being_counted() -> None:
    made = simulate(Scenario(planted=(0.5, 0.3), unlisted=0.9), 200)
    assert made.counts.shape == (200, 2)
    assert made.first[:, 2].all()
    assert not made.frame()["first"].any()


def test_undetected_copies_spread_the_counts_and_known_ones_leave_the_count() -> None:
    plain, copied, known = (
        simulate(Scenario(witnesses=20, planted=SHARES, **more), STUDIES, seed=2)
        for more in ({}, {"undetected_copies": 0.6}, {"declared_copies": 0.25})
    )
    middling = np.isclose(plain.truth, 0.6)
    assert copied.counts[np.isclose(copied.truth, 0.6)].var() > 2 * plain.counts[middling].var()
    assert set(copied.n) == {20}
    assert set(known.n) == {15}
    assert (known.counts <= 15).all()


def test_missing_sources_leave_fewer_witnesses() -> None:
    made = simulate(Scenario(witnesses=30, planted=SHARES, missing=0.4), STUDIES)
    assert made.n.mean() == pytest.approx(18, abs=0.2)
    assert (made.counts <= made.n[:, None]).all()


def test_talkative_witnesses_name_motives_together() -> None:
    """The counts of two equal motives hang together once witnesses differ in how much they say."""
    pair = {"witnesses": 40, "planted": (0.5, 0.5)}
    even, uneven = (
        np.corrcoef(simulate(Scenario(**pair, talkativeness=sd), STUDIES).counts.T)[0, 1] for sd in (0.0, 3.0)
    )
    assert abs(even) < 0.05
    assert uneven > 0.3


def test_silent_witnesses_count_only_where_they_are_told_to() -> None:
    silent = Scenario(witnesses=20, planted=(0.1, 0.1))
    assert set(simulate(silent, 100).n) == {20}
    heard = simulate(Scenario(witnesses=20, planted=(0.1, 0.1), silent_count=False), STUDIES)
    assert heard.n.mean() == pytest.approx(20 * (1 - 0.9**2), abs=0.1)


def test_reticence_parts_what_is_said_from_what_is_planted() -> None:
    made = simulate(Scenario(witnesses=4_000, planted=(0.5,) * 5, reticence=1.0), 400)
    said = made.counts / 4_000
    logit = np.log(said / (1 - said))
    assert logit.std() == pytest.approx(1.0, abs=0.05)


def test_the_same_seed_gives_the_same_studies_and_another_seed_others() -> None:
    first, again, other = (simulate(Scenario(), 50, seed) for seed in (1, 1, 2))
    assert (first.counts == again.counts).all()
    assert (first.counts != other.counts).any()


def test_the_table_has_a_row_for_each_study_and_motive() -> None:
    frame = simulate(Scenario(witnesses=9, planted=SHARES), 7).frame()
    assert list(frame.columns) == ["study", "motive", "planted", "first", "k", "n"]
    assert (len(frame), set(frame["n"]), frame["first"].sum()) == (21, {9}, 7)


@pytest.mark.parametrize(
    "wrong",
    [
        {"witnesses": 0},
        {"planted": (1.2,)},
        {"coder_error": -0.1},
        {"declared_copies": 0.5, "undetected_copies": 0.5},
        {"reticence": -1.0},
    ],
)
def test_impossible_scenarios_are_refused(wrong: dict[str, float]) -> None:
    with pytest.raises(ValueError, match=r"witness|between|negative"):
        Scenario(**wrong)
