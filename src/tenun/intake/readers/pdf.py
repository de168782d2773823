"""PDF: running text in reading order, each page with the boxes of its words."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import chain
from typing import TYPE_CHECKING, Any

from tenun.corpus.landmarks import Landmark
from tenun.corpus.page_boxes import pack
from tenun.corpus.transcripts import Guide
from tenun.errors import InputRefused, Problem
from tenun.intake.guard.size import check_length
from tenun.intake.naming import suffix
from tenun.intake.pdf.columns import blocks_of
from tenun.intake.pdf.hyphens import Hyphens
from tenun.intake.pdf.lines import lines_of
from tenun.intake.pdf.opening import opened_pdf, pages_of
from tenun.intake.pdf.paragraphs import PageText
from tenun.intake.pdf.pieces import Piece, Sheet, pieces_of
from tenun.intake.pdf.recognition import Recogniser, is_asked, is_installed
from tenun.intake.reading import Format, Reading
from tenun.text.spans import Span

if TYPE_CHECKING:
    from pypdfium2 import PdfDocument

FORMAT = Format("pdf", "1", (".pdf",), "PDF", "PDF")
_SIGNATURE = b"%PDF-"
_SIGNATURE_WITHIN = 1024
_MOST_UNREADABLE = 0.2
_UNREADABLE = re.compile("[\ufffd\ue000-\uf8ff]")
_NO_TITLE = re.compile(r"^(?:microsoft word - .*|untitled.*|.*\.(?:docx?|pdf|odt|indd|tex|qxd|rtf))$", re.I)
_MOST_PAGES_NAMED = 12


def describe() -> Format:
    """What this reader reads."""
    return FORMAT


def accepts(name: str, head: bytes) -> bool:
    """The signature near the head of the file, or the name where that is missing."""
    return _SIGNATURE in head[:_SIGNATURE_WITHIN] or suffix(name) in FORMAT.extensions


def read(content: bytes, name: str, guide: Guide | None = None) -> Reading:
    """The text of all pages, a blank line between paragraphs and pages; headers, footers and notes are kept.

    Each page is a landmark `page` whose attributes are its number, its width and height in points and `boxes`
    (`corpus/page_boxes.py`). Raises InputRefused when it is locked, broken, too long or has no text. Pages
    without text are recognised where `TENUN_OCR` asks for it; the extractor is then `pdf-ocr`.
    """
    recognised: list[int] = []
    with opened_pdf(content, name) as document:
        sheets, pages = _pieces(document, name, recognised)
        metadata = _metadata(document)
        outline = list(_outline(document))
    if not any(pages):
        raise InputRefused("pdf.scan-ocr" if is_installed() else "pdf.scan", where=name, pages=len(pages))
    text, marks = _written(sheets, pages)
    check_length(text, where=name)
    return Reading(
        text,
        f"{FORMAT.extractor}-ocr" if recognised else FORMAT.extractor,
        FORMAT.version,
        tuple(found.start() for found in re.finditer("\ufffd", text)),
        metadata,
        landmarks=(*marks, *_headings(text, marks, outline)),
        warnings=tuple(_oddities(text, pages, recognised, name)),
    )


def _recogniser(name: str) -> Recogniser | None:
    """What recognises pages without text, where somebody asked for it."""
    if not is_asked():
        return None
    if not is_installed():
        raise InputRefused("pdf.ocr-missing", where=name)
    return Recogniser()


def _pieces(document: PdfDocument, name: str, recognised: list[int]) -> tuple[list[Sheet], list[list[Piece]]]:
    sheets: list[Sheet] = []
    pages: list[list[Piece]] = []
    length_cp = 0
    recogniser = _recogniser(name)
    for page in pages_of(document):
        sheets.append(Sheet.of(page) if page else Sheet(0, 0, 0, 0, 0, 0, 0))
        pages.append(list(pieces_of(page, sheets[-1])) if page else [])
        if page and not pages[-1] and recogniser and recogniser.has_time:
            pages[-1] = recogniser.pieces(page)
            recognised.append(len(pages))
        length_cp += sum(len(piece.text) for piece in pages[-1])
        check_length(range(length_cp), where=name)
    return sheets, pages


def _written(sheets: list[Sheet], pages: list[list[Piece]]) -> tuple[str, list[Landmark]]:
    hyphens = Hyphens(chain.from_iterable(pages))
    parts: list[str] = []
    marks: list[Landmark] = []
    length_cp = 0
    for number, (sheet, pieces) in enumerate(zip(sheets, pages, strict=True), 1):
        if parts and pieces:
            parts.append("\n\n")
            length_cp += 2
        page = PageText(length_cp, hyphens)
        page.add(blocks_of(lines_of(pieces)))
        parts.append(page.text)
        size = {"width": f"{sheet.width:.2f}", "height": f"{sheet.height:.2f}"}
        attributes = {"page": str(number), **size, "boxes": pack(page.boxes)}
        marks.append(Landmark("page", Span(length_cp, length_cp + page.length_cp), attributes=attributes))
        length_cp += page.length_cp
    return "".join(parts), marks


def _metadata(document: PdfDocument) -> dict[str, Any]:
    """The title, unless a program made it up; authors are left out, for the field mostly names an account."""
    title = " ".join(document.get_metadata_value("Title").split())
    return {"title": title} if title and not _NO_TITLE.match(title) else {}


def _outline(document: PdfDocument) -> Iterator[tuple[int, int, str]]:
    """Bookmarks: level from 1, index of the page, words."""
    for mark in document.get_toc(max_depth=6):
        target = mark.get_dest()
        index = target.get_index() if target else None
        if index is not None:
            yield mark.level + 1, index, mark.get_title()


def _headings(text: str, pages: list[Landmark], outline: list[tuple[int, int, str]]) -> Iterator[Landmark]:
    """Bookmarks whose words stand on the page that they point to, as far as they do."""
    after: dict[int, int] = {}
    for level, index, title in outline:
        words = [re.escape(word) for word in title.split()]
        if not words or not 0 <= index < len(pages):
            continue
        start = max(pages[index].span.start_cp, after.get(index, 0))
        found = re.compile(r"\s+".join(words)).search(text, start, pages[index].span.end_cp)
        if found:
            after[index] = found.end()
            yield Landmark("heading", Span(*found.span()), attributes={"level": str(level)})


def _oddities(text: str, pages: list[list[Piece]], recognised: list[int], name: str) -> Iterator[Problem]:
    empty = [number for number, pieces in enumerate(pages, 1) if not pieces]
    for code, numbers in (("pdf.pages-without-text", empty), ("pdf.pages-recognised", recognised)):
        if numbers:
            named = ", ".join(map(str, numbers[:_MOST_PAGES_NAMED]))
            more = ", …" if len(numbers) > _MOST_PAGES_NAMED else ""
            yield Problem("warning", code, name, {"count": len(numbers), "pages": named + more})
    unreadable = sum(1 for _ in _UNREADABLE.finditer(text)) / max(1, len(text))
    if unreadable > _MOST_UNREADABLE:
        yield Problem("warning", "pdf.letters-unknown", name, {"share": f"{unreadable:.0%}"})
