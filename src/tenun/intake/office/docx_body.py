"""The body of a DOCX becomes running text."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING

from tenun.intake.office.docx_parts import DocxParts, outline_level, plain_text
from tenun.intake.office.elements import attribute, below, child, name_of
from tenun.intake.running_text import Mark, RunningText

if TYPE_CHECKING:
    from lxml.etree import _Element

_PASSED_OVER = frozenset({
    "pPr", "rPr", "tblPr", "tblGrid", "trPr", "tcPr", "sectPr", "sdtPr", "sdtEndPr", "instrText", "delInstrText",
    "fldChar", "bookmarkStart", "bookmarkEnd", "proofErr", "permStart", "permEnd", "annotationRef", "footnoteRef",
    "endnoteRef", "separator", "continuationSeparator", "lastRenderedPageBreak", "softHyphen", "txbxContent",
})  # fmt: skip
_CHARACTERS = {"tab": "\t", "ptab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "\u2011"}
_NOTES = {"footnoteReference": "footnote", "endnoteReference": "endnote"}


class DocxBody:
    """Writes the body, then its notes; `left_out` counts parts that have no words that could be written."""

    def __init__(self, parts: DocxParts, where: str) -> None:
        self.text = RunningText(where)
        self.chunks = 0
        self._parts = parts
        self._comments = parts.notes("comments")
        self._open_comments: dict[str, Mark] = {}
        self._cited: list[tuple[str, str, int]] = []
        self._boxes: list[_Element] = []
        self._verbs: dict[str, Callable[[_Element], None]] = {
            "p": self._paragraph, "tbl": self._table, "t": self._words, "sym": self._symbol,
            "AlternateContent": self._alternative, "ins": self._inserted, "moveTo": self._inserted,
            "del": self._deleted, "moveFrom": self._deleted, "hyperlink": self._link,
            "commentRangeStart": self._comment_starts, "commentRangeEnd": self._comment_ends,
            "commentReference": self._comment_placed, "drawing": self._drawing, "pict": self._drawing,
            "object": self._drawing, "altChunk": self._chunk, "footnoteReference": self._note,
            "endnoteReference": self._note,
        }  # fmt: skip

    def write(self) -> None:
        """Write all of it."""
        self._walk(self._parts.body)
        notes = {kind: self._parts.notes(f"{kind}s") for kind in _NOTES.values()}
        numbers = dict.fromkeys(notes, 0)
        uncited = [(kind, key, self.text.length_cp) for kind, found in notes.items() for key in found]
        for kind, key, at in [*self._cited, *uncited]:
            note = notes[kind].pop(key, None)
            if note is not None:
                numbers[kind] += 1
                self.text.paragraph()
                with self.text.marked(kind, number=str(numbers[kind]), at=str(at)):
                    self.text.trim()
                    self._walk(note)
        for mark in self._open_comments.values():
            self.text.close(mark, even_empty=True)
        for key in set(self._comments) - set(self._open_comments):
            self.text.place("comment", **self._comment(key))

    def _walk(self, elements: Iterable[_Element]) -> None:
        for element in elements:
            name = name_of(element)
            verb = self._verbs.get(name)
            if verb is not None:
                verb(element)
            elif name in _CHARACTERS:
                self.text.write(_CHARACTERS[name])
            elif name not in _PASSED_OVER:
                self._walk(element)

    def _paragraph(self, element: _Element) -> None:
        properties = child(element, "pPr")
        level = outline_level(properties) or self._parts.headings.get(attribute(child(properties, "pStyle"), "val"), 0)
        listed = child(properties, "numPr")
        self.text.line() if listed is not None else self.text.paragraph()
        mark = None
        if level:
            mark = self.text.open("heading", level=str(level))
        elif listed is not None:
            depth = attribute(child(listed, "ilvl"), "val")
            mark = self.text.open("item", level=str(int(depth) + 1 if depth.isdigit() else 1))
        self._walk(element)
        if mark:
            self.text.close(mark)
        self.text.line() if listed is not None else self.text.paragraph()
        boxes, self._boxes = self._boxes, []
        for box in boxes:
            self.text.paragraph()
            with self.text.marked("box"):
                self._walk(box)
            self.text.paragraph()

    def _table(self, table: _Element) -> None:
        self.text.paragraph()
        rows = [row for row in _through_controls(table) if name_of(row) == "tr"]
        with self.text.marked("table", rows=str(len(rows))):
            for number, row in enumerate(rows, 1):
                self.text.line()
                with self.text.marked("row", row=str(number)):
                    self._row(row, number)
        self.text.paragraph()

    def _row(self, row: _Element, number: int) -> None:
        column = 1
        for cell in _through_controls(row):
            if name_of(cell) != "tc":
                continue
            if column > 1:
                self.text.tab()
            with self.text.marked("cell", row=str(number), column=str(column)), self.text.within_cell():
                self._walk(cell)
            wide = attribute(child(child(cell, "tcPr"), "gridSpan"), "val")
            column += int(wide) if wide.isdigit() and 0 < int(wide) < 100 else 1

    def _words(self, element: _Element) -> None:
        self.text.write(str(element.text or ""))

    def _symbol(self, element: _Element) -> None:
        code = attribute(element, "char")
        try:
            self.text.write(chr(int(code, 16)))
        except (ValueError, OverflowError):
            self.text.write("\ufffd")

    def _alternative(self, element: _Element) -> None:
        chosen = child(element, "Choice")
        fallback = child(element, "Fallback")
        self._walk(chosen if chosen is not None else fallback if fallback is not None else ())

    def _inserted(self, element: _Element) -> None:
        with self.text.marked("insertion", **_who(element)):
            self._walk(element)

    def _deleted(self, element: _Element) -> None:
        words = "".join(str(found.text or "") for found in element.iter() if name_of(found) in ("delText", "t"))
        if words:
            self.text.place("deletion", **_who(element), text=words)

    def _link(self, element: _Element) -> None:
        url = self._parts.target(attribute(element, "id"))
        if not url:
            self._walk(element)
            return
        with self.text.marked("link", url=url):
            self._walk(element)

    def _comment_starts(self, element: _Element) -> None:
        key = attribute(element, "id")
        if key in self._comments and key not in self._open_comments:
            self._open_comments[key] = self.text.open("comment", **self._comment(key))

    def _comment_ends(self, element: _Element) -> None:
        mark = self._open_comments.pop(attribute(element, "id"), None)
        if mark:
            self.text.close(mark, even_empty=True)
            self._comments.pop(attribute(element, "id"), None)

    def _comment_placed(self, element: _Element) -> None:
        key = attribute(element, "id")
        if key in self._comments and key not in self._open_comments:
            self.text.place("comment", **self._comment(key))
            self._comments.pop(key)

    def _comment(self, key: str) -> dict[str, str]:
        found = self._comments[key]
        return {**_who(found), "text": plain_text(found)}

    def _note(self, element: _Element) -> None:
        self._cited.append((_NOTES[name_of(element)], attribute(element, "id"), self.text.length_cp))

    def _drawing(self, element: _Element) -> None:
        self._boxes += [box for box in below(element, "txbxContent") if not _within_fallback(box, element)]
        if any(True for _ in below(element, "blip")) or any(True for _ in below(element, "imagedata")):
            about = next(below(element, "docPr"), None)
            self.text.place("image", name=attribute(about, "name"), alt=attribute(about, "descr"))

    def _chunk(self, element: _Element) -> None:
        self.chunks += 1


def _through_controls(element: _Element) -> Iterable[_Element]:
    """The children, and those of content controls and tracked changes among them."""
    for found in element:
        if name_of(found) in ("sdt", "sdtContent", "customXml", "ins"):
            yield from _through_controls(found)
        else:
            yield found


def _within_fallback(box: _Element, drawing: _Element) -> bool:
    """Whether a box lies in another, which writes it, or in the twin of one for older programs."""
    above = box.getparent()
    while above is not None and above is not drawing:
        if name_of(above) in ("Fallback", "txbxContent"):
            return True
        above = above.getparent()
    return False


def _who(element: _Element) -> dict[str, str]:
    return {"author": attribute(element, "author"), "when": attribute(element, "date")}
