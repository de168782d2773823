"""Opening a PDF: what cannot be opened says why; how many pages may come in."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from tenun.errors import InputRefused

if TYPE_CHECKING:
    from pypdfium2 import PdfDocument, PdfPage

MOST_PAGES = 5_000


@contextmanager
def opened_pdf(content: bytes, where: str = "") -> Iterator[PdfDocument]:
    """The document, closed at the end of the block.

    Raises InputRefused when a password is needed, when it is broken, and when it has more pages than may come in.
    """
    import pypdfium2
    from pypdfium2 import raw

    try:
        document = pypdfium2.PdfDocument(content)
    except pypdfium2.PdfiumError as error:
        locked = error.err_code in (raw.FPDF_ERR_PASSWORD, raw.FPDF_ERR_SECURITY)
        raise InputRefused("pdf.locked" if locked else "pdf.broken", where=where) from error
    try:
        if not 0 < len(document) <= MOST_PAGES:
            code = "pdf.too-many-pages" if len(document) else "pdf.broken"
            raise InputRefused(code, where=where, pages=len(document), most=MOST_PAGES)
        yield document
    finally:
        document.close()


def pages_of(document: PdfDocument) -> Iterator[PdfPage | None]:
    """Every page, one at a time; None for one that cannot be loaded."""
    import pypdfium2

    for number in range(len(document)):
        try:
            page = document[number]
        except pypdfium2.PdfiumError:
            yield None
            continue
        try:
            yield page
        finally:
            page.close()
