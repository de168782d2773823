"""Pages of PDFs as pictures, drawn in a process apart that may break without harm."""

from __future__ import annotations

import threading
from collections import OrderedDict

from tenun.apart import Apart, Bounds, ProcessEnded
from tenun.errors import InputRefused
from tenun.intake.pdf.rendering import page_png

_BOUNDS = Bounds(seconds=20, memory=2 * 1024**3, answer=64 * 1024**2)
_KEPT = 48


class PagePictures:
    """Draws one page at a time and remembers the last ones."""

    def __init__(self) -> None:
        self._apart = Apart(_BOUNDS)
        self._lock = threading.Lock()
        self._drawn: OrderedDict[tuple[str, int, int], bytes] = OrderedDict()

    def page(self, sha256: str, content: bytes, number: int, width_px: int) -> bytes:
        """A page (from 1) of the PDF with this hash, as a PNG. Raises InputRefused where it cannot be drawn."""
        with self._lock:
            asked = (sha256, number, width_px)
            if asked not in self._drawn:
                try:
                    self._drawn[asked] = self._apart.call(page_png, content, number, width_px)
                except ProcessEnded as error:
                    raise InputRefused("pdf.not-drawn", number=number) from error
                while len(self._drawn) > _KEPT:
                    self._drawn.popitem(last=False)
            self._drawn.move_to_end(asked)
            return self._drawn[asked]

    def known(self, sha256: str, number: int, width_px: int) -> bytes | None:
        """The picture if it was drawn before."""
        with self._lock:
            return self._drawn.get((sha256, number, width_px))

    def close(self) -> None:
        """End the process."""
        with self._lock:
            self._apart.close()
            self._drawn.clear()
