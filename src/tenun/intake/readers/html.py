"""Pages: HTML and XHTML."""

from __future__ import annotations

import re

from tenun.corpus.transcripts import Guide
from tenun.errors import Problem
from tenun.intake.guard.html_markup import clean_tree
from tenun.intake.guard.size import check_length
from tenun.intake.hypertext.head import head_of
from tenun.intake.hypertext.markup import markup_of
from tenun.intake.hypertext.page_text import PageText
from tenun.intake.naming import suffix
from tenun.intake.readers.transcript import with_turns
from tenun.intake.reading import Format, Reading
from tenun.intake.running_text import RunningText

FORMAT = Format("html", "1", (".html", ".htm", ".xhtml"), "page (HTML)", "halaman (HTML)")
_BEGINNING = re.compile(rb"(?:\xef\xbb\xbf)?\s*(?:<\?xml[^>]{0,200}>\s*)?(?:<!doctype\s+html|<html)\b", re.I)
_EMBEDDED = re.compile(r"<(?:iframe|object|embed)\b", re.I)


def describe() -> Format:
    """What this reader reads."""
    return FORMAT


def accepts(name: str, head: bytes) -> bool:
    """The name of a page; or a text that begins as one."""
    return suffix(name) in FORMAT.extensions or (suffix(name) in ("", ".txt") and bool(_BEGINNING.match(head)))


def read(content: bytes, name: str, guide: Guide | None = None) -> Reading:
    """All words of a page as a browser shows them: headings, lists, tables and links are landmarks, scripts are gone.

    >>> read(b"<h1>Kota</h1><p>Dua\\n  <b>kota</b>.<br>Satu.", "a.html").text
    'Kota\\n\\nDua kota.\\nSatu.'
    """
    decoded = markup_of(content, name)
    check_length(decoded.text, where=name)
    text = RunningText(name)
    PageText(text).write(clean_tree(decoded.text, name))
    embedded = len(_EMBEDDED.findall(decoded.text))
    left_out = (Problem("warning", "office.embedded-left-out", name, {"count": embedded}),) if embedded else ()
    reading = Reading(
        text.text,
        FORMAT.extractor,
        FORMAT.version,
        tuple(text.replaced_cp),
        head_of(decoded.text),
        landmarks=text.landmarks(),
        warnings=(*decoded.warnings, *left_out),
    )
    return with_turns(reading, name, guide)
