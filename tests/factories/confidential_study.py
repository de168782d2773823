"""A small study with a confidential interview, its names planted wherever a study can keep them."""

from __future__ import annotations

import io
import re
import sqlite3
import zipfile
from collections.abc import Iterator
from pathlib import Path

from tenun.corpus.sources import Appraisal
from tenun.study.add_source import add_source
from tenun.study.appraise_source import appraise_source
from tenun.study.code_passage import code_passage
from tenun.study.codebook.add_code import add_code
from tenun.study.make_study import make_study
from tenun.study.scope import StudyScope

SECRET = (
    "[00:00:05] Bledugarta: Siapa yang memutuskan?\n"
    "[00:00:09] Zarwendra: Kami ingin pasar untuk kerajinan. Pak Qolbuntara marah besar soal itu. "
    "Rahasia dapur kami jangan ditulis.\n"
)
PUBLIC = "Pemerintah kota ingin pasar baru untuk kerajinan perak. Dewan setuju pada hari Rabu."
OTHER = "The mayor hopes that visitors will come. Trade was not discussed."
KEY = "zarwendra-interview"
PLANTED = (
    "zarwendra", "qolbuntara", "rahasia dapur", "marah besar", "bledugarta", "siapa yang memutuskan", "+62-811",
)  # fmt: skip
"""What must be in no file that goes out without the confidential source, in small letters."""


def confidential_study(path: Path) -> StudyScope:
    """The study, open: two coders, two open sources and one that is confidential."""
    scope = make_study(
        str(path), title="Silver", question="Why?", decision="The city signs", date="2021-06-30", coder="ayu"
    )
    for key, parent, label in (("M", None, "Motive"), ("MA", "M", "Market"), ("MB", "M", "Visitors")):
        above = scope.code_row(parent)["guid"] if parent else None
        add_code(scope, key=key, parent=above, label_en=label, definition_en=f"About {label}")
    add_code(scope, key="C-SECRET", label_en="Pak Qolbuntara", example_en="Rahasia dapur kami jangan ditulis")
    add_source(scope, key="S01", title="News", kind="news", language="id", text=PUBLIC)
    add_source(scope, key="S02", title="Paper", kind="report", language="en", text=OTHER)
    add_source(scope, key=KEY, title="Interview with Zarwendra", kind="interview", language="id", text=SECRET)
    with scope.store.command("settings", "ayu") as change:
        config = scope.store.config()
        change.set_study(config={**config, "motives": ["MA", "MB"], "motive_root": "M"})
        secret = scope.source_row(KEY)["guid"]
        change.update(
            "source", secret, confidentiality="named only in the project", author="Zarwendra", published="2021-05-02",
            notes={"phone": "+62-811"}, institution="Dinas Qolbuntara", consent="written",
        )  # fmt: skip
        for key in ("S01", "S02"):
            change.update("source", scope.source_row(key)["guid"], published="2021-05-01")
    appraise_source(scope, KEY, Appraisal("B", 2, reliability_why="Zarwendra was there"))
    appraise_source(scope, "S01", Appraisal("C", 3))
    for coder in ("ayu", "thandi"):
        acting = StudyScope(scope.store, coder)
        code_passage(acting, KEY, "Kami ingin pasar untuk kerajinan.", "MA", memo="Zarwendra says so")
        code_passage(acting, "S01", "ingin pasar baru untuk kerajinan perak", "MA")
    code_passage(scope, KEY, "marah besar", "C-SECRET")
    code_passage(StudyScope(scope.store, "thandi"), "S02", "visitors will come", "MB", memo="=cmd|calc")
    with scope.store.command("notes", "ayu") as change:
        coder = scope.store.rows("coder")[0]["guid"]
        about = {"coder": coder, "at": "2021-07-01T00:00:00Z", "kind": "memo", "target_table": None, "target": None}
        change.insert("memo", {**about, "title": "Journal", "body": "Talked to Qolbuntara again."})
        change.insert("memo", {**about, "title": "Plan", "body": "Read the papers of the port."})
        change.insert(
            "event_fact",
            {"key": "e1", "date": "2021-05-02", "what_en": "Zarwendra speaks", "what_id": "", "sources": [KEY, "S01"]},
        )
    return scope


def told_by(content: bytes, name: str = "") -> Iterator[tuple[str, str]]:
    """Every text that can be got out of a file, in small letters, with where it stands: members of zips within zips,
    pages of PDFs, rows of databases, and the bytes themselves."""
    if content.startswith(b"PK\x03\x04"):
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            for member in archive.namelist():
                yield f"{name}/{member}", member.casefold()
                yield from told_by(archive.read(member), f"{name}/{member}")
        return
    if content.startswith(b"%PDF"):
        import pypdfium2

        document = pypdfium2.PdfDocument(content)
        for page in document:
            yield name, page.get_textpage().get_text_range().casefold()
        document.close()
    if content.startswith(b"SQLite format 3"):
        base = sqlite3.connect(":memory:")
        base.deserialize(content)
        yield name, "\n".join(base.iterdump()).casefold()
        base.close()
    text = content.decode("utf-8", "replace")
    yield name, text.casefold()
    yield name, re.sub(r"<[^>]*>", "", text).casefold()


def found_in(path: Path) -> set[tuple[str, str]]:
    """Planted words that can be got out of a file, or of the files of a folder, with where."""
    return {(where, word) for where, text in told_in(path) for word in PLANTED if word in text}


def told_in(path: Path) -> Iterator[tuple[str, str]]:
    """Every text in a file, or in the files of a folder."""
    for file in sorted(path.rglob("*")) if path.is_dir() else [path]:
        if file.is_file():
            yield from told_by(file.read_bytes(), file.name)
