"""Translations of quotes that a study holds."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from tenun.coding.codings import Passage
from tenun.coding.codings_csv import records
from tenun.errors import InputRefused, Problem
from tenun.intake.folder.citations import Citations
from tenun.intake.guard.size import TABLE_BYTES, read_within

STATUSES = ("draft", "checked")
_NEEDED = ("source", "quote", "language", "translation")


@dataclass(frozen=True, slots=True)
class Translation:
    """A passage in another language. `status` is `draft` or `checked` (by a person)."""

    source: str
    passage: Passage
    language: str
    words: str
    translator: str = ""
    status: str = "draft"


def read_translations(path: Path, where: str, citations: Citations) -> tuple[Translation, ...]:
    """The rows of a table with the columns `source, quote, language, translation, translator, status`.

    A row whose quote is not found is noted among the problems of `citations` and left out.
    """
    table = records(read_within(path, TABLE_BYTES, where), where)
    missing = [column for column in _NEEDED if table and column not in table[0][1]]
    if missing:
        needed = ", ".join(_NEEDED)
        raise InputRefused("coding.columns-missing", where=where, missing=", ".join(missing), needed=needed)
    return tuple(_translations(table, where, citations))


def _translations(table: list[tuple[int, dict[str, str]]], where: str, citations: Citations) -> Iterator[Translation]:
    for number, row in table:
        place = f"{where}:{number}"
        at = (row.get("start_cp", ""), row.get("end_cp", ""))
        passage = citations.passage(row["source"], row["quote"], place, at)
        status = row.get("status") or "draft"
        if status not in STATUSES:
            parameters = {"key": "status", "value": status, "allowed": ", ".join(STATUSES)}
            citations.problems.append(Problem("error", "intake.bad-token", place, parameters))
        elif passage is not None:
            translator = row.get("translator", "")
            yield Translation(row["source"], passage, row["language"], row["translation"], translator, status)
