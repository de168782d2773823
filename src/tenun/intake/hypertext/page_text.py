"""A page's tree becomes running text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tenun.intake.office.elements import attribute
from tenun.intake.running_text import Mark, RunningText

if TYPE_CHECKING:
    from lxml.etree import _Element

_BLOCKS = frozenset({
    "p", "div", "article", "aside", "blockquote", "center", "dl", "dt", "dd", "figure", "figcaption", "footer",
    "header", "hgroup", "hr", "main", "nav", "ol", "ul", "pre", "section", "table", "caption", "details", "summary",
    "address", "h1", "h2", "h3", "h4", "h5", "h6",
})  # fmt: skip
_LISTS = ("ol", "ul")
_CELLS = ("td", "th")


class PageText:
    """Writes trees of pages, one after the other, into one running text."""

    def __init__(self, text: RunningText) -> None:
        self.text = text
        self._lists: list[str] = []
        self._verbatim = 0
        self._places: list[list[int]] = []
        self._closing: list[Mark | None] = []

    def write(self, root: _Element) -> None:
        """Write a tree, however deep."""
        from lxml import etree

        for event, element in etree.iterwalk(root, events=("start", "end")):
            if event == "start":
                self._start(element)
                self._words(element.text)
            else:
                self._end(element)
                if element is not root:
                    self._words(element.tail)

    def _words(self, words: str | None) -> None:
        if words:
            self.text.write(words) if self._verbatim else self.text.collapse(words)

    def _start(self, element: _Element) -> None:
        tag = str(element.tag)
        if (tag in _LISTS and self._lists) or tag in ("li", "tr", "tbody", "thead", "tfoot"):
            self.text.line()
        elif tag in _BLOCKS:
            self.text.paragraph()
        if tag in _CELLS:
            self._next_cell()
        elif tag == "br":
            self.text.further_line()
        elif tag == "img":
            self.text.place("image", alt=attribute(element, "alt"), name=attribute(element, "src")[:500])
        elif tag in _LISTS:
            self._lists.append(tag)
        elif tag == "pre":
            self._verbatim += 1
        elif tag == "table":
            self._places.append([0, 0])
        elif tag == "tr" and self._places:
            self._places[-1] = [self._places[-1][0] + 1, 0]
        self._closing.append(self._mark(tag, element))
        if tag in _CELLS:
            self.text.begin_cell()

    def _mark(self, tag: str, element: _Element) -> Mark | None:
        if len(tag) == 2 and tag[0] == "h" and tag[1].isdigit():
            return self.text.open("heading", level=tag[1])
        if tag == "li":
            ordered = str(bool(self._lists) and self._lists[-1] == "ol").lower()
            return self.text.open("item", level=str(max(1, len(self._lists))), ordered=ordered)
        if tag == "a" and attribute(element, "href"):
            return self.text.open("link", url=attribute(element, "href"))
        if tag == "ins":
            return self.text.open("insertion", author="", when=attribute(element, "datetime"))
        if tag == "table":
            return self.text.open("table")
        if tag == "tr":
            return self.text.open("row", row=str(self._places[-1][0] if self._places else 1))
        if tag in _CELLS:
            row, column = self._places[-1]
            return self.text.open("cell", row=str(row), column=str(column))
        return None

    def _next_cell(self) -> None:
        if not self._places:
            self._places.append([1, 0])
        self._places[-1][1] += 1
        if self._places[-1][1] > 1:
            self.text.tab()

    def _end(self, element: _Element) -> None:
        tag = str(element.tag)
        if tag in _CELLS:
            self.text.end_cell()
        mark = self._closing.pop()
        if mark:
            self.text.close(mark)
        if tag in _LISTS and self._lists:
            self._lists.pop()
        elif tag == "pre":
            self._verbatim -= 1
        elif tag == "table" and self._places:
            self._places.pop()
        if (tag in _LISTS and self._lists) or tag in ("li", "tr"):
            self.text.line()
        elif tag in _BLOCKS:
            self.text.paragraph()
