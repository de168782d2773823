"""Words on pages that are pictures, by the extra `ocr`: on this machine, with models that its package carries."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Sequence
from functools import lru_cache
from importlib.util import find_spec
from time import monotonic
from typing import TYPE_CHECKING, Any

from tenun.intake.pdf.pieces import Piece

if TYPE_CHECKING:
    import numpy as np
    from pypdfium2 import PdfPage

ASKED_BY = "TENUN_OCR"
"""The setting that asks for recognition; `tenun import --ocr` sets it."""
SECONDS = 90.0
"""How long the pages of one file may take; the reader process has a little more."""
_PER_POINT = 200 / 72
_LEAST_SURE = 0.5
_TALLEST = 3_000

Found = tuple[Sequence[Sequence[float]], str, float]
"""Corners of a line in pixels, its words, and how sure they are."""


def is_installed() -> bool:
    """Whether the extra is there."""
    return find_spec("rapidocr_onnxruntime") is not None


def is_asked() -> bool:
    """Whether somebody wants pictures of text to be recognised."""
    return os.environ.get(ASKED_BY, "") not in ("", "0", "false", "no")


class Recogniser:
    """Recognises page after page until its time is over."""

    def __init__(self, engine: Callable[[np.ndarray], Sequence[Found]] | None = None) -> None:
        self._engine = engine or _engine()
        self._until = monotonic() + SECONDS

    @property
    def has_time(self) -> bool:
        """Whether another page may begin."""
        return monotonic() < self._until

    def pieces(self, page: PdfPage) -> list[Piece]:
        """The words of a page; each has its share of the box of its line."""
        scale = min(_PER_POINT, _TALLEST / max(page.get_width(), page.get_height(), 1))
        picture = page.render(scale=scale, rev_byteorder=True, prefer_bgrx=False).to_numpy()
        return [piece for found in self._engine(picture[..., :3]) for piece in _pieces(found, scale)]


def _pieces(found: Found, scale: float) -> Iterator[Piece]:
    """Words of a line, each as wide as its letters are many.

    >>> line = ([(0, 0), (90, 0), (90, 20), (0, 20)], "satu dua", 1)
    >>> [(piece.text, piece.x0, piece.x1) for piece in _pieces(line, 1)]
    [('satu', 0.0, 45.0), ('dua', 56.25, 90.0)]
    """
    corners, words, sure = found
    if sure < _LEAST_SURE or not words.strip():
        return
    x0, x1 = min(x for x, _ in corners) / scale, max(x for x, _ in corners) / scale
    y0, y1 = min(y for _, y in corners) / scale, max(y for _, y in corners) / scale
    letter = (x1 - x0) / len(words)
    at = 0
    parts = words.split()
    for number, word in enumerate(parts, 1):
        start = words.index(word, at)
        at = start + len(word)
        last = number == len(parts)
        hyphen = last and len(word) > 1 and word.endswith("-")
        text = word[:-1] if hyphen else word
        yield Piece(text, x0 + start * letter, y0, x0 + at * letter, y1, hyphen, last, spaced=True)


@lru_cache(maxsize=1)
def _engine() -> Callable[[Any], Sequence[Found]]:
    from rapidocr_onnxruntime import RapidOCR

    recognise = RapidOCR()

    def found(picture: Any) -> Sequence[Found]:
        lines, _ = recognise(picture, use_cls=False)
        return [(line[0], str(line[1]), float(line[2])) for line in lines or ()]

    return found
