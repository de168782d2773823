"""A report as a Word file with real headings, tables and captions, the same bytes for the same document."""

from __future__ import annotations

import datetime as dt
from io import BytesIO
from typing import TYPE_CHECKING, Any

from tenun.delivery.charts import png
from tenun.delivery.docx_blocks import DocxBlocks
from tenun.delivery.docx_styles import page_footer, set_styles
from tenun.delivery.docx_text import Relate
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
    """The report for people who will edit it: Word's heading, caption and list styles, alt text, header rows."""
    file = new_file(document.title, document.language, subtitle=document.subtitle, day=document.day)
    return bytes_of(file, DocxBlocks(document, relation_to(file), lambda chart: _picture(file, chart)).write())


def new_file(title: str, language: str, *, subtitle: str = "", day: str = "") -> Any:
    """A Word file without a body: its styles, its foot, and what it says of itself, dated `day` and not by a clock."""
    import docx

    file = docx.Document()
    _properties(file.core_properties, title, subtitle, language, day)
    set_styles(file, language)
    page_footer(file, title)
    return file


def bytes_of(file: Any, body: str, comments: str = "") -> bytes:
    """The file with its body and comments, the same bytes for the same contents.

    Both are written as XML and put into the file at once: asking python-docx for every run takes ten times as long.
    """
    from docx.oxml import parse_xml

    place = file.element.body
    for element in list(parse_xml(f"<w:body {NAMESPACES}>{body}</w:body>")):
        place.insert_element_before(element, "w:sectPr")
    if comments:
        file.part._comments_part.element.extend(list(parse_xml(f"<w:comments {NAMESPACES}>{comments}</w:comments>")))
    content = BytesIO()
    file.save(content)
    return steady(content.getvalue())


def relation_to(file: Any) -> Relate:
    """Gives an address an id in the file."""
    return lambda address: file.part.relate_to(address, HYPERLINK, is_external=True)


def _picture(file: Any, chart: Chart) -> str:
    """A chart as an inline picture that says in words what it shows."""
    from docx.shared import Cm

    width = Cm(MAP_CM if chart.id == "chart-map" else CHART_CM)
    inline = file.part.new_pic_inline(BytesIO(png(chart)), width=width)
    inline.docPr.set("descr", chart.alt)
    inline.docPr.set("title", chart.title)
    return f"<w:drawing>{inline.xml}</w:drawing>"


def _properties(properties: Any, title: str, subtitle: str, language: str, day: str) -> None:
    """What Word shows about the file."""
    at = dt.datetime.combine(dt.date.fromisoformat(day or UNDATED), dt.time(), dt.UTC)
    told = {
        "title": title,
        "subject": subtitle,
        "author": "Tenun",
        "last_modified_by": "Tenun",
        "language": language,
        "created": at,
        "modified": at,
        "revision": 1,
        "comments": "",
    }
    for name, value in told.items():
        setattr(properties, name, value)
