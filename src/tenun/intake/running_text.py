"""Running text under construction: paragraphs, rows and cells, and the places that have a name in it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from contextlib import contextmanager

from tenun.corpus.landmarks import Landmark
from tenun.intake.guard.size import check_length
from tenun.text.canonical import canonical
from tenun.text.spans import Span

_WHITE = re.compile(r"[ \t\n\r\f]+")
_EXACT = frozenset({"insertion", "deletion"})


class Mark:
    """A named place that is not closed yet; it starts with the next words."""

    def __init__(self, kind: str, attributes: Mapping[str, str]) -> None:
        self.kind, self.attributes = kind, dict(attributes)
        self.start_cp: int | None = None
        self.end_cp: int | None = None


class RunningText:
    """A canonical text, written from its beginning. Nothing stands between two blocks until words follow.

    >>> text = RunningText()
    >>> with text.marked("heading", level="1"):
    ...     text.write("Kota")
    >>> text.paragraph()
    >>> text.collapse("  Dua \\n kota. ")
    >>> text.text, text.landmarks()[0].span
    ('Kota\\n\\nDua kota.', Span(start_cp=0, end_cp=4))
    """

    def __init__(self, where: str = "") -> None:
        self.length_cp = 0
        self.replaced_cp: list[int] = []
        self._where = where
        self._parts: list[str] = []
        self._joint = ""
        self._tabs = 0
        self._space = False
        self._cells: list[tuple[bool, int]] = []
        self._edge = False
        self._trim = False
        self._waiting: list[Mark] = []
        self._marks: list[Mark] = []

    @property
    def text(self) -> str:
        """What was written."""
        return "".join(self._parts)

    def paragraph(self) -> None:
        """End a paragraph: a blank line comes before the next words, within a table's cell a new line."""
        self._join("\n" if self._cells else "\n\n")

    def line(self) -> None:
        """End a line."""
        self._join("\n")

    def further_line(self) -> None:
        """End a line; a second time, leave one blank."""
        self._join("\n\n" if self._joint == "\n" else "\n")

    def drop_joint(self) -> None:
        """Forget that a paragraph or line ended."""
        self._joint, self._tabs = "", 0

    def tab(self) -> None:
        """Go on to the next cell of a row."""
        self._space = False
        self._tabs += 1

    def trim(self) -> None:
        """Drop the blanks and tabs before the next words."""
        self._trim = True

    def _join(self, joint: str) -> None:
        self._space = False
        if not self._edge:
            self._tabs = 0
            self._joint = "\n" * max(joint.count("\n"), self._joint.count("\n"))

    def write(self, words: str) -> None:
        """Add words as they are; line ends become LF, and what cannot be stored becomes U+FFFD."""
        if self._trim:
            words = words.lstrip(" \t")
        if words:
            self._trim = False
            found = canonical(words.replace("\ufeff", "", 1) if words.startswith("\ufeff") else words)
            self._begin()
            self.replaced_cp += [self.length_cp + at for at in found.replaced_cp]
            self._put(found.text)

    def collapse(self, words: str) -> None:
        """Add words as a browser shows them: white space is one blank, and none at the edges of a block."""
        plain = _WHITE.sub(" ", words)
        if not plain:
            return
        self._space = self._space or plain[0] == " "
        if plain != " ":
            self.write(plain.strip(" "))
            self._space = plain[-1] == " "

    def _begin(self) -> None:
        joint = self._joint + "\t" * self._tabs
        if self._parts and (joint or self._space):
            self._put(joint or " ")
        self._joint, self._tabs, self._space, self._edge = "", 0, False, False
        for mark in self._waiting:
            mark.start_cp = self.length_cp
        self._waiting.clear()

    def _put(self, words: str) -> None:
        self._parts.append(words)
        self.length_cp += len(words)
        check_length(range(self.length_cp), where=self._where)

    def open(self, kind: str, **attributes: str) -> Mark:
        """Begin a named place; it is forgotten unless it is closed."""
        mark = Mark(kind, attributes)
        self._waiting.append(mark)
        return mark

    def close(self, mark: Mark, *, even_empty: bool = False) -> None:
        """End a named place; one without words is kept only where `even_empty`."""
        if mark.start_cp is None:
            if not even_empty:
                self._waiting.remove(mark)
                return
        else:
            mark.end_cp = self.length_cp
        self._marks.append(mark)

    def place(self, kind: str, **attributes: str) -> None:
        """Name the place between the last words and the next; after the end of a block, before the next."""
        mark = self.open(kind, **attributes)
        if not (self._joint or self._tabs or self._space):
            self._waiting.remove(mark)
            mark.start_cp = mark.end_cp = self.length_cp
        self._marks.append(mark)

    @contextmanager
    def marked(self, kind: str, **attributes: str) -> Iterator[Mark]:
        """A named place around what is written meanwhile."""
        mark = self.open(kind, **attributes)
        yield mark
        self.close(mark)

    def begin_cell(self) -> None:
        """Begin a cell: until its end paragraphs are lines, and the first and the last end where the cell does."""
        self._cells.append((self._edge, self.length_cp))
        self._edge = True

    def end_cell(self) -> None:
        """End the cell that was begun last."""
        outer, before = self._cells.pop()
        if self.length_cp > before:
            self._joint, self._tabs, self._space, self._edge = "", 0, False, False
        else:
            self._edge = outer

    @contextmanager
    def within_cell(self) -> Iterator[None]:
        """A cell around what is written meanwhile."""
        self.begin_cell()
        yield
        self.end_cell()

    def landmarks(self) -> tuple[Landmark, ...]:
        """The named places in the order of the text, without white space at their edges."""
        text = self.text
        made = [self._landmark(mark, text) for mark in self._marks]
        return tuple(sorted(made, key=lambda mark: (mark.span.start_cp, -mark.span.end_cp)))

    def _landmark(self, mark: Mark, text: str) -> Landmark:
        start = self.length_cp if mark.start_cp is None else mark.start_cp
        end = start if mark.end_cp is None else mark.end_cp
        if mark.kind not in _EXACT:
            while end > start and text[end - 1].isspace():
                end -= 1
            while start < end and text[start].isspace():
                start += 1
        return Landmark(mark.kind, Span(start, end), attributes=mark.attributes)
