"""Compute the figures of a replication bundle again, and say where they or its files are not what was kept."""

from __future__ import annotations

import json
import tempfile
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from tenun.errors import InputRefused, TenunError
from tenun.study.exporting.bundle_figures import Difference, compare_figures, named_figures
from tenun.study.exporting.write_bundle import ABOUT, FOLDER, FORMAT, MANIFEST, RESULTS, VERSION, recompute
from tenun.study.scope import Progress, no_progress
from tenun.text.hashes import sha256_bytes

if TYPE_CHECKING:
    from tenun.intake.guard.zip_archive import Archive


@dataclass(frozen=True)
class Replication:
    """What came of computing again.

    `changed`, `missing`, `added`: files that the manifest knows otherwise, not there, or there though it does not know
    them. `compared`: how many figures; `differing`: those that came out otherwise; `not_checkable`: figures that the
    whole study gives otherwise than the files of the bundle do, by name. `refused`: why the folder could not be
    computed at all. `software`: name -> version that made the bundle and version here, where they differ.
    """

    compared: int
    differing: tuple[Difference, ...] = ()
    changed: tuple[str, ...] = ()
    missing: tuple[str, ...] = ()
    added: tuple[str, ...] = ()
    redacted: bool = False
    not_checkable: tuple[str, ...] = ()
    software: Mapping[str, tuple[str, str]] | None = None
    refused: TenunError | None = None

    @property
    def holds(self) -> bool:
        """Whether every file and every figure is as it was kept."""
        return not (self.differing or self.changed or self.missing or self.added or self.refused)


def replicate_bundle(path: Path, progress: Progress = no_progress) -> Replication:
    """Check the files of a bundle against its manifest, and its results against a new computation from its folder.

    Nothing is written beside the bundle. Raises InputRefused for a file that is no bundle, broken or hostile.
    """
    from tenun.intake.guard.size import TABLE_BYTES, read_within
    from tenun.intake.guard.zip_archive import Archive

    progress("replicate", 0, 2)
    archive = Archive(read_within(path, TABLE_BYTES), path.name)
    about, kept, manifest = _opened(archive, path.name)
    contents = {name: archive.read(name) or b"" for name in archive.names}
    known = sorted(manifest.keys() & contents.keys())
    changed = tuple(name for name in known if sha256_bytes(contents[name]) != manifest[name])
    progress("replicate", 1, 2)
    folder = {name.removeprefix(FOLDER): content for name, content in contents.items() if name.startswith(FOLDER)}
    looked_at = Replication(
        compared=sum(1 for _ in named_figures(kept)),
        changed=changed,
        missing=tuple(sorted(manifest.keys() - contents.keys())),
        added=tuple(sorted(contents.keys() - manifest.keys() - {MANIFEST})),
        redacted=bool(about.get("redacted")),
        not_checkable=tuple(map(str, about.get("not_checkable") or ())),
        software=_other_software(about.get("software")),
    )
    try:
        with tempfile.TemporaryDirectory(prefix="tenun-replicate-") as place:
            found = recompute(folder, Path(place))
    except TenunError as refusal:
        return replace(looked_at, refused=refusal)
    progress("replicate", 2, 2)
    return replace(looked_at, differing=tuple(compare_figures(kept, found)))


def _opened(archive: Archive, where: str) -> tuple[dict[str, Any], dict[str, Any], dict[str, str]]:
    """What the bundle says of itself, the results it keeps, and the hashes of its files."""
    parts = [archive.read(name) for name in (ABOUT, RESULTS, MANIFEST)]
    try:
        about, kept = (json.loads(part or b"") for part in parts[:2])
        lines = (parts[2] or b"").decode().splitlines()
        manifest = {name: sha256 for sha256, name in (line.split("  ", 1) for line in lines)}
    except (ValueError, UnicodeDecodeError, RecursionError) as error:
        raise InputRefused("study.no-bundle", where=where, name=where) from error
    plain = isinstance(about, dict) and isinstance(kept, dict) and manifest and about.get("format") == FORMAT
    if not (plain and isinstance(about.get("not_checkable") or [], list)):
        raise InputRefused("study.no-bundle", where=where, name=where)
    if about.get("version") != VERSION:
        raise InputRefused("study.newer-bundle", where=where, name=where)
    return about, kept, manifest


def _other_software(kept: Any) -> dict[str, tuple[str, str]]:
    from tenun.study.exporting.write_bundle import software_here

    here = software_here()
    kept = kept if isinstance(kept, dict) else {}
    return {name: (str(was), here.get(name, "–")) for name, was in kept.items() if here.get(name) != was}
