"""Writers of reports: HTML, PDF and DOCX from one document tree, as bytes that are the same every time."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tenun.report.tree import Document

__all__ = ["write_docx", "write_html", "write_pdf"]


def write_html(document: Document) -> bytes:
    """The report as one self-contained HTML file; see `tenun.delivery.html`."""
    from tenun.delivery.html import write_html as write

    return write(document)


def write_pdf(document: Document) -> bytes:
    """The report as a PDF; see `tenun.delivery.pdf`."""
    from tenun.delivery.pdf import write_pdf as write

    return write(document)


def write_docx(document: Document) -> bytes:
    """The report as a Word file; see `tenun.delivery.docx`."""
    from tenun.delivery.docx import write_docx as write

    return write(document)
