"""Grids of surveys, and what their columns are."""

from __future__ import annotations

import datetime as dt
import io

import pytest

from tenun.errors import InputRefused
from tenun.intake.survey.columns import decide
from tenun.intake.survey.grid import read_grid

ROWS = [
    ("Responden", "Umur", "Kota", "Tanggal", "Setuju", "Nilai", "Mengapa kota kembar penting?", "Catatan"),
    ("P1", 34, "Denpasar", "2019-11-27", "ya", "3,5", "Karena pariwisata membawa banyak tamu ke kota kami.", ""),
    (
        "P2",
        41,
        "Denpasar",
        "2019-11-28",
        "tidak",
        "4",
        "Menurut saya pendidikan jauh lebih penting daripada dagang.",
        "",
    ),
    ("P3", 29, "Badung", "2019-11-29", "ya", "2,25", "Saya tidak tahu, tetapi kerja sama selalu baik 🪁.", ""),
]
ROLES = {
    "Responden": "case", "Umur": "variable", "Kota": "variable", "Tanggal": "variable", "Setuju": "variable",
    "Nilai": "variable", "Mengapa kota kembar penting?": "text", "Catatan": "skip",
}  # fmt: skip


def as_csv(delimiter: str, encoding: str = "utf-8") -> bytes:
    import csv

    out = io.StringIO(newline="")
    csv.writer(out, delimiter=delimiter).writerows(ROWS)
    return out.getvalue().encode(encoding)


def as_xlsx() -> bytes:
    from openpyxl import Workbook

    book = Workbook()
    assert book.active is not None
    for row in ROWS:
        cells = [
            dt.datetime.fromisoformat(cell) if isinstance(cell, str) and cell.startswith("2019") else cell
            for cell in row
        ]
        book.active.append(cells)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


FILES = [
    as_csv(","),
    as_csv(";"),
    as_csv("\t"),
    as_csv("|"),
    as_csv(";", "utf-16"),
    as_csv(",", "utf-8-sig"),
    as_xlsx(),
]


@pytest.mark.parametrize("content", FILES)
def test_columns_are_told_by_rule_whatever_the_file(content: bytes) -> None:
    grid = read_grid(content, "a")
    columns = decide(grid)
    assert {column.name: column.role for column in columns} == ROLES
    types = {column.name: column.type for column in columns if column.role == "variable"}
    assert types == {"Umur": "integer", "Kota": "text", "Tanggal": "date", "Setuju": "boolean", "Nilai": "float"}
    assert grid.rows[2][6].endswith("baik 🪁.")


def test_what_a_person_says_beats_the_rule() -> None:
    columns = decide(read_grid(FILES[0], "a"), {"Kota": "text", "Responden": "skip", "Umur": "case"})
    assert {column.name: (column.role, column.by) for column in columns if column.by == "person"} == {
        "Kota": ("text", "person"), "Responden": ("skip", "person"), "Umur": ("case", "person"),
    }  # fmt: skip


def test_an_identifier_that_is_not_unique_names_no_case() -> None:
    columns = decide(read_grid(b"id,b\n1,x\n1,y\n", "a"))
    assert [column.role for column in columns] == ["variable", "variable"]


def test_names_that_are_missing_or_twice_get_a_number() -> None:
    assert read_grid(b"a,,a\n1,2,3\n", "a").columns == ("a", "Column 2", "a (2)")


def test_short_rows_are_filled_and_long_ones_cut() -> None:
    assert read_grid(b"a,b\n1\n1,2,3\n", "a").rows == (("1", ""), ("1", "2"))


@pytest.mark.parametrize(
    ("content", "said", "code"),
    [
        (b"a,b\n", {}, "survey.empty"),
        (b'a,b\n"1,2\n', {}, "survey.broken"),
        (b"PK\x03\x04 broken", {}, "intake.archive-broken"),
        (b"a,b\n1,2\n", {"c": "text"}, "survey.no-such-column"),
        (b"a,b\n1,2\n1,3\n", {"a": "case"}, "survey.case-not-unique"),
        (b"a,b\n1,2\n", {"a": "case", "b": "case"}, "survey.two-cases"),
        (b"a\n" + b"x" * 100_001, {}, "survey.cell-too-long"),
        (b"a," * 1_001 + b"\n1\n", {}, "survey.too-large"),
    ],
)
def test_what_cannot_be_says_why(content: bytes, said: dict[str, object], code: str) -> None:
    with pytest.raises(InputRefused) as refusal:
        decide(read_grid(content, "a"), said)  # type: ignore[arg-type]
    assert refusal.value.code == code
