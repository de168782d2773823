"""What pictures and recordings begin with, as FFmpeg 5.1 writes them."""

from __future__ import annotations

import pytest

from tenun.intake.media_types import medium_of

HEADS = {
    "524946467ef6010057415645666d7420": "audio/wav",
    "fff15c40395ffcde02004c6176633539": "audio/aac",
    "664c6143000000220900090000000b00": "audio/flac",
    "0000001c667479704d34412000000200": "audio/mp4",
    "00000020667479704d34562000000200": "video/mp4",
    "00000014667479707174202000000200": "video/mp4",
    "000000206674797069736f6d00000200": "video/mp4",
    "1a45dfa3a34286810142f7810142f281": "video/webm",
    "1a45dfa39f4286810142f7810142f281": "video/webm",
    "49443304000000000023545353450000": "audio/mpeg",
    "fff340c40013914d9c2941180121008c": "audio/mpeg",
    "4f67675300020000000000000000cf49": "audio/ogg",
    "4749463839615a004600f71f31000000": "image/gif",
    "ffd8ffe000104a464946000102000001": "image/jpeg",
    "89504e470d0a1a0a0000000d49484452": "image/png",
    "49492a002f1f0000fd51015af0fd5101": "image/tiff",
    "52494646640000005745425056503820": "image/webp",
}


@pytest.mark.parametrize("head", sorted(HEADS))
def test_a_medium_is_known_by_how_it_begins(head: str) -> None:
    assert medium_of(bytes.fromhex(head)) == HEADS[head]


@pytest.mark.parametrize(
    "head",
    [b"", b"\xff", "\ufeffkota".encode("utf-16-le"), b"%PDF-1.7", b"PK\x03\x04", b"<html>", b"<svg xmlns=", b"RIFF",
     b"RIFF\x00\x00\x00\x00AVI ", b"\x00\x00\x00\x18ftypheic", b"WEBVTT"],
)  # fmt: skip
def test_nothing_else_is_a_medium(head: bytes) -> None:
    assert medium_of(head) is None
