"""Agreement, retrieval and P(first): how fast, how it grows, and the same values as the packages peers use.

In one run beside `krippendorff`, scikit-learn (each where it is installed) and `pygamma-agreement` (in a Python of its
own, which the full run makes): alpha on 10 coders x 100,000 units, gamma on two coders with 200 segments each, both on
random inputs. Then what has a limit of its own: cu-alpha on a text of 1 MB, a question of three terms and a matrix of
500 codes over 1,000,000 codings, an interval of 10,000 draws, P(first) of seven motives. The run fails where a value
differs or, unless --quick, where a limit is passed.

    python bench/methods_speed.py [--to FILE] [--plot FILE] [--quick]
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any, Literal

import numpy as np

from methods.inputs import codings_of, labels_of, segments_of
from methods.peers import installed, krippendorff_of, timed, weighted_kappa_of
from peers.environments import answer, python_of
from tenun.analysis.agreement import agreement_interval, cohen_kappa, cu_alpha, gamma, krippendorff_alpha
from tenun.analysis.attestation import _by_count, attestation
from tenun.analysis.query import code_by_code, codes, coding_index, count

LIMITS = {"query": 0.2, "matrix": 2.0, "interval": 2.0, "p_first": 0.05}
Figures = dict[str, Any]


LEVELS: tuple[Literal["nominal", "ordinal", "interval", "ratio"], ...] = ("nominal", "ordinal", "interval", "ratio")
WEIGHTS: tuple[Literal["linear", "quadratic"], ...] = ("linear", "quadratic")


def alpha_beside_krippendorff(quick: bool) -> Figures:
    """Seconds of both on one table, and the largest difference over random tables of every level."""
    labels = labels_of(10, 2_000 if quick else 100_000, 5, seed=1)
    ours, seconds = timed(lambda: krippendorff_alpha(labels).value, 3)
    if not installed("krippendorff"):
        return {"seconds": seconds, "peer": "krippendorff is not installed"}
    theirs, peer_seconds = timed(lambda: krippendorff_of(labels, "nominal"), 3)
    assert abs(ours - theirs) < 1e-9, (ours, theirs)
    apart = 0.0
    for seed in range(50 if quick else 1_000):
        small, level = labels_of(3, 20, 4, seed), LEVELS[seed % 4]
        apart = max(apart, abs(krippendorff_alpha(small, level).value - krippendorff_of(small, level)))
    assert apart < 1e-9, apart
    return {"seconds": seconds, "peer_seconds": peer_seconds, "largest_difference": apart}


def kappa_beside_scikit_learn(quick: bool) -> Figures:
    """The largest difference of weighted kappa over random pairs of coders."""
    if not installed("sklearn"):
        return {"peer": "scikit-learn is not installed"}
    chance, apart = np.random.default_rng(1), 0.0
    inputs = 50 if quick else 1_000
    for at in range(inputs):
        scale = range(int(chance.integers(2, 8)))
        first, second = chance.integers(0, len(scale), (2, 40))
        weights = WEIGHTS[at % 2]
        ours = cohen_kappa([first.tolist(), second.tolist()], weights=weights, categories=scale).value
        apart = max(apart, abs(ours - weighted_kappa_of(first, second, weights, scale)))
    assert apart < 1e-9, apart
    return {"inputs": inputs, "largest_difference": apart}


def gamma_beside_pygamma(quick: bool) -> Figures:
    """Seconds of both on 200 segments a coder, and values on random inputs within the errors of drawing."""
    coders, _ = segments_of(40 if quick else 200, seed=1)
    ours, seconds = timed(lambda: gamma(coders), 3)
    python = python_of("pygamma-agreement", install=not quick)
    if python is None:
        left_out = "pygamma-agreement is not installed, and a quick run downloads nothing"
        return {"seconds": seconds, "value": ours.value, "peer": left_out}
    small = [segments_of(12, seed, coders=2 + seed % 2)[0] for seed in range(3 if quick else 30)]
    compiling = {"coders": segments_of(4, seed=2)[0], "seed": 1, "draws": 2}
    large = {"coders": coders, "seed": 1, "draws": 30}
    asked = [compiling, large, *({"coders": one, "seed": seed, "draws": 60} for seed, one in enumerate(small))]
    _, theirs, *of_small = answer(python, "pygamma_gamma.py", asked=asked)
    assert abs(ours.observed_disorder - theirs["disorder"]) < 1e-3, (ours.observed_disorder, theirs)
    assert abs(ours.value - theirs["value"]) < 2 * (ours.error + theirs["error"]), (ours.value, theirs)
    worst = 0.0
    for segments, there in zip(small, of_small, strict=True):
        here = gamma(segments)
        assert abs(here.observed_disorder - there["disorder"]) < 1e-3, (here.observed_disorder, there)
        worst = max(worst, abs(here.value - there["value"]) / (here.error + there["error"]))
    assert worst < 3, worst
    return {
        "seconds": seconds,
        "peer_seconds": theirs["seconds"],
        "times_faster": theirs["seconds"] / seconds,
        "value": ours.value,
        "peer_value": theirs["value"],
        "largest_difference_in_errors_of_drawing": worst,
    }


def cu_alpha_on_a_megabyte(quick: bool) -> Figures:
    """Seconds of cu-alpha on 1 MB of text with two coders' segments."""
    coders, length = segments_of(200 if quick else 5_000, seed=3, length=1_000_000)
    found, seconds = timed(lambda: cu_alpha(coders, length), 3)
    return {"segments": sum(map(len, coders)), "seconds": seconds, "value": found.value}


def questions(quick: bool) -> Figures:
    """Seconds to prepare the codings, and of a question of three terms and a matrix of 500 codes."""
    index, prepared = timed(lambda: coding_index(codings_of(20_000 if quick else 1_000_000, 500, seed=1)))
    some, others = [f"C{at}" for at in range(200)], [f"C{at}" for at in range(100, 400)]
    narrow = codes("C1").where(coder="Ayu").overlapping(codes("C2")) & ~codes("C5")
    wide = codes(*some).where(coder="Ayu").overlapping(codes(*others)) & ~codes("C7").where(actor="own")
    (found, query), (_, query_narrow) = timed(lambda: count(index, wide), 5), timed(lambda: count(index, narrow), 5)
    matrix, seconds = timed(lambda: code_by_code(index), 3)
    _, of_sources = timed(lambda: code_by_code(index, counted="sources"))
    return {
        "codings": len(index),
        "prepare": prepared,
        "query": query,
        "query_of_single_codes": query_narrow,
        "passages_found": found,
        "matrix": seconds,
        "matrix_by_sources": of_sources,
        "meetings": int(matrix.counts.sum()),
    }


def interval_and_p_first(quick: bool) -> Figures:
    """Seconds of 10,000 draws over 1,000 units in 100 groups, two coefficients, and of P(first) of seven motives."""
    rows = labels_of(2, 1_000, 5, seed=1, missing=0.0)
    groups = [f"W{at % 100:03}" for at in range(1_000)]
    draws = 500 if quick else 10_000
    _, kappa = timed(lambda: agreement_interval(rows, "cohen_kappa", groups=groups, draws=draws), 3)
    _, alpha = timed(lambda: agreement_interval(rows, "krippendorff_alpha", groups=groups, draws=draws), 3)

    def first() -> None:
        _by_count.cache_clear()
        attestation([14, 12, 12, 9, 7, 3, 1], 20)

    first()
    return {"interval": max(kappa, alpha), "kappa": kappa, "alpha": alpha, "p_first": timed(first, 5)[1]}


def growth(quick: bool) -> list[Figures]:
    """Seconds by size, for the chart."""
    rows: list[Figures] = []
    for size in (1_000, 10_000) if quick else (1_000, 10_000, 100_000, 1_000_000):
        labels = labels_of(10, min(size, 100_000), 5, seed=1)
        index = coding_index(codings_of(size, 500, seed=1))
        works: dict[str, Callable[[], object]] = {
            "α, 10 coders": partial(krippendorff_alpha, labels),
            "query": partial(count, index, codes("C1", "C2", "C3").overlapping(codes("C4", "C5")) & ~codes("C6")),
            "matrix of 500 codes": partial(code_by_code, index),
        }
        if installed("krippendorff"):
            works["α, 10 coders, krippendorff"] = partial(krippendorff_of, labels, "nominal")
        for what, work in works.items():
            rows.append({"what": what, "size": labels.shape[1] if "α" in what else size, "seconds": timed(work, 2)[1]})
    for size in (25, 50) if quick else (25, 50, 100, 200, 400):
        coders, length = segments_of(size, seed=1)
        rows.append({"what": "γ, two coders", "size": size, "seconds": timed(partial(gamma, coders), 2)[1]})
        rows.append({"what": "cu-α, two coders", "size": size, "seconds": timed(partial(cu_alpha, coders, length))[1]})
    return rows + growth_of_chance(quick)


def growth_of_chance(quick: bool) -> list[Figures]:
    """Seconds of an interval by its draws, and of P(first) by its witnesses."""
    rows: list[Figures] = []
    labels, groups = labels_of(2, 1_000, 5, seed=1, missing=0.0), [f"W{at % 100:03}" for at in range(1_000)]
    for draws in (100, 500) if quick else (100, 1_000, 10_000):
        drawing = partial(agreement_interval, labels, "krippendorff_alpha", groups=groups, draws=draws)
        rows.append({"what": "interval of α, by draws", "size": draws, "seconds": timed(drawing, 2)[1]})
    attestation([1, 1], 4)  # loads what it needs
    for n in (10, 100) if quick else (10, 100, 1_000):
        _by_count.cache_clear()
        weighing = partial(attestation, [n * share // 10 for share in (7, 6, 6, 5, 4, 2, 1)], n)
        rows.append({"what": "P(first), by witnesses", "size": n, "seconds": timed(weighing)[1]})
    return rows


def plot(rows: list[Figures], to: Path) -> None:
    """Both axes logarithmic: a straight line of slope 1 grows in step with its input."""
    import altair as alt
    import pandas as pd

    chart = alt.Chart(pd.DataFrame(rows).drop_duplicates(["what", "size"])).mark_line(point=True)
    axes = {
        "x": alt.X("size:Q", scale=alt.Scale(type="log"), title="units, codings, segments a coder, draws or witnesses"),
        "y": alt.Y("seconds:Q", scale=alt.Scale(type="log"), title="seconds"),
        "color": alt.Color("what:N", title=None),
    }
    chart.encode(**axes).properties(width=460, height=300).save(str(to))


def main() -> None:
    """Measure, check, print, and write what was asked for."""
    options = argparse.ArgumentParser(description="Speed and sameness of the methods.")
    options.add_argument("--to", type=Path, help="figures as JSON")
    options.add_argument("--plot", type=Path, help="the growth as SVG")
    options.add_argument("--quick", action="store_true", help="small inputs, no limits")
    chosen = options.parse_args()
    parts = (
        alpha_beside_krippendorff,
        kappa_beside_scikit_learn,
        gamma_beside_pygamma,
        cu_alpha_on_a_megabyte,
        questions,
        interval_and_p_first,
    )
    figures: Figures = {}
    for part in parts:
        figures[part.__name__] = part(chosen.quick)
        print(part.__name__, json.dumps(figures[part.__name__]), flush=True)
    figures["growth"] = growth(chosen.quick)
    measured = {**figures["questions"], **figures["interval_and_p_first"]}
    over = {name: measured[name] for name, limit in LIMITS.items() if measured[name] > limit}
    if chosen.plot:
        plot(figures["growth"], chosen.plot)
    if chosen.to:
        chosen.to.write_text(json.dumps(figures, indent=1) + "\n", "utf-8")
    if over and not chosen.quick:
        raise SystemExit(f"over the limit, in seconds: {over}")


if __name__ == "__main__":
    main()
