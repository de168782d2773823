"""Budgets of bytes and length: what is larger is refused before it is read into memory or worked on."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator, Sized
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from tenun.errors import InputRefused

MIB = 1024 * 1024
SOURCE_BYTES = 64 * MIB
SOURCE_CP = 20_000_000
TABLE_BYTES = 256 * MIB
YAML_BYTES = 8 * MIB
FRONT_MATTER_CP = 262_144
MOST_SOURCES = 100_000


def check_bytes(content: bytes, most: int, where: str = "") -> None:
    """Refuse content of more than `most` bytes."""
    if len(content) > most:
        raise InputRefused("intake.too-many-bytes", where=where, size=_mib(len(content)), most=_mib(most))


def check_length(text: Sized, most: int = SOURCE_CP, where: str = "") -> None:
    """Refuse a text of more than `most` code points."""
    if len(text) > most:
        raise InputRefused("intake.text-too-long", where=where, length=f"{len(text):,}", most=f"{most:,}")


def read_within(path: Path, most: int, where: str = "") -> bytes:
    """The bytes of a regular file of at most `most` bytes; a device, pipe or folder is refused unread."""
    place = where or path.name
    with _opened(path, place) as file:
        content = file.read(most + 1)
    if len(content) > most:
        raise InputRefused("intake.too-many-bytes", where=place, size=f"> {_mib(most)}", most=_mib(most))
    return content


def size_within(path: Path, most: int, where: str = "") -> int:
    """The size of a regular file of at most `most` bytes, none of them read; refuses what `read_within` would."""
    place = where or path.name
    with _opened(path, place) as file:
        size = os.fstat(file.fileno()).st_size
    if size > most:
        raise InputRefused("intake.too-many-bytes", where=place, size=_mib(size), most=_mib(most))
    return size


@contextmanager
def _opened(path: Path, place: str) -> Iterator[BinaryIO]:
    try:
        if not stat.S_ISREG(path.stat().st_mode):
            raise InputRefused("intake.not-a-file", where=place)
        with path.open("rb") as file:
            yield file
    except FileNotFoundError as error:
        raise InputRefused("intake.file-missing", where=place, file=place) from error
    except OSError as error:
        raise InputRefused("intake.file-unreadable", where=place, reason=error.strerror or "?") from error


def _mib(size: int) -> str:
    return f"{size / MIB:.1f}"
