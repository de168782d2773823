"""Pictures as sources: their type and size, read from the header alone."""

from __future__ import annotations

import struct

import pytest
from tests.factories.media import png, png_that_says

from tenun.errors import InputRefused
from tenun.intake import read_document

JPEG = b"\xff\xd8\xff\xe0\x00\x04ab\xff\xfe\x00\x03x\xff\xc2\x00\x0b\x08\x00\x07\x00\x09\x01\x01\x11\x00"
GIF = b"GIF89a" + struct.pack("<HH", 9, 7) + b"\x00" * 8
TIFF = b"II*\x00" + struct.pack("<IHHHIHHHHIHHI", 8, 2, 256, 4, 1, 9, 0, 257, 3, 1, 7, 0, 0)
WEBP = b"RIFF\x00\x00\x00\x00WEBPVP8X\x0a\x00\x00\x00\x00\x00\x00\x00" + b"\x08\x00\x00\x06\x00\x00"
LOSSLESS = b"RIFF\x00\x00\x00\x00WEBPVP8L\x0a\x00\x00\x00\x2f" + struct.pack("<I", 8 | 6 << 14)
LOSSY = b"RIFF\x00\x00\x00\x00WEBPVP8 \x0a\x00\x00\x00" + b"\x00\x00\x00\x9d\x01\x2a" + struct.pack("<HH", 9, 7)


@pytest.mark.parametrize(
    ("content", "medium"),
    [
        (png(9, 7), "image/png"),
        (JPEG, "image/jpeg"),
        (GIF, "image/gif"),
        (TIFF, "image/tiff"),
        (WEBP, "image/webp"),
        (LOSSLESS, "image/webp"),
        (LOSSY, "image/webp"),
    ],
)
@pytest.mark.parametrize("name", ["a.png", "a.txt", "a"])
def test_a_picture_is_known_by_its_content_and_has_its_size(content: bytes, medium: str, name: str) -> None:
    reading = read_document(content, name)
    (mark,) = reading.landmarks
    assert (reading.text, reading.medium, mark.kind) == ("", medium, "image")
    assert (mark.attributes["width"], mark.attributes["height"]) == ("9", "7")


@pytest.mark.parametrize("content", [png(9, 7), JPEG, GIF, WEBP, LOSSY])
def test_a_header_cut_anywhere_is_refused(content: bytes) -> None:
    for keep in (8, 9):
        with pytest.raises(InputRefused):
            read_document(content[:keep], "a.png")


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (png_that_says(60_000, 60_000), "media.picture-too-large"),
        (png_that_says(0, 10), "media.picture-broken"),
        (b"\xff\xd8\xff" + b"\xff" * 100_000, "media.picture-broken"),
        (b"II*\x00" + b"\xff" * 100, "media.picture-broken"),
        (b"not a picture", "intake.format-unknown"),
    ],
)
def test_what_cannot_be_a_picture_says_why(content: bytes, code: str) -> None:
    with pytest.raises(InputRefused) as refusal:
        read_document(content, "a.png")
    assert refusal.value.code == code
