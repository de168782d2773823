"""Where stretches of the text of a PDF stand on its pages, as regions that other programs can draw."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from math import ceil, floor
from typing import Any

from tenun.coding.places import Region
from tenun.corpus.page_boxes import WordBox, boxes_of, unpack
from tenun.text.spans import Span


class Pages:
    """The pages of one text that have boxes for their words; boxes are unpacked when they are asked for."""

    def __init__(self, marks: Sequence[Mapping[str, Any]]) -> None:
        self._marks = [mark for mark in marks if mark["kind"] == "page" and "boxes" in mark["attributes"]]
        self._boxes: dict[int, list[WordBox]] = {}

    def regions(self, span: Span) -> Iterator[Region]:
        """One region for each page that a stretch of the text has words on: the rectangle around them."""
        for number, mark in enumerate(self._marks):
            if mark["start_cp"] < span.end_cp and span.start_cp < mark["end_cp"]:
                if number not in self._boxes:
                    self._boxes[number] = unpack(mark["attributes"]["boxes"])
                boxes = boxes_of(span, self._boxes[number])
                if boxes:
                    about = mark["attributes"]
                    yield around(boxes, float(about["height"]), int(about["page"]))


def around(boxes: Sequence[WordBox], height: float, page: int) -> Region:
    """The rectangle around words, in whole points from the lower left.

    >>> around([WordBox(Span(0, 4), 20.2, 41.0, 40.0, 50.9), WordBox(Span(5, 9), 44.0, 41.5, 60.1, 51.2)], 200.0, 1)
    Region(x0=20, y0=148, x1=61, y1=159, page=1)
    """
    x0, x1 = floor(min(box.x0 for box in boxes)), ceil(max(box.x1 for box in boxes))
    y0, y1 = floor(height - max(box.y1 for box in boxes)), ceil(height - min(box.y0 for box in boxes))
    x0, y0 = max(x0, 0), max(y0, 0)
    return Region(x0, y0, max(x1, x0 + 1), max(y1, y0 + 1), page)
