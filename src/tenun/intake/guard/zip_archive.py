"""Zip archives (workbooks, later documents): how much they unpack to, and that their XML declares nothing."""

from __future__ import annotations

import io
import zipfile

from tenun.errors import InputRefused
from tenun.intake.guard.size import MIB, TABLE_BYTES, check_bytes

MOST_MEMBERS = 5_000
MOST_UNPACKED = 512 * MIB
MOST_RATIO = 200
_RATIO_COUNTS_FROM = 10 * MIB
_PIECE = MIB
_DOCUMENT_TYPE = b"<!DOCTYPE"


def check_archive(content: bytes, where: str) -> None:
    """Refuse an archive that is broken, encrypted, too large unpacked, or whose XML has a document type.

    Members are unpacked in pieces and counted, whatever size they declare; nothing is written to disk.
    """
    check_bytes(content, TABLE_BYTES, where)
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            members = archive.infolist()
            if len(members) > MOST_MEMBERS or any(member.flag_bits & 1 for member in members):
                raise InputRefused("intake.archive-refused", where=where)
            unpacked = 0
            for member in members:
                unpacked = _check_member(archive, member, unpacked, len(content), where)
    except (zipfile.BadZipFile, NotImplementedError, EOFError, OSError, RuntimeError) as error:
        raise InputRefused("intake.archive-broken", where=where) from error


def _check_member(archive: zipfile.ZipFile, member: zipfile.ZipInfo, unpacked: int, packed: int, where: str) -> int:
    """The bytes unpacked so far, this member's among them."""
    tail = b""
    with archive.open(member) as stream:
        while piece := stream.read(_PIECE):
            unpacked += len(piece)
            too_dense = unpacked > _RATIO_COUNTS_FROM and unpacked > MOST_RATIO * packed
            if unpacked > MOST_UNPACKED or too_dense:
                raise InputRefused("intake.archive-too-large", where=where, most=MOST_UNPACKED // MIB)
            # Without its zero bytes UTF-16 looks like ASCII, so that no encoding hides a declaration.
            plain = (tail + piece).replace(b"\x00", b"")
            if _DOCUMENT_TYPE in plain.upper():
                raise InputRefused("intake.archive-refused", where=where)
            tail = piece[-64:]
    return unpacked
