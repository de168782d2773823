"""Paths that a study folder names: they stay inside the folder, links included."""

from __future__ import annotations

from pathlib import Path, PurePosixPath, PureWindowsPath

from tenun.errors import InputRefused


def inside(folder: Path, relative: str, where: str = "") -> Path:
    """The path that `relative` names below `folder`; InputRefused when it, or what it links to, lies outside.

    Both kinds of slash part folders, so that a study made on one system is refused or accepted alike on another.
    """
    given = PurePosixPath(relative.replace("\\", "/"))
    if not relative.strip() or "\x00" in relative or given.is_absolute() or PureWindowsPath(relative).anchor:
        raise InputRefused("intake.path-outside", where=where, path=relative)
    return resolved_inside(folder, folder / given, where)


def resolved_inside(folder: Path, path: Path, where: str = "") -> Path:
    """The path with its links followed; InputRefused when it leaves the folder."""
    found = path.resolve()
    if not found.is_relative_to(folder.resolve()):
        raise InputRefused("intake.path-outside", where=where, path=path.relative_to(folder).as_posix())
    return found
