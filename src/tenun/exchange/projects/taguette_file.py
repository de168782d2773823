"""A Taguette project file, written."""

from __future__ import annotations

import sqlite3
import tempfile
from collections import defaultdict
from pathlib import Path

from tenun.exchange.projects.foreign import ForeignProject
from tenun.exchange.projects.taguette_html import page_of
from tenun.exchange.projects.taguette_tables import APPLICATION, TABLES, VERSION

LONGEST_NAME, LONGEST_PATH, LONGEST_DESCRIPTION = 50, 200, 100_000
_USER = "admin"


def write_taguette(project: ForeignProject, created: str) -> bytes:
    """The project as Taguette exports one and imports it again; equal projects are equal bytes.

    `created`: a moment such as `2020-01-31 12:00:00.000000`, put down for everything. A name longer than Taguette
    allows is cut, with a number where two would be the same.
    """
    with tempfile.TemporaryDirectory(prefix="tenun-") as folder:
        path = Path(folder) / "project.sqlite3"
        file = sqlite3.connect(path, isolation_level=None)
        try:
            file.execute("PRAGMA auto_vacuum = 1")
            file.execute(f"PRAGMA application_id = {APPLICATION}")
            file.executescript(TABLES)
            file.execute("BEGIN")
            _fill(file, project, created)
            file.execute("COMMIT")
        finally:
            file.close()
        return path.read_bytes()


def _fill(file: sqlite3.Connection, project: ForeignProject, created: str) -> None:
    file.execute("INSERT INTO alembic_version VALUES (?)", (VERSION,))
    file.execute("INSERT INTO users (login, created, disabled) VALUES (?, ?, 0)", (_USER, created))
    title = project.title[:LONGEST_NAME] or "Tenun"
    file.execute("INSERT INTO projects VALUES (1, ?, ?, ?)", (title, project.memo[:LONGEST_DESCRIPTION], created))
    file.execute("INSERT INTO project_members VALUES (1, ?, 'ADMIN')", (_USER,))
    names = _short([text.name for text in project.texts], LONGEST_NAME)
    words: list[str] = []
    for number, (name, text) in enumerate(zip(names, project.texts, strict=True), 1):
        page, plain = page_of(text.text)
        words.append(plain)
        row = (number, name, text.memo[:LONGEST_DESCRIPTION], f"{name}.html".replace("/", "-"), created, page)
        file.execute("INSERT INTO documents VALUES (?, ?, ?, ?, ?, 1, 'LEFT_TO_RIGHT', ?)", row)
    tags = {}
    paths = _short([code.name for code in project.codes], LONGEST_PATH)
    for number, (path, code) in enumerate(zip(paths, project.codes, strict=True), 1):
        tags[code.name] = number
        file.execute("INSERT INTO tags VALUES (?, 1, ?, ?)", (number, path, code.memo[:LONGEST_DESCRIPTION]))
    _highlights(file, project, words, tags)


def _highlights(file: sqlite3.Connection, project: ForeignProject, words: list[str], tags: dict[str, int]) -> None:
    """One highlight a passage, with all its codes."""
    passages: dict[tuple[int, int, int], set[int]] = defaultdict(set)
    for one in project.codings:
        passages[one.text, one.start_cp, one.end_cp].add(tags[one.code])
    for number, ((text, start, end), found) in enumerate(sorted(passages.items()), 1):
        plain = words[text]
        first = len(plain[:start].encode())
        last = first + len(plain[start:end].encode())
        row = (number, text + 1, first, last, page_of(plain[start:end])[0])
        file.execute("INSERT INTO highlights VALUES (?, ?, ?, ?, ?)", row)
        file.executemany("INSERT INTO highlight_tags VALUES (?, ?)", [(number, tag) for tag in sorted(found)])


def _short(names: list[str], most: int) -> list[str]:
    """The names, none longer than allowed and no two alike."""
    taken: set[str] = set()
    made = []
    for name in names:
        short, number = name[:most] or "?", 2
        while short in taken:
            end = f" ({number})"
            short, number = name[: most - len(end)] + end, number + 1
        taken.add(short)
        made.append(short)
    return made
