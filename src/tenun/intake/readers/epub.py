"""Books: EPUB."""

from __future__ import annotations

from tenun.corpus.transcripts import Guide
from tenun.errors import InputRefused, Problem
from tenun.intake.guard.html_markup import clean_tree
from tenun.intake.guard.size import check_length
from tenun.intake.hypertext.book import Book
from tenun.intake.hypertext.markup import markup_of
from tenun.intake.hypertext.page_text import PageText
from tenun.intake.naming import suffix
from tenun.intake.reading import Format, Reading
from tenun.intake.running_text import RunningText

FORMAT = Format("epub", "1", (".epub",), "book (EPUB)", "buku (EPUB)")
_KIND = b"mimetypeapplication/epub+zip"


def describe() -> Format:
    """What this reader reads."""
    return FORMAT


def accepts(name: str, head: bytes) -> bool:
    """An archive that says it is a book, or is called one."""
    return head.startswith(b"PK") and (suffix(name) in FORMAT.extensions or _KIND in head[:200])


def read(content: bytes, name: str, guide: Guide | None = None) -> Reading:
    """The chapters in reading order, each a landmark `chapter`, with headings, lists, tables and links within."""
    book = Book(content, name)
    text = RunningText(name)
    page = PageText(text)
    chapters = 0
    for file, markup in book.chapters():
        decoded = markup_of(markup, name)
        check_length(decoded.text, where=name)
        text.paragraph()
        with text.marked("chapter", name=file):
            page.write(clean_tree(decoded.text, name))
        chapters += 1
    if not chapters:
        raise InputRefused("office.no-chapters", where=name)
    lost = (Problem("warning", "office.chapters-missing", name, {"count": book.missing}),) if book.missing else ()
    return Reading(
        text.text,
        FORMAT.extractor,
        FORMAT.version,
        tuple(text.replaced_cp),
        book.metadata,
        landmarks=text.landmarks(),
        warnings=lost,
    )
