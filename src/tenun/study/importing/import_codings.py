"""Bring a table of codings into a study."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from tenun.errors import InputRefused
from tenun.intake.naming import suffix
from tenun.study.importing.import_study_folder import ImportReport
from tenun.study.importing.rows_of_codings import RowsOfCodings, cut_place

if TYPE_CHECKING:
    from tenun.coding.rows import CodingsTable
    from tenun.study.scope import StudyScope


def import_codings(scope: StudyScope, path: Path, *, strict: bool = False) -> ImportReport:
    """Bring in the rows of a codings table (CSV or XLSX) that the study does not have yet.

    A row with a quote that is missing or not unique, or with an unknown code, source or token, is a problem of the
    report with the nearest match; `strict` brings in nothing then.
    """
    from tenun.coding.resolution import resolve
    from tenun.intake.guard.size import TABLE_BYTES, read_within

    try:
        table = read_table_apart(read_within(path, TABLE_BYTES, path.name), path.name)
    except InputRefused as refusal:
        if refusal.code == "coding.columns-missing" and {"quote", "code"} <= _missing(refusal):
            raise InputRefused("survey.looks-like-one", where=path.name, file=path.name) from refusal
        raise
    sources = [source for source in scope.sources() if source.representation]
    texts = {source.key: scope.store.text(source.representation) for source in sources}
    found = resolve(table.rows, sources, scope.codebook(), texts, scope.config(), cut_place=cut_place(scope))
    coded = RowsOfCodings(scope, found)
    report = ImportReport(problems=(*table.problems, *found.problems, *coded.left_out(path.name)))
    if strict and report.errors:
        raise InputRefused("study.import-strict", where=path.name, count=len(report.errors))
    if coded.new:
        with scope.store.command("import_codings", scope.coder) as change:
            coded.new.write(change)
    count = coded.new.count()
    return ImportReport({"codings": count["coding"], "uncoded": count["uncoded"]}, report.problems)


def read_table_apart(content: bytes, name: str) -> CodingsTable:
    """A table of codings; a workbook is opened in the reader process, within its bounds."""
    from tenun.exchange.codings_table import read_table
    from tenun.intake.guard.reader_process import reader_process

    if suffix(name) == ".csv":
        return read_table(content, name)
    return reader_process.read(name, None, read_table, content, name)


def _missing(refusal: InputRefused) -> set[str]:
    return set(str(refusal.parameters["missing"]).split(", "))
