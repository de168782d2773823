"""Growth from 10,000 to 1,000,000 codings in one file: bulk add, size, reading the table, peak memory.

    python bench/store_growth.py [--to FILE] [--quick]

Each size runs in a process of its own, and beside it a plain baseline: the same passages and codings with `executemany`
of `sqlite3` into two tables with the same keys and the same durability, read back with one join by pandas. It checks
nothing and keeps no history. The ratio is what being able to verify and to undo costs; the slope (of time against
size, both as logarithms) is 1 where growth is linear.
"""

from __future__ import annotations

import argparse
import json
import math
import os
import platform
import random
import resource
import sqlite3
import subprocess
import sys
import tempfile
import time
import uuid
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

SIZES = (10_000, 30_000, 100_000, 300_000, 1_000_000)
QUICK = (1_000, 10_000)
CODES = 50
TOKENS = {"actor": ("own", "partner"), "basis": ("stated", "inferred"), "voice": (None, "reported", "analyst")}
PLAIN = """
CREATE TABLE passage (id INTEGER PRIMARY KEY, guid TEXT UNIQUE, representation INTEGER, start_cp INTEGER,
    end_cp INTEGER, quote TEXT, prefix TEXT, suffix TEXT, UNIQUE (representation, start_cp, end_cp));
CREATE TABLE coding (id INTEGER PRIMARY KEY, guid TEXT UNIQUE, passage_id INTEGER, code INTEGER, coder INTEGER,
    round INTEGER, actor TEXT, basis TEXT, voice TEXT, polarity TEXT, time TEXT, priority TEXT, weight REAL,
    status TEXT, memo TEXT, UNIQUE (passage_id, code, coder, round));
"""
JOIN = "SELECT coding.*, passage.* FROM coding JOIN passage ON passage.id = coding.passage_id"


def main() -> int:
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--to", type=Path, help="the figures as JSON")
    options.add_argument("--quick", action="store_true", help=f"{', '.join(map(str, QUICK))} codings only")
    options.add_argument("--one", nargs=2, metavar=("SIDE", "SIZE"), help=argparse.SUPPRESS)
    chosen = options.parse_args()
    if chosen.one:
        side, size = chosen.one
        with tempfile.TemporaryDirectory() as folder:
            print(json.dumps({"store": store_side, "plain": plain_side}[side](Path(folder), int(size))))
        return 0
    growth = [measured(size) for size in (QUICK if chosen.quick else SIZES)]
    figures = {"machine": machine(), "growth": growth, "slope": slope(growth)}
    text = json.dumps(figures, indent=2)
    print(text)
    if chosen.to:
        chosen.to.write_text(text + "\n", encoding="utf-8")
    return 0


def measured(size: int) -> dict[str, Any]:
    """Both sides at one size, and what the store costs more."""
    sides: dict[str, Any] = {}
    for side in ("plain", "store"):
        command = [sys.executable, __file__, "--one", side, str(size)]
        done = subprocess.run(command, check=True, capture_output=True, text=True)
        sides[side] = json.loads(done.stdout)
    store, plain = sides["store"], sides["plain"]
    ratio = {name: round(store[name] / plain[name], 2) for name in ("add_cpu_seconds", "megabytes", "read_cpu_seconds")}
    print(f"{size:>9,} codings: added in {store['add_seconds']} s, {store['megabytes']} MB", file=sys.stderr)
    return {"codings": size, **sides, "ratio": ratio}


def machine() -> dict[str, object]:
    """What the figures were measured on."""
    return {
        "python": platform.python_version(),
        "sqlite": sqlite3.sqlite_version,
        "cpus": os.cpu_count(),
        "load": [round(load, 2) for load in os.getloadavg()],
    }


def slope(growth: list[dict[str, Any]]) -> dict[str, float]:
    """Growth from the smallest size that is not all start-up to the largest, as a power of the size."""
    first, last = growth[-2 if len(growth) == len(QUICK) else -3], growth[-1]
    of = math.log(last["codings"] / first["codings"])
    names = ("add_cpu_seconds", "megabytes", "read_cpu_seconds")
    return {name: round(math.log(last["store"][name] / first["store"][name]) / of, 2) for name in names}


def timed(figures: dict[str, float], name: str, work: Callable[[], Any]) -> Any:
    """Do the work and note its time on the clock and on the processor."""
    wall, cpu = time.perf_counter(), time.process_time()
    result = work()
    figures[f"{name}_seconds"] = round(time.perf_counter() - wall, 3)
    figures[f"{name}_cpu_seconds"] = round(time.process_time() - cpu, 3)
    return result


def finished(figures: dict[str, float], path: Path) -> dict[str, float]:
    """The figures with the size of the closed file and the peak of memory."""
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    figures["peak_megabytes"] = round(peak / (1 << 20 if sys.platform == "darwin" else 1 << 10))
    figures["megabytes"] = round(path.stat().st_size / 1e6, 1)
    return figures


def spans(text: str, size: int) -> Iterator[tuple[int, int, str, str, str]]:
    """Half as many passages as codings: every passage is coded twice."""
    for at in range(size // 2):
        yield at, at + 40, text[at : at + 40], text[max(0, at - 48) : at], text[at + 40 : at + 88]


def tokens(size: int) -> Iterator[dict[str, str | None]]:
    """Facets by chance, the same on both sides."""
    chance = random.Random(1)
    for _ in range(size):
        yield {name: chance.choice(values) for name, values in TOKENS.items()}


def long_text(size: int) -> str:
    return " ".join(f"kata{number}" for number in range(size // 8 + 100))


def store_side(folder: Path, size: int) -> dict[str, float]:
    """Through `tenun.store`, in one command."""
    import pandas as pd  # noqa: F401 - its import is no part of reading

    from tenun.store import create
    from tenun.text.hashes import sha256_text

    text, path, figures = long_text(size), folder / "growth.tenun", dict[str, float]()
    with create(path, key="growth") as store:
        with store.command("import", "bench") as change:
            blob = change.put_blob(text.encode())
            source = change.insert("source", {"key": "S1", "title": "Growth", "kind": "report", "language": "id"})[0]
            row = {"source": source, "blob": blob, "extractor": "bench", "extractor_version": "1", "language": "id"}
            place = change.insert("representation", {**row, "text": text, "sha256": sha256_text(text)})[0]
            coder = change.insert("coder", {"name": "bench"})[0]
            number = change.insert("round", {"number": 1})[0]
            codes = change.insert("code", ({"key": f"C{at}"} for at in range(CODES)))

        def add() -> None:
            names = ("start_cp", "end_cp", "quote", "prefix", "suffix")
            with store.command("code", "bench") as change:
                passages = change.insert(
                    "passage",
                    ({"representation": place, **dict(zip(names, span, strict=True))} for span in spans(text, size)),
                )
                fixed = {"coder": coder, "round": number, "polarity": "supports", "time": "at", "priority": "none"}
                change.insert("coding", (
                    {"passage": passages[at // 2], "code": codes[at % CODES], **fixed, **facets}
                    for at, facets in enumerate(tokens(size))
                ))  # fmt: skip

        timed(figures, "add", add)
        assert len(timed(figures, "read", store.codings)) == size
        assert timed(figures, "verify", store.verify) == []
    return finished(figures, path)


def plain_side(folder: Path, size: int) -> dict[str, float]:
    """With `sqlite3` alone."""
    import pandas as pd

    text, path, figures = long_text(size), folder / "growth.db", dict[str, float]()
    connection = sqlite3.connect(path, isolation_level=None)
    connection.executescript(f"PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; {PLAIN}")

    def add() -> None:
        connection.execute("BEGIN IMMEDIATE")
        passages = ((key, str(uuid.uuid4()), 1, *span) for key, span in enumerate(spans(text, size), start=1))
        connection.executemany("INSERT INTO passage VALUES (?, ?, ?, ?, ?, ?, ?, ?)", passages)
        codings = (
            (at + 1, str(uuid.uuid4()), at // 2 + 1, at % CODES, 1, 1, *facets.values(), "supports", "at", "none", 1.0,
             "accepted", "")
            for at, facets in enumerate(tokens(size))
        )  # fmt: skip
        connection.executemany("INSERT INTO coding VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", codings)
        connection.execute("COMMIT")

    timed(figures, "add", add)
    assert len(timed(figures, "read", lambda: pd.read_sql_query(JOIN, connection))) == size
    connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    connection.close()
    return finished(figures, path)


if __name__ == "__main__":
    raise SystemExit(main())
