"""Writes `taguette-1.5.2.sqlite3` with Taguette's own code: run it with a Python that has taguette 1.5.2."""

# mypy: ignore-errors
from __future__ import annotations

import sys
import tempfile
from pathlib import Path

PAGES = {
    "Pasar Kopi": "<h1>Pasar kopi</h1>\n<p>Kopi 🪁 dari <b>Kintamani</b> &amp; Toraja dijual.</p>"
    "<ul><li>satu</li><li>dua — tiga</li></ul>",
    "Rapat": "<p>Dewan kota setuju.</p>\n<table><tr><td>Tahun</td><td>2019</td></tr></table>"
    "<p>Café Ubud\ndan harbour.</p>",
}
MARKS = (
    ("Pasar Kopi", "Kintamani", ("market", "market.coffee")),
    ("Pasar Kopi", "dua — tiga", ("market",)),
    ("Rapat", "Dewan kota", ("council",)),
    ("Rapat", "Café Ubud", ("council", "market.coffee")),
)


def words_of(page: str) -> str:
    """The words of a page as Taguette counts them."""
    from bs4 import BeautifulSoup

    return "".join(BeautifulSoup(page, "html5lib").strings)


def main(to: Path) -> None:
    """Write the project as Taguette exports one."""
    from taguette import convert, database, extract

    to.unlink(missing_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        db = database.connect(f"sqlite:///{folder}/live.sqlite3")()
        out = database.connect(f"sqlite:///{to}")()
        for one in (db, out):
            one.add(database.User(login="admin"))
            one.commit()
        project = database.Project(name="Dua kota", description="Two cities")
        db.add(project)
        db.flush()
        tags = {}
        for path in ("market", "market.coffee", "council"):
            tags[path] = database.Tag(project_id=project.id, path=path, description=f"About {path}")
            db.add(tags[path])
        documents = {}
        for name, page in PAGES.items():
            documents[name] = database.Document(
                name=name,
                description="",
                filename=f"{name}.html",
                project_id=project.id,
                text_direction=database.TextDirection.LEFT_TO_RIGHT,
                contents=convert.get_html_body(page),
            )
            db.add(documents[name])
        db.flush()
        for name, words, paths in MARKS:
            page = documents[name].contents
            start = len(words_of(page).partition(words)[0].encode())
            end = start + len(words.encode())
            mark = database.Highlight(
                document_id=documents[name].id,
                start_offset=start,
                end_offset=end,
                snippet=extract.extract(page, start, end),
            )
            mark.tags.extend(tags[path] for path in paths)
            db.add(mark)
        db.commit()
        database.copy_project(db, out, project.id, "admin")
        out.commit()


if __name__ == "__main__":
    main(Path(sys.argv[1]))
