"""Bring a whole study folder into a study, in one command that can be taken back as one."""

from __future__ import annotations

import threading
from collections.abc import Iterator, Sequence
from contextlib import nullcontext
from dataclasses import asdict, dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING

from tenun.errors import InputRefused, Problem
from tenun.study.clock import now
from tenun.study.importing import rows_of_folder as rows_of
from tenun.study.importing.new_rows import NewRows
from tenun.study.projects.rows_of_codebook import codebook_rows, framework_rows
from tenun.study.scope import Progress, no_progress

if TYPE_CHECKING:
    from tenun.coding.codings import Coding, Passage, PlacedPassage, Uncoded
    from tenun.coding.coverage import Coverage
    from tenun.corpus.study import StudyConfig
    from tenun.intake import FolderSource, StudyFolder
    from tenun.study.scope import StudyScope

COUNTED = {
    "sources": "source",
    "codes": "code",
    "codings": "coding",
    "uncoded": "uncoded",
    "coverage": "coverage",
    "events": "event_fact",
    "conflicts": "conflict",
    "clues": "evidence",
}


@dataclass(frozen=True)
class ImportReport:
    """What came in, and what is wrong with the rest."""

    added: dict[str, int] = field(default_factory=dict)
    problems: tuple[Problem, ...] = ()

    @property
    def errors(self) -> tuple[Problem, ...]:
        """Problems whose item was left out."""
        return tuple(problem for problem in self.problems if problem.level == "error")


def import_study_folder(
    scope: StudyScope, folder: Path, *, strict: bool = False, progress: Progress = no_progress
) -> ImportReport:
    """Bring in what a study folder holds and the study does not; a second import changes nothing.

    What is there already stays as it is. A fault of one source or row is a problem of the report, and the rest comes
    in; `strict` brings in nothing when there is any. Raises InputRefused for a folder without `study.yaml`, with a
    codebook that is no tree, and for the folder of another study.
    """
    return save_study_folder(scope, read_folder(folder, progress), strict=strict, progress=progress)


def read_folder(folder: Path, progress: Progress = no_progress, stopped: threading.Event | None = None) -> StudyFolder:
    """Read a study folder, codings in CSV and XLSX, and write nothing; setting `stopped` ends it by ReadingStopped."""
    from tenun.intake import read_study_folder
    from tenun.study.importing.import_codings import read_table_apart

    read = 0

    def told(done: int, total: int) -> None:
        nonlocal read
        read = total
        progress("sources", done, total)

    found = read_study_folder(folder, read_codings=read_table_apart, told=told, stopped=stopped)
    progress("sources", read, read)
    return found


def save_study_folder(
    scope: StudyScope, folder: StudyFolder, *, strict: bool = False, progress: Progress = no_progress
) -> ImportReport:
    """Write a study folder that was read; see `import_study_folder`.

    Recordings follow the rest, each as a command of its own; all of it comes in or nothing.
    """
    from tenun.study.importing.attach_recordings import attach_recordings

    with nullcontext() if scope.store.in_command else scope.store.batch():
        report = _save(scope, folder, strict, progress)
        laid = [attach_recordings(scope, [file], {file.stem: source}) for file, source in folder.recordings]
    if not laid:
        return report
    added = sum(one.added["recordings"] for one in laid)
    problems = [problem for one in laid for problem in one.problems]
    return ImportReport({**report.added, "recordings": added}, (*report.problems, *problems))


def _save(scope: StudyScope, folder: StudyFolder, strict: bool, progress: Progress) -> ImportReport:
    if folder.guid != scope.guid:
        raise InputRefused("study.other-study", here=scope.store.key, other=folder.config.id)
    if strict and folder.errors:
        raise InputRefused("study.import-strict", count=len(folder.errors))
    new = NewRows(scope.store)
    problems = [*folder.problems, *_collect(scope, folder, new)]
    if not new and scope.store.config():
        return ImportReport(dict.fromkeys(COUNTED, 0), tuple(problems))
    progress("codings", 0, 1)
    with scope.store.command("import_study_folder", scope.coder) as change:
        for source in folder.sources:
            change.put_blob(source.content)
        new.write(change)
    progress("codings", 1, 1)
    count = new.count()
    return ImportReport({name: count[table] for name, table in COUNTED.items()}, tuple(problems))


def config_of_folder(folder: StudyFolder) -> StudyConfig:
    """The settings of a folder, with its guide and what was looked for in vain among the extra ones."""
    extra = dict(folder.config.extra)
    if folder.guide:
        extra["guide"] = asdict(folder.guide)
    extra["not_found"] = [asdict(words) for words in folder.not_found]
    return replace(folder.config, extra=extra)


def _collect(scope: StudyScope, folder: StudyFolder, new: NewRows) -> list[Problem]:
    study, at = folder.guid, now()
    done: list[Coding | Uncoded | Coverage] = [*folder.codings, *folder.uncoded, *folder.coverage]
    names = {made.coder for made in done} | {scope.coder}
    numbers = {made.round for made in done}
    cases = {made.facets.case for made in folder.codings if made.facets.case} | {folder.config.case} - {None}
    new.add("coder", rows_of.coder_rows(study, sorted(names), folder.config.same_person, folder.records.coders))
    new.add("round", rows_of.round_rows(study, sorted(numbers), folder.records.rounds))
    new.add("case", rows_of.case_rows(study, sorted(case for case in cases if case)))
    for table, rows in (
        *framework_rows(study, folder.framework),
        *codebook_rows(study, folder.framework, scope.coder, at),
    ):
        new.add(table, rows)
    problems = collect_sources(scope, folder.sources, new)
    new.add("representation", (row for one in folder.sources for row in rows_of.translation_rows(folder, one)))
    new.add("passage", [rows_of.passage_row(passage) for passage in _passages(folder)])
    new.add("coding", (rows_of.coding_row(study, coding) for coding in folder.codings))
    new.add("uncoded", (rows_of.uncoded_row(study, left) for left in folder.uncoded))
    new.add("coverage", (rows_of.coverage_row(study, covered) for covered in folder.coverage))
    new.add("event_fact", (rows_of.event_row(study, fact) for fact in folder.events))
    new.add("conflict", (rows_of.conflict_row(study, record) for record in folder.conflicts))
    new.add("claim", rows_of.claim_rows(study, folder))
    new.add("link", rows_of.one_text_rows(study, folder.records.one_text))
    new.add("evidence", rows_of.evidence_rows(study, folder.ledger))
    return problems


def collect_sources(scope: StudyScope, found: Sequence[FolderSource], new: NewRows) -> list[Problem]:
    """Add the rows of sources with their texts; one whose text differs from the study's is left out and named."""
    from tenun.text.hashes import sha256_bytes

    problems, taken = [], []
    for one in found:
        if new.has("source", one.source.guid) and not new.has("representation", one.source.representation):
            problems.append(Problem("warning", "study.source-changed", one.file, {"source": one.source.key}))
        else:
            taken.append(one)
    at = now()
    new.add("source", (rows_of.source_row(one.source, one.source.representation) for one in taken))
    new.add("representation", (rows_of.representation_row(one, sha256_bytes(one.content)) for one in taken))
    new.add("landmark", (row for one in taken for row in rows_of.landmark_rows(scope.guid, one)))
    appraised = (one.source for one in taken if one.source.appraisal)
    new.add("appraisal", (rows_of.appraisal_row(scope.guid, source, scope.coder, at) for source in appraised))
    return problems


def _passages(folder: StudyFolder) -> Iterator[Passage | PlacedPassage]:
    yield from folder.passages
    yield from (coding.passage for coding in folder.codings)
    yield from (left.passage for left in folder.uncoded)
