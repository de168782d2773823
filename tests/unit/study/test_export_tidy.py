"""The tidy table: a row a coding, harmless in a spreadsheet, without loss beside it."""

from __future__ import annotations

import csv
import json
from pathlib import Path

import pytest
from openpyxl import load_workbook

from tenun.errors import InputRefused
from tenun.study.add_source import add_source
from tenun.study.code_passage import code_passage
from tenun.study.codebook.add_code import add_code
from tenun.study.exporting.export_codings import export_codings
from tenun.study.exporting.export_tidy import export_tidy
from tenun.study.make_study import make_study


def test_a_row_says_all_that_is_known_of_a_coding(tmp_path: Path) -> None:
    scope = make_study(str(tmp_path / "study.tenun"), title="Two cities", coder="wayan")
    above = add_code(scope, key="MOT", label_en="Motive", label_id="Motif")
    add_code(scope, key="MKT", label_en="Market", label_id="Pasar", parent=above)
    add_source(scope, key="S01", title="@news", kind="news", language="id", text="=1+1 kopi 🪁", publisher="Harian")
    code_passage(scope, "S01", "=1+1 kopi 🪁", "MKT", memo="-why")
    assert export_tidy(scope, tmp_path / "t.csv") == 1
    with pytest.raises(InputRefused):
        export_tidy(scope, tmp_path / "t.txt")
    scope.store.close()
    with (tmp_path / "t.csv").open(encoding="utf-8-sig", newline="") as file:
        (row,) = csv.DictReader(file)
    assert (row["quote"], row["memo"], row["source_title"]) == ("'=1+1 kopi 🪁", "'-why", "'@news")
    assert (row["code_path"], row["code_label_id"], row["coder"]) == ("MOT > MKT", "Pasar", "wayan")
    (plain,) = json.loads((tmp_path / "t.json").read_text("utf-8"))
    assert (plain["quote"], plain["start_cp"], plain["end_cp"]) == ("=1+1 kopi 🪁", 0, 11)
    assert plain["source_publisher"] == "Harian"


def test_the_workbook_has_numbers_and_no_formula_and_json_loses_no_digit(tmp_path: Path) -> None:
    scope = make_study(str(tmp_path / "study.tenun"), title="Two cities", coder="wayan")
    add_code(scope, key="MKT", label_en="=HYPERLINK(1)")
    add_source(scope, key="S01", title="@news", kind="news", language="id", text="=1+1 kopi")
    code_passage(scope, "S01", "=1+1 kopi", "MKT")
    with scope.store.command("weight", "wayan") as change:
        change.update("coding", scope.store.rows("coding")[0]["guid"], weight=1 / 3)
    assert export_tidy(scope, tmp_path / "t.xlsx") == 1
    assert export_codings(scope, tmp_path / "c.json") == 1
    scope.store.close()
    sheet = load_workbook(tmp_path / "t.xlsx").worksheets[0]
    header, cells = ([cell.value for cell in row] for row in sheet.iter_rows())
    row = dict(zip(header, cells, strict=True))
    assert (row["quote"], row["code_label_en"], row["source_title"]) == ("'=1+1 kopi", "'=HYPERLINK(1)", "'@news")
    assert (row["start_cp"], row["weight"]) == (0, 1 / 3)
    assert {cell.data_type for line in sheet.iter_rows() for cell in line} <= {"s", "n", "inlineStr"}
    for name in ("t.json", "c.json"):
        (plain,) = json.loads((tmp_path / name).read_text("utf-8"))
        assert (plain["quote"], plain["weight"], plain["case"]) == ("=1+1 kopi", 1 / 3, None)
