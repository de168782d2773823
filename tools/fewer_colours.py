"""PNGs of 256 colours, which screens of text do not miss: a third of the bytes."""

from __future__ import annotations

import struct
import zlib
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

COLOURS = 256
NEAR = 6
"""Colours nearer than this (sum of the differences of red, green and blue) need no place of their own."""


def small_png(pixels: NDArray[np.uint8]) -> bytes:
    """A PNG with a palette. `pixels`: height x width x 3."""
    height, width, _ = pixels.shape
    palette, places = _palette(pixels.reshape(-1, 3))
    rows = np.zeros((height, width + 1), dtype=np.uint8)
    rows[:, 1:] = places.reshape(height, width)
    header = struct.pack(">IIBBBBB", width, height, 8, 3, 0, 0, 0)
    parts = (
        (b"IHDR", header),
        (b"PLTE", palette.tobytes()),
        (b"IDAT", zlib.compress(rows.tobytes(), 9)),
        (b"IEND", b""),
    )
    return b"\x89PNG\r\n\x1a\n" + b"".join(_chunk(name, content) for name, content in parts)


def _chunk(name: bytes, content: bytes) -> bytes:
    return struct.pack(">I", len(content)) + name + content + struct.pack(">I", zlib.crc32(name + content))


def _palette(colours: NDArray[np.uint8]) -> tuple[NDArray[np.uint8], NDArray[np.uint8]]:
    """The commonest colours, and for each pixel the nearest of them."""
    wide = colours.astype(np.uint32)
    packed = wide[:, 0] << 16 | wide[:, 1] << 8 | wide[:, 2]
    distinct, place, counts = np.unique(packed, return_inverse=True, return_counts=True)
    every = np.stack([distinct >> 16, distinct >> 8 & 255, distinct & 255], axis=1).astype(np.int32)
    chosen = _commonest(every, counts)
    nearest = np.abs(every[:, None, :] - chosen[None, :, :]).sum(axis=2).argmin(axis=1)
    return chosen.astype(np.uint8), nearest.astype(np.uint8)[place.reshape(-1)]


def _commonest(every: NDArray[np.int32], counts: NDArray[np.int64]) -> NDArray[np.int32]:
    chosen = np.empty((0, 3), dtype=np.int32)
    for colour in every[np.argsort(-counts, kind="stable")]:
        if len(chosen) == COLOURS:
            break
        if not len(chosen) or np.abs(chosen - colour).sum(axis=1).min() > NEAR:
            chosen = np.vstack([chosen, colour])
    return chosen
