"""Word documents: DOCX."""

from __future__ import annotations

from collections.abc import Iterator

from tenun.corpus.transcripts import Guide
from tenun.errors import Problem
from tenun.intake.naming import suffix
from tenun.intake.office.docx_body import DocxBody
from tenun.intake.office.docx_parts import DocxParts
from tenun.intake.office.elements import words_of
from tenun.intake.office.properties import properties_of
from tenun.intake.readers.transcript import with_turns
from tenun.intake.reading import Format, Reading

FORMAT = Format("docx", "1", (".docx", ".docm", ".dotx"), "Word document", "dokumen Word")


def describe() -> Format:
    """What this reader reads."""
    return FORMAT


def accepts(name: str, head: bytes) -> bool:
    """An archive that begins as Word writes one, or is called one."""
    return head.startswith(b"PK") and (suffix(name) in FORMAT.extensions or b"word/document.xml" in head)


def read(content: bytes, name: str, guide: Guide | None = None) -> Reading:
    """The text with its headings, lists, tables, notes, comments, text boxes and tracked changes as landmarks.

    What a tracked change inserted is text, what it deleted is not. Notes stand behind the text, in the order in which
    it cites them. Numbers that Word counts itself are no part of the text.
    """
    parts = DocxParts(content, name)
    body = DocxBody(parts, name)
    body.write()
    reading = Reading(
        body.text.text,
        FORMAT.extractor,
        FORMAT.version,
        tuple(body.text.replaced_cp),
        properties_of(parts.properties),
        landmarks=body.text.landmarks(),
        warnings=tuple(_left_out(parts, body, name)),
    )
    return with_turns(reading, name, guide)


def _left_out(parts: DocxParts, body: DocxBody, name: str) -> Iterator[Problem]:
    repeated = sum(1 for kind in ("header", "footer") for part in parts.parts(kind) if words_of(part))
    if repeated:
        yield Problem("warning", "office.headers-left-out", name, {"count": repeated})
    if parts.has_below("charts") or parts.has_below("diagrams"):
        yield Problem("warning", "office.charts-left-out", name)
    if body.chunks:
        yield Problem("warning", "office.chunks-left-out", name, {"count": body.chunks})
