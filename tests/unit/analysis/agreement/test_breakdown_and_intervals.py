"""Agreement by code, pair, source and time; intervals of every coefficient; codings as free segments; turns."""

from collections.abc import Callable
from typing import Any, cast

import numpy as np
import pandas as pd
import pytest

from tenun.analysis.agreement import (
    agreement_by,
    agreement_by_code,
    agreement_by_pair,
    agreement_interval,
    agreement_over_time,
    brennan_prediger,
    cohen_kappa,
    fleiss_kappa,
    gamma,
    gwet_ac1,
    krippendorff_alpha,
    percent_agreement,
    scott_pi,
    segments_of_codings,
    u_alpha,
)
from tenun.analysis.agreement.intervals import Coefficient
from tenun.errors import InputRefused, NotComputable

COEFFICIENTS = [
    percent_agreement,
    cohen_kappa,
    scott_pi,
    fleiss_kappa,
    gwet_ac1,
    brennan_prediger,
    krippendorff_alpha,
]


def two_coders(units: int, seed: int) -> list[list[int]]:
    chance = np.random.default_rng(seed)
    first = chance.integers(0, 3, units)
    second = np.where(chance.random(units) < 0.7, first, chance.integers(0, 3, units))
    return [first.tolist(), second.tolist()]


@pytest.mark.parametrize("coefficient", COEFFICIENTS, ids=lambda one: one.__name__)
def test_an_interval_is_what_resampling_the_units_gives(coefficient: Callable[..., Any]) -> None:
    rows = two_coders(60, 4)
    groups = [f"W{at % 12:02}" for at in range(60)]
    found = agreement_interval(rows, coefficient, groups=groups, draws=400)
    members = [[at for at, group in enumerate(groups) if group == f"W{name:02}"] for name in range(12)]
    values = []
    for draw in np.random.Generator(np.random.PCG64(1)).integers(0, 12, size=(400, 12)):
        units = [at for name in draw for at in members[name]]
        values.append(coefficient([[row[at] for at in units] for row in rows]).value)
    assert [found.low, found.high] == pytest.approx(np.percentile(values, [2.5, 97.5]))
    assert found.undefined == 0


def test_an_interval_of_missing_labels_weights_and_many_coders() -> None:
    rows: list[list[Any]] = [*two_coders(40, 1), [None if at % 3 else 1 for at in range(40)]]
    for name in ("fleiss_kappa", "gwet_ac1", "krippendorff_alpha"):
        found = agreement_interval(rows, cast(Coefficient, name), draws=200)
        assert found.low < found.high
    pair = two_coders(40, 1)
    plain, weighted = (agreement_interval(pair, "cohen_kappa", weights=w, draws=200) for w in (None, "quadratic"))
    assert plain != weighted
    with pytest.raises(InputRefused):
        agreement_interval(rows, "cohen_kappa")


def test_an_interval_has_its_reasons_not_to_be() -> None:
    with pytest.raises(NotComputable) as refused:
        agreement_interval(two_coders(9, 1), "scott_pi")
    assert refused.value.code == "analysis.too-few-groups"
    same = [[1] * 12, [1] * 12]
    for name in ("cohen_kappa", "gwet_ac1", "krippendorff_alpha"):
        with pytest.raises(NotComputable) as refused:
            agreement_interval(same, cast(Coefficient, name))
        assert refused.value.code == "analysis.one-category"
    with pytest.raises(ValueError, match="coefficient is one of"):
        agreement_interval(same, sum)
    with pytest.raises(ValueError, match="as many groups"):
        agreement_interval(same, groups=["a"])


def test_agreement_by_code_is_that_of_yes_and_no() -> None:
    rows: list[list[Any]] = [[{"A"}, {"A", "B"}, set(), None], [{"A"}, {"B"}, set(), {"C"}]]
    found = agreement_by_code(rows, cohen_kappa)
    assert found["A"].value == cohen_kappa([[1, 1, 0], [1, 0, 0]]).value
    assert found["B"].value == 1.0
    assert (found["C"].value, found["C"].reason, found["C"].units) == (None, "analysis.one-category", 3)


def test_agreement_by_pair_names_the_coders() -> None:
    frame = pd.DataFrame([[1, 2, 1], [1, 2, 2], [1, None, None]])
    found = agreement_by_pair(frame)
    assert list(found) == [("1", "2"), ("1", "3"), ("2", "3")]
    assert found["1", "3"].reason == "analysis.one-category"
    with pytest.raises(NotComputable):
        agreement_by_pair([[1, 2]])


def test_agreement_by_source_keeps_to_its_units() -> None:
    rows = two_coders(30, 2)
    by = ["S2" if at < 12 else "S1" for at in range(30)]
    found = agreement_by(rows, by, percent_agreement)
    assert list(found) == ["S2", "S1"]
    assert found["S2"].value == percent_agreement([row[:12] for row in rows])
    with pytest.raises(ValueError, match="29 names"):
        agreement_by(rows, by[1:])


def test_drift_follows_the_order_of_time_and_not_of_the_rows() -> None:
    rows = [[1, 2] * 10, [1, 2] * 5 + [2, 1] * 5]
    straight = agreement_over_time(rows, range(20), windows=4)
    assert straight.slope is not None
    assert straight.slope < 0
    assert straight.starts == (0, 5, 10, 15)
    turned = agreement_over_time([row[::-1] for row in rows], range(19, -1, -1), windows=4)
    assert [one.value for one in turned.windows] == [one.value for one in straight.windows]
    assert agreement_over_time(rows, range(20), windows=2).slope is None


def codings(*rows: tuple[str, str, int, int, str, str]) -> pd.DataFrame:
    return pd.DataFrame(rows, columns=["coder", "representation", "start_cp", "end_cp", "code", "status"])


def test_codings_become_segments_on_texts_laid_end_to_end() -> None:
    table = codings(
        ("Ayu", "r1", 0, 10, "MKT", "accepted"),
        ("Ayu", "r1", 8, 15, "MKT", "accepted"),
        ("Ayu", "r2", 0, 5, "TC", "accepted"),
        ("Made", "r1", 0, 15, "MKT", "accepted"),
        ("Made", "r2", 0, 5, "TC", "accepted"),
        ("Made", "r2", 6, 8, "TC", "rejected"),
        ("Rai", "r1", 0, 3, "MKT", "accepted"),
    )
    segments, length = segments_of_codings(table, {"r1": 40, "r2": 20}, ["Ayu", "Made"])
    assert length == 60
    assert [tuple(one) for one in segments["Ayu"]] == [(0, 15, "MKT"), (40, 45, "TC")]
    assert u_alpha(segments, length).value == 1.0
    assert gamma(segments).value == 1.0
    rolled, _ = segments_of_codings(table, {"r1": 40, "r2": 20}, ["Ayu"], roll_up={"TC": "MOT"})
    assert [tuple(one) for one in rolled["Ayu"]] == [(40, 45, "MOT")]
    chosen, _ = segments_of_codings(table, {"r1": 40, "r2": 20}, ["Ayu"], codes={"MKT"})
    assert [one.category for one in chosen["Ayu"]] == ["MKT"]
    with pytest.raises(InputRefused):
        segments_of_codings(table, {"r1": 9}, ["Ayu"])


@pytest.mark.parametrize("name", ["scott_pi", "fleiss_kappa", "gwet_ac1", "brennan_prediger"])
def test_an_interval_of_two_labels_leaves_no_draw_out(name: str) -> None:
    rows = [[at % 2 for at in range(40)], [at % 2 if at % 7 else 0 for at in range(40)]]
    found = agreement_interval(rows, cast(Coefficient, name), draws=200)
    assert found.undefined == 0
    assert found.low < found.high
