"""Reading a study folder as a whole."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from pathlib import Path

from tenun import frameworks
from tenun.coding.codebook import Codebook
from tenun.coding.codings_csv import read_csv, records
from tenun.coding.coverage import Coverage, whole_codebook
from tenun.coding.framework import Framework, codebook_of_rows, framework_of
from tenun.coding.resolution import Resolution, resolve
from tenun.coding.rows import CodingRow, CodingsTable
from tenun.corpus.identity import guid_of, study_guid
from tenun.corpus.study import StudyConfig
from tenun.corpus.transcripts import Guide
from tenun.errors import InputRefused, Problem
from tenun.intake.folder.citations import Citations
from tenun.intake.folder.coding_records import read_coding_records
from tenun.intake.folder.config import config_of
from tenun.intake.folder.contents import StudyFolder
from tenun.intake.folder.facts import read_facts
from tenun.intake.folder.guides import read_guide
from tenun.intake.folder.listing import source_files
from tenun.intake.folder.metadata import MetadataTable, read_metadata
from tenun.intake.folder.recordings import pair_recordings
from tenun.intake.folder.settings import STUDY_FILE, read_settings, read_yaml
from tenun.intake.folder.sources import FolderSources, read_sources
from tenun.intake.folder.translations import Translation, read_translations
from tenun.intake.guard.paths import inside
from tenun.intake.guard.size import TABLE_BYTES, read_within
from tenun.intake.media_types import RECORDINGS
from tenun.intake.naming import stem, suffix
from tenun.text.likeness import nearest_name

WHOLE_CODEBOOK = "whole-codebook"
CodingsReader = Callable[[bytes, str], CodingsTable]


def read_study_folder(
    folder: Path,
    *,
    read_codings: CodingsReader = read_csv,
    told: Callable[[int, int], None] = lambda done, total: None,
    stopped: threading.Event | None = None,
) -> StudyFolder:
    """Read and check a study folder as DESIGN section 2 lays it out.

    `told` is called with how many sources are read and how many there are; setting `stopped` ends it with
    ReadingStopped. `read_codings` reads a codings table; the default reads CSV,
    `tenun.exchange.codings_table.read_table` XLSX as well.
    A fault of one source, row, fact or quote is a problem, and the rest comes in. Raises InputRefused for what the
    whole rests on: no `study.yaml`, a setting that is missing or malformed, a codebook that is no tree, a motive that
    it does not have, a path that leads out of the folder, YAML that cannot be read.
    """
    desk = _Desk(Path(folder), told, stopped)
    framework = desk.framework()
    config = config_of(desk.settings, framework.codebook)
    study = study_guid(config.id)
    guide = desk.guide(framework.codebook)
    found = desk.sources(study, config, guide)
    rows = desk.rows(read_codings)
    codebook, sources, texts = framework.codebook, found.records, found.texts
    resolution = resolve(rows, sources, codebook, texts, config, names=found.names, refused=found.refused)
    citations = Citations(study, sources, texts)
    facts = read_facts(desk.folder, desk.settings, citations, codebook)
    translations = desk.translations(citations)
    records_of_coding = read_coding_records(desk.settings, citations.sources, desk.problems)
    desk.problems += [*resolution.problems, *citations.problems, *_loose_ends(config, found, resolution)]
    return StudyFolder(
        config=config,
        guid=study,
        codebook=codebook,
        framework=framework,
        sources=found.sources,
        codings=resolution.codings,
        uncoded=resolution.uncoded,
        coverage=desk.coverage(codebook, found, resolution, study),
        guide=guide,
        events=facts.events,
        conflicts=facts.conflicts,
        not_found=facts.not_found,
        ledger=facts.ledger,
        translations=translations,
        passages=tuple(citations.passages.values()),
        recordings=tuple((desk.folder / file, source) for file, source in desk.recordings.items()),
        records=records_of_coding,
        problems=tuple(desk.problems),
    )


class _Desk:
    """The folder, its settings, and the problems met so far."""

    def __init__(self, folder: Path, told: Callable[[int, int], None], stopped: threading.Event | None) -> None:
        self.folder, self._told, self._stopped = folder, told, stopped
        self.settings, self.problems = read_settings(folder)
        self.recordings: dict[str, str] = {}

    def framework(self) -> Framework:
        """The codebook: a YAML or CSV file of the folder, or a framework that ships, by name."""
        name = self.settings.text("codebook")
        try:
            if suffix(name) not in (".yaml", ".yml", ".csv"):
                return frameworks.load(name)
            path = self._path("codebook")
            if suffix(name) == ".csv":
                rows = [row for _, row in records(read_within(path, TABLE_BYTES, name), name)]
                return codebook_of_rows(rows, stem(name))
            document = read_yaml(path, name)
            return framework_of(document if isinstance(document, dict) else {"codes": document}, stem(name))
        except InputRefused as refusal:
            raise InputRefused(refusal.code, where=refusal.where or name, **refusal.parameters) from refusal

    def guide(self, codebook: Codebook) -> Guide | None:
        """The interview guide, where there is one."""
        if not self.settings.has("guide"):
            return None
        guide, odd = read_guide(self._path("guide"), self.settings.text("guide"), codebook)
        self.problems += odd
        return guide

    def sources(self, study: str, config: StudyConfig, guide: Guide | None) -> FolderSources:
        """The sources with their metadata."""
        listed, missing = source_files(self.folder, self.settings.texts("sources"), self._other_files())
        files = [file for file in listed if suffix(file) not in RECORDINGS]
        metadata = MetadataTable({})
        if self.settings.has("metadata"):
            metadata = read_metadata(self._path("metadata"), self.settings.text("metadata"), files)
        found = read_sources(
            self.folder,
            files,
            metadata,
            study,
            config.languages,
            guide,
            told=lambda done: self._told(done, len(files)),
            stopped=self._stopped,
        )
        self.recordings, alone = pair_recordings([file for file in listed if file not in files], found.sources)
        self.problems += [*missing, *metadata.problems, *found.problems, *alone]
        return found

    def rows(self, read_codings: CodingsReader) -> list[CodingRow]:
        """The rows of all codings tables; a table that cannot be read is a problem."""
        rows: list[CodingRow] = []
        for name in self.settings.texts("codings"):
            path = inside(self.folder, name, f"{STUDY_FILE}: codings")
            try:
                table = read_codings(read_within(path, TABLE_BYTES, name), name)
            except InputRefused as refusal:
                self.problems.append(Problem.of(refusal, refusal.where or name))
            else:
                rows += table.rows
                self.problems += table.problems
        return rows

    def translations(self, citations: Citations) -> tuple[Translation, ...]:
        """Translations of quotes, where there are any."""
        if not self.settings.has("translations"):
            return ()
        return read_translations(self._path("translations"), self.settings.text("translations"), citations)

    def coverage(
        self, codebook: Codebook, found: FolderSources, resolution: Resolution, study: str
    ) -> tuple[Coverage, ...]:
        """What coders looked for and did not find, as far as `coverage` lets one say."""
        stated = self.settings.text("coverage")
        if not stated:
            return ()
        if suffix(stated) == ".csv":
            return tuple(self._covered(codebook, {source.key for source in found.records}, study))
        if stated != WHOLE_CODEBOOK:
            raise self.settings.refused("coverage", "intake.setting-no-one-of", allowed=f"{WHOLE_CODEBOOK}, FILE.csv")
        source_of = {source.representation: source.key for source in found.records}
        return tuple(whole_codebook(resolution.codings, resolution.uncoded, codebook, source_of, study))

    def _covered(self, codebook: Codebook, sources: set[str], study: str) -> Iterator[Coverage]:
        """The rows of a table `source, code, coder, round`; one of an unknown source or code is a problem."""
        where = self.settings.text("coverage")
        for number, row in records(read_within(self._path("coverage"), TABLE_BYTES, where), where):
            source, code = row.get("source", ""), row.get("code", "")
            turn = row.get("round") or "1"
            if source in sources and code in codebook and turn.isdecimal():
                key = (source, code, row.get("coder") or "coder", int(turn))
                yield Coverage(*key, guid_of(study, "coverage", *key))
            else:
                name, known = ("source", sources) if source not in sources else ("code", set(codebook))
                value = source if name == "source" else code
                problem = Problem(
                    "error", f"coding.unknown-{name}", f"{where}:{number}", {name: value}, nearest_name(value, known)
                )
                self.problems.append(problem)

    def _path(self, key: str) -> Path:
        return inside(self.folder, self.settings.text(key), f"{STUDY_FILE}: {key}")

    def _other_files(self) -> list[str]:
        """Files that are no sources even where `sources` names the folder they lie in."""
        keys = ("metadata", "codebook", "guide", "facts", "conflicts", "not_found", "ledger", "translations")
        named = [self.settings.values[key] for key in keys if isinstance(self.settings.values.get(key), str)]
        covered = [name for name in (self.settings.text("coverage"),) if suffix(name) == ".csv"]
        return [STUDY_FILE, *named, *covered, *self.settings.texts("codings")]


def _loose_ends(config: StudyConfig, found: FolderSources, resolution: Resolution) -> Iterator[Problem]:
    """Settings that speak of what the study does not have."""
    coders = {made.coder for made in resolution.codings} | {left.coder for left in resolution.uncoded}
    for name in dict.fromkeys(name for group in config.same_person for name in group):
        if name not in coders:
            yield _warning("intake.same-person-unknown", "same_person", nearest_name(name, coders), coder=name)
    cases = {coding.facets.case for coding in resolution.codings} - {None}
    if config.case and cases and config.case not in cases:
        yield _warning("intake.case-unused", "case", nearest_name(config.case, map(str, cases)), case=config.case)
    published = config.published_ranking and config.published_ranking.source
    if published and published not in found.names.values():
        nearest = nearest_name(published, found.names.values())
        yield _warning("intake.published-source-unknown", "published_ranking", nearest, source=published)


def _warning(code: str, key: str, nearest: str | None, **parameters: object) -> Problem:
    return Problem("warning", code, f"{STUDY_FILE}: {key}", parameters, nearest)
