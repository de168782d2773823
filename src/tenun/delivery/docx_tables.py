"""Tables as WordprocessingML."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from tenun.delivery.docx_styles import EDGE
from tenun.delivery.docx_text import Relate, looked, paragraph, run
from tenun.report.tree import Cell, Row, Table

WIDTH_TWIPS = 9300
"""Width of the text: 16.4 cm in twentieths of a point."""
INDENT_TWIPS = 200
SHORT_TABLE = 10
"""Up to so many rows a table stays on one page."""
MANY_COLUMNS = 6
Mark = Callable[[str], str]
"""Anchor -> bookmark."""


def table(block: Table, relate: Relate, mark: Mark) -> str:
    """A table whose header row repeats on every page, whose rows are not torn, and which is whole where it is short."""
    whole = sum(column.width for column in block.columns)
    widths = [round(WIDTH_TWIPS * column.width / whole) for column in block.columns]
    head_style = "TableHeadNarrow" if len(widths) > MANY_COLUMNS else "TableHead"
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    head = "".join(
        _cell(paragraph(run(column.title), head_style, _set(column.align, keep=True)), width)
        for column, width in zip(block.columns, widths, strict=True)
    )
    rows = "".join(_rows(block, widths, relate, mark))
    return (
        f'<w:tbl><w:tblPr><w:tblW w:w="{sum(widths)}" w:type="dxa"/>{_BORDERS}<w:tblLayout w:type="fixed"/>{_MARGINS}'
        f'<w:tblLook w:firstRow="1"/></w:tblPr><w:tblGrid>{grid}</w:tblGrid>'
        f"<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>{head}</w:tr>{rows}</w:tbl>"
    )


def _rows(block: Table, widths: list[int], relate: Relate, mark: Mark) -> Iterator[str]:
    last = len(block.rows) - 1
    for place, row in enumerate(block.rows):
        keep = place < last and (len(block.rows) <= SHORT_TABLE or row.header)
        cells = _band(row, sum(widths), len(widths), relate) if row.header else _cells(block, row, widths, keep, relate)
        anchor = mark(row.anchor) if row.anchor else ""
        yield f"<w:tr><w:trPr><w:cantSplit/></w:trPr>{_marked(cells, anchor)}</w:tr>"


def _marked(cells: str, anchor: str) -> str:
    """A bookmark in the first paragraph of a row."""
    return cells.replace("</w:pPr>", f"</w:pPr>{anchor}", 1) if anchor else cells


def _band(row: Row, width: int, columns: int, relate: Relate) -> str:
    words = "".join(looked(sentence.runs, relate) for sentence in row.cells[0])
    return _cell(paragraph(words, "TableBand", "<w:keepNext/>"), width, columns)


def _cells(block: Table, row: Row, widths: list[int], keep: bool, relate: Relate) -> str:
    written = []
    for place, (content, column) in enumerate(zip(row.cells, block.columns, strict=True)):
        indent = INDENT_TWIPS * row.depth if place == 0 else 0
        properties = _set(column.align, keep=keep, indent=indent)
        written.append(_cell(_lines(block, row, content, properties, relate), widths[place]))
    return "".join(written)


def _lines(block: Table, row: Row, content: Cell, properties: str, relate: Relate) -> str:
    if not content:
        return paragraph("", "TableText", properties)
    faint = ["TableFaint" if row.faint or (block.subdued and place) else "TableText" for place in range(len(content))]
    lines = (
        paragraph(looked(line.runs, relate, upright=True), style, properties)
        for line, style in zip(content, faint, strict=True)
    )
    return "".join(lines)


def _set(align: str, *, keep: bool, indent: int = 0) -> str:
    """Properties of a paragraph in a cell, in the order of the schema."""
    return (
        ("<w:keepNext/>" if keep else "")
        + (f'<w:ind w:left="{indent}"/>' if indent else "")
        + (f'<w:jc w:val="{align}"/>' if align != "left" else "")
    )


def _cell(content: str, width: int, span: int = 1) -> str:
    spanned = f'<w:gridSpan w:val="{span}"/>' if span > 1 else ""
    return f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{spanned}</w:tcPr>{content}</w:tc>'


_BORDERS = (
    "<w:tblBorders>"
    + "".join(
        f'<w:{side} w:val="single" w:sz="{size}" w:space="0" w:color="{EDGE}"/>'
        for side, size in (("top", 8), ("bottom", 6), ("insideH", 4))
    )
    + "</w:tblBorders>"
)
_MARGINS = (
    "<w:tblCellMar>"
    + "".join(
        f'<w:{side} w:w="{width}" w:type="dxa"/>'
        for side, width in (("top", 40), ("left", 0), ("bottom", 30), ("right", 140))
    )
    + "</w:tblCellMar>"
)
