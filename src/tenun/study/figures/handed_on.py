"""A figure handed on: its exact input as CSV, the program that recomputes it, and the figure itself."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

from tenun.coding.formulas import neutral
from tenun.study.figures.figure import Figure, Table
from tenun.study.figures.shown import described, shown
from tenun.study.write_file import write_file


def as_csv(table: Table) -> bytes:
    """A table as CSV in UTF-8, cells that a spreadsheet would take for formulas made harmless."""
    out = io.StringIO(newline="")
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow([neutral(column) for column in table.columns])
    for row in table.rows:
        writer.writerow(["" if cell is None else neutral(cell) if isinstance(cell, str) else cell for cell in row])
    return out.getvalue().encode()


def write_figure(figure: Figure, folder: Path) -> list[Path]:
    """Write `input.csv`, `figure.json` and, where R knows the method, `script.R` into a folder; returns the paths."""
    told = {**shown(figure), "how": described(figure.method)}
    contents = {
        "input.csv": as_csv(figure.input),
        "figure.json": json.dumps(told, ensure_ascii=False, indent=1).encode() + b"\n",
    }
    if figure.script:
        contents["script.R"] = figure.script.encode()
    folder.mkdir(parents=True, exist_ok=True)
    for name, content in contents.items():
        write_file(folder / name, content)
    return [folder / name for name in contents]
