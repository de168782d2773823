"""`tenun rank` on the worked study, from its folder: the figures worked out by hand.

The working stands in `tests/unit/claims/test_worked_study_by_hand.py`; here the same figures come out of the real
folder, through the store and the command line.
"""

from __future__ import annotations

import csv
import io
import shutil
from pathlib import Path

import pytest
from tests.factories.command_line import EXAMPLE, Terminal

import tenun as package
from tenun.study.importing.import_paths import import_paths

MKT, TC, IDP, ADM, BIL = ORDER = ("MOT-MKT", "MOT-TC", "MOT-IDP", "MOT-ADM", "MOT-BIL")
K_AND_P = {  # independent support, and P(first) as published with the method
    "A": ([4, 4, 3, 2, 0], [0.378, 0.378, 0.161, 0.069, 0.015]),
    "B": ([5, 4, 3, 3, 1], [0.556, 0.221, 0.099, 0.099, 0.024]),
    "either": ([5, 4, 3, 3, 0], [0.677, 0.189, 0.064, 0.064, 0.005]),
    "both": ([4, 4, 3, 2, 1], [0.344, 0.344, 0.175, 0.090, 0.048]),
}
HEADLINE = [0.467, 0.299, 0.130, 0.084, 0.020]
SUPPORT_WITHOUT = {
    # Removing a source takes its witness away where it is the only text of it. By either coder; n beside it.
    "S05": (5, [5, 4, 3, 2, 1]),  # S06 repeats it and still carries MKT and TC; ADM and the opposition to BIL go
    "S06": (5, [5, 4, 3, 3, 0]),
    "S09": (5, [5, 3, 3, 3, 0]),  # of the release, only S09 speaks of tourism
    "S10": (5, [5, 4, 3, 3, 0]),
    "S11": (5, [5, 4, 3, 2, 0]),  # of the release, only S11 speaks of learning from the other government
    "S13": (4, [4, 3, 2, 2, -1]),
    "S18": (4, [4, 4, 2, 3, 0]),
    "S26": (4, [4, 3, 3, 3, 0]),
    "S01": (5, [5, 4, 3, 3, 0]),
    "S27": (5, [5, 4, 3, 3, 0]),
}
SUPPORT_UNDER = {
    # n and support by either coder. The release is S09, S10, S11; what each switch admits or drops is in METHODS.
    "no-second-hand": (2, [2, 2, 1, 2, -1]),  # the release and S05 remain
    "contemporaneous": (1, [1, 1, 0, 1, -1]),  # only S05 and S06 are dated on or before 27 November 2019
    "equal-weights": (5, [5, 4, 3, 3, 0]),
    "no-grouping": (8, [8, 5, 4, 3, 0]),  # S05, S06, S09, S10, S11, S13, S18, S26 each on its own
    "synthetic": (5, [5, 4, 3, 3, 0]),  # nobody coded the invented interview
    "compilations": (5, [5, 4, 3, 3, 0]),
}


def figures(ranking: dict, name: str = "independent_support") -> list[int]:
    by_id = {motive["id"]: motive for motive in ranking["motives"]}
    return [by_id[key]["scores"][name] for key in ORDER]


def test_five_witnesses_and_the_published_probabilities(tenun: Terminal, worked: Path) -> None:
    ranking = tenun.run("rank", worked, "--json").json
    assert ranking["n"] == 5
    assert figures(ranking) == K_AND_P["either"][0]
    by_id = {motive["id"]: motive for motive in ranking["motives"]}
    assert [by_id[key]["p_first"] for key in ORDER] == pytest.approx(HEADLINE, abs=6e-4)
    for coder, (support, p_first) in K_AND_P.items():
        own = ranking["by_coder"][coder]
        assert [own[key]["independent_support"] for key in ORDER] == support
        assert [own[key]["p_first"] for key in ORDER] == pytest.approx(p_first, abs=6e-4)


def test_the_other_scores(tenun: Terminal, worked: Path) -> None:
    ranking = tenun.run("rank", worked, "--json").json
    assert figures(ranking, "passages") == [11, 8, 5, 3, 1]
    assert figures(ranking, "weighted_support") == pytest.approx([3.8, 3.2, 2.2, 2.2, 0.0])
    assert figures(ranking, "breadth") == [2, 2, 2, 2, 1]
    assert figures(ranking, "stated_priority") == [0, 0, 0, 0, 1]
    assert figures(ranking, "causal_weight") == [None] * 5
    assert ranking["kendalls_w"] == pytest.approx(1032 / 2340)
    assert ranking["fragility"]["groups_to_remove"] == 1
    assert ranking["fragility"]["groups"] == ["S18"]
    assert ranking["fragility"]["unique"] is True


def test_market_and_tourism_are_not_told_apart(tenun: Terminal, worked: Path) -> None:
    verdict = tenun.run("rank", worked, "--json").json["verdict"]
    assert verdict["level"] == "not_told_apart"
    assert TC in verdict["not_separable"]


def test_the_release_counts_once_and_the_invented_interview_not_at_all(tenun: Terminal, worked: Path) -> None:
    sources = {row["key"]: row for row in tenun.run("sources", worked, "--json").json}
    assert {sources[key]["witness"] for key in ("S09", "S10", "S11")} == {"PR-DPS-2019-12"}
    assert sources["INT-ILLUS-01"]["synthetic"] is True
    assert "[invented]" in tenun.run("sources", worked).out
    witnesses = {w for m in tenun.run("rank", worked, "--json").json["motives"] for w in m["witnesses"]["supports"]}
    assert witnesses == {"PR-DPS-2019-12", "S05", "S13", "S18", "S26"}


def test_the_bilateral_relation_is_first_on_stated_priority_alone_until_second_hand_goes(
    tenun: Terminal, worked: Path
) -> None:
    headline = tenun.run("rank", worked, "--json").json
    others = ("passages", "independent_support", "weighted_support", "breadth")
    assert max(zip(figures(headline, "stated_priority"), ORDER, strict=True))[1] == BIL
    assert all(figures(headline, name)[4] == min(figures(headline, name)) for name in others)
    by_id = {motive["id"]: motive for motive in headline["motives"]}
    assert by_id[BIL]["witnesses"]["supports"] == ["S13"]
    strict = tenun.run("rank", worked, "--json", "--switch", "no-second-hand").json
    assert figures(strict, "stated_priority") == [0] * 5


@pytest.mark.parametrize("coder", list(K_AND_P))
def test_each_coder_alone(tenun: Terminal, worked: Path, coder: str) -> None:
    ranking = tenun.run("rank", worked, "--json", "--coder", coder).json
    assert figures(ranking) == K_AND_P[coder][0]
    by_id = {motive["id"]: motive for motive in ranking["motives"]}
    assert [by_id[key]["p_first"] for key in ORDER] == pytest.approx(K_AND_P[coder][1], abs=6e-4)


@pytest.mark.parametrize("switch", list(SUPPORT_UNDER))
def test_each_switch(tenun: Terminal, worked: Path, switch: str) -> None:
    ranking = tenun.run("rank", worked, "--json", "--switch", switch).json
    assert (ranking["n"], figures(ranking)) == SUPPORT_UNDER[switch]


@pytest.mark.parametrize("removed", list(SUPPORT_WITHOUT))
def test_without_one_source(tenun: Terminal, worked: Path, removed: str) -> None:
    tenun.run("exclude", worked, removed, "--reason", "to see what rests on it")
    ranking = tenun.run("rank", worked, "--json").json
    assert (ranking["n"], figures(ranking)) == SUPPORT_WITHOUT[removed]
    tenun.run("undo", worked)
    assert figures(tenun.run("rank", worked, "--json").json) == K_AND_P["either"][0]


def test_a_folder_without_one_source_gives_what_excluding_it_gives(tmp_path: Path, tenun: Terminal) -> None:
    folder = Path(shutil.copytree(EXAMPLE, tmp_path / "folder"))
    (lost,) = folder.glob("sources/13-*.md")
    lost.unlink()
    said = tenun.run("import", tmp_path / "smaller.tenun", folder, "--json")
    assert said.code == 0
    assert said.json["added"]["sources"] == 32
    assert any("S13" in str(problem) for problem in said.json["problems"])
    ranking = tenun.run("rank", tmp_path / "smaller.tenun", "--json").json
    assert (ranking["n"], figures(ranking)) == SUPPORT_WITHOUT["S13"]


def test_the_order_comes_from_the_codings(tmp_path: Path) -> None:
    """Turn the motives of every coding round by one, and the ranking turns with them."""
    book = {"MOT-MKT": "MKT-", "MOT-TC": "TC-", "MOT-IDP": "IDP-", "MOT-ADM": "ADM-", "MOT-BIL": "BIL-"}
    turned = dict(zip(ORDER, (*ORDER[1:], ORDER[0]), strict=True))

    def motive_of(code: str) -> str:
        return next((motive for motive, prefix in book.items() if code == motive or code.startswith(prefix)), code)

    folder = Path(shutil.copytree(EXAMPLE, tmp_path / "turned"))
    for table in folder.glob("codings/*.csv"):
        rows = list(csv.DictReader(io.StringIO(table.read_text("utf-8-sig"), newline="")))
        kept, seen = [], set()
        for row in rows:
            row["code"] = turned.get(motive_of(row["code"]), row["code"])
            same = (row["source"], row["quote"], row["code"], row["coder"])
            if same not in seen:
                seen.add(same)
                kept.append(row)
        with table.open("w", encoding="utf-8", newline="") as file:
            writer = csv.DictWriter(file, list(rows[0]))
            writer.writeheader()
            writer.writerows(kept)
    path = tmp_path / "turned.tenun"
    assert not import_paths(str(path), [folder]).problems
    with package.open(path) as study:
        ranking = study.rank()
    support = {motive.id: motive.scores.independent_support for motive in ranking.motives}
    assert [support[turned[key]] for key in ORDER] == K_AND_P["either"][0]
    assert ranking.motives[0].id == turned[MKT]
