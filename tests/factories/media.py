"""Pictures and recordings for tests, made here."""

from __future__ import annotations

import io
import os
import struct
import wave
import zlib


def png(width: int = 3, height: int = 2) -> bytes:
    """A grey picture."""

    def chunk(name: bytes, body: bytes) -> bytes:
        return struct.pack(">I", len(body)) + name + body + struct.pack(">I", zlib.crc32(name + body))

    header = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    pixels = zlib.compress((b"\x00" + b"\x80" * width) * height)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", pixels) + chunk(b"IEND", b"")


def png_that_says(width: int, height: int) -> bytes:
    """The head of a picture of any size."""
    return (
        b"\x89PNG\r\n\x1a\n" + struct.pack(">I", 13) + b"IHDR" + struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    )


def wav(seconds: float = 1.0, rate: int = 8_000) -> bytes:
    """A tone."""
    out = io.BytesIO()
    with wave.open(out, "wb") as made:
        made.setnchannels(1)
        made.setsampwidth(1)
        made.setframerate(rate)
        made.writeframes(bytes(128 + (40 if at // 20 % 2 else -40) for at in range(int(seconds * rate))))
    return out.getvalue()


def breaks(content: bytes, number: int, width_px: int) -> bytes:
    """What a library does to its process on the wrong file."""
    os._exit(139)
