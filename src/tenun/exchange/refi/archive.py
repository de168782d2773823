"""`.qdpx` archives: the project as `project.qde`, its texts and originals in `Sources/`, Tenun's own beside them.

Other programs look only for the `.qde` and for what it names; `tenun/` holds what the format cannot carry.
"""

from __future__ import annotations

import json
import zipfile
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from tenun.errors import InputRefused
from tenun.exchange.refi.project import Project
from tenun.exchange.refi.reading import read_codebook, read_project
from tenun.intake.guard.size import MIB, TABLE_BYTES, read_within, size_within
from tenun.intake.guard.zip_archive import Archive, Budget, is_dense

SOURCES = "Sources/"
SIDECAR = "tenun/study.json"
ORIGINALS = "tenun/originals/"
PROJECT = Budget(packed=4096 * MIB, members=100_000, unpacked=8192 * MIB)
"""Originals make projects large; they are read one by one, and texts within the bounds of the reader process."""
TEXT_BYTES = 384 * MIB
_FIXED = (1980, 1, 1, 0, 0, 0)
Members = Iterable[tuple[str, Iterable[bytes]]]


@dataclass(frozen=True, slots=True)
class Opened:
    """What an archive or codebook held: the project, Tenun's own part where it has one, and what was odd about it."""

    project: Project
    sidecar: dict[str, Any] | None = None
    oddities: tuple[str, ...] = ()
    members: frozenset[str] = field(default_factory=frozenset)


def write_archive(path: Path, qde: bytes, members: Members, *, packed: bool = True) -> None:
    """Write an archive piece by piece; the same study gives the same bytes."""
    with zipfile.ZipFile(path, "w", allowZip64=True) as archive:
        for name, pieces in (("project.qde", [qde]), *members):
            info = zipfile.ZipInfo(name, _FIXED)
            info.compress_type = zipfile.ZIP_DEFLATED if packed else zipfile.ZIP_STORED
            info.external_attr = 0o644 << 16
            with archive.open(info, "w", force_zip64=True) as member:
                for piece in pieces:
                    member.write(piece)


def comes_in_again(path: Path) -> bool:
    """Whether an archive that was written keeps the bounds within which one is read, but for its density."""
    with zipfile.ZipFile(path) as archive:
        sizes = {info.filename: info.file_size for info in archive.infolist()}
    texts = sum(size for name, size in sizes.items() if name.endswith((".txt", ".qde", ".json")))
    fits = path.stat().st_size <= PROJECT.packed and len(sizes) <= PROJECT.members
    return fits and sum(sizes.values()) <= PROJECT.unpacked and texts <= TEXT_BYTES


def is_too_dense(path: Path) -> bool:
    """Whether far more would come out of an archive than an import believes."""
    with zipfile.ZipFile(path) as archive:
        return is_dense(sum(info.file_size for info in archive.infolist()), path.stat().st_size)


def read_archive(content: bytes | Path, where: str) -> Opened:
    """What a `.qdpx` holds, or a bare `.qde` or `.qdc`. Of a file, by its path, only what is asked for is read.

    Raises InputRefused for an archive that is broken, hostile or too large, without a project, or with XML that is
    broken or declares a document type.
    """
    if isinstance(content, Path) and not _is_archive(content, where):
        content = read_within(content, TABLE_BYTES, where)
    if isinstance(content, bytes) and not content.startswith(b"PK"):
        return _read_bare(content, where)
    archive = Archive(content, where, PROJECT)
    names = [name for name in archive.names if name.lower().endswith(".qde") and not name.startswith("__MACOSX")]
    if not names:
        raise InputRefused("refi.no-project", where=where)
    qde = archive.read(min(names, key=lambda name: (name.count("/"), name.lower() != "project.qde", name))) or b""
    reader = _Texts(archive)
    project, oddities = read_project(qde, where, reader.text)
    sidecar = _sidecar(archive, where)
    return Opened(project, sidecar, tuple(dict.fromkeys((*oddities, *reader.oddities))), frozenset(archive.names))


def _is_archive(path: Path, where: str) -> bool:
    size_within(path, PROJECT.packed, where)
    with path.open("rb") as file:
        return file.read(2) == b"PK"


class Originals:
    """The files of an archive beside its texts, by the paths that a project gives."""

    def __init__(self, path: Path, where: str) -> None:
        self._archive = Archive(path, where, PROJECT)
        self._texts = _Texts(self._archive)

    def read(self, path: str) -> bytes:
        """The bytes of a file; empty where the archive does not have it."""
        name = self._texts.find(path)
        return (self._archive.read(name) if name else None) or b""


def _read_bare(content: bytes, where: str) -> Opened:
    head = content[:4096].lower()
    if b"project" in head and b"<" in head and b"codebook:" not in head:
        project, oddities = read_project(content, where, lambda path: (None, ""))
        return Opened(project, None, oddities)
    codes, sets, oddities = read_codebook(content, where)
    return Opened(Project("", codes=codes, sets=sets), None, oddities)


def _sidecar(archive: Archive, where: str) -> dict[str, Any] | None:
    content = archive.read(SIDECAR)
    if content is None:
        return None
    try:
        found = json.loads(content)
    except (ValueError, RecursionError) as error:
        raise InputRefused("refi.sidecar-broken", where=where) from error
    if not isinstance(found, dict) or not isinstance(texts := found.get("texts", {}), dict):
        raise InputRefused("refi.sidecar-broken", where=where)
    for guid, name in list(texts.items()):
        texts[guid] = (archive.read(str(name)) or b"").decode("utf-8", "replace")
    return found


class _Texts:
    """Texts of an archive by the paths that a project gives."""

    def __init__(self, archive: Archive) -> None:
        self._archive = archive
        self._by_lower = {name.lower(): name for name in archive.names}
        self.oddities: list[str] = []

    def find(self, path: str) -> str | None:
        """The member that a path means: with or without `internal://`, in `Sources/`, `sources/` or the top."""
        plain = path.strip().replace("\\", "/")
        inside = plain[len("internal://") :] if plain.lower().startswith("internal://") else plain
        inside = inside.lstrip("/")
        for name in (SOURCES + inside, inside):
            if found := self._by_lower.get(name.lower()):
                if not plain.lower().startswith("internal://"):
                    self.oddities.append("path")
                if found.startswith("sources/"):
                    self.oddities.append("folder")
                return found
        return None

    def text(self, path: str) -> tuple[str | None, str]:
        """The text as it stands, byte-order mark and line ends and all, and its member; None where there is none."""
        name = self.find(path)
        if name is None:
            return None, ""
        return _decoded(self._archive.read(name) or b""), name


def _decoded(content: bytes) -> str:
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        return content.decode("utf-16", "replace")
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError:
        return content.decode("cp1252", "replace")


def packed_json(value: object) -> Iterator[bytes]:
    """JSON in pieces."""
    text = json.dumps(value, ensure_ascii=False, allow_nan=False, separators=(",", ":")).encode()
    for at in range(0, len(text), 1 << 20):
        yield text[at : at + (1 << 20)]
