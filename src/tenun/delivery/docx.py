"""A report as a Word file with real headings, tables and captions, the same bytes for the same document."""

from __future__ import annotations

import datetime as dt
from io import BytesIO
from typing import TYPE_CHECKING, Any

from tenun.delivery.charts import png
from tenun.delivery.docx_blocks import DocxBlocks
from tenun.delivery.docx_styles import page_footer, set_styles
from tenun.delivery.steady_zip import steady

if TYPE_CHECKING:
    from tenun.report.tree import Chart, Document

MAP_CM, CHART_CM = 8.6, 15.4
NAMESPACES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
)
UNDATED = "1980-01-01"
HYPERLINK = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink"


def write_docx(document: Document) -> bytes:
    """The report for people who will edit it: Word's heading, caption and list styles, alt text, header rows.

    The body is written as XML and put into the file at once: asking python-docx for every run takes ten times as long.
    """
    import docx
    from docx.oxml import parse_xml

    file = docx.Document()
    _properties(file.core_properties, document)
    set_styles(file, document.language)
    page_footer(file, document)
    written = DocxBlocks(document, _relate(file), lambda chart: _picture(file, chart)).write()
    body = file.element.body
    for element in list(parse_xml(f"<w:body {NAMESPACES}>{written}</w:body>")):
        body.insert_element_before(element, "w:sectPr")
    content = BytesIO()
    file.save(content)
    return steady(content.getvalue())


def _relate(file: Any) -> Any:
    return lambda address: file.part.relate_to(address, HYPERLINK, is_external=True)


def _picture(file: Any, chart: Chart) -> str:
    """A chart as an inline picture that says in words what it shows."""
    from docx.shared import Cm

    width = Cm(MAP_CM if chart.id == "chart-map" else CHART_CM)
    inline = file.part.new_pic_inline(BytesIO(png(chart)), width=width)
    inline.docPr.set("descr", chart.alt)
    inline.docPr.set("title", chart.title)
    return f"<w:drawing>{inline.xml}</w:drawing>"


def _properties(properties: Any, document: Document) -> None:
    """What Word shows about the file, dated as the report and not by a clock."""
    day = dt.datetime.combine(dt.date.fromisoformat(document.day or UNDATED), dt.time(), dt.UTC)
    told = {
        "title": document.title,
        "subject": document.subtitle,
        "author": "Tenun",
        "last_modified_by": "Tenun",
        "language": document.language,
        "created": day,
        "modified": day,
        "revision": 1,
        "comments": "",
    }
    for name, value in told.items():
        setattr(properties, name, value)
