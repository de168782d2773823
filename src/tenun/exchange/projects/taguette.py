"""Taguette projects: the SQLite file that it exports, and its own database."""

from __future__ import annotations

import html
import json
import re
from collections.abc import Iterator
from typing import Any

from tenun.errors import InputRefused
from tenun.exchange.projects.database import ForeignDatabase
from tenun.exchange.projects.foreign import ForeignCode, ForeignCoding, ForeignProject, ForeignText
from tenun.exchange.projects.taguette_html import TaguettePage

TABLES = {
    "projects": ("id", "name", "description"),
    "documents": ("id", "project_id", "name", "description", "contents"),
    "highlights": ("id", "document_id", "start_offset", "end_offset", "snippet"),
    "tags": ("id", "project_id", "path", "description"),
    "highlight_tags": ("highlight_id", "tag_id"),
}
_TAG = re.compile("<[^>]*>")


def accepts(database: ForeignDatabase) -> bool:
    """Whether the file has Taguette's tables."""
    return all(database.has(table, *columns) for table, columns in TABLES.items())


def read(database: ForeignDatabase, name: str) -> ForeignProject:
    """The project of a file with one project. Raises InputRefused for one with several."""
    projects = list(_rows(database, "projects"))
    if len(projects) != 1:
        raise InputRefused("exchange.project-several", where=name, count=len(projects))
    project = ForeignProject("Taguette", str(projects[0]["name"]), str(projects[0]["description"] or ""))
    _fill(project, database)
    return project


def _rows(database: ForeignDatabase, table: str) -> Iterator[dict[str, Any]]:
    return database.rows(table, TABLES[table], TABLES[table][0])


def _fill(project: ForeignProject, database: ForeignDatabase) -> None:
    pages: dict[int, tuple[int, TaguettePage]] = {}
    for row in _rows(database, "documents"):
        page = TaguettePage(str(row["contents"] or ""))
        pages[row["id"]] = len(project.texts), page
        original = str(row["contents"] or "").encode("utf-8", "replace")
        project.texts.append(ForeignText(str(row["name"]), page.text, original, str(row["description"] or "")))
    names = {row["id"]: str(row["path"]) for row in _rows(database, "tags")}
    known = set(names.values())
    for row in _rows(database, "tags"):
        above = str(row["path"]).rpartition(".")[0]
        project.codes.append(
            ForeignCode(str(row["path"]), above if above in known else None, str(row["description"] or ""))
        )
    tags: dict[int, list[str]] = {}
    for row in _rows(database, "highlight_tags"):
        if row["tag_id"] in names:
            tags.setdefault(row["highlight_id"], []).append(names[row["tag_id"]])
    authors = _authors(database)
    for row in _rows(database, "highlights"):
        if row["document_id"] in pages:
            _highlight(project, row, *pages[row["document_id"]], tags.get(row["id"], []), authors)


def _highlight(
    project: ForeignProject,
    row: dict[str, Any],
    number: int,
    page: TaguettePage,
    tags: list[str],
    authors: dict[int, str],
) -> None:
    start, end = page.span(int(row["start_offset"]), int(row["end_offset"]))
    if not tags:
        project.lost["highlight-without-tag"] += 1
    if start >= end:
        project.lost["place-empty"] += len(tags)
        return
    if _bare(html.unescape(_TAG.sub("", str(row["snippet"])))) != _bare(page.text[start:end]):
        project.replaced["words-differ"] += len(tags)
    coder = authors.get(row["id"], "taguette")
    project.codings += [ForeignCoding(number, start, end, tag, coder) for tag in tags]


def _bare(words: str) -> str:
    return "".join(words.split())


def _authors(database: ForeignDatabase) -> dict[int, str]:
    """Who made a highlight, from the log; an export says `admin` of everybody but in the log."""
    found: dict[int, str] = {}
    for row in database.rows("commands", ("id", "user_login", "payload"), "id"):
        try:
            payload = json.loads(row["payload"])
        except (TypeError, ValueError, RecursionError):
            continue
        if isinstance(payload, dict) and payload.get("type") == "highlight_add":
            found.setdefault(payload.get("highlight_id", 0), str(row["user_login"]))
    return found
