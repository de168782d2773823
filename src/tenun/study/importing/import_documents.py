"""Bring documents into a study."""

from __future__ import annotations

import threading
from collections.abc import Mapping, Sequence
from contextlib import nullcontext
from pathlib import Path
from typing import TYPE_CHECKING

from tenun.study.importing.attach_recordings import attach_recordings
from tenun.study.importing.import_study_folder import ImportReport, collect_sources
from tenun.study.importing.new_rows import NewRows
from tenun.study.importing.read_documents import read_documents
from tenun.study.importing.rows_of_folder import coder_rows
from tenun.study.scope import Progress, no_progress

if TYPE_CHECKING:
    from tenun.intake.folder.sources import FolderSources
    from tenun.study.importing.read_documents import ReadDocuments
    from tenun.study.scope import StudyScope


def import_documents(
    scope: StudyScope,
    files: Sequence[Path],
    *,
    metadata: Mapping[str, Mapping[str, str]] | None = None,
    progress: Progress = no_progress,
    stopped: threading.Event | None = None,
) -> ImportReport:
    """Bring files in as sources; their metadata stand in their front matter, or in `metadata` by file name.

    A file that cannot be read, and one whose metadata are wrong, is a problem of the report and nothing of it comes in;
    one that is there already changes nothing. A recording is laid beside the transcript of the same name. All of it
    comes in, or nothing: an interruption, or setting `stopped` (ReadingStopped), leaves the study as it was.
    """
    with read_documents(scope, files, metadata=metadata, progress=progress, stopped=stopped) as read:
        return write_documents(scope, read)


def write_documents(scope: StudyScope, read: ReadDocuments) -> ImportReport:
    """Bring in documents that were read, each batch as one command that one undo takes back, and all by one commit."""
    added = 0
    problems = list(read.problems)
    sources: dict[str, str] = {}
    with nullcontext() if scope.store.in_command else scope.store.batch():
        for batch in read:
            report = _write_batch(scope, batch)
            added += report.added["sources"]
            problems += report.problems
            sources.update((Path(found.file).stem, found.source.guid) for one in batch for found in one.sources)
        if not read.recordings:
            return ImportReport({"sources": added}, tuple(problems))
        laid = attach_recordings(scope, read.recordings, sources)
    return ImportReport({"sources": added, **laid.added}, (*problems, *laid.problems))


def _write_batch(scope: StudyScope, batch: Sequence[FolderSources]) -> ImportReport:
    new = NewRows(scope.store)
    problems = [problem for read in batch for problem in collect_sources(scope, read.sources, new)]
    added = new.count()["source"]
    if added:
        new.add("coder", coder_rows(scope.guid, [scope.coder], ()))
        with scope.store.command("import_documents", scope.coder) as change:
            for read in batch:
                for found in read.sources:
                    change.put_blob(found.content)
            new.write(change)
    return ImportReport({"sources": added}, tuple(problems))
