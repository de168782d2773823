"""The worked study as a Taguette project, imported by its own code; each highlight is cut there and compared.

Taguette runs in a Python of its own, which the full run makes; without it, the file is only read back by Tenun.
"""

from __future__ import annotations

import argparse
import json
import tempfile
from pathlib import Path

from peers.environments import answer, python_of
from tenun.exchange.projects.reading import read_foreign
from tenun.study.importing.import_paths import import_paths
from tenun.study.opening import open_scope
from tenun.study.projects.export_taguette import export_taguette

STUDY = Path(__file__).parents[1] / "examples" / "denpasar-mossel-bay"


def main() -> None:
    """Send out, have it read, compare."""
    words = argparse.ArgumentParser(description=__doc__)
    words.add_argument("--to", type=Path, help="also write the figures to this file")
    words.add_argument("--quick", action="store_true", help="the same: it takes seconds")
    asked = words.parse_args()
    python = python_of("taguette", install=not asked.quick)
    with tempfile.TemporaryDirectory() as name:
        location, out = str(Path(name) / "study.tenun"), Path(name) / "study.sqlite3"
        import_paths(location, [STUDY])
        scope = open_scope(location)
        export_taguette(scope, out)
        table = scope.store.codings()
        table = table[table["status"] == "accepted"]
        wanted = {(row["source"], row["quote"]) for row in table.to_dict("records")}
        scope.store.close()
        project = read_foreign(out)
        again = {
            (project.texts[one.text].name.split()[0], project.texts[one.text].text[one.start_cp : one.end_cp])
            for one in project.codings
        }
        found = {"passages": len(wanted), "read_again": len(_bare(wanted) & _bare(again))}
        if python:
            told = answer(python, "taguette_reading.py", out)
            cut = {(document.split()[0], quote) for document, quote, _ in told}
            found["cut_by_taguette"] = len(wanted & cut)
    print(json.dumps(found, indent=2))
    if set(found.values()) != {len(wanted)}:
        raise SystemExit("not every passage came through")
    if asked.to:
        asked.to.write_text(json.dumps(found, indent=2) + "\n", "utf-8")


def _bare(passages: set[tuple[str, str]]) -> set[tuple[str, str]]:
    return {(source, "".join(quote.split())) for source, quote in passages}


if __name__ == "__main__":
    main()
