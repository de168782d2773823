"""Zip files that are the same every time."""

from __future__ import annotations

from collections.abc import Mapping
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

EPOCH = (1980, 1, 1, 0, 0, 0)
"""The earliest time that a zip file can say."""


def steady(content: bytes) -> bytes:
    """The same members in the same order, all dated alike, so that equal contents are equal bytes."""
    made = BytesIO()
    with ZipFile(BytesIO(content)) as before, ZipFile(made, "w") as after:
        for member in before.infolist():
            told = ZipInfo(member.filename, EPOCH)
            told.compress_type = ZIP_DEFLATED
            after.writestr(told, before.read(member.filename), compresslevel=6)
    return made.getvalue()


def zipped(members: Mapping[str, bytes]) -> bytes:
    """An archive of these members, by name: equal members are equal bytes."""
    made = BytesIO()
    with ZipFile(made, "w") as archive:
        for name, content in members.items():
            told = ZipInfo(name, EPOCH)
            told.compress_type = ZIP_DEFLATED
            archive.writestr(told, content, compresslevel=6)
    return made.getvalue()
