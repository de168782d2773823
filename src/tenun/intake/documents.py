"""Reading one document, whatever its format."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from tenun.corpus.transcripts import Guide
from tenun.errors import InputRefused, Problem
from tenun.intake.guard.size import SOURCE_BYTES, check_bytes
from tenun.intake.languages import language_of
from tenun.intake.naming import suffix
from tenun.intake.readers import formats, readers
from tenun.intake.reading import Reader, Reading

_HEAD_BYTES = 65_536
_SIGNATURES = (
    (b"PK\x03\x04", "ZIP (DOCX, ODT, XLSX, EPUB)"),
    (b"\xd0\xcf\x11\xe0", "Microsoft Office 97-2003"),
    (b"{\\rtf", "RTF"),
)


def read_document(
    content: bytes,
    name: str,
    *,
    languages: Sequence[str] = ("en", "id"),
    kind: str | None = None,
    guide: Guide | None = None,
) -> Reading:
    """The canonical text of a document and what is found in it, by the reader that fits its name and content.

    `kind`: the kind of source where it is known; an interview without turns gets a warning. `guide`: that of the
    interview, to match turns with questions. Raises InputRefused when it is too large, no text, or of another format.

    >>> read_document("Kedua kota sepakat bekerja sama.".encode(), "a.txt").language
    'id'
    """
    check_bytes(content, SOURCE_BYTES, name)
    _refuse_other_formats(content, name)
    reading = _reader(content, name).read(content, name, guide)
    if not reading.text.strip():
        raise InputRefused("intake.empty", where=name)
    stated = reading.metadata.get("language")
    language = str(stated).strip().lower() if stated else language_of(reading.text, languages)
    return replace(reading, language=language, warnings=(*reading.warnings, *_oddities(reading, name, kind)))


def _refuse_other_formats(content: bytes, name: str) -> None:
    for signature, found in _SIGNATURES:
        if content.startswith(signature):
            raise InputRefused("intake.format-unknown", where=name, found=found, readable=_readable())


def _reader(content: bytes, name: str) -> Reader:
    head = content[:_HEAD_BYTES]
    for reader in readers():
        if reader.accepts(name, head):
            return reader
    raise InputRefused("intake.format-unknown", where=name, found=suffix(name) or "?", readable=_readable())


def _readable() -> str:
    return ", ".join(dict.fromkeys(ending for found in formats() for ending in found.extensions if ending))


def _oddities(reading: Reading, name: str, kind: str | None) -> Iterator[Problem]:
    if reading.replaced_cp:
        yield Problem("warning", "intake.characters-replaced", name, {"count": len(reading.replaced_cp)})
    if (kind or reading.metadata.get("kind")) == "interview" and not reading.turns:
        yield Problem("warning", "intake.no-turns", name)
