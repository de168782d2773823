"""What stands on a page, piece by piece: letters without a blank between them, with their box."""

from __future__ import annotations

import ctypes
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pypdfium2 import PdfPage, PdfTextPage

HYPHENS = "-\u2010\u00ad\x02"
_LIGATURES = dict(
    zip("\ufb00\ufb01\ufb02\ufb03\ufb04\ufb05\ufb06", ("ff", "fi", "fl", "ffi", "ffl", "st", "st"), strict=True)
)
_NOT_KEPT = re.compile("[\u00ad\u200b\u2060\ufeff]")
_UNREADABLE = re.compile("[\x00-\x08\x0e-\x1f\ufffe\uffff\ud800-\udfff]")
_WORD_AND_GAP = re.compile(r"([^\s\x02]+\x02?|\x02)(\s*)")
_LINE_END = re.compile("[\r\n]")
_ROOM = 0.4
"""Points added around a piece: outlines reach a little over the box that their font declares."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A word or part of one. Edges are in points from the top left corner of the page as shown.

    `hyphen`: it ended in a hyphen that is not in `text`. `ends_line`: the file breaks the line after it. `spaced`: the
    file itself has a space after it, however wide a justified line makes that.
    """

    text: str
    x0: float
    y0: float
    x1: float
    y1: float
    hyphen: bool = False
    ends_line: bool = False
    spaced: bool = False

    @property
    def height(self) -> float:
        """How tall the box is: about 1.2 times the size of the letters."""
        return self.y1 - self.y0


@dataclass(frozen=True, slots=True)
class Sheet:
    """The size of a page as shown, and how its own coordinates become ours."""

    width: float
    height: float
    left: float
    bottom: float
    right: float
    top: float
    turned: int

    @classmethod
    def of(cls, page: PdfPage) -> Sheet:
        """The sheet of a page; what lies outside its crop box is not shown."""
        media, crop = page.get_mediabox(), page.get_cropbox()
        edges = (max(media[0], crop[0]), max(media[1], crop[1]), min(media[2], crop[2]), min(media[3], crop[3]))
        return cls(page.get_width(), page.get_height(), *edges, page.get_rotation() % 360)

    def box(self, left: float, bottom: float, right: float, top: float) -> tuple[float, float, float, float]:
        """A box in the page's coordinates as one in ours: x0, y0, x1, y1.

        >>> Sheet(100, 200, 0, 0, 100, 200, 0).box(10, 150, 30, 160)
        (10, 40, 30, 50)
        """
        if self.turned == 90:
            return bottom - self.bottom, left - self.left, top - self.bottom, right - self.left
        if self.turned == 180:
            return self.right - right, bottom - self.bottom, self.right - left, top - self.bottom
        if self.turned == 270:
            return self.top - top, self.right - right, self.top - bottom, self.right - left
        return left - self.left, self.top - top, right - self.left, self.top - bottom


def pieces_of(page: PdfPage, sheet: Sheet) -> Iterator[Piece]:
    """The pieces of a page, in the order in which the file has them; ligatures become their letters."""
    from pypdfium2 import raw

    text_page = page.get_textpage()
    try:
        letters = _letters(text_page)
        for found in _WORD_AND_GAP.finditer(letters):
            word, gap = found.groups()
            x0, y0, x1, y1 = _box(text_page, found.start(), found.start() + len(word), sheet)
            hyphen = word[-1] in HYPHENS and len(word) > 1
            ends_line = word[-1] == "\x02" or bool(_LINE_END.search(gap))
            text = _readable(word[:-1] if hyphen else word.replace("\x02", "-"))
            if text:
                spaced = bool(gap) and not raw.FPDFText_IsGenerated(text_page, found.end(1))
                yield Piece(text, x0, y0, x1, y1, hyphen, ends_line, spaced)
    finally:
        text_page.close()


def _letters(text_page: PdfTextPage) -> str:
    """One character for every one that PDFium counts, so that positions are its indices."""
    from pypdfium2 import raw

    count = text_page.count_chars()
    if count <= 0:
        return ""
    buffer = (ctypes.c_ushort * (count + 1))()
    written = raw.FPDFText_GetText(text_page, 0, count, buffer) - 1
    fast = bytes(buffer)[: 2 * written].decode("utf-16-le", "surrogatepass")
    if len(fast) != count:
        fast = "".join(chr(raw.FPDFText_GetUnicode(text_page, index)) for index in range(count))
    return fast.replace("\ufffe", "\x02")


def _box(text_page: PdfTextPage, start: int, end: int, sheet: Sheet) -> tuple[float, float, float, float]:
    """The box of a word, from its first, middle and last letter: fonts seldom change within a word."""
    from pypdfium2 import raw

    rects = []
    for index in {start, (start + end) // 2, end - 1}:
        rect = raw.FS_RECTF()
        raw.FPDFText_GetLooseCharBox(text_page, index, rect)
        rects.append(rect)
    left, bottom = min(rect.left for rect in rects), min(rect.bottom for rect in rects)
    right, top = max(rect.right for rect in rects), max(rect.top for rect in rects)
    return sheet.box(left - _ROOM, bottom - _ROOM, right + _ROOM, top + _ROOM)


def _readable(word: str) -> str:
    """What a person would search for; what has no Unicode character becomes U+FFFD.

    >>> _readable("e\\ufb03cient")
    'efficient'
    """
    if word.isascii() and word.isprintable():
        return word
    # PDFium counts the halves of a surrogate pair one by one.
    whole = word.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
    expanded = "".join(_LIGATURES.get(char, char) for char in whole)
    return _UNREADABLE.sub("\ufffd", _NOT_KEPT.sub("", expanded))
