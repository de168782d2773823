"""Bring in a survey: cases with their variables, and a source of each case for what it said in its own words."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from tenun.corpus.identity import guid_of
from tenun.corpus.sources import KINDS, Source
from tenun.errors import InputRefused
from tenun.study.importing.import_study_folder import ImportReport
from tenun.study.importing.new_rows import NewRows
from tenun.study.importing.rows_of_folder import coder_rows, source_row
from tenun.text.canonical import canonical
from tenun.text.hashes import sha256_bytes, sha256_text

if TYPE_CHECKING:
    from tenun.intake.survey.columns import Column, Role
    from tenun.intake.survey.grid import Grid
    from tenun.study.scope import StudyScope

EXTRACTOR, VERSION = "survey", "1"
Row = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Preview:
    """What a survey would become: its columns with their parts, and how many cases it has."""

    columns: tuple[Column, ...]
    cases: int


@dataclass(frozen=True, slots=True)
class _Survey:
    """A survey as it was read: `name` of the file without its ending, `blob` its hash."""

    study: str
    name: str
    blob: str
    grid: Grid
    columns: tuple[Column, ...]
    kind: str
    language: str

    def key(self, number: int) -> str:
        """The case of a row, by the column that names it, else by its number."""
        named = next((at for at, column in enumerate(self.columns) if column.role == "case"), None)
        own = self.grid.rows[number][named] if named is not None else f"R{number + 1:0{len(str(len(self.grid.rows)))}}"
        return f"{self.name}-{' '.join(own.split())}"

    def columns_as(self, role: Role) -> list[tuple[int, Column]]:
        """Columns with a part, and their places."""
        return [(at, column) for at, column in enumerate(self.columns) if column.role == role]


def preview_survey(path: Path, said: Mapping[str, Role] | None = None) -> Preview:
    """What would come in; `said`: what a person says that columns are, by name."""
    grid, columns, _ = _read(path, said)
    return Preview(columns, len(grid.rows))


def import_survey(
    scope: StudyScope, path: Path, said: Mapping[str, Role] | None = None, *, kind: str = "interview"
) -> ImportReport:
    """Bring a survey in; one that is there already changes nothing.

    A row is a case, and its variables are values of the case. Where it has answers in its own words, they make a source
    of that `kind`, each below its question. The file is kept as the original. Raises InputRefused for a table that
    cannot be read, a column that there is not, and where nothing is left to bring in.
    """
    if kind not in KINDS:
        raise InputRefused("study.no-such-kind", value=kind, allowed=", ".join(KINDS))
    grid, columns, content = _read(path, said)
    if not any(column.role in ("text", "variable") for column in columns):
        raise InputRefused("survey.no-columns", where=path.name)
    name = re.sub(r"\s+", "-", path.stem.strip())[:40]
    survey = _Survey(scope.guid, name, sha256_bytes(content), grid, columns, kind, scope.config().languages[0])
    new = NewRows(scope.store)
    languages = scope.config().languages
    new.add("coder", coder_rows(scope.guid, [scope.coder], ()))
    new.add("case", (_case(survey, number) for number in range(len(grid.rows))))
    new.add("variable", (_variable(survey, column) for _, column in survey.columns_as("variable")))
    texts = list(_texts(survey, languages))
    new.add("source", (source for source, _, _ in texts))
    new.add("representation", (representation for _, representation, _ in texts))
    new.add("landmark", (mark for _, _, marks in texts for mark in marks))
    new.add("value", _values(survey, {source["key"]: source["guid"] for source, _, _ in texts}))
    count = new.count()
    if set(count) - {"coder"}:
        with scope.store.command("import_survey", scope.coder) as change:
            change.put_blob(content)
            new.write(change)
    return ImportReport(
        {"cases": count["case"], "variables": count["variable"], "values": count["value"], "sources": count["source"]}
    )


def _read(path: Path, said: Mapping[str, Role] | None) -> tuple[Grid, tuple[Column, ...], bytes]:
    from tenun.intake.guard.reader_process import reader_process
    from tenun.intake.guard.size import TABLE_BYTES, read_within
    from tenun.intake.survey.columns import decide
    from tenun.intake.survey.grid import read_grid

    content = read_within(path, TABLE_BYTES, path.name)
    grid = reader_process.read(path.name, None, read_grid, content, path.name)
    return grid, decide(grid, said, path.name), content


def _case(survey: _Survey, number: int) -> Row:
    key = survey.key(number)
    return {"guid": guid_of(survey.study, "case", key), "key": key, "label_en": key, "label_id": key}


def _variable(survey: _Survey, column: Column) -> Row:
    guid = guid_of(survey.study, "variable", column.name)
    return {
        "guid": guid,
        "key": column.name,
        "label_en": column.name,
        "label_id": column.name,
        "type": column.type,
    }


def _values(survey: _Survey, sources: Mapping[str, str]) -> Iterator[Row]:
    from tenun.intake.survey.columns import value_of

    for number, cells in enumerate(survey.grid.rows):
        key = survey.key(number)
        for at, column in survey.columns_as("variable"):
            if cells[at]:
                yield {
                    "guid": guid_of(survey.study, "value", key, column.name),
                    "variable": guid_of(survey.study, "variable", column.name),
                    "case": guid_of(survey.study, "case", key),
                    "source": sources.get(key),
                    "content": value_of(cells[at], column.type),
                }


def _texts(survey: _Survey, languages: Sequence[str]) -> Iterator[tuple[Row, Row, list[Row]]]:
    """A source, its text and the questions in it as headings, for each case with answers in its own words."""
    from tenun.intake.languages import language_of

    open_ended = survey.columns_as("text")
    for number, cells in enumerate(survey.grid.rows):
        answers = [(column.name, cells[at]) for at, column in open_ended if cells[at]]
        if answers:
            words = "\n".join(answer for _, answer in answers)
            language = language_of(words, languages) or survey.language
            yield _source(survey, survey.key(number), answers, language)


def _source(survey: _Survey, key: str, answers: Sequence[tuple[str, str]], language: str) -> tuple[Row, Row, list[Row]]:
    text, places = "", []
    for question, answer in answers:
        start = len(text) + 2 if text else 0
        places.append((start, start + len(question)))
        text = f"{text}\n\n{question}\n{answer}" if text else f"{question}\n{answer}"
    plain = canonical(text)
    kind = next(known for known in KINDS if known == survey.kind)
    guid = guid_of(survey.study, "source", key)
    representation = guid_of(survey.study, "representation", key, EXTRACTOR, VERSION, sha256_text(plain.text))
    source = Source(key, key, kind, language, guid=guid, representation=representation)
    row = {
        "guid": representation,
        "source": guid,
        "blob": survey.blob,
        "extractor": EXTRACTOR,
        "extractor_version": VERSION,
        "language": language,
        "text": plain.text,
        "sha256": sha256_text(plain.text),
        "replaced": list(plain.replaced_cp),
    }
    marks = [_heading(survey.study, representation, start, end) for start, end in places]
    return source_row(source, representation), row, marks


def _heading(study: str, representation: str, start: int, end: int) -> Row:
    return {
        "guid": guid_of(study, "landmark", representation, "heading", start, end),
        "representation": representation,
        "kind": "heading",
        "start_cp": start,
        "end_cp": end,
        "start_ms": None,
        "end_ms": None,
        "attributes": {"level": "2"},
    }
