"""Recordings of a study folder and the transcripts that they belong to, by their names."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import PurePosixPath

from tenun.errors import Problem
from tenun.intake.folder.contents import FolderSource


def pair_recordings(files: Sequence[str], sources: Sequence[FolderSource]) -> tuple[dict[str, str], list[Problem]]:
    """The source (guid) of each recording: the one of its name beside it, else the only one of its name anywhere.

    A recording without one is a problem.
    """
    beside = {str(PurePosixPath(one.file).with_suffix("")): one.source.guid for one in sources}
    found: dict[str, str] = {}
    problems = []
    for file in files:
        path = PurePosixPath(file)
        named = {guid for place, guid in beside.items() if PurePosixPath(place).name == path.stem}
        source = beside.get(str(path.with_suffix(""))) or (named.pop() if len(named) == 1 else None)
        if source is None:
            problems.append(Problem("error", "media.no-transcript", file, {"name": path.stem}))
        else:
            found[file] = source
    return found, problems
