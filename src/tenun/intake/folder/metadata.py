"""What is said about sources: a metadata table beside their front matter."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tenun.coding.codings_csv import records
from tenun.errors import InputRefused, Problem
from tenun.intake.front_matter import plain_name
from tenun.intake.guard.reader_process import reader_process
from tenun.intake.guard.size import TABLE_BYTES, read_within
from tenun.intake.literature.records import ENDINGS, RECORDS_BYTES, read_records
from tenun.intake.naming import stem, suffix
from tenun.text.likeness import Nearest

KNOWN = (
    "file", "id", "kind", "title", "publisher", "author", "institution", "url", "published", "retrieved", "language",
    "reliability", "credibility", "reliability_why", "credibility_why", "authenticity", "sincerity",
    "representativeness", "meaning", "derived_from", "derived_why", "synthetic", "inclusion", "inclusion_reason",
    "consent", "confidentiality",
)  # fmt: skip
_ALMOST = 0.8
_OF_RECORDS = ("title", "publisher", "published", "url", "language")


@dataclass(frozen=True, slots=True)
class MetadataTable:
    """Rows of the table by path, file name and stem, and what is odd about it."""

    rows: Mapping[str, Mapping[str, str]]
    problems: tuple[Problem, ...] = ()

    def of(self, relative: str) -> Mapping[str, str]:
        """What the table says about a file; the cells that are empty say nothing."""
        names = (relative, relative.rpartition("/")[2], stem(relative))
        return next((self.rows[name] for name in names if name in self.rows), {})


def read_metadata(path: Path, where: str, files: Sequence[str]) -> MetadataTable:
    """The metadata table at `path` for these files. A row beats the front matter of its file, cell by cell.

    A file of RIS, BibTeX or CSL-JSON serves as well: a record speaks of the file that is attached to it or has its id.

    Raises InputRefused when it has no column `file`. Warns of unknown columns that resemble known ones, of rows
    without a file, and of two rows for one.
    """
    if suffix(path.name) in (*ENDINGS, ".json"):
        return _of_records(path, where, files)
    table = records(read_within(path, TABLE_BYTES, where), where)
    columns = [plain_name(column) for column in (table[0][1] if table else {})]
    if table and "file" not in columns:
        raise InputRefused("intake.metadata-without-file", where=where)
    rows: dict[str, Mapping[str, str]] = {}
    problems = list(_odd_columns(columns, where))
    known = {name for file in files for name in (file, file.rpartition("/")[2], stem(file))}
    meant = Nearest(known)
    for number, cells in table:
        row = {plain_name(column): cell for column, cell in cells.items() if cell}
        name = row.pop("file", "").replace("\\", "/").removeprefix("./")
        if name not in known:
            nearest = meant.of(name)
            problems.append(
                Problem("warning", "intake.metadata-no-source", f"{where}:{number}", {"file": name}, nearest)
            )
        elif name in rows:
            problems.append(Problem("warning", "intake.metadata-twice", f"{where}:{number}", {"file": name}))
        else:
            rows[name] = row
    return MetadataTable(rows, tuple(problems))


def _of_records(path: Path, where: str, files: Sequence[str]) -> MetadataTable:
    """Records of literature by the file that is attached to them; how many speak of none is said."""
    found = reader_process.read(where, None, read_records, read_within(path, RECORDS_BYTES, where), where)
    known = {stem(file) for file in files}
    rows: dict[str, Mapping[str, str]] = {}
    unmatched = 0
    for record in found.records:
        # A number may only be its place in the file.
        called = record.files if record.id.isdigit() else (*record.files, record.id)
        names = [name for name in dict.fromkeys(called) if name in known and name not in rows]
        unmatched += not names
        said = {"author": "; ".join(record.authors), **{name: getattr(record, name) or "" for name in _OF_RECORDS}}
        rows.update((name, {key: value for key, value in said.items() if value}) for name in names)
    counted = (("literature.entries-broken", found.broken), ("literature.unmatched", unmatched))
    return MetadataTable(rows, tuple(Problem("warning", code, where, {"count": n}) for code, n in counted if n))


def merged(front: Mapping[str, Any], row: Mapping[str, str]) -> dict[str, Any]:
    """Front matter with the row of the metadata table over it."""
    return {**front, **row}


def _odd_columns(columns: Sequence[str], where: str) -> Iterator[Problem]:
    meant = Nearest(KNOWN, _ALMOST)
    for column in columns:
        nearest = None if column in KNOWN else meant.of(column)
        if nearest:
            yield Problem("warning", "intake.metadata-column", f"{where}:1", {"column": column}, nearest)
