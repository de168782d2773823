"""Weights of clues, the four tests, and posteriors: published examples, identities and refusals."""

from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from tenun.analysis.process_tracing import Clue, JointClue, derived_test, posterior, weigh, weight_db
from tenun.errors import InputRefused, NotComputable

ORACLES = yaml.safe_load((Path(__file__).parent / "oracles.yaml").read_text(encoding="utf-8"))
ORACLE = ORACLES["process_tracing"]
likelihood = st.floats(0.01, 0.99)


def clue(key: str, p: float, q: float, **more: Any) -> Clue:
    return Clue(key, "H", p, q, reason="judged beforehand", **more)


GUN = clue("gun", ORACLE["smoking_gun"]["p"], ORACLE["smoking_gun"]["q"])
STRAW = clue("straw", ORACLE["straw"]["p"], ORACLE["straw"]["q"])


@pytest.mark.parametrize("name", ["smoking_gun", "straw"])
def test_published_clues_have_their_weight_and_test(name: str) -> None:
    oracle = ORACLE[name]
    found = clue(name, oracle["p"], oracle["q"])
    assert (round(found.weight_db, 2), found.test) == (oracle["f"], oracle["test"])


@pytest.mark.parametrize(("decibels", "ratio"), ORACLES["decibels"]["ratio_of"].items())
def test_decibels_stand_for_likelihood_ratios(decibels: int, ratio: int) -> None:
    assert round(weight_db(ratio, 1)) == decibels


def test_published_posteriors() -> None:
    assert posterior(weigh("H", [STRAW]), ORACLE["prior"]).value == pytest.approx(ORACLE["posterior_straw"])
    assert round(posterior(weigh("H", [GUN]), ORACLE["prior"]).value, 3) == ORACLE["posterior_smoking_gun"]
    assert round(posterior(weigh("H", [GUN, STRAW])).value, 3) == ORACLE["posterior_both_independent"]


@pytest.mark.parametrize(
    ("p", "q", "test"),
    [
        (0.95, 0.60, "hoop"),
        (0.40, 0.05, "smoking-gun"),
        (0.95, 0.05, "doubly-decisive"),
        (0.6, 0.4, "straw-in-the-wind"),
        (0.90, 0.65, "straw-in-the-wind"),
        (0.90, 0.60, "hoop"),
        (0.35, 0.10, "straw-in-the-wind"),
    ],
)
def test_the_four_tests_are_derived(p: float, q: float, test: str) -> None:
    assert derived_test(p, q) == test


@given(likelihood, likelihood)
def test_the_test_follows_the_two_thresholds(p: float, q: float) -> None:
    found, missed = weight_db(p, q) >= 6, weight_db(1 - p, 1 - q) <= -6
    names = {(True, False): "smoking-gun", (False, True): "hoop", (True, True): "doubly-decisive"}
    assert derived_test(p, q) == names.get((found, missed), "straw-in-the-wind")


@given(st.lists(st.tuples(likelihood, likelihood), min_size=1, max_size=6), st.floats(0.05, 0.95))
def test_log_odds_add_as_bayes_says(pairs: list[tuple[float, float]], prior: float) -> None:
    yes, no = prior, 1 - prior
    for p, q in pairs:
        yes, no = yes * p, no * q
    found = posterior(weigh("H", [clue(str(at), p, q) for at, (p, q) in enumerate(pairs)]), prior)
    assert found.value == pytest.approx(yes / (yes + no))
    assert found.low - 1e-12 <= found.value <= found.high + 1e-12


def test_sensitivity_leaves_out_each_entry_in_turn() -> None:
    weighing = weigh("H", [GUN, STRAW], margin=0.05)
    assert weighing.without == {"gun": pytest.approx(STRAW.weight_db), "straw": pytest.approx(GUN.weight_db)}
    assert weighing.low_db == pytest.approx(weight_db(0.25, 0.10) + weight_db(0.70, 0.30))
    assert weighing.high_db == pytest.approx(weight_db(0.35, 0.01) + weight_db(0.80, 0.20)), "kept within [.01, .99]"
    assert posterior(weighing).without["gun"] == pytest.approx(0.75)


def test_dependent_clues_enter_once_with_their_joint_likelihood() -> None:
    copies = [clue("release", 0.6, 0.2, group="PR"), clue("newspaper", 0.6, 0.2, group="PR")]
    joint = JointClue("PR", "H", 0.55, 0.18, "One text printed twice.")
    weighing = weigh("H", [*copies, GUN], [joint])
    assert [entry.clues for entry in weighing.entries] == [("gun",), ("newspaper", "release")]
    assert weighing.weight_db == pytest.approx(GUN.weight_db + weight_db(0.55, 0.18))
    with pytest.raises(InputRefused) as refused:
        weigh("H", copies)
    assert refused.value.code == "analysis.no-joint-likelihood"


def test_clues_of_other_hypotheses_do_not_weigh() -> None:
    other = Clue("gun", "rival", 0.05, 0.30, "the other way round")
    assert weigh("H", [GUN, other]).weight_db == pytest.approx(GUN.weight_db)
    with pytest.raises(NotComputable) as refused:
        weigh("third", [GUN, other])
    assert refused.value.code == "analysis.no-clues"


@pytest.mark.parametrize(
    ("p", "q", "reason", "code"),
    [(1.0, 0.5, "sure", "likelihood-range"), (0.5, 0.0, "never", "likelihood-range"), (0.5, 0.4, "  ", "no-reason")],
)
def test_certainty_and_missing_reasons_are_refused(p: float, q: float, reason: str, code: str) -> None:
    with pytest.raises(InputRefused) as refused:
        Clue("c", "H", p, q, reason)
    assert refused.value.code == f"analysis.{code}"


def test_a_clue_given_twice_is_refused() -> None:
    with pytest.raises(InputRefused, match="gun"):
        weigh("H", [GUN, GUN])


@pytest.mark.parametrize("prior", [0, 1])
def test_a_certain_prior_is_refused(prior: float) -> None:
    with pytest.raises(ValueError, match="prior"):
        posterior(weigh("H", [GUN]), prior)
