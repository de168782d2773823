"""Lay recordings beside their transcripts: a file of the same name, played where the words are read."""

from __future__ import annotations

import mmap
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from tenun.corpus.identity import guid_of
from tenun.errors import InputRefused, Problem
from tenun.study.importing.import_study_folder import ImportReport
from tenun.text.hashes import sha256_text

if TYPE_CHECKING:
    from tenun.store import Change
    from tenun.study.scope import StudyScope

RECORDING = "recording"
MOST_BYTES = 1024 * 1024 * 1024


def attach_recordings(scope: StudyScope, files: Sequence[Path], sources: Mapping[str, str]) -> ImportReport:
    """Keep each recording with the source that has its name without the ending, so that it is played from the text.

    `sources`: guids by the name of their file without its ending; else a source with that key is taken. A recording
    without a transcript is a problem of the report and does not come in; one that is there already changes nothing.
    """
    problems: list[Problem] = []
    added = 0
    for file in files:
        try:
            source = sources.get(file.stem) or _by_key(scope, file.stem, file.name)
            added += _attach(scope, file, source)
        except InputRefused as refusal:
            problems.append(Problem.of(refusal, file.name))
    return ImportReport({"recordings": added}, tuple(problems))


def recording_of(scope: StudyScope, source: str) -> str | None:
    """The SHA-256 of a source's recording, the latest where there are several."""
    rows = scope.store.rows("representation", source=source, extractor=RECORDING)
    return str(rows[-1]["blob"]) if rows else None


def _by_key(scope: StudyScope, key: str, where: str) -> str:
    found = scope.store.rows("source", key=key)
    if not found:
        raise InputRefused("media.no-transcript", where=where, name=key)
    return str(found[0]["guid"])


def _attach(scope: StudyScope, file: Path, source: str) -> int:
    from tenun.intake.media_types import HEAD_BYTES, is_recording, medium_of

    size = file.stat().st_size
    if size > MOST_BYTES:
        raise InputRefused("media.recording-too-large", where=file.name, most=MOST_BYTES >> 20)
    with file.open("rb") as opened:
        if not is_recording(medium_of(opened.read(HEAD_BYTES))):
            raise InputRefused("media.no-recording", where=file.name)
        with mmap.mmap(opened.fileno(), 0, access=mmap.ACCESS_READ) as content:
            return _keep(scope, content, source)


def _keep(scope: StudyScope, content: mmap.mmap, source: str) -> int:
    with scope.store.command("attach_recording", scope.coder) as change:
        sha256 = change.put_blob(content)
        if scope.store.rows("representation", source=source, blob=sha256, extractor=RECORDING):
            return 0
        change.insert("representation", _row(scope, change, source, sha256))
    return 1


def _row(scope: StudyScope, change: Change, source: str, sha256: str) -> dict[str, object]:
    language = scope.store.rows("source", guid=source)[0]["language"]
    return {
        "guid": guid_of(scope.guid, RECORDING, source, sha256),
        "source": source,
        "blob": sha256,
        "extractor": RECORDING,
        "extractor_version": "1",
        "language": language,
        "text": "",
        "sha256": sha256_text(""),
        "replaced": [],
    }
