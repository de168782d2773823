"""A report as a PDF: tagged, outlined, paged, the same bytes for the same document."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from tenun.delivery.files import folder
from tenun.delivery.plain import plain

if TYPE_CHECKING:
    from tenun.report.tree import Document


def write_pdf(document: Document) -> bytes:
    """The report set by Typst with the fonts that ship and no others, dated as the report and not by a clock."""
    import typst

    content: bytes = typst.compile(
        str(folder("templates") / "report.typ"),
        format="pdf",
        font_paths=[str(folder("fonts"))],
        ignore_system_fonts=True,
        sys_inputs={"document": json.dumps(plain(document), ensure_ascii=False)},
    )
    return content
