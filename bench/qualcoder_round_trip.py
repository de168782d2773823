"""QualCoder projects between Tenun and Exegete, in one run: its texts and codings come in, ours go out and are read.

QualCoder itself is in no package index; Exegete, which is, writes and reads the database of QualCoder 4.0 with code of
its own, in a Python of its own, which the full run makes. Texts hold emoji, flags and marks, so that a position in
other units than code points would cut other words.
"""

from __future__ import annotations

import argparse
import json
import random
import tempfile
from pathlib import Path
from typing import Any

from import_peers import import_ms
from peers.environments import answer, python_of
from tenun.study.importing.import_paths import import_paths
from tenun.study.make_study import make_study
from tenun.study.opening import open_scope
from tenun.study.projects.export_qualcoder import export_qualcoder

STUDY = Path(__file__).parents[1] / "examples" / "denpasar-mossel-bay"
PEER = "exegete_project.py"
WORDS = (
    "kota", "mitra", "pasar", "wisata", "budaya", "🪁", "council", "festival", "naïve", "👩🏽‍🌾", "🇮🇩", "a\u0301", "—",
)  # fmt: skip
CODES = ("market", "tourism 🏖️", "identity")
BYTES, MARKS = 10_000, 20


def main() -> None:
    """Measure and compare."""
    words = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    words.add_argument("--texts", type=int, default=100)
    words.add_argument("--quick", action="store_true", help="a tenth of the texts")
    words.add_argument("--to", type=Path, help="also write the figures to this file")
    asked = words.parse_args()
    python = python_of("exegete", install=not asked.quick)
    wanted = texts(asked.texts // 10 if asked.quick else asked.texts, 1)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        found: dict[str, object] = {
            "texts": len(wanted),
            "tenun": {"text_ms": import_ms(files_of(wanted, folder), folder)},
        }
        sent = sent_out(folder)
        if python:
            found["exegete"] = came_in(python, wanted, folder)
            found["sent_out"] = read_there(python, *sent)
    text = json.dumps(found, indent=2, ensure_ascii=False)
    print(text)
    if asked.to:
        asked.to.write_text(text + "\n", "utf-8")
    for part in ("exegete", "sent_out"):
        figures = found.get(part)
        if isinstance(figures, dict) and figures["came"] != figures["codings"]:
            raise SystemExit(f"not every coding came through: {part}")


def texts(count: int, seed: int) -> list[dict[str, Any]]:
    """Texts of about 10 kB with the places of some passages, in code points."""
    chance = random.Random(seed)
    found: list[dict[str, Any]] = []
    for number in range(count):
        lines: list[str] = []
        length = 0
        while length < BYTES:
            lines.append(" ".join([f"[{len(lines)}]", *chance.choices(WORDS, k=12)]))
            length += len(lines[-1].encode()) + 1
        text, marks = "\n".join(lines), []
        for at in sorted(chance.sample(range(len(lines)), MARKS)):
            start = sum(len(line) + 1 for line in lines[:at])
            marks.append((chance.choice(CODES), start, start + len(lines[at])))
        found.append({"name": f"text-{number:04d}.txt", "text": text, "marks": marks})
    return found


def files_of(wanted: list[dict[str, Any]], folder: Path) -> list[Path]:
    """The texts as files."""
    for one in wanted:
        (folder / one["name"]).write_text(one["text"], "utf-8")
    return [folder / one["name"] for one in wanted]


def came_in(python: Path, wanted: list[dict[str, Any]], folder: Path) -> dict[str, object]:
    """A project that Exegete made is brought in: whether each of its codings has its code, words, coder and memo."""
    asked, project = folder / "wanted.json", folder / "peer.qda"
    asked.write_text(json.dumps({"codes": CODES, "texts": wanted}), "utf-8")
    figures = answer(python, PEER, "make", project, asked)
    location = str(folder / "peer.tenun")
    make_study(location, title="From another program").store.close()
    import_paths(location, [project])
    scope = open_scope(location)
    labels = {row["guid"]: row["label_en"] or row["key"] for row in scope.store.rows("code")}
    names = {row["guid"]: row["title"] for row in scope.store.rows("source")}
    table = scope.store.codings().to_dict("records")
    keys = {row["key"]: row["guid"] for row in scope.store.rows("code")}
    titles = {row["key"]: names[row["guid"]] for row in scope.store.rows("source")}
    memos = {row["target"]: row["body"] for row in scope.store.rows("memo")}
    scope.store.close()
    came = {
        (labels[keys[row["code"]]], titles[row["source"]], row["quote"], row["coder"], memos.get(row["guid"], ""))
        for row in table
    }
    made = {
        (code, one["name"], one["text"][start:end], "ana", str(start))
        for one in wanted
        for code, start, end in one["marks"]
    }
    return {**figures, "codings": len(made), "came": len(made & came)}


def sent_out(folder: Path) -> tuple[Path, set[tuple[str, str, str]]]:
    """The worked study as a project of QualCoder, and its codings by code, words and coder."""
    location, out = str(folder / "worked.tenun"), folder / "worked.qda"
    import_paths(location, [STUDY])
    scope = open_scope(location)
    export_qualcoder(scope, out)
    table = scope.store.codings()
    table = table[table["status"] == "accepted"]
    wanted = {(row["code"], row["quote"], row["coder"]) for row in table.to_dict("records")}
    scope.store.close()
    return out, wanted


def read_there(python: Path, project: Path, wanted: set[tuple[str, str, str]]) -> dict[str, object]:
    """How many of the codings stand there with the words that the other program's own text has at their places."""
    told = answer(python, PEER, "read", project, project)
    codings = told["codings"]
    came = {(words, coder) for _, _, words, coder, _ in codings}
    kept = {(words, coder) for _, words, coder in wanted}
    return {"codings": len(kept), "came": len(kept & came), "rows": len(codings), "cut_right": told["right"]}


if __name__ == "__main__":
    main()
