"""Figures of the worked study computed again by R from their exact input, beside Tenun's own values.

    python bench/recompute_in_r.py [--to FILE]

Needs `Rscript` (Debian: r-base-core), with base R alone. Prints how far the two are apart for each value.
"""

from __future__ import annotations

import argparse
import json
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

from tenun.study.figures import figure_of
from tenun.study.figures.figure import Figure
from tenun.study.figures.handed_on import write_figure
from tenun.study.importing.import_paths import import_paths
from tenun.study.opening import open_scope
from tenun.study.run_demo import example_folder

ASKED: dict[str, dict[str, str]] = {
    "first_place": {},
    "coefficients": {},
    "ratings": {"of": "priority"},
    "agreement_by": {"by": "code"},
    "free_segments": {},
    "word_counts": {"most": "30"},
    "key_words": {"field": "kind", "value": "news", "most": "30"},
}


def main() -> int:
    """Compare and print; 1 where a value differs by more than R prints."""
    words = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    words.add_argument("--to", type=Path, help="also write the figures to this file")
    words.add_argument("--quick", action="store_true", help="the same: it takes seconds")
    asked = words.parse_args()
    rscript = shutil.which("Rscript")
    if rscript is None:
        print("Rscript is not on the PATH: nothing was compared.", file=sys.stderr)
    figures = compare(rscript) if rscript else {"r": None, "methods": {}, "furthest_apart": 0.0}
    text = json.dumps(figures, indent=2)
    print(text)
    if asked.to:
        asked.to.write_text(text + "\n", "utf-8")
    return 0 if figures["furthest_apart"] < 1e-5 else 1


def compare(rscript: str) -> dict[str, Any]:
    """For each method the number of values compared and how far the furthest is apart."""
    found: dict[str, Any] = {}
    with tempfile.TemporaryDirectory() as name:
        path = Path(name) / "worked.tenun"
        import_paths(str(path), [example_folder()])
        scope = open_scope(str(path))
        for method, asked in ASKED.items():
            figure = figure_of(scope, method, asked)
            folder = Path(name) / method
            write_figure(figure, folder)
            done = subprocess.run([rscript, "script.R"], cwd=folder, capture_output=True, text=True, check=True)
            found[method] = _apart(figure, done.stdout)
        scope.store.close()
    furthest = max(one["furthest_apart"] for one in found.values())
    return {"r": _version(rscript), "methods": found, "furthest_apart": furthest}


def _apart(figure: Figure, printed: str) -> dict[str, Any]:
    """Compare R's output with the first table: lines `name value`, or rows that begin with the word."""
    table = figure.tables[0]
    ours = {str(row[0]): [cell for cell in row[1:] if isinstance(cell, int | float)] for row in table.rows}
    apart = []
    for line in printed.splitlines():
        name, *rest = line.split()
        if name in ours:
            theirs = [float(one) for one in rest if re.fullmatch(r"-?[\d.]+(e-?\d+)?", one)]
            pairs = zip(theirs, ours[name], strict=False)
            apart += [abs(a - b) / max(1.0, abs(b)) for a, b in pairs]
    return {"values": len(apart), "furthest_apart": max(apart, default=float("inf"))}


def _version(rscript: str) -> str:
    done = subprocess.run([rscript, "--version"], capture_output=True, text=True, check=True)
    return (done.stdout or done.stderr).strip()


if __name__ == "__main__":
    sys.exit(main())
