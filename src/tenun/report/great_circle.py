"""The shortest line between two places on the globe."""

from __future__ import annotations

from math import asin, atan2, cos, degrees, hypot, radians, sin, sqrt

EARTH_RADIUS_KM = 6371.0088
Position = tuple[float, float]
"""Latitude and longitude in degrees."""


def distance_km(here: Position, there: Position) -> float:
    """Great-circle distance by the haversine formula, on a sphere of the Earth's mean radius.

    >>> round(distance_km((-8.65, 115.2167), (-34.1831, 22.1460)), 0)
    9748.0
    """
    (a, b), (c, d) = (map(radians, here), map(radians, there))
    half = sin((c - a) / 2) ** 2 + cos(a) * cos(c) * sin((d - b) / 2) ** 2
    return 2 * EARTH_RADIUS_KM * asin(min(1.0, sqrt(half)))


def middle(places: list[Position]) -> Position:
    """The point of the globe that lies between the places.

    >>> middle([(0.0, 10.0), (0.0, 50.0)])
    (0.0, 30.0)
    """
    x = sum(cos(radians(lat)) * cos(radians(lon)) for lat, lon in places)
    y = sum(cos(radians(lat)) * sin(radians(lon)) for lat, lon in places)
    z = sum(sin(radians(lat)) for lat, _ in places)
    return round(degrees(atan2(z, hypot(x, y))), 6) + 0.0, round(degrees(atan2(y, x)), 6)
