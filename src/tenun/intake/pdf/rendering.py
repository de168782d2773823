"""A page of a PDF as a picture."""

from __future__ import annotations

import struct
import zlib

from tenun.errors import InputRefused
from tenun.intake.pdf.opening import opened_pdf

WIDEST_PX = 2_400
_TALLEST = 3


def page_png(content: bytes, number: int, width_px: int) -> bytes:
    """The page (from 1) as a PNG of that width; InputRefused where there is no such page, or it cannot be drawn."""
    import pypdfium2

    with opened_pdf(content) as document:
        if not 1 <= number <= len(document):
            raise InputRefused("pdf.no-such-page", number=number, pages=len(document))
        try:
            page = document[number - 1]
            width = min(max(1, width_px), WIDEST_PX)
            # A page as high as a banner would need a picture without bounds.
            scale = min(width / page.get_width(), _TALLEST * width / page.get_height())
            bitmap = page.render(scale=scale, rev_byteorder=True)
        except (pypdfium2.PdfiumError, ZeroDivisionError) as error:
            raise InputRefused("pdf.broken") from error
        return _png(bytes(bitmap.buffer), bitmap.width, bitmap.height, bitmap.stride, bitmap.n_channels)


def _png(pixels: bytes, width: int, height: int, stride: int, channels: int) -> bytes:
    kept = min(channels, 3)
    rows = []
    for start in range(0, height * stride, stride):
        row = pixels[start : start + width * channels]
        if channels > kept:
            whole = bytearray(3 * width)
            for channel in range(kept):
                whole[channel::3] = row[channel::channels]
            row = bytes(whole)
        rows.append(b"\x00" + row)
    kind = 0 if kept == 1 else 2
    header = struct.pack(">IIBBBBB", width, height, 8, kind, 0, 0, 0)
    parts = ((b"IHDR", header), (b"IDAT", zlib.compress(b"".join(rows), 2)), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(_chunk(name, body) for name, body in parts)


def _chunk(name: bytes, body: bytes) -> bytes:
    return struct.pack(">I", len(body)) + name + body + struct.pack(">I", zlib.crc32(name + body))
