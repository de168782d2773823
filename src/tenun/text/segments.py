"""Paragraphs small enough to index one by one."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from tenun.text.spans import Span

LONGEST_CP = 2_000
_PARAGRAPH = re.compile(r"\S[^\n]*(?:\n(?![^\S\n]*(?:\n|$))[^\n]+)*")


def segments(text: str, longest_cp: int = LONGEST_CP) -> Iterator[Span]:
    """Paragraphs (parted by blank lines) of at most `longest_cp` code points, cut at white space where there is any.

    All that is not white space lies in exactly one segment; no accent is cut from its letter.

    >>> [span.of("satu\\n\\ndua tiga") for span in segments("satu\\n\\ndua tiga", 5)]
    ['satu', 'dua ', 'tiga']
    """
    for paragraph in _PARAGRAPH.finditer(text):
        start, end = paragraph.span()
        while start < end:
            cut = end if end - start <= longest_cp else _cut(text, start, start + longest_cp)
            if not text[start:cut].isspace():
                yield Span(start, cut)
            start = cut


def _cut(text: str, start: int, latest: int) -> int:
    after_space = max(text.rfind(mark, start, latest) for mark in " \n\t") + 1
    if after_space > start:
        return after_space
    whole = latest
    while whole > start and unicodedata.combining(text[whole]):
        whole -= 1
    return whole if whole > start else latest
