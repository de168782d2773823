"""What a study folder holds once it is read."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from tenun.coding.codebook import Codebook
from tenun.coding.codings import Coding, Passage, Uncoded
from tenun.coding.coverage import Coverage
from tenun.coding.framework import Framework
from tenun.corpus.chronology import ConflictRecord, EventFact
from tenun.corpus.sources import Source
from tenun.corpus.study import Bilingual, StudyConfig
from tenun.corpus.transcripts import Guide
from tenun.errors import Problem
from tenun.intake.folder.coding_records import CodingRecords
from tenun.intake.folder.facts import Clue
from tenun.intake.folder.translations import Translation
from tenun.intake.reading import Reading


@dataclass(frozen=True, slots=True)
class FolderSource:
    """A source of the folder: its record (appraisal in it), its file as it was, and what was read in it."""

    source: Source
    file: str
    content: bytes
    reading: Reading


@dataclass(frozen=True, slots=True)
class StudyFolder:
    """A study folder, read and checked; what is wrong with single items stands in `problems`.

    `passages`: those that facts, conflicts, clues and translations cite; codings bring their own. `recordings`: files
    with the guid of the source that they belong to. Guids follow from the
    study's id and natural keys, so that reading again gives the same.
    """

    config: StudyConfig
    guid: str
    codebook: Codebook
    framework: Framework
    sources: tuple[FolderSource, ...]
    codings: tuple[Coding, ...] = ()
    uncoded: tuple[Uncoded, ...] = ()
    coverage: tuple[Coverage, ...] = ()
    guide: Guide | None = None
    events: tuple[EventFact, ...] = ()
    conflicts: tuple[ConflictRecord, ...] = ()
    not_found: tuple[Bilingual, ...] = ()
    ledger: tuple[Clue, ...] = ()
    translations: tuple[Translation, ...] = ()
    passages: tuple[Passage, ...] = ()
    records: CodingRecords = field(default_factory=CodingRecords)
    recordings: tuple[tuple[Path, str], ...] = ()
    problems: tuple[Problem, ...] = ()

    @property
    def errors(self) -> tuple[Problem, ...]:
        """Problems whose item was left out."""
        return tuple(problem for problem in self.problems if problem.level == "error")
