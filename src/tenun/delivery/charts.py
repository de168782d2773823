"""Draws the charts of a report, each once for all formats."""

from __future__ import annotations

import json
import re
from copy import deepcopy
from functools import cache, lru_cache
from typing import TYPE_CHECKING, Any

from tenun.delivery.files import folder, land
from tenun.report.charts.globe import LAND

if TYPE_CHECKING:
    from tenun.report.tree import Chart

PIXELS_PER_POINT = 2.0
_ID = re.compile(r'\bid="([^"]+)"')


def svg(chart: Chart) -> str:
    """The chart as SVG with real text in a font that ships, ids its own."""
    return _own_ids(_svg(json.dumps(chart.spec, sort_keys=True)), chart.id)


def png(chart: Chart) -> bytes:
    """The chart as a picture, for formats without SVG."""
    return _png(json.dumps(chart.spec, sort_keys=True))


@lru_cache(maxsize=64)
def _svg(spec: str) -> str:
    drawn: str = _converter().vegalite_to_svg(_with_land(json.loads(spec)), vl_version="5.21")
    return drawn


@lru_cache(maxsize=64)
def _png(spec: str) -> bytes:
    picture: bytes = _converter().svg_to_png(_svg(spec), scale=PIXELS_PER_POINT)
    return picture


@cache
def _converter() -> Any:
    import vl_convert

    vl_convert.register_font_directory(str(folder("fonts")))
    return vl_convert


def _with_land(spec: dict[str, Any]) -> dict[str, Any]:
    """The specification with the land where it asks for it by name."""
    filled = deepcopy(spec)
    for layer in filled.get("layer", []):
        if layer.get("data") == {"name": LAND}:
            layer["data"] = {"values": [land()]}
    return filled


def _own_ids(drawn: str, chart: str) -> str:
    """Ids of a drawing, made its own so that several stand in one page."""
    for name in sorted(set(_ID.findall(drawn)), key=len, reverse=True):
        own = f"{chart}-{name}"
        drawn = drawn.replace(f'id="{name}"', f'id="{own}"').replace(f"url(#{name})", f"url(#{own})")
        drawn = drawn.replace(f'href="#{name}"', f'href="#{own}"')
    return drawn
