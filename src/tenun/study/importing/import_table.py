"""What is no document of its own but says something about documents: codings, records of literature."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from tenun.intake.literature.records import ENDINGS, is_csl_json
from tenun.intake.naming import suffix
from tenun.study.importing.import_codings import import_codings
from tenun.study.importing.import_references import import_references

if TYPE_CHECKING:
    from tenun.study.importing.import_study_folder import ImportReport
    from tenun.study.scope import StudyScope

CODINGS = (".csv", ".xlsx")
_LOOKED_AT = 65_536


def is_table(file: Path) -> bool:
    """Whether a file is brought in after the documents, by its name, or for `.json` by how it begins."""
    if suffix(file.name) == ".json" and file.is_file():
        with file.open("rb") as opened:
            return is_csl_json(opened.read(_LOOKED_AT))
    return suffix(file.name) in (*CODINGS, *ENDINGS)


def import_table(scope: StudyScope, file: Path, *, strict: bool = False) -> ImportReport:
    """Bring in a table of codings, or give sources the metadata of a file of records."""
    if suffix(file.name) in CODINGS:
        return import_codings(scope, file, strict=strict)
    return import_references(scope, file)
