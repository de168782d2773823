"""Cut a passage that is no stretch of text: a region of a picture or page, a time of a recording."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import pairwise
from typing import TYPE_CHECKING, Any

from tenun.coding.places import Place, Region, Times, columns_of, place_of
from tenun.corpus.identity import guid_of
from tenun.corpus.page_boxes import WordBox, unpack
from tenun.errors import InputRefused
from tenun.text.spans import Span

if TYPE_CHECKING:
    from tenun.store import Change
    from tenun.study.scope import StudyScope

Row = Mapping[str, Any]
MOST_QUOTED_CP = 2_000


def cut_place(scope: StudyScope, change: Change, source: Row, place: Place, said: str = "") -> str:
    """The guid of the passage at a place of a source's row, which is made when it is new.

    `said`: what is to be seen or heard there; where it is empty, the words of a page or transcript. Raises InputRefused
    where the source has no such place.
    """
    check_place(scope, source, place)
    for row in scope.store.rows("passage", representation=source["representation"]):
        if row["start_cp"] is None and place_of(row) == place:
            return str(row["guid"])
    return change.insert("passage", place_row(scope, source, place, said))[0]


def place_row(scope: StudyScope, source: Row, place: Place, said: str = "") -> dict[str, Any]:
    """A new row for a place that is no stretch of text."""
    representation = source["representation"]
    quote = said.strip() or " ".join(_words(scope, representation, place))
    row = {"guid": place_guid(scope.guid, representation, place), "representation": representation}
    return {**row, **columns_of(place), "quote": quote[:MOST_QUOTED_CP]}


def place_guid(study: str, representation: str, place: Place) -> str:
    """The guid of a place, the same on every machine."""
    return guid_of(study, "passage", representation, place.spelled())


def check_place(scope: StudyScope, source: Row, place: Place) -> None:
    """Raise InputRefused where a source has no such place."""
    if isinstance(place, Times):
        from tenun.study.importing.attach_recordings import recording_of

        if recording_of(scope, source["guid"]) is None:
            raise InputRefused("places.no-times", source=source["key"])
        return
    width, height = _size(scope, source, place)
    if not place.within(width, height):
        size = {"width": f"{width:g}", "height": f"{height:g}"}
        raise InputRefused("places.region-outside", region=place.spelled(), **size)


def words_in(scope: StudyScope, source: Row, place: Place) -> Span | None:
    """The stretch of text that a region of a page holds; None where it holds none, or words from here and there."""
    if isinstance(place, Times) or place.page is None:
        return None
    check_place(scope, source, place)
    page = page_of(scope, source["representation"], place.page)
    boxes = unpack(page["attributes"]["boxes"])
    inside = [at for at, box in enumerate(boxes) if _holds(place, box, float(page["attributes"]["height"]))]
    if not inside or len(inside) != inside[-1] - inside[0] + 1:
        return None
    return Span(boxes[inside[0]].span.start_cp, boxes[inside[-1]].span.end_cp)


def page_of(scope: StudyScope, representation: str, number: int) -> Row:
    """The landmark of a page that has a size and boxes; InputRefused where there is none."""
    for mark in scope.store.rows("landmark", representation=representation, kind="page"):
        if mark["attributes"].get("page") == str(number) and "boxes" in mark["attributes"]:
            return mark
    key = scope.store.lookup("source", "key")[scope.store.lookup("representation", "source")[representation]]
    raise InputRefused("places.no-page", source=key, page=number)


def picture_size_of(scope: StudyScope, representation: str) -> tuple[int, int] | None:
    """Width and height in pixels of the picture that a representation was made from; None where it is no picture."""
    from tenun.intake.media_types import HEAD_BYTES, medium_of
    from tenun.intake.picture_sizes import picture_size

    row = scope.store.row("representation", representation)
    if row is None:
        return None
    medium = medium_of(scope.store.blob_part(row["blob"], 0, HEAD_BYTES))
    if not (medium or "").startswith("image/"):
        return None
    for mark in scope.store.rows("landmark", representation=representation, kind="image"):
        if "width" in mark["attributes"]:
            return int(mark["attributes"]["width"]), int(mark["attributes"]["height"])
    return picture_size(scope.store.blob(row["blob"]), medium or "", "")


def _size(scope: StudyScope, source: Row, region: Region) -> tuple[float, float]:
    if region.page is not None:
        about = page_of(scope, source["representation"], region.page)["attributes"]
        return float(about["width"]), float(about["height"])
    size = picture_size_of(scope, source["representation"]) if source["representation"] else None
    if size is None:
        raise InputRefused("places.no-picture", source=source["key"])
    return size


def _holds(region: Region, box: WordBox, height: float) -> bool:
    """Whether the middle of a word, whose box counts from the top of the page, lies in a region that does not."""
    x, y = (box.x0 + box.x1) / 2, height - (box.y0 + box.y1) / 2
    return region.x0 <= x <= region.x1 and region.y0 <= y <= region.y1


def _words(scope: StudyScope, representation: str, place: Place) -> Iterator[str]:
    text = scope.store.text(representation)
    if isinstance(place, Times):
        for span in said_during(scope.store.rows("landmark", representation=representation), place):
            yield " ".join(span.of(text).split())
    elif place.page is not None:
        page = page_of(scope, representation, place.page)["attributes"]
        for box in unpack(page["boxes"]):
            if _holds(place, box, float(page["height"])):
                yield box.span.of(text).strip()


def said_during(marks: list[dict[str, Any]], times: Times) -> Iterator[Span]:
    """Where the words stand that a transcript has for a time: its cues where there are any, else its turns."""
    timed = [mark for mark in marks if mark["kind"] in ("cue", "turn") and mark["start_ms"] is not None]
    kind = "cue" if any(mark["kind"] == "cue" for mark in timed) else "turn"
    timed = sorted((mark for mark in timed if mark["kind"] == kind), key=lambda mark: int(mark["start_ms"]))
    ends = [mark["end_ms"] or following["start_ms"] for mark, following in pairwise(timed)]
    for mark, end in zip(timed, [*ends, timed[-1]["end_ms"] if timed else None], strict=False):
        if mark["start_ms"] < times.end_ms and (end is None or times.start_ms < end):
            yield Span(mark["start_cp"], mark["end_cp"])
