"""Run by `import_peers.py` in a Python that has Taguette: its own import, and marks through its own code."""
# mypy: ignore-errors

from __future__ import annotations

import asyncio
import json
import shutil
import sys
import time
from pathlib import Path

from bs4 import BeautifulSoup
from taguette import convert, database, extract

CHECKED = 3
"""So many marks a page are cut by Taguette's `extract`, which parses the page anew for each."""


LIMITS = {"CONVERT_TO_HTML_TIMEOUT": 300, "OPF_OUT_SIZE_LIMIT": 10**7, "HTML_OUT_SIZE_LIMIT": 10**8}


def through_calibre(files: list[Path]) -> dict[str, float]:
    """Milliseconds that its conversion of a document takes, which Calibre does; nothing where that is missing."""
    if not files or not shutil.which("ebook-convert"):
        return {}
    start = time.perf_counter()
    for file in files:
        asyncio.run(convert.to_html(file.read_bytes(), "", file.name, LIMITS))
    return {"docx_ms": 1000 * (time.perf_counter() - start) / len(files)}


def main(to: str, out: str, most: int, files: list[Path]) -> None:
    """Import, mark, and say how it went."""
    db = database.connect(f"sqlite:///{to}")()
    project = database.Project(name="bench", description="")
    db.add(project)
    db.commit()
    documents = [file for file in files if file.suffix == ".docx"]
    files = [file for file in files if file.suffix != ".docx"]
    start, pages = time.perf_counter(), []
    for file in files:
        page = convert.get_html_body(file.read_bytes())
        row = database.Document(
            name=file.name[:50], description="", filename=file.name, project_id=project.id, contents=page,
            text_direction=database.TextDirection.LEFT_TO_RIGHT,
        )  # fmt: skip
        db.add(row)
        db.commit()
        pages.append(page)
    seconds = time.perf_counter() - start
    marks, right, checked = [], 0, 0
    for page in pages:
        strings = "".join(BeautifulSoup(page, "html5lib").strings)
        spans, at = [], strings.find("[")
        while at >= 0 and len(spans) < most:
            end = strings.find("[", at + 1)
            words = strings[at : end if end >= 0 else len(strings)]
            first = len(strings[:at].encode())
            spans.append((first, first + len(words.encode()), "".join(words.split())))
            at = end
        for first, last, words in spans[:CHECKED]:
            cut = "".join("".join(BeautifulSoup(extract.extract(page, first, last), "html5lib").strings).split())
            right += cut == words
            checked += 1
        marks.append((page, spans))
    marked = sum(len(spans) for _, spans in marks)
    found = {"text_ms": 1000 * seconds / len(files), "marked": marked, "cut_by_taguette": checked, "cut_right": right}
    found |= {**through_calibre(documents), "marks": marks}
    Path(out).write_text(json.dumps(found), "utf-8")


main(sys.argv[1], sys.argv[2], int(sys.argv[3]), [Path(name) for name in sys.argv[4:]])
