"""Zip archives (workbooks, documents, books): members are read one by one, under budgets, and none is ever written."""

from __future__ import annotations

import io
import stat
import struct
import zipfile
import zlib
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path, PurePosixPath, PureWindowsPath

from tenun.errors import InputRefused
from tenun.intake.guard.size import MIB, TABLE_BYTES, check_bytes, size_within

MOST_MEMBERS = 5_000
MOST_UNPACKED = 512 * MIB
MOST_RATIO = 200
_RATIO_COUNTS_FROM = 10 * MIB
_PIECE = MIB
_LOCAL_HEADER = 30
_DOCUMENT_TYPE = b"<!DOCTYPE"
_METHODS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
_BROKEN = (
    zipfile.BadZipFile, NotImplementedError, EOFError, OSError, RuntimeError, ValueError, OverflowError, zlib.error,
    struct.error,
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Budget:
    """What an archive may have: bytes of its own, members, bytes that come out of them."""

    packed: int
    members: int
    unpacked: int


class Archive:
    """An archive of members with names that are harmless and each there once; what is read of it is counted.

    Raises InputRefused for one that is broken, locked, or has more members than may be, a name that leads out, a link,
    two members of one name or in one place, an unusual packing. Members are unpacked in pieces and counted, whatever
    size they declare; more than 512 MiB (or what `budget` says), or 200 times the archive itself, is refused. Of a
    file, given by its path, only what is asked for is read.
    """

    def __init__(self, content: bytes | Path, where: str = "", budget: Budget | None = None) -> None:
        most = budget or Budget(TABLE_BYTES, MOST_MEMBERS, MOST_UNPACKED)
        if isinstance(content, Path):
            self._packed = size_within(content, most.packed, where)
        else:
            check_bytes(content, most.packed, where)
            self._packed = len(content)
        self._where, self._most_unpacked, self._unpacked = where, most.unpacked, 0
        self._counted: Counter[str] = Counter()
        try:
            self._archive = zipfile.ZipFile(content if isinstance(content, Path) else io.BytesIO(content))
            members = self._archive.infolist()
        except _BROKEN as error:
            raise InputRefused("intake.archive-broken", where=where) from error
        self._members = {member.filename: member for member in members if not member.is_dir()}
        if len(members) > most.members or not all(map(_is_plain, members)) or _names_twice(members):
            raise InputRefused("intake.archive-refused", where=where)
        if _overlap(members):
            raise InputRefused("intake.archive-broken", where=where)

    @property
    def names(self) -> tuple[str, ...]:
        """The members that hold something, in the order of the archive."""
        return tuple(self._members)

    def read(self, name: str) -> bytes | None:
        """The bytes of a member; None where there is none of that name."""
        return b"".join(self.pieces(name)) if name in self._members else None

    def pieces(self, name: str) -> Iterator[bytes]:
        """The bytes of a member, piece by piece; read again, they are not counted again."""
        at = 0
        try:
            with self._archive.open(self._members[name]) as stream:
                while piece := stream.read(_PIECE):
                    at += len(piece)
                    self._count(name, at)
                    yield piece
        except _BROKEN as error:
            raise InputRefused("intake.archive-broken", where=self._where) from error

    def _count(self, name: str, unpacked: int) -> None:
        self._unpacked += max(0, unpacked - self._counted[name])
        self._counted[name] = max(unpacked, self._counted[name])
        if self._unpacked > self._most_unpacked or is_dense(self._unpacked, self._packed):
            raise InputRefused("intake.archive-too-large", where=self._where, most=self._most_unpacked // MIB)


def is_dense(unpacked: int, packed: int) -> bool:
    """Whether far more comes out of an archive than is in it."""
    return unpacked > _RATIO_COUNTS_FROM and unpacked > MOST_RATIO * packed


def check_archive(content: bytes, where: str) -> None:
    """Refuse an archive that `Archive` would, at its opening or in any member, or whose XML has a document type."""
    archive = Archive(content, where)
    for name in archive.names:
        tail = b""
        for piece in archive.pieces(name):
            # Without its zero bytes UTF-16 looks like ASCII, so that no encoding hides a declaration.
            plain = (tail + piece).replace(b"\x00", b"")
            if _DOCUMENT_TYPE in plain.upper():
                raise InputRefused("intake.archive-refused", where=where)
            tail = piece[-64:]


def _is_plain(member: zipfile.ZipInfo) -> bool:
    """Whether a member is unlocked, no link, packed in the usual way, and its name stays where it is."""
    name = member.filename
    path = PurePosixPath(name)
    inside = not path.is_absolute() and ".." not in path.parts and not PureWindowsPath(name).anchor
    ordinary = not stat.S_ISLNK(member.external_attr >> 16) and member.compress_type in _METHODS
    return inside and ordinary and "\\" not in name and name.isprintable() and not member.flag_bits & 1


def _names_twice(members: list[zipfile.ZipInfo]) -> bool:
    """Whether two members have one name, on a system that does not tell capitals too."""
    return len({member.filename.casefold() for member in members}) < len(members)


def _overlap(members: list[zipfile.ZipInfo]) -> bool:
    """Whether two members share bytes of the archive, as bombs of many overlapping members do."""
    end = 0
    for member in sorted(members, key=lambda member: member.header_offset):
        if member.header_offset < end:
            return True
        end = member.header_offset + _LOCAL_HEADER + len(member.orig_filename) + member.compress_size
    return False
