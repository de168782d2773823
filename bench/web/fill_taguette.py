"""Write the corpus into a Taguette database; run by the Python of Taguette's own environment.

    python -m web.fill_taguette DATABASE [--quick]

Its own `connect` makes the tables and stamps them with its migration; rows go in through its own models.
"""

from __future__ import annotations

import html
import sys
from importlib import import_module
from typing import Any

from web.corpus import FULL, QUICK, Highlight, Size, Text, code_name, make_texts

PROJECT = 1


def fill(location: str, size: Size) -> None:
    """One project of user `admin`, whom Taguette knows on a machine with one user."""
    database: Any = import_module("taguette.database")
    session = database.connect(f"sqlite:///{location}")()
    session.add(database.User(login="admin"))
    session.add(database.Project(id=PROJECT, name="Speed", description=""))
    session.flush()
    session.add(database.ProjectMember(project_id=PROJECT, user_login="admin", privileges=database.Privileges.ADMIN))
    tags = [{"id": at + 1, "project_id": PROJECT, "path": code_name(at), "description": ""} for at in range(size.codes)]
    session.execute(database.Tag.__table__.insert(), tags)
    first = 1
    for number, text in enumerate(make_texts(size), start=1):
        contents = "".join(f"<p>{html.escape(paragraph)}</p>" for paragraph in text.paragraphs)
        session.add(
            database.Document(
                id=number,
                name=text.name,
                description="",
                filename=f"{text.name}.txt",
                project_id=PROJECT,
                text_direction=database.TextDirection.LEFT_TO_RIGHT,
                contents=contents,
            )
        )
        session.flush()
        rows = [_row(text, found) for found in text.highlights]
        numbered = [{"id": first + at, "document_id": number, **row} for at, row in enumerate(rows)]
        session.execute(database.Highlight.__table__.insert(), numbered)
        pairs = [{"highlight_id": first + at, "tag_id": found.code + 1} for at, found in enumerate(text.highlights)]
        session.execute(database.highlight_tags.insert(), pairs)
        first += len(rows)
    session.add(database.Command.project_import("admin", PROJECT))
    session.commit()
    session.close()


def _row(text: Text, found: Highlight) -> dict[str, Any]:
    """A highlight with its words as a piece of the page, as Taguette itself cuts them."""
    words = text.body[found.start : found.end].split("\n\n")
    snippet = "".join(f"<p>{html.escape(part)}</p>" for part in words)
    start, end = text.without_breaks(found.start), text.without_breaks(found.end)
    return {"start_offset": start, "end_offset": end, "snippet": snippet}


if __name__ == "__main__":
    fill(sys.argv[1], QUICK if "--quick" in sys.argv else FULL)
