"""What a picture or recording is, by its first bytes; a name proves nothing."""

from __future__ import annotations

HEAD_BYTES = 64
_STARTS = (
    (b"\x89PNG\r\n\x1a\n", "image/png"),
    (b"\xff\xd8\xff", "image/jpeg"),
    (b"GIF87a", "image/gif"),
    (b"GIF89a", "image/gif"),
    (b"II*\x00", "image/tiff"),
    (b"MM\x00*", "image/tiff"),
    (b"ID3", "audio/mpeg"),
    (b"fLaC", "audio/flac"),
    (b"OggS", "audio/ogg"),
    (b"\x1aE\xdf\xa3", "video/webm"),
)
_RIFF = {b"WEBP": "image/webp", b"WAVE": "audio/wav"}
_AUDIO_BRANDS = (b"M4A ", b"M4B ", b"M4P ")
_PICTURE_BRANDS = (b"avif", b"heic", b"heix", b"mif1")
RECORDINGS = (".mp3", ".m4a", ".wav", ".ogg", ".oga", ".opus", ".flac", ".aac", ".mp4", ".m4v", ".mov", ".webm", ".mkv")
"""Endings of recordings, to find what belongs to a transcript of the same name."""
SHOWN = frozenset({"image/png", "image/jpeg", "image/gif", "image/webp"})
"""Pictures that every browser shows."""


def medium_of(head: bytes) -> str | None:
    """The MIME type of a picture or recording that begins so; None for anything else.

    >>> medium_of(b"ID3...."), medium_of(b"<html>")
    ('audio/mpeg', None)
    """
    if head[:4] == b"RIFF":
        return _RIFF.get(head[8:12])
    if head[4:8] == b"ftyp":
        brand = head[8:12]
        return "audio/mp4" if brand in _AUDIO_BRANDS else None if brand in _PICTURE_BRANDS else "video/mp4"
    # A frame of MPEG sound in layer II or III; layer I would look like the mark of UTF-16.
    if head[:1] == b"\xff" and len(head) > 1 and head[1] & 0xE0 == 0xE0 and head[1] & 0x06 in (0x02, 0x04):
        return "audio/mpeg"
    if head[:2] in (b"\xff\xf1", b"\xff\xf9"):
        return "audio/aac"
    return next((medium for start, medium in _STARTS if head.startswith(start)), None)


def is_recording(medium: str | None) -> bool:
    """Whether it is heard or seen over time."""
    return medium is not None and medium.startswith(("audio/", "video/"))
