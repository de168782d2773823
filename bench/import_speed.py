"""Import of 1,000 texts of 10 kB and of 100,000 codings, beside a plain baseline in the same run.

The baseline reads the same files and writes their bytes and text into two tables of a SQLite file with the same
durability, or the same rows of codings into one; it checks nothing, indexes nothing and keeps no history. The ratios
are what being able to search, verify and undo costs.
"""

from __future__ import annotations

import argparse
import json
import random
import sqlite3
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from tenun.coding.rows import CodingRow
from tenun.corpus.study import Bilingual, Decision, StudyConfig
from tenun.exchange.codings_table import write_csv
from tenun.study.codebook.load_framework import load_framework
from tenun.study.importing.import_codings import import_codings
from tenun.study.importing.import_documents import import_documents
from tenun.study.opening import new_scope

WORDS = (
    "kota", "mitra", "pasar", "wisata", "budaya", "pemerintah", "harbour", "market", "partner", "council", "festival",
    "trade", "visit", "sign", "year",
)  # fmt: skip
CODES = ("MKT-ACCESS", "MKT-SME", "TC-TOUR", "TC-CULT", "IDP-SIM", "ADM-CAP", "BIL-TIES", "DET-OFFER")


def make_texts(folder: Path, texts: int, size: int, seed: int) -> list[Path]:
    """Plain texts of about `size` bytes in sentences, each of which occurs once in its text."""
    chance = random.Random(seed)
    files = []
    for number in range(texts):
        lines, length, at = [], 0, 0
        while length < size:
            line = f"{' '.join(chance.choices(WORDS, k=12)).capitalize()} {number}-{at}."
            lines.append(line)
            length += len(line) + 1
            at += 1
        file = folder / f"text-{number:05d}.txt"
        file.write_text("\n".join(lines), "utf-8")
        files.append(file)
    return files


def make_rows(files: list[Path], codings: int) -> list[CodingRow]:
    """Codings spread over the sentences of the texts."""
    rows: list[CodingRow] = []
    sentences = {file: file.read_text("utf-8").split("\n") for file in files}
    at = 0
    while len(rows) < codings:
        for file in files:
            lines = sentences[file]
            code = CODES[(at // len(lines)) % len(CODES)]
            rows.append(CodingRow(file.stem, lines[at % len(lines)], code, "A"))
        at += 1
    return rows[:codings]


def timed(work: Callable[[], object]) -> float:
    """Seconds that a call takes."""
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def plain_texts(path: Path, files: list[Path]) -> None:
    """The baseline for texts."""
    with sqlite3.connect(path) as file:
        file.execute("PRAGMA journal_mode=WAL")
        file.execute("PRAGMA synchronous=FULL")
        file.execute("CREATE TABLE original (name TEXT PRIMARY KEY, content BLOB)")
        file.execute("CREATE TABLE text (name TEXT PRIMARY KEY, body TEXT)")
        for source in files:
            content = source.read_bytes()
            file.execute("INSERT INTO original VALUES (?, ?)", (source.name, content))
            file.execute("INSERT INTO text VALUES (?, ?)", (source.name, content.decode()))


def plain_codings(path: Path, rows: list[CodingRow], files: list[Path]) -> None:
    """The baseline for codings: find each quote, write the row."""
    texts = {file.stem: file.read_text("utf-8") for file in files}
    with sqlite3.connect(path) as file:
        file.execute("CREATE TABLE coding (source TEXT, start INTEGER, stop INTEGER, code TEXT, coder TEXT)")
        found = ((row, texts[row.source].index(row.quote)) for row in rows)
        values = ((r.source, at, at + len(r.quote), r.code, r.coder) for r, at in found)
        file.executemany("INSERT INTO coding VALUES (?, ?, ?, ?, ?)", values)


def measure(texts: int, size: int, codings: int, seed: int = 1) -> dict[str, object]:
    """Both imports beside their baselines, in one run."""
    decision = Decision(Bilingual("D"), "2020-01-01")
    config = StudyConfig("bench", Bilingual("Bench"), Bilingual(), decision, None, Bilingual(), ())
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        files = make_texts(folder, texts, size, seed)
        rows = make_rows(files, codings)
        table = folder / "codings.csv"
        table.write_bytes(write_csv(rows))
        scope = new_scope(folder / "bench.tenun", config)
        load_framework(scope, "south-south-sister-city")
        figures = {
            "texts_s": timed(lambda: import_documents(scope, files)),
            "texts_plain_s": timed(lambda: plain_texts(folder / "plain.sqlite", files)),
            "codings_s": timed(lambda: import_codings(scope, table)),
            "codings_plain_s": timed(lambda: plain_codings(folder / "plain.sqlite", rows, files)),
        }
        stored = scope.store.count("source"), scope.store.count("coding")
        scope.store.close()
        size_mb = (folder / "bench.tenun").stat().st_size / 1e6
    assert stored == (texts, codings), stored
    ratios = {
        "texts_ratio": figures["texts_s"] / figures["texts_plain_s"],
        "codings_ratio": figures["codings_s"] / figures["codings_plain_s"],
        "text_ms": 1000 * figures["texts_s"] / texts,
    }
    return {"texts": texts, "bytes_each": size, "codings": codings, "file_mb": size_mb, **figures, **ratios}


def main() -> None:
    """Measure and print."""
    words = argparse.ArgumentParser(description=__doc__)
    words.add_argument("--to", type=Path, help="also write the figures to this file")
    words.add_argument("--quick", action="store_true", help="a tenth of everything")
    asked = words.parse_args()
    found = measure(100, 10_000, 10_000) if asked.quick else measure(1_000, 10_000, 100_000)
    text = json.dumps(found, indent=2)
    print(text)
    if asked.to:
        asked.to.write_text(text + "\n", "utf-8")


if __name__ == "__main__":
    main()
