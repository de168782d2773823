"""Import of the same pages into Tenun and through Taguette's own code, in one run, with every offset checked.

Each page is an HTML file of about 10 kB with emoji, accents, entities and lists. Tenun reads it in its reader process,
stores text and original, indexes and logs it; Taguette's `get_html_body` sanitises it and the row is committed to its
own database. Then up to a hundred passages a page are marked in both and read back: a position is right when the words
at it are the words that were marked. Taguette runs in a Python of its own, which the full run makes. The same words as
.docx files go into both too, where Calibre's `ebook-convert`, to which Taguette hands them, is installed. QualCoder is
not on PyPI: measured is the least that its import of a plain text does (read, decode, one INSERT with a commit), and
how many of its positions, which Qt counts in UTF-16 units, are right when read as code points.
"""

from __future__ import annotations

import argparse
import json
import random
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from peers.environments import python_of
from tenun.exchange.projects.taguette_html import TaguettePage
from tenun.study.importing.import_documents import import_documents
from tenun.study.make_study import make_study

WORDS = (
    "kota", "mitra", "pasar", "wisata", "budaya", "pemerintah", "harbour", "café", "🪁", "council", "festival", "naïve",
    "trade &amp; visit", "—", "year", "👩🏽‍🌾",
)  # fmt: skip
MARKS = 100
DOCUMENTS = 5
PEER = Path(__file__).parent / "peers" / "taguette_import.py"


def make_pages(folder: Path, pages: int, size: int, seed: int) -> list[Path]:
    """Pages of about `size` bytes; each sentence begins with a number of its own."""
    chance = random.Random(seed)
    files = []
    for number in range(pages):
        parts, length, at = [f"<h1>Halaman {number}</h1>"], 0, 0
        while length < size:
            words = " ".join(chance.choices(WORDS, k=12))
            part = f"<p>[{number}:{at}] {words} <b>{chance.choice(WORDS)}</b>.</p>"
            parts.append(part if at % 5 else f"<ul><li>{part[3:-4]}</li></ul>")
            length += len(part.encode())
            at += 1
        file = folder / f"page-{number:05d}.html"
        file.write_text(f"<html><head><title>x</title></head><body>{''.join(parts)}</body></html>", "utf-8")
        files.append(file)
    return files


def make_documents(folder: Path, pages: list[Path]) -> list[Path]:
    """The words of the first pages as .docx files."""
    from docx import Document

    files = []
    for page in pages[: DOCUMENTS + 1]:
        document = Document()
        for line in TaguettePage(page.read_text("utf-8")).text.splitlines():
            document.add_paragraph(line)
        files.append(folder / f"{page.stem}.docx")
        document.save(str(files[-1]))
    return files


def import_ms(files: list[Path], folder: Path) -> float:
    """Milliseconds that Tenun takes to bring in one of the files; the first starts the reader process."""
    scope = make_study(str(folder / "speed.tenun"), title="Speed")
    import_documents(scope, files[:1])
    start = time.perf_counter()
    import_documents(scope, files[1:])
    seconds = time.perf_counter() - start
    scope.store.close()
    return 1000 * seconds / (len(files) - 1)


def tenun(files: list[Path], folder: Path) -> dict[str, object]:
    """Seconds that the import takes, and how many marked passages read back as they were marked."""
    from tenun.study.code_spans import code_spans
    from tenun.text.spans import Span

    scope = make_study(str(folder / "bench.tenun"), title="Bench")
    from tenun.study.codebook.add_code import add_code

    code = add_code(scope, key="C")
    import_documents(scope, files[:1])
    start = time.perf_counter()
    import_documents(scope, files[1:])
    seconds = time.perf_counter() - start
    right = marked = 0
    for source in scope.store.rows("source"):
        text = scope.store.text(source["representation"])
        spans = _marks(text)
        code_spans(scope, [(source["guid"], Span(*span)) for span in spans], code)
        kept = {(row["start_cp"], row["end_cp"]): row["quote"] for row in
                scope.store.rows("passage", representation=source["representation"])}  # fmt: skip
        marked += len(spans)
        right += sum(kept.get(span) == text[slice(*span)] and text[span[0]] == "[" for span in spans)
    scope.store.close()
    return {"text_ms": 1000 * seconds / (len(files) - 1), "marked": marked, "right": right}


def _marks(text: str) -> list[tuple[int, int]]:
    """Places of sentences, from their number to the end of their line."""
    found: list[tuple[int, int]] = []
    at = text.find("[")
    while at >= 0 and len(found) < MARKS:
        found.append((at, (text + "\n").index("\n", at)))
        at = text.find("[", at + 1)
    return found


def taguette(python: Path, files: list[Path], folder: Path) -> dict[str, object]:
    """The same through Taguette's own code, and whether Tenun reads its positions as Taguette does."""
    out = folder / "taguette.json"
    command = [str(python), str(PEER), str(folder / "taguette.sqlite3"), str(out), str(MARKS), *map(str, files)]
    subprocess.run(command, check=True, stderr=subprocess.DEVNULL)
    found: dict[str, object] = json.loads(out.read_text("utf-8"))
    marks = found.pop("marks")
    assert isinstance(marks, list)
    right = 0
    for contents, spans in marks:
        page = TaguettePage(contents)
        right += sum("".join(page.text[slice(*page.span(start, end))].split()) == words for start, end, words in spans)
    return {**found, "read_by_tenun": right}


def qualcoder(files: list[Path], folder: Path) -> dict[str, object]:
    """What QualCoder's import of a plain text does to its database, and which of its UTF-16 positions Python reads."""
    import sqlite3

    texts = [TaguettePage(file.read_text("utf-8")).text for file in files]
    plain = [folder / f"{file.stem}.txt" for file in files]
    for path, text in zip(plain, texts, strict=True):
        path.write_text(text, "utf-8")
    file = sqlite3.connect(folder / "qualcoder.sqlite3")
    file.execute("create table source (id integer primary key, name text, fulltext text, unique(name))")
    start = time.perf_counter()
    for path in plain:
        file.execute("insert into source (name, fulltext) values (?, ?)", (path.name, path.read_text("utf-8")))
        file.commit()
    seconds = time.perf_counter() - start
    right = marked = 0
    for text in texts:
        for begin, end in _marks(text):
            units = len(text[:begin].encode("utf-16-le")) // 2, len(text[:end].encode("utf-16-le")) // 2
            right += text[slice(*units)] == text[begin:end]
            marked += 1
    return {"text_ms": 1000 * seconds / len(files), "marked": marked, "right": right}


def main() -> None:
    """Measure and print."""
    words = argparse.ArgumentParser(description=__doc__)
    words.add_argument("--pages", type=int, default=100)
    words.add_argument("--quick", action="store_true", help="a tenth of the pages")
    words.add_argument("--to", type=Path, help="also write the figures to this file")
    asked = words.parse_args()
    python = python_of("taguette", install=not asked.quick)
    pages = asked.pages // 10 if asked.quick else asked.pages
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        files = make_pages(folder, pages, 10_000, 1)
        found: dict[str, object] = {"pages": pages, "python": sys.version.split()[0]}
        documents = make_documents(folder, files)
        found["tenun"] = {**tenun(files, folder), "docx_ms": import_ms(documents, folder)}
        if python:
            found["taguette"] = taguette(python, [*files, *documents[1:]], folder)
        found["qualcoder_at_least"] = qualcoder(files, folder)
    text = json.dumps(found, indent=2)
    print(text)
    if asked.to:
        asked.to.write_text(text + "\n", "utf-8")


if __name__ == "__main__":
    main()
