"""Pieces that stand beside each other become lines."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from tenun.intake.pdf.pieces import Piece

_SHARED_HEIGHT = 0.3
_WIDEST_GAP = 1.6
_WIDEST_SPACE = 8.0
_EVEN = 1.6
_FEWEST_PIECES = 3


@dataclass(frozen=True, slots=True)
class Line:
    """Pieces in a row, without a gap wider than a word or two; edges in points."""

    pieces: tuple[Piece, ...]
    x0: float
    y0: float
    x1: float
    y1: float

    @classmethod
    def of(cls, pieces: Iterable[Piece]) -> Line:
        """The line of some pieces; its height is that of its tallest."""
        row = tuple(pieces)
        edges = (min(p.x0 for p in row), min(p.y0 for p in row), max(p.x1 for p in row), max(p.y1 for p in row))
        return cls(row, *edges)

    @property
    def height(self) -> float:
        """How tall the line is."""
        return self.y1 - self.y0

    @property
    def size(self) -> float:
        """How tall most of its pieces are: a bullet or a raised number makes no larger letters."""
        heights = sorted(piece.height for piece in self.pieces)
        return heights[len(heights) // 2]

    @property
    def middle(self) -> float:
        """Half-way down."""
        return (self.y0 + self.y1) / 2

    @property
    def width(self) -> float:
        """How long the line is."""
        return self.x1 - self.x0

    def above(self, other: Line) -> bool:
        """Whether they share less than half of the lower one's height, and this one is higher."""
        return self.y1 - other.y0 < other.height / 2 and self.y0 < other.y0

    def beside(self, other: Line) -> bool:
        """Whether the two stand in one row."""
        return min(self.y1, other.y1) - max(self.y0, other.y0) > min(self.height, other.height) / 2


def lines_of(pieces: Iterable[Piece]) -> list[Line]:
    """Lines in the order of the file; a wide gap ends one, as a break of the file does."""
    lines: list[Line] = []
    row: list[Piece] = []
    for piece in pieces:
        if row and not _continues(row[-1], piece):
            lines.append(Line.of(row))
            row = []
        row.append(piece)
    return _stretched([*lines, Line.of(row)] if row else lines)


def _stretched(lines: Sequence[Line]) -> list[Line]:
    """Lines that a program stretched to fill the column, made whole: gaps wide but even, edges of another line."""
    edges = {(round(line.x0), round(line.x1)) for line in lines if len(line.pieces) >= _FEWEST_PIECES}
    whole: list[Line] = []
    at = 0
    while at < len(lines):
        end = at + 1
        while end < len(lines) and lines[end].x0 - lines[end - 1].x1 > 0 and lines[end - 1].beside(lines[end]):
            end += 1
        row = Line.of(piece for line in lines[at:end] for piece in line.pieces)
        if end > at + 1 and _is_even(row) and _has_edges(row, edges):
            whole.append(row)
        else:
            whole += lines[at:end]
        at = end
    return whole


def _is_even(row: Line) -> bool:
    gaps = [after.x0 - before.x1 for before, after in pairwise(row.pieces)]
    return min(gaps) > 0 and max(gaps) < min(_WIDEST_SPACE * row.height, _EVEN * min(gaps))


def _has_edges(row: Line, edges: set[tuple[int, int]]) -> bool:
    left, right = round(row.x0), round(row.x1)
    return any((x0, x1) in edges for x0 in range(left - 2, left + 3) for x1 in range(right - 2, right + 3))


def _continues(before: Piece, piece: Piece) -> bool:
    shared = min(before.y1, piece.y1) - max(before.y0, piece.y0)
    smaller, taller = sorted((before.height, piece.height))
    gap = piece.x0 - before.x1
    widest = (_WIDEST_SPACE if before.spaced else _WIDEST_GAP) * taller
    return not before.ends_line and shared >= _SHARED_HEIGHT * smaller and -taller < gap < widest
