"""A globe with the places of the study and the shortest lines between them."""

from __future__ import annotations

from math import pi, radians, sin, sqrt
from typing import TYPE_CHECKING

from tenun.report.charts.palette import CLOTH, INDIGO, INK, MUTED, RULE, RUST, Spec, spec, values
from tenun.report.great_circle import EARTH_RADIUS_KM, Position, distance_km, middle

if TYPE_CHECKING:
    from tenun.report.page import Page

SIDE_PX = 340
MARGIN = 0.72
WHOLE = 0.98
SEA = "#eef1f6"
LAND = "land"
"""Name of the data that whoever draws the chart has to bring: land as GeoJSON."""


def globe(page: Page) -> Spec:
    """An orthographic view over the middle of the places, near enough for them to stand apart."""
    places = page.findings.study.places
    positions = [(place.latitude, place.longitude) for place in places]
    latitude, longitude = middle(positions)
    projection: Spec = {
        "type": "orthographic",
        "rotate": [-longitude, -latitude, 0],
        "scale": scale_px(positions, (latitude, longitude)),
        "translate": [SIDE_PX / 2, SIDE_PX / 2],
    }
    shapes: list[Spec] = [
        {"data": {"sphere": True}, "mark": {"type": "geoshape", "fill": SEA, "stroke": MUTED, "strokeWidth": 0.8}},
        {"data": {"graticule": {"step": [15, 15]}},
         "mark": {"type": "geoshape", "stroke": RULE, "strokeWidth": 0.6, "filled": False}},
        {"data": {"name": LAND}, "mark": {"type": "geoshape", "fill": CLOTH, "stroke": MUTED, "strokeWidth": 0.5}},
        {"data": values([_line(positions[0], there) for there in positions[1:]]),
         "mark": {"type": "geoshape", "stroke": RUST, "strokeWidth": 1.8, "filled": False}},
    ]  # fmt: skip
    layers = [{**shape, "projection": projection} for shape in [*shapes, *_marks(page)]]
    return spec({"layer": layers}, width=SIDE_PX, height=SIDE_PX)


def scale_px(places: list[Position], centre: Position) -> float:
    """Radius of the globe in pixels: the whole globe, or so near that it fills the picture to its corners.

    >>> scale_px([(0.0, -60.0), (0.0, 60.0)], (0.0, 0.0)) < SIDE_PX / 2 < scale_px([(0.0, 1.0), (0.0, 9.0)], (0.0, 5.0))
    True
    """
    angle = max(distance_km(centre, place) for place in places) / EARTH_RADIUS_KM
    reach = sin(min(angle, pi / 2)) if angle else sin(radians(20))
    nearness = MARGIN / reach
    return (min(6.0, nearness) if nearness > sqrt(2) else WHOLE) * SIDE_PX / 2


def _line(here: Position, there: Position) -> Spec:
    return {
        "type": "Feature",
        "properties": {},
        "geometry": {"type": "LineString", "coordinates": [[here[1], here[0]], [there[1], there[0]]]},
    }


def _marks(page: Page) -> list[Spec]:
    places = page.findings.study.places
    rows = [
        {"longitude": place.longitude, "latitude": place.latitude, "name": place.label.of(page.speech.language)}
        for place in places
    ]
    at: Spec = {
        "longitude": {"field": "longitude", "type": "quantitative"},
        "latitude": {"field": "latitude", "type": "quantitative"},
    }
    text: Spec = {"type": "text", "dy": -13, "fontSize": 12.5, "fontWeight": 600}
    return [
        {"data": values(rows), "mark": {"type": "circle", "size": 70, "color": INDIGO, "opacity": 1}, "encoding": at},
        {"data": values(rows), "mark": {**text, "color": "#ffffff", "stroke": "#ffffff", "strokeWidth": 4},
         "encoding": {**at, "text": {"field": "name"}}},
        {"data": values(rows), "mark": {**text, "color": INK}, "encoding": {**at, "text": {"field": "name"}}},
    ]  # fmt: skip
