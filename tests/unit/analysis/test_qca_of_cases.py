"""QCA on Lipset's cases as published, ties, counterfactuals, robustness, and the guards."""

from itertools import combinations
from pathlib import Path
from random import Random

import numpy as np
import pandas as pd
import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from tenun.analysis.qca import (
    calibrate,
    calibrate_crisp,
    necessity,
    needed_cases,
    qca,
    qca_multi_value,
    robustness,
    truth_table,
    truth_table_multi_value,
    without_each_case,
)
from tenun.analysis.qca.minimising import covers, covers_of, primes
from tenun.errors import InputRefused, NotComputable

ORACLES = yaml.safe_load((Path(__file__).parent / "oracles.yaml").read_text(encoding="utf-8"))
CRISP, FUZZY = ORACLES["qca_lipset_crisp"], ORACLES["qca_lipset_fuzzy"]
CONDITIONS = ["DEV", "URB", "LIT", "IND", "STB"]
LC = pd.DataFrame(
    [[int(bit) for bit in bits] for bits in CRISP["data"].values()],
    index=list(CRISP["data"]),
    columns=[*CONDITIONS, "SURV"],
)
LF = pd.DataFrame(FUZZY["data"], index=FUZZY["cases"])
EXPECT = dict.fromkeys(CONDITIONS, "present")


def terms(expression: str) -> set[str]:
    return set(expression.split(" + "))


@pytest.mark.parametrize(("outcome", "prefix"), [("SURV", ""), ("~SURV", "negated_")])
def test_the_crisp_solutions_of_lipset(outcome: str, prefix: str) -> None:
    found = qca(LC, outcome, CONDITIONS, consistency=1.0)
    for kind in ("conservative", "parsimonious"):
        (model,) = getattr(found, kind)
        assert terms(model.expression) == terms(CRISP[prefix + kind])
        assert (model.consistency, model.coverage) == (1.0, 1.0)


def test_the_fuzzy_truth_table_of_lipset() -> None:
    rows = {"".join(map(str, row.configuration)): row for row in truth_table(LF, "SURV", CONDITIONS)}
    assert len(rows) == 32
    for key, (cases, consistency, pri) in FUZZY["truth_rows"].items():
        row = rows[key]
        assert (len(row.cases), round(row.consistency, 3), round(row.pri, 3)) == (cases, consistency, pri)
        assert row.outcome == ("1" if consistency >= 0.8 else "0")
    assert sum(row.outcome == "?" for row in rows.values()) == 32 - len(FUZZY["truth_rows"])


@pytest.mark.parametrize("kind", ["conservative", "parsimonious", "intermediate"])
def test_the_fuzzy_solutions_of_lipset(kind: str) -> None:
    (model,) = getattr(qca(LF, "SURV", CONDITIONS, expect=EXPECT), kind)
    expected = FUZZY[kind]
    assert [round(x, 3) for x in (model.consistency, model.pri, model.coverage)] == expected["model"]
    assert {path.expression for path in model.paths} == set(expected) - {"model"}
    for path in model.paths:
        fit = (path.consistency, path.pri, path.coverage, path.unique_coverage)
        assert [round(x, 3) for x in fit][: len(expected[path.expression])] == expected[path.expression]


def test_necessity_of_lipset() -> None:
    found = {one.condition: one for one in necessity(LF, "SURV", CONDITIONS)}
    assert len(found) == 10
    for name, expected in FUZZY["necessity"].items():
        one = found[name]
        assert [round(x, 3) for x in (one.consistency, one.relevance, one.coverage)] == expected


def test_calibration_by_anchors_and_by_cuts() -> None:
    oracle = ORACLES["calibration_direct"]
    found = calibrate(oracle["values"], full_out=20, crossover=50, full_in=80)
    assert found.round(5).tolist() == oracle["membership"]
    falling = calibrate(oracle["values"], full_out=80, crossover=50, full_in=20)
    assert falling == pytest.approx(1 - found)
    assert calibrate([20, 35, 80], full_out=20, crossover=50, full_in=80, logistic=False).tolist() == [0, 0.25, 1]
    assert calibrate_crisp([1, 5, 9], [5]).tolist() == [0, 1, 1]
    with pytest.raises(InputRefused):
        calibrate([1], full_out=1, crossover=3, full_in=2)
    with pytest.raises(InputRefused):
        calibrate_crisp([1], [5, 5])


def test_all_models_that_tie_are_given() -> None:
    """A classic cyclic chart: every sufficient row is held by two primes, and two covers of three tie."""
    sufficient = {0b001, 0b010, 0b011, 0b100, 0b101, 0b110}
    found = covers_of(primes(sufficient, set(), 3), sufficient)
    assert len(found) == 2
    assert all(len(cover) == 3 for cover in found)


@settings(max_examples=60, deadline=None)
@given(st.sets(st.integers(0, 7), min_size=1), st.sets(st.integers(0, 7)))
def test_covers_are_the_fewest_primes_that_hold_what_suffices(sufficient: set[int], assumed: set[int]) -> None:
    cubes = primes(sufficient, assumed - sufficient, 3)
    found = covers_of(cubes, sufficient)
    assert {tuple(sorted(cover, key=str)) for cover in found} == {
        tuple(sorted(some, key=str))
        for some in combinations(cubes, len(found[0]))
        if all(any(covers(cube, row, 3) for cube in some) for row in sufficient)
    }
    for size in range(1, len(found[0])):
        assert not any(
            all(any(covers(cube, row, 3) for cube in some) for row in sufficient) for some in combinations(cubes, size)
        )


@settings(max_examples=15, deadline=None)
@given(st.randoms(use_true_random=False))
def test_order_of_cases_and_conditions_does_not_matter(random: Random) -> None:
    order, names = random.sample(list(LF.index), len(LF)), random.sample(CONDITIONS, len(CONDITIONS))
    found = qca(LF.loc[order], "SURV", names, expect=EXPECT)
    for kind in ("conservative", "parsimonious", "intermediate"):
        (model,) = getattr(found, kind)
        assert {frozenset(path.expression.split("*")) for path in model.paths} == {
            frozenset(term.split("*")) for term in FUZZY[kind] if term != "model"
        }


def test_what_theory_expects_parts_easy_from_difficult_counterfactuals() -> None:
    helped = qca(LF, "SURV", CONDITIONS, expect=EXPECT)
    assert (1, 1, 1, 0, 1) in helped.easy
    assert set(helped.easy).isdisjoint(helped.difficult)
    against = qca(LF, "SURV", CONDITIONS, expect=dict.fromkeys(CONDITIONS, "absent"))
    assert against.intermediate != helped.intermediate
    assert qca(LF, "SURV", CONDITIONS).intermediate == ()
    with pytest.raises(ValueError, match="present or absent"):
        qca(LF, "SURV", CONDITIONS, expect={"DEV": "+"})
    with pytest.raises(InputRefused):
        qca(LF, "SURV", CONDITIONS, expect={"GDP": "present"})


def test_robustness_counts_in_which_runs_a_path_survives() -> None:
    found = robustness(LF, "SURV", CONDITIONS, consistency=[0.8, 0.95], pri=[0.0], frequency=[1])
    assert (found.runs, found.failed, found.share) == (2, 1, {"DEV*~IND": 1.0, "URB*STB": 1.0})
    left = without_each_case(LF, "SURV", CONDITIONS, solution="conservative")
    assert (left.runs, left.failed) == (18, 0)
    assert 0 < left.share["DEV*URB*LIT*IND*STB"] <= 1


def test_one_case_is_refused_and_so_are_too_few_for_the_conditions() -> None:
    assert [needed_cases(count) for count in (2, 4, 6)] == [10, 12, 18]
    for data in (LF.iloc[:1], LF.iloc[:14]):
        for ask in (lambda frame: qca(frame, "SURV", CONDITIONS), lambda frame: necessity(frame, "SURV", CONDITIONS)):
            with pytest.raises(NotComputable) as refused:
                ask(data)
            assert refused.value.code == "analysis.qca-too-few-cases"
            assert refused.value.parameters["needed"] == 15
            assert refused.value.text("id") != refused.value.text("en")
    with pytest.raises(NotComputable):
        qca_multi_value(LC.iloc[:1], "SURV", ["DEV"])


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({"DEV": 0.5}, "qca-crossover"),
        ({"URB": 1.2}, "qca-not-calibrated"),
        ({"SURV": np.nan}, "qca-not-calibrated"),
    ],
)
def test_cases_that_are_not_calibrated_are_refused(change: dict[str, float], code: str) -> None:
    with pytest.raises(InputRefused) as refused:
        qca(LF.assign(**change), "SURV", CONDITIONS)
    assert refused.value.code == f"analysis.{code}"


def test_what_suffices_for_nothing_says_so() -> None:
    with pytest.raises(NotComputable) as refused:
        qca(LF, "SURV", CONDITIONS, consistency=0.99)
    assert refused.value.code == "analysis.qca-nothing-sufficient"
    with pytest.raises(InputRefused):
        qca(LF, "GDP", CONDITIONS)


def test_conditions_of_several_values() -> None:
    data = pd.DataFrame({"REGION": [0, 0, 1, 1, 2, 2] * 2, "LAW": [0, 1] * 6, "TIE": [0, 0, 0, 1, 1, 1] * 2})
    found = qca_multi_value(data, "TIE", ["REGION", "LAW"], consistency=1.0)
    (model,) = found.parsimonious
    assert (model.consistency, model.coverage) == (1.0, 1.0)
    assert "REGION" in model.expression
    with pytest.raises(InputRefused):
        qca_multi_value(data.assign(LAW=0.5), "TIE", ["REGION", "LAW"])
    for outcome in (-0.5, 1.5):
        with pytest.raises(InputRefused):
            qca_multi_value(data.assign(TIE=outcome), "TIE", ["REGION", "LAW"])
    with pytest.raises(NotComputable):
        qca_multi_value(data.assign(TIE=0), "TIE", ["REGION", "LAW"])


def test_two_categories_give_the_truth_table_of_crisp_sets_and_the_absence_its_own() -> None:
    for outcome in ("SURV", "~SURV"):
        crisp = {row.configuration: row for row in truth_table(LC, outcome, CONDITIONS, consistency=1.0)}
        found = truth_table_multi_value(LC, outcome, CONDITIONS, consistency=1.0)
        assert {row.configuration: row.cases for row in found if row.cases} == {
            key: row.cases for key, row in crisp.items() if row.cases
        }
        assert all(row.outcome == crisp[row.configuration].outcome for row in found if row.cases)
    (model,) = qca_multi_value(LC, "~SURV", CONDITIONS, consistency=1.0).parsimonious
    assert set(model.expression.split(" + ")) == {"DEV{0}", "STB{0}"}


@pytest.mark.parametrize("anchors", [(20, 20, 80), (20, 80, 80), (80, 80, 20), (80, 20, 20), (20, 10, 80)])
def test_anchors_that_fall_together_or_out_of_order_are_refused(anchors: tuple[float, float, float]) -> None:
    full_out, crossover, full_in = anchors
    with pytest.raises(InputRefused):
        calibrate([20, 50, 80], full_out=full_out, crossover=crossover, full_in=full_in)


def test_robustness_tries_sixteen_settings_unless_told_otherwise() -> None:
    tried = robustness(LF, "SURV", CONDITIONS)
    asked = robustness(LF, "SURV", CONDITIONS, consistency=(0.75, 0.8, 0.85, 0.9), pri=(0.0, 0.5), frequency=(1, 2))
    assert tried == asked
    assert tried.runs == 16
