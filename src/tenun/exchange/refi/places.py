"""Regions and times as QDA-XML has them: attributes of selections, all whole numbers."""

from __future__ import annotations

from collections.abc import Mapping

from tenun.coding.places import Place, Region, Times
from tenun.errors import InputRefused
from tenun.exchange.refi import project as refi

_CORNERS = ("firstX", "firstY", "secondX", "secondY")


def attributes_of(place: Place, kind: refi.Kind) -> refi.Place | None:
    """The place as a selection of such a source; None where the standard has no element for it.

    >>> attributes_of(Times(0, 1500), "audio")
    {'begin': '0', 'end': '1500'}
    >>> attributes_of(Times(0, 1500), "text") is None
    True
    """
    if isinstance(place, Times):
        return {"begin": str(place.start_ms), "end": str(place.end_ms)} if kind in ("audio", "video") else None
    if kind != ("picture" if place.page is None else "pdf"):
        return None
    # A picture counts from its upper left, a page from its lower left; the first corner is the upper left of both.
    first, second = (place.y0, place.y1) if place.page is None else (place.y1, place.y0)
    page = {} if place.page is None else {"page": str(place.page)}
    corners = (place.x0, first, place.x1, second)
    return page | {name: str(edge) for name, edge in zip(_CORNERS, corners, strict=True)}


def first_page(project: refi.Project) -> int:
    """What a project calls the first page of a PDF: 0 where any selection says so, for programs differ."""
    pages = {one.place.get("page", "").strip() for source in project.sources for one in source.places}
    return 0 if "0" in pages else 1


def place_from(attributes: Mapping[str, str], kind: refi.Kind, first: int = 1) -> Place | None:
    """The place of a selection, its corners in whatever order they come; None for one that has no inside.

    `first`: as `first_page` says of its project.

    >>> place_from({"firstX": "40", "firstY": "140", "secondX": "160", "secondY": "60"}, "picture")
    Region(x0=40, y0=60, x1=160, y1=140, page=None)
    >>> place_from({"begin": "1500", "end": "1500"}, "audio") is None
    True
    """
    try:
        if kind in ("audio", "video"):
            return Times(_whole(attributes["begin"]), _whole(attributes["end"]))
        x0, y0, x1, y1 = (_whole(attributes[name]) for name in _CORNERS)
        page = _whole(attributes["page"]) + 1 - first if kind == "pdf" else None
        return Region.between((x0, y0), (x1, y1), page)
    except (KeyError, ValueError, InputRefused):
        return None


def _whole(spelled: str) -> int:
    return round(float(spelled.strip()[:20]))
