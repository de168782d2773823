"""Another study, with a framework of its own and motives listed by code, and a ledger of clues."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.factories.command_line import Terminal
from tests.factories.other_study import clean_study, faulty_study

import tenun as package

LEDGER = """
ledger:
  - {key: minutes, hypothesis: SAFE, text_en: The minutes say so., p_if_true: .30, p_if_false: .05, reason: rare}
  - {key: petition, hypothesis: SAFE, text_en: Residents asked., p_if_true: .75, p_if_false: .25, reason: usual}
  - {key: grant, hypothesis: MONEY, text_en: A grant., p_if_true: .50, p_if_false: .50, reason: says nothing}
"""


def test_it_imports_ranks_and_reports(tenun: Terminal, tmp_path: Path) -> None:
    folder, path = clean_study(tmp_path / "folder"), tmp_path / "sirens.tenun"
    said = tenun.run("import", path, folder, "--json")
    assert said.code == 0
    assert not [problem for problem in said.json["problems"] if problem["level"] == "error"]
    assert said.json["added"]["codings"] == 12
    ranking = tenun.run("rank", path, "--json").json
    assert {motive["id"] for motive in ranking["motives"]} == {"SAFE", "DUTY", "MONEY", "TRUST"}
    support = {motive["id"]: motive["scores"]["independent_support"] for motive in ranking["motives"]}
    # SAFE: minutes, radio, residents. TRUST: gazette, residents. MONEY: minutes, gazette. DUTY: minutes; the act is na.
    # The gazette derives from the minutes, so the two are one witness.
    assert support == {"SAFE": 3, "MONEY": 1, "TRUST": 2, "DUTY": 1}
    assert tenun.run("report", path, "--to", tmp_path, "-f", "html").code == 0
    assert tenun.run("verify", path).code == 0
    again = tenun.run("import", path, folder, "--json")
    assert not any(again.json["added"].values())


def test_the_ledger_gives_the_causal_weight(tenun: Terminal, tmp_path: Path) -> None:
    folder, path = clean_study(tmp_path / "folder"), tmp_path / "sirens.tenun"
    with (folder / "study.yaml").open("a", encoding="utf-8") as settings:
        settings.write(LEDGER)
    assert tenun.run("import", path, folder, "--json").json["added"]["clues"] == 3
    motives = {motive["id"]: motive for motive in tenun.run("rank", path, "--json").json["motives"]}
    # 10 log10(.30/.05) + 10 log10(.75/.25) = 7.78 + 4.77
    assert motives["SAFE"]["scores"]["causal_weight"] == pytest.approx(12.55, abs=0.01)
    assert motives["MONEY"]["scores"]["causal_weight"] == pytest.approx(0.0)
    assert motives["TRUST"]["scores"]["causal_weight"] is None


def test_what_is_wrong_is_said_row_by_row_and_the_rest_comes_in(tenun: Terminal, tmp_path: Path) -> None:
    folder, path = faulty_study(tmp_path / "folder"), tmp_path / "sirens.tenun"
    said = tenun.run("import", path, folder, "--json")
    assert said.code == 0
    errors = {problem["where"]: problem for problem in said.json["problems"] if problem["level"] == "error"}
    at = "tables/codings.csv"
    assert errors[f"{at}:3"]["nearest"].startswith("people must be warned")
    assert {f"{at}:{row}" for row in (3, 4, 5, 6, 7, 9)} <= set(errors)
    assert any("scan.txt" in where for where in errors)
    with package.open(path) as study:
        assert len(study.codings) == 3
    assert "people must be warned" in tenun.run("import", path, folder).out
