"""Reading one document, whatever its format: `read_apart` in the reader process, which calls `read_document` there."""

from __future__ import annotations

import threading
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import lru_cache
from importlib import import_module

from tenun.corpus.transcripts import Guide
from tenun.errors import InputRefused, Problem, TenunError
from tenun.intake.guard.reader_process import reader_process, write_nothing
from tenun.intake.guard.size import SOURCE_BYTES, check_bytes
from tenun.intake.languages import language_of, load_model
from tenun.intake.naming import suffix
from tenun.intake.readers import formats, readers
from tenun.intake.readers.transcript import with_turns
from tenun.intake.reading import Reader, Reading

_HEAD_BYTES = 65_536
_NEEDED = ("lxml.etree", "nh3", "yaml", "charset_normalizer", "tenun.intake.readers.pdf")
_OLD_OFFICE = b"\xd0\xcf\x11\xe0"
_MAY_BE_TRANSCRIPTS = frozenset({"docx", "odt", "rtf", "html", "pdf"})


def read_apart(
    content: bytes,
    name: str,
    *,
    languages: Sequence[str] = ("en", "id"),
    kind: str | None = None,
    guide: Guide | None = None,
    stopped: threading.Event | None = None,
) -> Reading:
    """What `read_document` gives, found by the reader process within its bounds of time, memory and length.

    `stopped`: once it is set, from any thread, the work ends with ReadingStopped. Raises InputRefused as
    `read_document` does, for a broken bound, and for content that brings a reader to a fault of its own.
    """
    check_bytes(content, SOURCE_BYTES, name)
    try:
        return reader_process.call(stopped, read_warmed, content, name, languages=languages, kind=kind, guide=guide)
    except InputRefused as refusal:
        raise InputRefused(refusal.code, where=refusal.where or name, **refusal.parameters) from refusal


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
    reading = _read(content, name, guide)
    if reading.extractor in _MAY_BE_TRANSCRIPTS and not reading.turns:
        reading = with_turns(reading, name, guide)
    if not reading.text.strip() and not reading.medium:
        raise InputRefused("intake.empty", where=name)
    stated = reading.metadata.get("language")
    language = str(stated).strip().lower() if stated else language_of(reading.text, languages)
    return replace(reading, language=language, warnings=(*reading.warnings, *_oddities(reading, name, kind)))


def read_warmed(
    content: bytes, name: str, *, languages: Sequence[str], kind: str | None, guide: Guide | None
) -> Reading:
    """What `read_document` gives, in a process that reads and does nothing else."""
    _prepare()
    return read_document(content, name, languages=languages, kind=kind, guide=guide)


def warm() -> None:
    """Start the reader process and let it import what reading needs, while nobody waits."""
    reader_process.call(None, _prepare)


@lru_cache(maxsize=1)
def _prepare() -> None:
    for name in _NEEDED:
        import_module(name)
    load_model()
    write_nothing()


def _read(content: bytes, name: str, guide: Guide | None) -> Reading:
    """The reading; whatever a hostile file drives a reader to is a refusal, and memory is for the process to judge."""
    reader = _reader(content, name)
    try:
        return reader.read(content, name, guide)
    except (TenunError, MemoryError):
        raise
    except Exception as error:
        raise InputRefused("intake.reader-fault", where=name) from error


def _reader(content: bytes, name: str) -> Reader:
    head = content[:_HEAD_BYTES]
    reader = next((reader for reader in readers() if reader.accepts(name, head)), None)
    if reader is not None and not head.startswith(_OLD_OFFICE):
        return reader
    raise InputRefused("intake.format-unknown", where=name, found=_seeming(name, head), readable=_readable())


def _seeming(name: str, head: bytes) -> str:
    if head.startswith(_OLD_OFFICE):
        return "Microsoft Office 97-2003"
    return "ZIP" if head.startswith(b"PK\x03\x04") else suffix(name) or "?"


def _readable() -> str:
    return ", ".join(dict.fromkeys(ending for found in formats() for ending in found.extensions if ending))


def _oddities(reading: Reading, name: str, kind: str | None) -> Iterator[Problem]:
    if reading.replaced_cp:
        yield Problem("warning", "intake.characters-replaced", name, {"count": len(reading.replaced_cp)})
    if (kind or reading.metadata.get("kind")) == "interview" and not reading.turns:
        yield Problem("warning", "intake.no-turns", name)
