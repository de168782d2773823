"""The examples of docs/reference/study-folder.md and docs/howto/codings-table.md are read as they stand."""

from __future__ import annotations

import re
from pathlib import Path

from tests.unit.house.tree import ROOT

from tenun.coding.codings_csv import read_csv
from tenun.coding.rows import COLUMNS
from tenun.intake.folder.metadata import KNOWN as KNOWN_OF_SOURCES
from tenun.intake.folder.settings import KNOWN as KNOWN_SETTINGS
from tenun.intake.folder.study_folder import read_study_folder

FOLDER_PAGE = (ROOT / "docs" / "reference" / "study-folder.md").read_text("utf-8")
TABLE_PAGE = (ROOT / "docs" / "howto" / "codings-table.md").read_text("utf-8")
CODEBOOK = "codes: [{id: MOT-TRADE, label_en: Trade}, {id: MOT-PEACE, label_en: Peace}]"


def _blocks(page: str, kind: str) -> list[str]:
    return re.findall(rf"^```{kind}\n(.*?)^```$", page, flags=re.MULTILINE | re.DOTALL)


def _keys(page: str, heading: str) -> set[str]:
    """Names in the first column of the tables below a heading; `title_en, ...` stands for a name without language."""
    section = page.split(f"\n## {heading}\n")[1].split("\n## ")[0]
    cells = re.findall(r"^\| (`.+?) \|", section, flags=re.MULTILINE)
    return {re.sub(r"_(en|id)$", "", key) for cell in cells for key in re.findall(r"`(\w+)`", cell)}


def test_the_examples_make_a_study(tmp_path: Path) -> None:
    settings, front_matter, facts = _blocks(FOLDER_PAGE, "yaml")
    for folder in ("sources", "interviews", "codings"):
        (tmp_path / folder).mkdir()
    (tmp_path / "study.yaml").write_text(settings + "facts: facts.yaml\n")
    (tmp_path / "codebook.yaml").write_text(CODEBOOK)
    (tmp_path / "sources" / "a.md").write_text(f"{front_matter}\nThe port wants the exact words.\n")
    (tmp_path / "interviews" / "i.txt").write_text("[00:00:01] Ana: Why?\n\n[00:01:10] Budi: Trade comes first.\n")
    (tmp_path / "codings" / "first.csv").write_text("source,quote,code,coder\ni,Trade comes first,MOT-TRADE,Wayan\n")
    meant = facts.replace("S09", "S05").replace("S19", "i").replace("MOT-TC", "MOT-TRADE")
    (tmp_path / "facts.yaml").write_text(meant)
    study = read_study_folder(tmp_path)
    assert [problem.code for problem in study.problems] == ["coding.default-taken"]
    assert (len(study.sources), len(study.codings), len(study.events), len(study.conflicts)) == (2, 1, 1, 1)
    assert (len(study.not_found), len(study.ledger)) == (1, 1)


def test_every_setting_and_every_name_of_a_source_is_described() -> None:
    described = _keys(FOLDER_PAGE, "study.yaml")
    assert {re.sub(r"_(en|id)$", "", key) for key in KNOWN_SETTINGS} - described == {"conflicts", "not_found", "ledger"}
    assert described <= {re.sub(r"_(en|id)$", "", key) for key in KNOWN_SETTINGS}
    assert set(KNOWN_OF_SOURCES) - _keys(FOLDER_PAGE, "Sources") == {
        "file", "id", "derived_why", "reliability_why", "credibility_why",
    }  # fmt: skip


def test_every_column_of_the_table_of_codings_is_described() -> None:
    cells = re.findall(r"^\| (`.+?) \|", TABLE_PAGE, flags=re.MULTILINE)
    assert {key for cell in cells for key in re.findall(r"`(\w+)`", cell)} == {*COLUMNS, "file"}
    table = read_csv(_blocks(TABLE_PAGE, "csv")[0].encode(), "page.csv")
    assert (len(table.rows), table.problems) == (2, ())
