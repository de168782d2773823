"""The codings table goes out and comes in again as it was, whatever stands in its cells."""

from __future__ import annotations

import io
import zipfile
from dataclasses import replace

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from openpyxl import Workbook, load_workbook

from tenun.coding.formulas import neutral, restored
from tenun.coding.rows import COLUMNS, CodingRow
from tenun.errors import InputRefused
from tenun.exchange import codings_table

ROW = CodingRow("S1", "Kami setuju", "M1", memo="")
NASTY = [
    "=1+1", "+62 811", "-ku", "@home", "'=x", "''", "'", "\t=x", "\nbaris", "\r\n", 'kata "maju"', "a;b,c\td", "🪁🏽",
    " spasi ", "_x000D_", "_x0041_", "\x0b\x1f", "#N/A", "TRUE", "1.0", "2019-11-27", "＝1", "﻿", "e\u0301", "\ufffe",
]  # fmt: skip
CELL = st.one_of(st.sampled_from(NASTY), st.text(max_size=60))
CODED = st.builds(
    lambda cells: CodingRow(**dict(zip(COLUMNS, cells, strict=True))),
    st.lists(CELL, min_size=len(COLUMNS), max_size=len(COLUMNS)),
).filter(lambda row: any(getattr(row, column).strip() for column in COLUMNS))


@given(CELL)
def test_neutral_cells_start_no_formula_and_are_restored(cell: str) -> None:
    assert restored(neutral(cell)) == cell
    assert not neutral(cell).startswith(("=", "+", "-", "@", "\t", "\r"))


@given(st.lists(CODED, max_size=8))
@example([replace(ROW, quote=cell, memo=cell) for cell in NASTY if cell.strip()])
def test_csv(rows: list[CodingRow]) -> None:
    content = codings_table.write_csv(rows)
    assert content.startswith(b"\xef\xbb\xbf")
    assert codings_table.read(content, "c.csv") == rows


@settings(max_examples=40, deadline=None)
@given(st.lists(CODED, max_size=4))
@example([replace(ROW, quote=cell, memo=cell) for cell in NASTY if cell.strip()])
def test_xlsx(rows: list[CodingRow]) -> None:
    assert codings_table.read(codings_table.write_xlsx(rows), "c.xlsx") == rows


def test_only_columns_with_something_to_say_are_written() -> None:
    assert codings_table.write_csv([ROW]).decode("utf-8-sig").splitlines()[0] == "source,quote,code,memo"


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_delimiters_and_encodings(delimiter: str, encoding: str) -> None:
    lines = [["File", "Quote", "code", "memo"], ["a.md", '"satu, dua; tiga"', "M1", "é"]]
    content = "\r\n".join(delimiter.join(cells) for cells in lines).encode(encoding)
    (row,) = codings_table.read(content, "c.csv")
    assert (row.source, row.quote, row.code, row.memo, row.coder) == ("a.md", "satu, dua; tiga", "M1", "é", None)
    assert row.where == "c.csv:2"


def test_the_place_of_a_row_is_its_first_line_also_after_cells_with_line_breaks() -> None:
    rows = codings_table.read(b'source,quote,code\nS1,"a\nb",M1\n\nS2,c,M1\n', "c.csv")
    assert [row.where for row in rows] == ["c.csv:2", "c.csv:5"]
    assert rows[0].quote == "a\nb"


def test_odd_columns_are_warned_of_and_short_rows_filled() -> None:
    table = codings_table.read_table(b"source,quote,code,polrity,code,memo\nS1,a,M1\n", "c.csv")
    assert [(problem.code, problem.nearest) for problem in table.problems] == [
        ("coding.unknown-column", "polarity"),
        ("coding.column-twice", None),
    ]
    assert table.rows[0].memo == ""


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"", "coding.columns-missing"),
        (b"source,words,code\n", "coding.columns-missing"),
        (b'source,quote,code\nS1,"open,M1\n', "coding.table-broken"),
        (b'source,quote,code\nS1,"a"b,M1\n', "coding.table-broken"),
        (b"source,quote,code\nS1,caf\xe9,M1\n", "coding.table-encoding"),
        (b"PK\x03\x04 not an archive", "intake.archive-broken"),
    ],
)
def test_what_is_no_table_is_refused(content: bytes, code: str) -> None:
    with pytest.raises(InputRefused) as refused:
        codings_table.read(content, "c.csv")
    assert refused.value.code == code
    assert refused.value.where.startswith("c.csv")


def _workbook(rows: list[list[object]]) -> bytes:
    book = Workbook()
    for row in rows:
        book.worksheets[0].append(row)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def test_a_workbook_made_by_hand_comes_in() -> None:
    content = _workbook(
        [["File", "quote", "code", "round"], ["a.md", "Kami", "M1", 2], [None] * 4, ["b.md", "Kita", None, 1.0]]
    )
    rows = codings_table.read(content, "c.xlsx")
    assert [(row.source, row.code, row.round, row.where) for row in rows] == [
        ("a.md", "M1", "2", "c.xlsx:2"),
        ("b.md", "", "1", "c.xlsx:4"),
    ]


def test_a_written_workbook_is_laid_out_and_runs_nothing() -> None:
    book = load_workbook(io.BytesIO(codings_table.write_xlsx([replace(ROW, quote="=1+1")])))
    sheet = book.worksheets[0]
    assert sheet.freeze_panes == "A2"
    assert sheet.column_dimensions["B"].width > sheet.column_dimensions["C"].width
    assert sheet["B2"].data_type == "s"
    assert sheet["B2"].value == "'=1+1"


def test_a_cell_that_a_workbook_would_cut_short_is_refused() -> None:
    with pytest.raises(InputRefused) as refused:
        codings_table.write_xlsx([replace(ROW, quote="x" * 32_768)])
    assert refused.value.code == "exchange.cell-too-long"


def test_an_archive_that_is_no_workbook_is_refused() -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("hello.txt", "hello")
    with pytest.raises(InputRefused) as refused:
        codings_table.read(out.getvalue(), "c.xlsx")
    assert refused.value.code == "exchange.workbook-broken"


def test_the_format_to_write_goes_by_the_name() -> None:
    assert codings_table.write([ROW], "out.XLSX").startswith(b"PK")
    assert codings_table.write([ROW], "out.csv").startswith(b"\xef\xbb\xbf")
