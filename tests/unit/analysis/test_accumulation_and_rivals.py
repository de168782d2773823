"""The code-accumulation curve against all orders of interviews; rivals, and what would turn their order."""

from itertools import permutations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tenun.analysis.accumulation import code_accumulation
from tenun.analysis.process_tracing import Clue, JointClue, posterior, weigh
from tenun.analysis.rivals import compare_rivals, posterior_by_prior, prior_needed
from tenun.errors import NotComputable


@settings(max_examples=40, deadline=None)
@given(st.lists(st.sets(st.sampled_from("abcdef")), min_size=2, max_size=5))
def test_the_expected_curve_is_the_mean_over_all_orders(codes: list[set[str]]) -> None:
    found = code_accumulation(codes)
    orders = list(permutations(codes))
    for size in range(1, len(codes) + 1):
        mean = sum(len(set().union(*order[:size])) for order in orders) / len(orders)
        assert found.expected[size - 1] == pytest.approx(mean)
        assert found.held[size - 1] == len(set().union(*codes[:size]))
    assert found.codes == found.held[-1] == pytest.approx(found.expected[-1])
    assert found.last_gain == pytest.approx(found.heard_once / len(codes))


def test_coverage_is_what_mentions_of_repeated_codes_say() -> None:
    assert code_accumulation([{"a", "b"}, {"b"}, {"b", "c"}]).coverage == pytest.approx(1 - 2 / 5)
    assert code_accumulation([{"a"}, {"b"}]).coverage is None
    assert code_accumulation([set(), set()]).coverage is None


@pytest.mark.parametrize("codes", [[], [{"a"}]])
def test_one_interview_has_no_curve(codes: list[set[str]]) -> None:
    with pytest.raises(NotComputable) as refused:
        code_accumulation(codes)
    assert refused.value.code == "analysis.too-few-for-a-curve"
    assert refused.value.text("id") != refused.value.text("en")


MARKET = [
    Clue("minutes", "market", 0.30, 0.05, "They say so."),
    Clue("visit", "market", 0.6, 0.4, "Traders came along."),
]
PUSH = [Clue("letter", "push", 0.75, 0.25, "They wrote first.")]


def test_rivals_are_ordered_by_weight_with_what_would_turn_it() -> None:
    found = compare_rivals([*PUSH, *MARKET])
    first, second = found.weighings
    assert (first.hypothesis, second.hypothesis) == ("market", "push")
    assert found.lead_db == pytest.approx(first.weight_db - second.weight_db)
    assert found.unseated_by == ("minutes",), "without the visit the minutes still lead"
    assert found.overlap
    assert not compare_rivals([*PUSH, *MARKET], margin=0.0).overlap
    assert found.posteriors["push"].value == pytest.approx(0.75)


def test_rivals_have_their_own_priors_and_dependent_clues() -> None:
    copies = [Clue(key, "push", 0.75, 0.25, "One text.", group="PR") for key in ("a", "b")]
    found = compare_rivals([*MARKET, *copies], [JointClue("PR", "push", 0.7, 0.25, "Once.")], priors={"push": 0.2})
    push = next(one for one in found.weighings if one.hypothesis == "push")
    assert [entry.key for entry in push.entries] == ["PR"]
    assert found.posteriors["push"].prior == 0.2
    assert found.posteriors["market"].prior == 0.5


def test_a_single_hypothesis_has_no_rival() -> None:
    with pytest.raises(NotComputable) as refused:
        compare_rivals(PUSH)
    assert refused.value.code == "analysis.no-rival"


@given(st.floats(0.02, 0.98), st.floats(0.02, 0.98), st.floats(0.05, 0.95))
def test_the_prior_needed_reaches_what_is_wanted(p: float, q: float, wanted: float) -> None:
    weighed = weigh("H", [Clue("c", "H", p, q, "judged")])
    prior = prior_needed(weighed, wanted)
    assert posterior(weighed, prior).value == pytest.approx(wanted)
    assert posterior_by_prior(weighed, [prior])[prior] == pytest.approx(wanted)
    with pytest.raises(ValueError, match="between 0 and 1"):
        prior_needed(weighed, 1.0)


def test_two_interviews_have_a_curve() -> None:
    found = code_accumulation([{"a"}, {"a", "b"}])
    assert (found.codes, found.last_gain) == (2, pytest.approx(0.5))


def test_a_clue_without_which_the_rivals_are_level_unseats() -> None:
    market = [Clue("minutes", "market", 0.30, 0.05, "They say so."), Clue("visit", "market", 0.75, 0.25, "Usual.")]
    found = compare_rivals([*market, Clue("letter", "push", 0.75, 0.25, "Usual.")])
    assert found.unseated_by == ("minutes",)
