"""Rich text: RTF."""

from __future__ import annotations

from tenun.corpus.transcripts import Guide
from tenun.errors import InputRefused, Problem
from tenun.intake.naming import suffix
from tenun.intake.office.properties import plain_properties
from tenun.intake.office.rtf_body import RtfBody
from tenun.intake.readers.transcript import with_turns
from tenun.intake.reading import Format, Reading

FORMAT = Format("rtf", "1", (".rtf",), "rich text (RTF)", "teks kaya (RTF)")
_SIGNATURE = b"{\\rtf"
_SAID = {"title": "title", "author": "author", "creatim": "published"}


def describe() -> Format:
    """What this reader reads."""
    return FORMAT


def accepts(name: str, head: bytes) -> bool:
    """What begins as RTF does; by its name, what might."""
    plain = head.lstrip(b"\xef\xbb\xbf \t\r\n")
    return plain.startswith(_SIGNATURE) or suffix(name) in FORMAT.extensions


def read(content: bytes, name: str, guide: Guide | None = None) -> Reading:
    """The text with its headings, tables, links, notes, comments and tracked changes as landmarks.

    >>> read(b"{\\\\rtf1 Kota\\\\par dua{\\\\footnote Catatan.}.}", "a.rtf").text
    'Kota\\n\\ndua.\\n\\nCatatan.'
    """
    plain = content.lstrip(b"\xef\xbb\xbf \t\r\n")
    if not plain.startswith(_SIGNATURE):
        raise InputRefused("office.rtf-broken", where=name)
    body = RtfBody(plain, name)
    whole = body.write()
    warnings = [] if whole else [Problem("warning", "office.rtf-cut-short", name)]
    if body.headers:
        warnings.append(Problem("warning", "office.headers-left-out", name, {"count": body.headers}))
    reading = Reading(
        body.text.text,
        FORMAT.extractor,
        FORMAT.version,
        tuple(body.text.replaced_cp),
        plain_properties({_SAID[key]: words for key, words in body.said.items() if key in _SAID}),
        landmarks=body.text.landmarks(),
        warnings=tuple(warnings),
    )
    return with_turns(reading, name, guide)
