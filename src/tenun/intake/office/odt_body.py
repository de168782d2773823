"""The body of an ODT becomes running text."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import cached_property
from typing import TYPE_CHECKING

from tenun.intake.office.elements import attribute, below, child, name_of
from tenun.intake.running_text import Mark, RunningText

if TYPE_CHECKING:
    from lxml.etree import _Element

_PASSED_OVER = frozenset({
    "sequence-decls", "user-field-decls", "variable-decls", "soft-page-break", "note-citation", "forms", "title",
    "desc", "bookmark", "bookmark-start", "bookmark-end", "reference-mark", "binary-data", "scripts",
    "event-listeners", "tracked-changes", "table-columns", "table-column", "alphabetical-index-mark",
})  # fmt: skip
_MOST_BLANKS = 1_000


class OdtBody:
    """Writes the body of a text document, then its notes."""

    def __init__(self, body: _Element, where: str) -> None:
        self.text = RunningText(where)
        self._body = body
        self._changes = _changes(body)
        self._open: dict[str, Mark] = {}
        self._notes: list[tuple[_Element, int]] = []
        self._boxes: list[_Element] = []
        self._depth = 0
        self._verbs: dict[str, Callable[[_Element], None]] = {
            "h": self._heading, "p": self._paragraph, "list-item": self._item, "list-header": self._item,
            "list": self._list, "table": self._table, "note": self._note, "a": self._link,
            "annotation": self._annotation, "annotation-end": self._annotation_ends, "s": self._blanks,
            "tab": lambda _: self.text.write("\t"), "line-break": lambda _: self.text.write("\n"),
            "text-box": self._boxes.append, "image": self._image, "change": self._change,
            "change-start": self._change, "change-end": self._change_ends,
        }  # fmt: skip

    def write(self) -> None:
        """Write all of it."""
        self._blocks(self._body)
        numbers = {"footnote": 0, "endnote": 0}
        for note, at in self._notes:
            kind = "endnote" if attribute(note, "note-class") == "endnote" else "footnote"
            numbers[kind] += 1
            self.text.paragraph()
            with self.text.marked(kind, number=str(numbers[kind]), at=str(at)):
                self._blocks(child(note, "note-body"))
        for mark in self._open.values():
            self.text.close(mark, even_empty=True)

    def _blocks(self, elements: Iterable[_Element] | None) -> None:
        """Elements between which white space is only there for the eye."""
        for element in elements if elements is not None else ():
            self._element(element, self._blocks)

    def _inline(self, element: _Element) -> None:
        self.text.collapse(str(element.text or ""))
        for found in element:
            self._element(found, self._inline)
            self.text.collapse(str(found.tail or ""))

    def _element(self, element: _Element, further: Callable[[_Element], None]) -> None:
        name = name_of(element)
        verb = self._verbs.get(name)
        if verb is not None:
            verb(element)
        elif name not in _PASSED_OVER:
            further(element)

    def _paragraph(self, element: _Element) -> None:
        end = self.text.line if self._depth else self.text.paragraph
        end()
        self._inline(element)
        end()
        boxes, self._boxes[:] = list(self._boxes), []
        for box in boxes:
            self.text.paragraph()
            with self.text.marked("box"):
                self._blocks(box)
            self.text.paragraph()

    def _heading(self, element: _Element) -> None:
        level = attribute(element, "outline-level")
        self.text.paragraph()
        with self.text.marked("heading", level=level if level.isdigit() else "1"):
            self._inline(element)
        self.text.paragraph()

    def _list(self, element: _Element) -> None:
        self._depth += 1
        self._blocks(element)
        self._depth -= 1
        if not self._depth:
            self.text.paragraph()

    def _item(self, element: _Element) -> None:
        self.text.line()
        with self.text.marked("item", level=str(self._depth)):
            self._blocks(element)
        self.text.line()

    def _table(self, table: _Element) -> None:
        depth, self._depth = self._depth, 0
        self.text.paragraph()
        rows = list(_rows(table))
        with self.text.marked("table", rows=str(len(rows))):
            for number, row in enumerate(rows, 1):
                self.text.line()
                with self.text.marked("row", row=str(number)):
                    self._row(row, number)
        self.text.paragraph()
        self._depth = depth

    def _row(self, row: _Element, number: int) -> None:
        cells = [cell for cell in row if name_of(cell) in ("table-cell", "covered-table-cell")]
        for column, cell in enumerate(cells, 1):
            if column > 1:
                self.text.tab()
            with self.text.marked("cell", row=str(number), column=str(column)), self.text.within_cell():
                self._blocks(cell)

    def _note(self, element: _Element) -> None:
        self._notes.append((element, self.text.length_cp))

    def _link(self, element: _Element) -> None:
        with self.text.marked("link", url=attribute(element, "href")):
            self._inline(element)

    def _annotation(self, element: _Element) -> None:
        said = "\n".join("".join(map(str, found.itertext())) for found in element if name_of(found) in ("p", "list"))
        about = {**_who(element), "text": said}
        key = attribute(element, "name")
        if key and key not in self._open and key in self._ended:
            self._open[key] = self.text.open("comment", **about)
        else:
            self.text.place("comment", **about)

    @cached_property
    def _ended(self) -> frozenset[str]:
        return frozenset(attribute(end, "name") for end in below(self._body, "annotation-end"))

    def _annotation_ends(self, element: _Element) -> None:
        mark = self._open.pop(attribute(element, "name"), None)
        if mark:
            self.text.close(mark, even_empty=True)

    def _blanks(self, element: _Element) -> None:
        count = attribute(element, "c")
        self.text.write(" " * min(int(count), _MOST_BLANKS) if count.isdigit() else " ")

    def _image(self, element: _Element) -> None:
        frame = element.getparent()
        about = child(frame, "desc") if child(frame, "desc") is not None else child(frame, "title")
        alt = "" if about is None else str(about.text or "")
        self.text.place("image", name=attribute(frame, "name"), alt=alt)

    def _change(self, element: _Element) -> None:
        key = attribute(element, "change-id")
        kind, about, words = self._changes.get(key, ("", {}, ""))
        if kind == "insertion" and name_of(element) == "change-start":
            self._open[f"change {key}"] = self.text.open(kind, **about)
        elif kind == "deletion" and words:
            self.text.place(kind, **about, text=words)

    def _change_ends(self, element: _Element) -> None:
        mark = self._open.pop(f"change {attribute(element, 'change-id')}", None)
        if mark:
            self.text.close(mark)


def _rows(table: _Element) -> Iterable[_Element]:
    for found in table:
        if name_of(found) == "table-row":
            yield found
        elif name_of(found) in ("table-header-rows", "table-rows", "table-row-group"):
            yield from _rows(found)


def _changes(body: _Element) -> dict[str, tuple[str, dict[str, str], str]]:
    """Kind, author and time, and words taken away, of each tracked change, by id."""
    changes = {}
    for region in below(body, "changed-region"):
        for made in region:
            paragraphs = [found for found in made.iter() if name_of(found) in ("p", "h")]
            words = "\n".join("".join(map(str, found.itertext())) for found in paragraphs)
            about = _who(child(made, "change-info"))
            changes[attribute(region, "id")] = (name_of(made), about, words)
    return changes


def _who(element: _Element | None) -> dict[str, str]:
    author, when = child(element, "creator"), child(element, "date")
    return {
        "author": "" if author is None else str(author.text or ""),
        "when": "" if when is None else str(when.text or ""),
    }
