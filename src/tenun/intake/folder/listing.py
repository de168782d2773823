"""Which files of a study folder are its sources."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path, PurePosixPath

from tenun.errors import InputRefused, Problem
from tenun.intake.guard.paths import inside, resolved_inside
from tenun.intake.guard.size import MOST_SOURCES

_GLOB = frozenset("*?[")


def source_files(folder: Path, entries: Sequence[str], others: Sequence[str]) -> tuple[list[str], list[Problem]]:
    """Paths relative to the folder, in order, of what `sources` names: folders, patterns and files.

    `others`: files of the study that are no sources (`study.yaml`, tables). Hidden files are passed over. An entry that
    names nothing and a file whose link leads out of the folder are problems; InputRefused when an entry itself leads
    out, when nothing is left, or when there are too many.
    """
    found: dict[str, None] = {}
    problems: list[Problem] = []
    for entry in entries:
        files = list(_files(folder, entry))
        if not files:
            problems.append(Problem("error", "intake.source-missing", "study.yaml: sources", {"entry": entry}))
        for path in files:
            relative = path.relative_to(folder).as_posix()
            if relative not in others:
                _keep(found, problems, folder, path, relative)
        if len(found) > MOST_SOURCES:
            raise InputRefused("intake.too-many-sources", where="study.yaml: sources", most=f"{MOST_SOURCES:,}")
    if not found and not problems:
        raise InputRefused("intake.no-sources", where="study.yaml: sources")
    return list(found), problems


def _keep(found: dict[str, None], problems: list[Problem], folder: Path, path: Path, relative: str) -> None:
    try:
        resolved_inside(folder, path, relative)
    except InputRefused as refusal:
        problems.append(Problem.of(refusal, relative))
    else:
        found[relative] = None


def _files(folder: Path, entry: str) -> Iterator[Path]:
    if _GLOB & set(entry):
        plain = "".join(char for char in entry if char not in _GLOB)
        inside(folder, plain or ".", "study.yaml: sources")
        paths = sorted(path for path in folder.glob(entry) if path.is_file())
    else:
        path = folder / PurePosixPath(entry.replace("\\", "/"))
        inside(folder, entry, "study.yaml: sources")
        paths = sorted(file for file in path.rglob("*") if file.is_file()) if path.is_dir() else [path]
    for path in paths:
        hidden = any(part.startswith(".") for part in path.relative_to(folder).parts)
        if path.is_file() and not hidden:
            yield path
