"""Lines become paragraphs of running text, and every word keeps its box."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from itertools import pairwise
from statistics import median

from tenun.corpus.page_boxes import WordBox
from tenun.intake.pdf.columns import Block
from tenun.intake.pdf.hyphens import Hyphens
from tenun.intake.pdf.lines import Line
from tenun.text.spans import Span

_FURTHER = 1.3
_OTHER_SIZE = 1.15
_INDENT = 0.5
_SHORT = 0.12
_ROW = 2.2
_FINAL = re.compile(r"[.!?:;…][\"'”’»)\]]*$")
_LISTED = re.compile(r"(?:[•▪◦‣·–—*]|\(?(?:\d{1,3}|[a-zA-Z]|[ivxIVX]{1,5})[.)])$")


class PageText:
    """The text of one page under construction; positions count from `start_cp`."""

    def __init__(self, start_cp: int, hyphens: Hyphens) -> None:
        self.start_cp, self.length_cp = start_cp, 0
        self.parts: list[str] = []
        self.boxes: list[WordBox] = []
        self._hyphens = hyphens
        self._open = ""

    def add(self, blocks: Sequence[Block]) -> None:
        """Write the blocks of the page; a paragraph may run on from the foot of one column to the head of the next."""
        before: Line | None = None
        for block in blocks:
            pitch = _usual_pitch(block.lines)
            first_of_paragraph, in_row = True, False
            for number, line in enumerate(block.lines):
                following = block.lines[number + 1] if number + 1 < len(block.lines) else None
                joint = self._between(before, line, following, block, pitch, first_of_paragraph, number == 0)
                if in_row and before and joint != "\t" and line.middle - before.middle < _ROW * line.height:
                    joint = "\n"
                first_of_paragraph, in_row = joint != " ", joint == "\t"
                self._write_line(line, joint)
                before = line
        self._close("-")

    @property
    def text(self) -> str:
        """What was written."""
        return "".join(self.parts)

    def _between(
        self,
        before: Line | None,
        line: Line,
        following: Line | None,
        block: Block,
        pitch: float,
        first: bool,
        fresh: bool,
    ) -> str:
        if before is None:
            return ""
        if before.beside(line) and not fresh:
            return "\t" if line.x0 > before.x1 else "\n\n"
        if fresh:
            return " " if _runs_on(before, line) else "\n\n"
        return "\n\n" if _begins(before, line, following, block, pitch, first) else " "

    def _write_line(self, line: Line, joint: str) -> None:
        if joint == " " and self._open:
            between = self._hyphens.joint(self._open, line.pieces[0].text)
            self._close("-" if between is None else between)
            joint = "" if between is not None else " "
        else:
            self._close("-")
        if joint == " " and self.parts and _are_wide(self.parts[-1][-1:], line.pieces[0].text[:1]):
            joint = ""
        self._put(joint)
        for number, piece in enumerate(line.pieces):
            if number:
                self._close("-")
                self._put(" ")
            start = self.start_cp + self.length_cp
            self._put(piece.text)
            if piece.text:
                self.boxes.append(WordBox(Span(start, start + len(piece.text)), piece.x0, piece.y0, piece.x1, piece.y1))
            self._open = piece.text if piece.hyphen else ""

    def _close(self, hyphen: str) -> None:
        """Write the hyphen that was left open, as part of the word before it."""
        if self._open and hyphen:
            self._put(hyphen)
            last = self.boxes[-1]
            self.boxes[-1] = WordBox(Span(last.span.start_cp, last.span.end_cp + 1), last.x0, last.y0, last.x1, last.y1)
        self._open = ""

    def _put(self, words: str) -> None:
        self.parts.append(words)
        self.length_cp += len(words)


def _usual_pitch(lines: Sequence[Line]) -> float:
    """How far apart lines of one paragraph are, as most of the block's are; 0 where nothing can be told."""
    steps = [after.middle - before.middle for before, after in pairwise(lines) if after.middle > before.middle]
    return median(steps) if steps else 0.0


def _begins(before: Line, line: Line, following: Line | None, block: Block, pitch: float, first: bool) -> bool:
    """Whether a line begins a paragraph: by distance, size, indent, a short line before it, or a mark of a list."""
    step = line.middle - before.middle
    if step <= 0 or step > max(_FURTHER * pitch, line.height) or line.x0 >= before.x1 or line.x1 <= before.x0:
        return True
    if max(line.size, before.size) > _OTHER_SIZE * min(line.size, before.size):
        return True
    if abs((line.x0 + line.x1) - (before.x0 + before.x1)) < 4 and before.x1 < block.x1 - 4 and line.x0 != before.x0:
        return False
    indent = _INDENT * line.height
    ended = bool(_FINAL.search(before.pieces[-1].text))
    short = before.x1 < block.x1 - _SHORT * (block.x1 - block.x0)
    if _LISTED.fullmatch(line.pieces[0].text) and (ended or short):
        return True
    if line.x0 > before.x0 + indent:
        return (following is not None and following.x0 < line.x0 - indent) or (short and ended)
    return (short and ended) or (line.x0 < before.x0 - indent and not first)


def _runs_on(before: Line, line: Line) -> bool:
    """Whether a sentence goes on in the next column."""
    last, first = before.pieces[-1], line.pieces[0]
    alike = max(line.size, before.size) <= _OTHER_SIZE * min(line.size, before.size)
    return alike and not _FINAL.search(last.text) and (first.text[:1].islower() or last.hyphen)


def _are_wide(left: str, right: str) -> bool:
    """Whether both are of a script that sets no blanks between words."""
    return all(char and unicodedata.east_asian_width(char) in "WF" for char in (left, right))
