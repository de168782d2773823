"""Give sources the metadata that a reference manager has of them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from tenun.errors import InputRefused, Problem
from tenun.study.importing.import_study_folder import ImportReport

if TYPE_CHECKING:
    from tenun.intake.literature.matching import Match
    from tenun.intake.literature.records import Record
    from tenun.study.scope import StudyScope

_SAME = ("publisher", "published", "url")


@dataclass(frozen=True, slots=True)
class _Filled:
    """What changes in a source, and fields in which it and the record differ."""

    values: Mapping[str, Any]
    differing: tuple[str, ...]


def import_references(scope: StudyScope, path: Path, said: Mapping[str, str] | None = None) -> ImportReport:
    """Match the records of a RIS, BibTeX or CSL-JSON file with sources, and fill what the sources lack.

    `said`: matches that a person declares, source key to id of the record. What is matched surely is filled; what is
    doubtful is a problem of the report and changes nothing; a value that a source has already is kept. Raises
    InputRefused for a file that is none of these, and for a source or record that there is not.
    """
    from tenun.intake.guard.reader_process import reader_process
    from tenun.intake.guard.size import read_within
    from tenun.intake.literature.matching import match_records
    from tenun.intake.literature.records import RECORDS_BYTES, read_records

    found = reader_process.read(path.name, None, read_records, read_within(path, RECORDS_BYTES, path.name), path.name)
    declared = _declared(scope, found.records, said or {}, path.name)
    taken = {match.record.id for match in declared}
    sources = [source for source in scope.sources() if source.key not in {match.source for match in declared}]
    matching = match_records([record for record in found.records if record.id not in taken], sources)
    problems: list[Problem] = []
    described = 0
    with scope.store.command("import_references", scope.coder) as change:
        for match in (*declared, *matching.matches):
            if not match.sure:
                names = {"record": match.record.id, "source": match.source}
                problems.append(Problem("warning", "literature.proposed", path.name, names, match.record.title))
                continue
            row = scope.source_row(match.source)
            filled = _filled(row, match.record)
            if filled.values:
                change.update("source", row["guid"], **filled.values)
                described += 1
            for name in filled.differing:
                names = {"record": match.record.id, "source": match.source, "field": name}
                problems.append(Problem("warning", "literature.differs", path.name, names))
    for code, count in (("literature.entries-broken", found.broken), ("literature.unmatched", len(matching.unmatched))):
        if count:
            problems.append(Problem("warning", code, path.name, {"count": count}))
    return ImportReport({"described": described}, tuple(problems))


def _declared(scope: StudyScope, records: tuple[Record, ...], said: Mapping[str, str], where: str) -> list[Match]:
    from tenun.intake.literature.matching import Match

    known = {record.id: record for record in records}
    for record in said.values():
        if record not in known:
            raise InputRefused("literature.no-such-record", where=where, record=record)
    return [Match(known[record], scope.source_row(source)["key"], "person", True) for source, record in said.items()]


def _filled(row: Mapping[str, Any], record: Record) -> _Filled:
    offered = {"publisher": record.publisher, "published": record.published, "url": record.url}
    offered["author"] = "; ".join(record.authors)
    values: dict[str, Any] = {}
    differing = []
    for name, value in offered.items():
        if value and not row[name]:
            values[name] = value
        elif value and name in _SAME and not _agree(str(row[name]), str(value)):
            differing.append(name)
    if row["title"] == row["key"] and record.title:
        values["title"] = record.title
    csl = {**row["csl"], **record.csl, "id": row["key"]}
    if csl != row["csl"]:
        values["csl"] = csl
    return _Filled(values, tuple(differing))


def _agree(kept: str, offered: str) -> bool:
    """Whether two values say the same, one of them perhaps less exactly, as a year does beside a day."""
    one, other = kept.casefold().rstrip("/"), offered.casefold().rstrip("/")
    return one.startswith(other) or other.startswith(one)
