"""Files from a browser, kept below a folder under names that cannot leave it."""

from __future__ import annotations

import shutil
import unicodedata
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from tenun.errors import InputRefused

if TYPE_CHECKING:
    from fastapi import UploadFile

BYTES_AT_MOST = 512 * 1024 * 1024
FILES_AT_MOST = 5_000
_DEEP_AT_MOST = 8
_NAME_AT_MOST = 200
_RESERVED = set('<>:"|?*')


def keep_uploads(files: Sequence[UploadFile], folder: Path) -> None:
    """Write the files below `folder`, in the folders that their names tell.

    Raises InputRefused for a name that is empty, climbs, is too long or deep, or is there twice.
    """
    for file in files:
        path = folder.joinpath(*safe_parts(file.filename or ""))
        if path.exists():
            raise InputRefused("server.file-name")
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("wb") as kept:
            shutil.copyfileobj(file.file, kept, 1 << 20)


def safe_parts(name: str) -> list[str]:
    """The parts of a relative path; the browser's own separators are both taken for one.

    >>> safe_parts("denpasar/sources/S01.md")
    ['denpasar', 'sources', 'S01.md']
    """
    parts = unicodedata.normalize("NFC", name).replace("\\", "/").split("/")
    fine = len(parts) <= _DEEP_AT_MOST and all(_is_plain(part) for part in parts)
    if not fine:
        raise InputRefused("server.file-name")
    return parts


def _is_plain(part: str) -> bool:
    if not part or part in (".", "..") or len(part.encode()) > _NAME_AT_MOST or part[-1] in ". ":
        return False
    return part.isprintable() and not _RESERVED & set(part)
