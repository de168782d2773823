"""Taguette's pages: sanitised HTML, in which it counts UTF-8 bytes of the words without their tags."""

from __future__ import annotations

import re
from bisect import bisect_right
from html import escape
from html.parser import HTMLParser

from tenun.text.canonical import canonical

_BLOCKS = frozenset(["p", "blockquote", "pre", "h1", "h2", "h3", "h4", "h5", "ul", "ol", "dl", "table", "caption"])
_LINES = frozenset(["br", "li", "dt", "dd", "tr", "thead", "tbody"])
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")
_BREAKS = re.compile(r"(\n\s*\n)")


class TaguettePage(HTMLParser):
    """The words of a page as running text, and where Taguette's byte positions lie in it.

    >>> page = TaguettePage("<p>Kopi 🪁</p><p>dari <b>Kintamani</b></p>")
    >>> page.text, [page.text[slice(*page.span(start, end))] for start, end in ((5, 9), (14, 23))]
    ('Kopi 🪁\\n\\ndari Kintamani', ['🪁', 'Kintamani'])
    """

    def __init__(self, contents: str) -> None:
        super().__init__(convert_charrefs=True)
        self._parts: list[str] = []
        self._length = 0
        self._bytes = 0
        self._starts: list[int] = []
        self._pieces: list[tuple[int, bytes, bool]] = []
        self._break = ""
        self._verbatim = 0
        self._opened = False
        self.feed(contents.replace("\r\n", "\n").replace("\r", "\n"))
        self.close()
        self.text = canonical("".join(self._parts)).text

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """A block begins a paragraph, a row or `br` a line."""
        self._boundary(tag)
        self._verbatim += tag == "pre"
        self._opened = tag == "pre"

    def handle_endtag(self, tag: str) -> None:
        """A block ends its paragraph."""
        if tag != "br":
            self._boundary(tag)
        self._verbatim = max(0, self._verbatim - (tag == "pre"))

    def handle_data(self, data: str) -> None:
        """Words: each character stays one character, so that positions can follow."""
        if self._opened and data.startswith("\n"):
            data = data[1:]
        self._opened = False
        content = data.encode("utf-8", "replace")
        shown = bool(self._verbatim or data.strip() or not self._break or "\t" in self._break)
        if shown and not (not self._parts and not data.strip()):
            words = data if self._verbatim else re.sub(r"[\t\n\f\r]", " ", data)
            if self._parts and self._break:
                self._write(self._break)
            self._break = ""
            self._starts.append(self._bytes)
            self._pieces.append((self._length, content, True))
            self._write(words)
        else:
            self._starts.append(self._bytes)
            self._pieces.append((self._length, content, False))
        self._bytes += len(content)

    def _write(self, words: str) -> None:
        self._parts.append(words)
        self._length += len(words)

    def _boundary(self, tag: str) -> None:
        if tag in _BLOCKS:
            self._break = "\n\n"
        elif tag in _LINES and self._break != "\n\n":
            self._break = "\n"
        elif tag in ("td", "th") and not self._break:
            self._break = "\t"

    def span(self, start: int, end: int) -> tuple[int, int]:
        """The code points of a highlight from its bytes; a position within a character means its end."""
        return self._at(start, after=True), self._at(end, after=False)

    def _at(self, position: int, *, after: bool) -> int:
        number = bisect_right(self._starts, position if after else position - 1) - 1
        number = min(max(number, 0), len(self._pieces) - 1)
        if number < 0:
            return 0
        place, content, shown = self._pieces[number]
        if not shown:
            return self._beside(number, after=after)
        at = min(max(position - self._starts[number], 0), len(content))
        while at < len(content) and content[at] & 0xC0 == 0x80:
            at += 1
        return place + len(content[:at].decode("utf-8", "replace"))

    def _beside(self, number: int, *, after: bool) -> int:
        """Where a position in blanks between blocks goes: to the words after it, or the end of those before."""
        order = range(number, len(self._pieces)) if after else range(number, -1, -1)
        for other in order:
            place, content, shown = self._pieces[other]
            if shown:
                return place if after else place + len(content.decode("utf-8", "replace"))
        return self._length if after else 0


def page_of(text: str) -> tuple[str, str]:
    """A page that Taguette takes for safe, and the words in it, code point for code point those of `text`.

    Paragraphs become `p`, line ends `br`, both with their line ends beside them, so that a position of the text is the
    same position of the page's words. Characters that Taguette refuses become U+FFFD.
    """
    words = _CONTROL.sub("\ufffd", text)
    pieces = _BREAKS.split(words)
    if len(pieces) > 1 and not pieces[0].strip():
        pieces[:3] = ["".join(pieces[:3])]
    made = [
        piece if number % 2 else f"<p>{escape(piece, quote=False).replace(chr(10), '<br>' + chr(10))}</p>"
        for number, piece in enumerate(pieces)
        if piece
    ]
    return "".join(made), words
