"""The order in which a page is read.

The order of the file is kept, for that is how most programs write, unless the page shows otherwise: where running text
stands in columns, a column is read to its end before the next one; what runs across the gutter parts what stands above
it from what stands below. Cells of a table are no running text. Where the file jumps about, rows are read from the top.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from tenun.intake.pdf.lines import Line

_NARROW = 0.6
_GUTTER = 6.0
_FEWEST_LINES = 4
_FEWEST_PIECES = 3
_FULL = 0.6
_CROSSING = 0.08
_JUMPS = 0.15
_APART = 0.5


@dataclass(frozen=True, slots=True)
class Block:
    """Lines of one column, in order; edges of the column in points."""

    lines: tuple[Line, ...]
    x0: float
    x1: float

    @classmethod
    def of(cls, lines: Sequence[Line]) -> Block:
        """The block of some lines."""
        return cls(tuple(lines), min(line.x0 for line in lines), max(line.x1 for line in lines))


def blocks_of(lines: Sequence[Line]) -> list[Block]:
    """The lines of a page as blocks, in reading order."""
    if not lines:
        return []
    lines, foot = _without_foot(lines)
    gutter = _gutter(lines)
    if gutter is None:
        kept = [*lines, *foot]
        return [Block.of(_from_the_top(kept) if _jumps_about(kept) else kept)]
    return [*_in_columns(lines, gutter), *([Block.of(foot)] if foot else [])]


def _without_foot(lines: Sequence[Line]) -> tuple[list[Line], list[Line]]:
    """The lines, and the last row of the page where it stands apart: a number or running foot."""
    last = max(lines, key=lambda line: line.y1)
    foot = [line for line in lines if line.beside(last)]
    rest = [line for line in lines if line not in foot]
    if rest and last.y0 - max(line.y1 for line in rest) > _APART * last.height:
        return rest, foot
    return list(lines), []


def _in_columns(lines: Sequence[Line], gutter: float) -> list[Block]:
    blocks: list[Block] = []
    bands: list[list[Line]] = [[]]
    for line in sorted(lines, key=lambda line: line.y0):
        if line.x0 < gutter < line.x1:
            bands += [[line], []]
        else:
            bands[-1].append(line)
    for band in bands:
        for side in (
            [line for line in lines if line in band and line.x0 < gutter],
            [line for line in lines if line in band and line.x0 >= gutter],
        ):
            blocks += blocks_of(side)
    return blocks


def _gutter(lines: Sequence[Line]) -> float | None:
    """Where a blank strip parts running text into columns; None where there is no such strip."""
    left, right = min(line.x0 for line in lines), max(line.x1 for line in lines)
    narrow = [line for line in lines if line.width < _NARROW * (right - left)]
    if len(narrow) < 2 * _FEWEST_LINES:
        return None
    best: tuple[float, float] | None = None
    for start, end in _strips(narrow, _CROSSING * len(narrow)):
        middle = (start + end) / 2
        sides = ([line for line in narrow if line.x1 <= middle], [line for line in narrow if line.x0 >= middle])
        if end - start >= _GUTTER and _are_columns(*sides) and (best is None or end - start > best[0]):
            best = (end - start, middle)
    return best[1] if best else None


def _strips(lines: Sequence[Line], most: float) -> list[tuple[float, float]]:
    """Stretches of the page's width that at most `most` lines reach into, between others on both sides."""
    edges = sorted([(line.x0, 1) for line in lines] + [(line.x1, -1) for line in lines])
    strips: list[tuple[float, float]] = []
    covering = 0
    for (at, change), (following, _) in pairwise(edges):
        covering += change
        if covering > most:
            continue
        if strips and strips[-1][1] == at:
            strips[-1] = (strips[-1][0], following)
        else:
            strips.append((at, following))
    return strips


def _are_columns(left: Sequence[Line], right: Sequence[Line]) -> bool:
    if min(len(left), len(right)) < _FEWEST_LINES:
        return False
    tops = [min(line.y0 for line in side) for side in (left, right)]
    feet = [max(line.y1 for line in side) for side in (left, right)]
    shorter = min(foot - top for top, foot in zip(tops, feet, strict=True))
    shared = min(feet) - max(tops)
    return shared > shorter / 2 and _runs(left) and _runs(right)


def _runs(lines: Sequence[Line]) -> bool:
    """Whether this is running text: lines of several words, most of which fill the column."""
    width = max(line.x1 for line in lines) - min(line.x0 for line in lines)
    pieces = median(len(line.pieces) for line in lines)
    return pieces >= _FEWEST_PIECES and median(line.width for line in lines) >= _FULL * width


def _jumps_about(lines: Sequence[Line]) -> bool:
    """Whether the file often goes back up to where it would cover what stands beneath."""
    back = sum(
        after.above(before) and min(before.x1, after.x1) > max(before.x0, after.x0) for before, after in pairwise(lines)
    )
    return back > max(2, _JUMPS * len(lines))


def _from_the_top(lines: Sequence[Line]) -> list[Line]:
    rows: list[list[Line]] = []
    for line in sorted(lines, key=lambda line: line.middle):
        if rows and rows[-1][0].beside(line):
            rows[-1].append(line)
        else:
            rows.append([line])
    return [line for row in rows for line in sorted(row, key=lambda line: line.x0)]
