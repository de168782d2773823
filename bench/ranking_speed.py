"""Ranking and the whole switch table on 2,000 sources and 100,000 codings, against a plain loop over a pandas table.

Both compute the same figures in the same run, and the run fails where they differ: the ranking with its scores,
P(first), agreement of methods and fragility, each switch alone, and first places over all combinations of switches and
coders. The plain side filters and groups the table anew for every setting, as one would in a notebook; P(first) is an
integral and no table, so it takes that from the same function, with its cache emptied first.

    python bench/ranking_speed.py [--to FILE] [--quick]

`--quick` takes 200 sources and 10,000 codings, and every 64th combination on the plain side, whose time for all of them
is then reckoned from these and said to be so.
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import time
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

import numpy as np

from ranking.plain import Plain, PlainFigures
from ranking.study import CODERS, CONFIG, MOTIVES, codebook, make_codings, make_sources
from tenun.analysis import attestation as first_place
from tenun.claims.ranking import rank, switch_table
from tenun.claims.results import Ranking, SwitchTable
from tenun.claims.switches import SWITCHES

Found = TypeVar("Found")


def forget_attestations() -> None:
    """Empty the caches of P(first), so that each timing pays for it."""
    for kept in vars(first_place).values():
        if hasattr(kept, "cache_clear"):
            kept.cache_clear()


def timed(work: Callable[[], Found]) -> tuple[Found, float]:
    """What `work` gives and the seconds it took."""
    began = time.perf_counter()
    return work(), time.perf_counter() - began


def check(plain: PlainFigures, ranking: Ranking, rows: dict[str, list[int]], table: SwitchTable) -> None:
    """Fail where the two sides differ."""
    by_key = {row.id: row for row in ranking.motives}
    for score, values in plain.scores.items():
        assert np.allclose([getattr(by_key[m].scores, score) for m in MOTIVES], values), score
    assert np.allclose([by_key[m].p_first or 0.0 for m in MOTIVES], plain.p_first)
    for view, support in plain.support_by_view.items():
        assert [ranking.by_coder[view][m].independent_support for m in MOTIVES] == support, view
        assert np.allclose([ranking.by_coder[view][m].p_first or 0.0 for m in MOTIVES], plain.p_by_view[view])
    assert ranking.consensus is not None
    orders = {
        tuple(next(t for t, tier in enumerate(order) if m in tier) for m in MOTIVES)
        for order in ranking.consensus.orders
    }
    assert orders == plain.consensus
    assert ranking.fragility.groups_to_remove == plain.fragility
    for row in table.rows:
        assert [row.independent_support[m] for m in MOTIVES] == rows[row.switch], row.switch


def main() -> None:
    """Make the study, time both sides, compare their figures, print JSON."""
    options = argparse.ArgumentParser(description="Time the ranking against a plain one.")
    options.add_argument("--to", type=Path)
    options.add_argument("--quick", action="store_true")
    chosen = options.parse_args()
    sources_wanted, codings_wanted, step = (200, 10_000, 64) if chosen.quick else (2_000, 100_000, 1)
    rng = np.random.default_rng(1)
    sources, book = make_sources(sources_wanted, rng), codebook()
    codings = make_codings(codings_wanted, sources, rng)
    rank(codings.head(50), sources[:50], book, CONFIG)

    runs = []
    for _ in range(3):
        forget_attestations()
        began_cpu = time.process_time()
        ranking, rank_s = timed(lambda: rank(codings, sources, book, CONFIG))
        table, table_s = timed(lambda: switch_table(codings, sources, book, CONFIG))
        runs.append((rank_s + table_s, rank_s, table_s, time.process_time() - began_cpu))
    total_s, rank_s, table_s, cpu_s = sorted(runs)[1]

    forget_attestations()
    plain, made_s = timed(lambda: Plain(codings, sources, book))
    figures, figures_s = timed(plain.figures)
    rows, rows_s = timed(plain.rows_of_switches)
    (first, settings), combinations_s = timed(lambda: plain.first_places(step))
    check(figures, ranking, rows, table)
    if step == 1:
        counted = {m: round(share * table.combinations) for m, share in table.share_first.items()}
        assert counted == first
    all_combinations_s = combinations_s * 2 ** len(SWITCHES) / settings
    plain_s = made_s + figures_s + rows_s + all_combinations_s
    report = {
        "what": "ranking with P(first), agreement of methods and fragility, and the whole switch table",
        "sources": sources_wanted,
        "codings": codings_wanted,
        "coders": len(CODERS),
        "witnesses": ranking.n,
        "combinations": table.combinations,
        "tenun_s": {"total": total_s, "rank": rank_s, "switch_table": table_s, "cpu": cpu_s, "median_of": len(runs)},
        "plain_s": {
            "total": plain_s,
            "ranking": made_s + figures_s,
            "switches": rows_s,
            "combinations": all_combinations_s,
        },
        "plain_settings_timed": settings,
        "plain_total_is_reckoned": step != 1,
        "ratio": {"total": plain_s / total_s, "rank": (made_s + figures_s) / rank_s},
        "same_figures": True,
        "python": platform.python_version(),
        "cpus": os.cpu_count(),
    }
    text = json.dumps(report, indent=2)
    print(text)
    if chosen.to:
        chosen.to.write_text(text + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
