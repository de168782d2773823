"""The sources of a study folder, read one by one: the good ones come in, a bad one is a problem with its reason."""

from __future__ import annotations

import threading
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from tenun.corpus.identity import guid_of
from tenun.corpus.sources import Source
from tenun.corpus.transcripts import Guide
from tenun.errors import InputRefused, Problem
from tenun.intake.documents import read_apart
from tenun.intake.folder.contents import FolderSource
from tenun.intake.folder.metadata import MetadataTable, merged
from tenun.intake.folder.source_records import RecordDesk
from tenun.intake.guard.size import SOURCE_BYTES, read_within
from tenun.intake.naming import stem
from tenun.intake.reading import Reading
from tenun.text.hashes import sha256_text


@dataclass(frozen=True, slots=True)
class FolderSources:
    """Sources that came in, other names by which tables may call them, names of those refused, and problems."""

    sources: tuple[FolderSource, ...]
    names: Mapping[str, str]
    refused: frozenset[str]
    problems: tuple[Problem, ...]

    @property
    def records(self) -> list[Source]:
        """The sources themselves."""
        return [found.source for found in self.sources]

    @property
    def texts(self) -> dict[str, str]:
        """Their texts by key."""
        return {found.source.key: found.reading.text for found in self.sources}


@dataclass
class _Intake:
    study: str
    languages: Sequence[str]
    guide: Guide | None
    stopped: threading.Event | None = None
    taken: dict[str, FolderSource] = field(default_factory=dict)
    refused: set[str] = field(default_factory=set)
    problems: list[Problem] = field(default_factory=list)


def read_sources(
    folder: Path,
    files: Sequence[str],
    metadata: MetadataTable,
    study: str,
    languages: Sequence[str],
    guide: Guide | None,
    *,
    told: Callable[[int], None] = lambda done: None,
    stopped: threading.Event | None = None,
) -> FolderSources:
    """Read each file and its metadata. `files` are relative to the folder, `study` is the study's guid.

    `told` is called with how many files are done; once `stopped` is set, ReadingStopped ends it. A file
    is refused when it cannot be read, its metadata are wrong or its key is taken; nothing of it comes in.
    """
    intake = _Intake(study, languages, guide, stopped)
    for number, file in enumerate(files):
        told(number)
        try:
            content = read_within(folder / file, SOURCE_BYTES, file)
            _take(intake, file, content, metadata)
        except InputRefused as refusal:
            intake.problems.append(Problem.of(refusal, refusal.where or file))
            intake.refused |= {file, file.rpartition("/")[2], stem(file)}
    taken = tuple(intake.taken.values())
    intake.problems += _origins_spelt_otherwise(taken)
    names = _names(taken)
    return FolderSources(taken, names, frozenset(intake.refused - set(names)), tuple(intake.problems))


def _take(intake: _Intake, file: str, content: bytes, metadata: MetadataTable) -> None:
    row = metadata.of(file)
    reading = read_apart(
        content,
        file,
        languages=intake.languages,
        kind=row.get("kind"),
        guide=intake.guide,
        stopped=intake.stopped,
    )
    desk = RecordDesk(merged(reading.metadata, row), file)
    source = desk.source(reading, intake.languages)
    if source.key in intake.taken:
        raise InputRefused("intake.key-twice", where=file, key=source.key, other=intake.taken[source.key].file)
    intake.problems += [*reading.warnings, *desk.problems]
    if any(problem.level == "error" for problem in desk.problems):
        intake.refused |= {source.key, file, file.rpartition("/")[2], stem(file)}
    else:
        known = replace(
            source,
            guid=guid_of(intake.study, "source", source.key),
            representation=representation_guid(intake.study, source.key, reading),
        )
        intake.taken[source.key] = FolderSource(known, file, content, reading)


def representation_guid(study: str, source: str, reading: Reading) -> str:
    """The guid of a source's text as one version of one extractor read it."""
    extractor = (reading.extractor, reading.extractor_version)
    return guid_of(study, "representation", source, *extractor, sha256_text(reading.text))


def _names(taken: Sequence[FolderSource]) -> dict[str, str]:
    """Path, file name and stem of each source, where they are its alone, and its key."""
    pairs = [
        (name, found.source.key)
        for found in taken
        for name in dict.fromkeys((found.file, found.file.rpartition("/")[2], stem(found.file)))
    ]
    uses = Counter(name for name, _ in pairs)
    return {name: key for name, key in pairs if uses[name] == 1} | {
        found.source.key: found.source.key for found in taken
    }


def _origins_spelt_otherwise(taken: Sequence[FolderSource]) -> Iterator[Problem]:
    """An origin that is a key in other letters would silently make a witness of its own."""
    keys = {found.source.key.casefold(): found.source.key for found in taken}
    for found in taken:
        for origin in found.source.origins:
            meant = keys.get(origin.casefold())
            if meant and meant != origin:
                yield Problem("warning", "intake.origin-like-key", found.file, {"origin": origin}, meant)
