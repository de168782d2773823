"""Bring documents into a study."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from tenun.intake.media_types import RECORDINGS
from tenun.intake.naming import suffix
from tenun.study.attach_recordings import attach_recordings
from tenun.study.import_study_folder import ImportReport, collect_sources
from tenun.study.new_rows import NewRows
from tenun.study.reading import guide_of
from tenun.study.rows_of_folder import coder_rows
from tenun.study.scope import Progress, no_progress

if TYPE_CHECKING:
    from tenun.errors import Problem
    from tenun.study.scope import StudyScope

BATCH_BYTES = 32 * 1024 * 1024
"""So much text is read before it is written and acknowledged, as one command that one undo takes back."""


def import_documents(
    scope: StudyScope,
    files: Sequence[Path],
    *,
    metadata: Mapping[str, Mapping[str, str]] | None = None,
    progress: Progress = no_progress,
) -> ImportReport:
    """Bring files in as sources; their metadata stand in their front matter, or in `metadata` by file name.

    A file that cannot be read, and one whose metadata are wrong, is a problem of the report and nothing of it comes in;
    one that is there already changes nothing. A recording is laid beside the transcript of the same name.
    """
    recordings = [file for file in files if suffix(file.name) in RECORDINGS]
    documents = [file for file in files if file not in recordings]
    added, done = 0, 0
    problems: list[Problem] = []
    sources: dict[str, str] = {}
    for batch in _batches(documents):
        progress("sources", done, len(documents))
        report = _import_batch(scope, batch, metadata or {}, sources)
        added += report.added["sources"]
        problems += report.problems
        done += len(batch)
    progress("sources", done, len(documents))
    if not recordings:
        return ImportReport({"sources": added}, tuple(problems))
    laid = attach_recordings(scope, recordings, sources)
    return ImportReport({"sources": added, **laid.added}, (*problems, *laid.problems))


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


def _import_batch(
    scope: StudyScope, files: Sequence[Path], metadata: Mapping[str, Mapping[str, str]], sources: dict[str, str]
) -> ImportReport:
    from tenun.intake.folder.metadata import MetadataTable
    from tenun.intake.folder.sources import read_sources

    config = scope.config()
    new = NewRows(scope.store)
    problems: list[Problem] = []
    contents: list[bytes] = []
    for folder in dict.fromkeys(file.parent for file in files):
        names = [file.name for file in files if file.parent == folder]
        read = read_sources(folder, names, MetadataTable(metadata), scope.guid, config.languages, guide_of(config))
        problems += [*read.problems, *collect_sources(scope, read.sources, new)]
        contents += [found.content for found in read.sources]
        sources.update((Path(found.file).stem, found.source.guid) for found in read.sources)
    added = new.count()["source"]
    if added:
        new.add("coder", coder_rows(scope.guid, [scope.coder], ()))
        with scope.store.command("import_documents", scope.coder) as change:
            for content in contents:
                change.put_blob(content)
            new.write(change)
    return ImportReport({"sources": added}, tuple(problems))
