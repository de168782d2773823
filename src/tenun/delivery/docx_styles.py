"""The look of the Word file: every kind of paragraph is a style that its reader can change."""

from __future__ import annotations

from typing import Any

INK, MUTED, INDIGO, RUST, EDGE = "1F2430", "5A6170", "27346B", "9A3C24", "C9C3B4"
SERIF, SANS, MONO = "Georgia", "Calibri", "Consolas"
LOCALE = {"en": "en-GB", "id": "id-ID"}
HEADINGS = {1: 17, 2: 13, 3: 11.5}
"""Level -> points."""
PARAGRAPHS = {
    "Lead": (SERIF, 11.5, INK),
    "Note": (SANS, 9, MUTED),
    "TableText": (SANS, 8.5, INK),
    "TableFaint": (SANS, 8.5, MUTED),
    "TableHead": (SANS, 8.5, INK),
    "TableHeadNarrow": (SANS, 7.5, INK),
    "TableBand": (SANS, 8.5, INDIGO),
    "Pointer": (SANS, 8.5, MUTED),
    "EvidenceHead": (SANS, 9.5, INK),
    "Quoted": (SERIF, 10, INK),
    "QuotedSource": (SANS, 8.5, MUTED),
    "Contents": (SANS, 10, INK),
    "Kicker": (SANS, 10, MUTED),
    "Remark": (SANS, 8.5, INK),
}
"""Styles of our own: font, points, colour."""
BOLD = ("TableHead", "TableHeadNarrow", "TableBand", "EvidenceHead")
CLOSE = {"TableText": 2, "TableFaint": 2, "TableHead": 2, "TableHeadNarrow": 2, "TableBand": 2, "Contents": 1}
"""Styles of close lines, with the points below a paragraph."""
CHARACTERS = {"Reference": (SANS, INDIGO), "Code": (MONO, INK), "Faint": (SANS, MUTED)}


def set_styles(file: Any, language: str) -> None:
    """Body, headings, captions and our own; the language for the spelling checker; the page."""
    from docx.enum.style import WD_STYLE_TYPE
    from docx.shared import Pt

    body = file.styles["Normal"]
    _font(body, SERIF, 10.5, INK)
    body.paragraph_format.space_after, body.paragraph_format.line_spacing = Pt(7), 1.2
    _language(body, language)
    for name, (font, points, colour) in PARAGRAPHS.items():
        style = file.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
        style.base_style = body
        _font(style, font, points, colour, bold=name in BOLD)
    for name, (font, colour) in CHARACTERS.items():
        _font(file.styles.add_style(name, WD_STYLE_TYPE.CHARACTER), font, None, colour)
    _headings(file)
    _spacing(file)
    _page(file)


def _headings(file: Any) -> None:
    from docx.shared import Pt

    for level, points in HEADINGS.items():
        style = file.styles[f"Heading {level}"]
        _font(style, SERIF, points, INK, bold=True)
        style.paragraph_format.keep_with_next = True
        style.paragraph_format.space_before = Pt(22 if level == 1 else 14)
        style.paragraph_format.space_after = Pt(6)
    _font(file.styles["Title"], SERIF, 27, INK, bold=True)
    _font(file.styles["Subtitle"], SANS, 12, MUTED)
    _font(file.styles["Caption"], SANS, 9, INK)
    for name in ("Title", "Subtitle"):
        _drop(file.styles[name], "w:pBdr", "w:spacing")


def _spacing(file: Any) -> None:
    from docx.shared import Cm, Pt

    for name, after in CLOSE.items():
        form = file.styles[name].paragraph_format
        form.space_after, form.line_spacing = Pt(after), 1.0
    file.styles["TableBand"].paragraph_format.space_before = Pt(7)
    caption = file.styles["Caption"].paragraph_format
    caption.space_before, caption.space_after = Pt(10), Pt(4)
    for name, after in (("Quoted", 1), ("QuotedSource", 9)):
        form = file.styles[name].paragraph_format
        form.left_indent, form.space_after, form.keep_together = Cm(0.45), Pt(after), True
        form.line_spacing = 1.1
    file.styles["EvidenceHead"].paragraph_format.keep_with_next = True
    file.styles["Quoted"].paragraph_format.keep_with_next = True
    file.styles["Title"].paragraph_format.space_after = Pt(8)


def _page(file: Any) -> None:
    from docx.shared import Cm

    for section in file.sections:
        section.page_width, section.page_height = Cm(21), Cm(29.7)
        section.left_margin = section.right_margin = Cm(2.3)
        section.top_margin = section.bottom_margin = Cm(2.2)


def _font(style: Any, name: str, points: float | None, colour: str, *, bold: bool = False) -> None:
    from docx.oxml.ns import qn
    from docx.shared import Pt, RGBColor

    style.font.name, style.font.size = name, Pt(points) if points else None
    style.font.bold, style.font.italic = bold or None, None
    style.font.color.rgb = RGBColor.from_string(colour)
    fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
    for theme in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
        fonts.attrib.pop(qn(f"w:{theme}"), None)
    for script in ("ascii", "hAnsi", "eastAsia", "cs"):
        fonts.set(qn(f"w:{script}"), name)


def _language(style: Any, language: str) -> None:
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    mark = OxmlElement("w:lang")
    mark.set(qn("w:val"), LOCALE.get(language, language))
    style.element.get_or_add_rPr().append(mark)


def _drop(style: Any, *names: str) -> None:
    """Take what the template set out of a style."""
    from docx.oxml.ns import qn

    for name in names:
        for found in list(style.element.iter(qn(name))):
            found.getparent().remove(found)


def page_footer(file: Any, title: str) -> None:
    """Title and page number at the foot of every page."""
    from docx.enum.text import WD_TAB_ALIGNMENT
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn
    from docx.shared import Cm

    foot = file.sections[0].footer.paragraphs[0]
    foot.style = file.styles["Note"]
    foot.paragraph_format.tab_stops.add_tab_stop(Cm(16.4), WD_TAB_ALIGNMENT.RIGHT)
    foot.add_run(f"{title}\t")
    number = OxmlElement("w:fldSimple")
    number.set(qn("w:instr"), "PAGE")
    foot._p.append(number)
