"""What ships beside the writers: fonts, land for the map, templates."""

from __future__ import annotations

import base64
import json
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any

FACES = (
    ("Literata", "Regular", 400, "normal"),
    ("Literata", "Italic", 400, "italic"),
    ("Literata", "SemiBold", 600, "normal"),
    ("Inter", "Regular", 400, "normal"),
    ("Inter", "SemiBold", 600, "normal"),
)
"""Family, style in the file's name, weight, slant."""


def folder(name: str) -> Path:
    """A folder of this room, as a path that libraries in C can read."""
    return Path(str(files("tenun.delivery").joinpath(name)))


@cache
def text(name: str) -> str:
    """The text of a file of this room."""
    return files("tenun.delivery").joinpath(name).read_text("utf-8")


@cache
def land() -> dict[str, Any]:
    """Land as GeoJSON: Natural Earth at 1:110 million, public domain."""
    shapes: dict[str, Any] = json.loads(text("land-110m.json"))
    return shapes


@cache
def font_faces() -> str:
    """CSS that carries the fonts in itself."""
    return "\n".join(
        f'@font-face{{font-family:"{family}";font-weight:{weight};font-style:{slant};font-display:swap;'
        f"src:url(data:font/woff2;base64,{_woff2(family, style)}) format('woff2')}}"
        for family, style, weight, slant in FACES
    )


def _woff2(family: str, style: str) -> str:
    content = files("tenun.delivery").joinpath(f"fonts/{family}-{style}.woff2").read_bytes()
    return base64.b64encode(content).decode("ascii")
