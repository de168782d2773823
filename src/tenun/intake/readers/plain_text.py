"""Plain text."""

from __future__ import annotations

from tenun.corpus.transcripts import Guide
from tenun.intake.decoding import decode
from tenun.intake.guard.size import check_length
from tenun.intake.naming import suffix
from tenun.intake.reading import Format, Reading
from tenun.text.canonical import canonical

FORMAT = Format("plain-text", "1", (".txt", ".text", ""), "plain text", "teks polos")


def describe() -> Format:
    """What this reader reads."""
    return FORMAT


def accepts(name: str, head: bytes) -> bool:
    """A name that ends in `.txt`, or in nothing."""
    return suffix(name) in FORMAT.extensions


def read(content: bytes, name: str, guide: Guide | None = None) -> Reading:
    """The text as it stands.

    >>> read(b"Satu.\\r\\nDua.", "a.txt").text
    'Satu.\\nDua.'
    """
    decoded = decode(content, name)
    check_length(decoded.text, where=name)
    found = canonical(decoded.text)
    return Reading(found.text, FORMAT.extractor, FORMAT.version, found.replaced_cp, warnings=decoded.warnings)
