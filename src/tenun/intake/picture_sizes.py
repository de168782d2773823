"""How large a picture is, from its header alone: nothing is decoded here."""

from __future__ import annotations

import struct
from collections.abc import Callable

from tenun.errors import InputRefused

MOST_PIXELS = 200_000_000
_MOST_MARKERS = 2_000
_FRAMES = frozenset({*range(0xC0, 0xD0)} - {0xC4, 0xC8, 0xCC})
_TIFF_WIDTH, _TIFF_HEIGHT, _TIFF_SHORT = 256, 257, 3


def picture_size(content: bytes, medium: str, where: str = "") -> tuple[int, int]:
    """Width and height in pixels. Raises InputRefused for a broken header, and for more than 200 million pixels.

    >>> picture_size(b"GIF89a" + struct.pack("<HH", 3, 2), "image/gif")
    (3, 2)
    """
    try:
        width, height = _SIZES[medium](content)
    except (struct.error, IndexError, ValueError) as error:
        raise InputRefused("media.picture-broken", where=where) from error
    if width <= 0 or height <= 0:
        raise InputRefused("media.picture-broken", where=where)
    if width * height > MOST_PIXELS:
        raise InputRefused("media.picture-too-large", where=where, width=width, height=height)
    return width, height


def _png(content: bytes) -> tuple[int, int]:
    if content[12:16] != b"IHDR":
        raise ValueError("no header")
    width, height = struct.unpack_from(">II", content, 16)
    return width, height


def _gif(content: bytes) -> tuple[int, int]:
    width, height = struct.unpack_from("<HH", content, 6)
    return width, height


def _jpeg(content: bytes) -> tuple[int, int]:
    at = 2
    for _ in range(_MOST_MARKERS):
        if content[at] != 0xFF:
            raise ValueError("no marker")
        marker = content[at + 1]
        if marker == 0xFF:
            at += 1
        elif marker in _FRAMES:
            height, width = struct.unpack_from(">HH", content, at + 5)
            return width, height
        else:
            at += 2 + int(struct.unpack_from(">H", content, at + 2)[0])
    raise ValueError("no frame")


def _webp(content: bytes) -> tuple[int, int]:
    kind = content[12:16]
    if kind == b"VP8X":
        return 1 + int.from_bytes(content[24:27], "little"), 1 + int.from_bytes(content[27:30], "little")
    if kind == b"VP8L":
        bits = int(struct.unpack_from("<I", content, 21)[0])
        return 1 + (bits & 0x3FFF), 1 + (bits >> 14 & 0x3FFF)
    width, height = struct.unpack_from("<HH", content, 26)
    return width & 0x3FFF, height & 0x3FFF


def _tiff(content: bytes) -> tuple[int, int]:
    order = "<" if content[:2] == b"II" else ">"
    (at,) = struct.unpack_from(f"{order}I", content, 4)
    (count,) = struct.unpack_from(f"{order}H", content, at)
    found: dict[int, int] = {}
    for entry in range(min(count, _MOST_MARKERS)):
        place = at + 2 + 12 * entry
        tag, kind = struct.unpack_from(f"{order}HH", content, place)
        found[tag] = int(struct.unpack_from(f"{order}{'H' if kind == _TIFF_SHORT else 'I'}", content, place + 8)[0])
    if not {_TIFF_WIDTH, _TIFF_HEIGHT} <= found.keys():
        raise ValueError("no size")
    return found[_TIFF_WIDTH], found[_TIFF_HEIGHT]


_SIZES: dict[str, Callable[[bytes], tuple[int, int]]] = {
    "image/png": _png,
    "image/gif": _gif,
    "image/jpeg": _jpeg,
    "image/webp": _webp,
    "image/tiff": _tiff,
}
