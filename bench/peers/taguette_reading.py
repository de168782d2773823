"""Imports a project file with Taguette's own code and prints what it then has; needs a Python with taguette 1.5.2."""

# mypy: ignore-errors
from __future__ import annotations

import json
import sys
import tempfile
from pathlib import Path

from bs4 import BeautifulSoup
from taguette import database, extract


def main(path: Path) -> None:
    """Import as Taguette does, with its own checks, and cut every highlight with its own code."""
    with tempfile.TemporaryDirectory() as folder:
        source = database.connect(f"sqlite:///{path}", external=True)()
        db = database.connect(f"sqlite:///{folder}/live.sqlite3")()
        db.add(database.User(login="admin"))
        db.commit()
        project = source.query(database.Project).one()
        database.copy_project(source, db, project.id, "admin")
        db.commit()
        found = []
        for mark in db.query(database.Highlight).all():
            cut = extract.extract(mark.document.contents, mark.start_offset, mark.end_offset)
            words = "".join(BeautifulSoup(cut, "html5lib").strings)
            found.append([mark.document.name, words, sorted(tag.path for tag in mark.tags)])
    print(json.dumps(sorted(found), ensure_ascii=False))


main(Path(sys.argv[1]))
