"""Read documents before anything is written, so that reading can be watched, and stopped without a trace."""

from __future__ import annotations

import pickle
import tempfile
import threading
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from tenun.intake.media_types import RECORDINGS
from tenun.intake.naming import suffix
from tenun.study.reading import guide_of
from tenun.study.scope import Progress, no_progress

if TYPE_CHECKING:
    from tenun.errors import Problem
    from tenun.intake.folder.sources import FolderSources
    from tenun.study.scope import StudyScope

BATCH_BYTES = 32 * 1024 * 1024
"""So much is read, and later written, at once."""
_IN_MEMORY = 2 * BATCH_BYTES


class ReadDocuments:
    """Documents that were read and wait to be written, batch by batch; beyond 64 MiB they wait on the disk.

    To be closed, or used as a context manager.
    """

    def __init__(self) -> None:
        self.problems: list[Problem] = []
        self.recordings: list[Path] = []
        self._batches = 0
        self._kept = tempfile.SpooledTemporaryFile(_IN_MEMORY)  # noqa: SIM115 - closed by `close`

    def __enter__(self) -> ReadDocuments:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Forget them."""
        self._kept.close()

    def keep(self, batch: Sequence[FolderSources]) -> None:
        """Add a batch."""
        self.problems += [problem for read in batch for problem in read.problems]
        pickle.dump(batch, self._kept, protocol=pickle.HIGHEST_PROTOCOL)
        self._batches += 1

    def __iter__(self) -> Iterator[Sequence[FolderSources]]:
        self._kept.seek(0)
        for _ in range(self._batches):
            batch: Sequence[FolderSources] = pickle.load(self._kept)  # noqa: S301 - written above
            yield batch


def read_documents(
    scope: StudyScope,
    files: Sequence[Path],
    *,
    metadata: Mapping[str, Mapping[str, str]] | None = None,
    progress: Progress = no_progress,
    stopped: threading.Event | None = None,
) -> ReadDocuments:
    """Read files as `import_documents` would bring them in, from any thread, and write nothing.

    Raises ReadingStopped once `stopped` is set, by any thread.
    """
    found = ReadDocuments()
    found.recordings = [file for file in files if suffix(file.name) in RECORDINGS]
    documents = [file for file in files if file not in found.recordings]
    done = 0
    try:
        for batch in _batches(documents):
            told = partial(_told, progress, done, len(documents))
            found.keep(_read(scope, batch, metadata or {}, told, stopped))
            done += len(batch)
        progress("sources", done, len(documents))
    except BaseException:
        found.close()
        raise
    return found


def _read(
    scope: StudyScope,
    files: Sequence[Path],
    metadata: Mapping[str, Mapping[str, str]],
    told: Callable[[int], None],
    stopped: threading.Event | None,
) -> list[FolderSources]:
    from tenun.intake.folder.metadata import MetadataTable
    from tenun.intake.folder.sources import read_sources

    config = scope.config()
    guide, table, read, done = guide_of(config), MetadataTable(metadata), [], 0
    for folder in dict.fromkeys(file.parent for file in files):
        names = [file.name for file in files if file.parent == folder]
        ahead = partial(_ahead, told, done)
        read.append(
            read_sources(folder, names, table, scope.guid, config.languages, guide, told=ahead, stopped=stopped)
        )
        done += len(names)
    return read


def _told(progress: Progress, before: int, total: int, done: int) -> None:
    progress("sources", before + done, total)


def _ahead(told: Callable[[int], None], before: int, done: int) -> None:
    told(before + done)


def _batches(files: Sequence[Path]) -> Iterator[list[Path]]:
    batch: list[Path] = []
    size = 0
    for file in files:
        batch.append(file)
        size += file.stat().st_size
        if size >= BATCH_BYTES:
            yield batch
            batch, size = [], 0
    if batch:
        yield batch
