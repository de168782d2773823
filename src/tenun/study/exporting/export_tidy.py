"""Write the codings as one tidy table for a statistics program: a row a coding, with all that is known of it."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

from tenun.coding.formulas import neutral
from tenun.errors import InputRefused
from tenun.study.blindness import refuse_while_blind
from tenun.study.exporting.export_codings import places_of, plain_records
from tenun.study.write_file import write_file

if TYPE_CHECKING:
    from tenun.study.scope import StudyScope

FORMATS = (".csv", ".xlsx")
_SOURCE = ("title", "kind", "language", "publisher", "author", "published", "url", "confidentiality", "inclusion")
_CODING = (
    "guid", "quote", "start_cp", "end_cp", "place", "code", "coder", "round", "actor", "basis", "voice", "polarity",
    "time", "case", "priority", "weight", "status", "memo",
)  # fmt: skip

COLUMNS = (
    "source", *_CODING, "code_path", "code_label_en", "code_label_id", *(f"source_{name}" for name in _SOURCE),
)  # fmt: skip
_WIDTHS = {"quote": 70, "memo": 40, "code_path": 30, "guid": 38, "source_title": 40}


def export_tidy(scope: StudyScope, path: Path) -> int:
    """Write every coding to `path`, `.csv` or `.xlsx`, and without loss to a `.json` beside it; returns the rows.

    Columns: the coding (`place`: its region or time, where it is on no text), `code_path` (keys from the root, parted
    by ` > `), both labels, and the source's attributes with their names behind `source_`. Cells that a spreadsheet
    would run as a formula are made harmless in the table and stand as they are in the JSON. Raises InputRefused for
    another ending, NotAllowed while a blind round is open.
    """
    refuse_while_blind(scope)
    if path.suffix.lower() not in FORMATS:
        raise InputRefused("study.no-such-format", value=path.suffix or path.name, allowed=", ".join(FORMATS))
    rows = tidy_rows(scope)
    write_file(path, _csv(rows) if path.suffix.lower() == ".csv" else _xlsx(rows))
    write_file(path.with_suffix(".json"), json.dumps(rows, ensure_ascii=False, indent=1).encode())
    return len(rows)


def tidy_rows(scope: StudyScope) -> list[dict[str, Any]]:
    """The rows, ordered by source, place, coder and code."""
    sources = {row["key"]: row for row in scope.store.rows("source")}
    book = scope.codebook()
    table = scope.store.codings().sort_values(["source", "start_cp", "end_cp", "coder", "round", "code"])
    found = []
    places = places_of(scope)
    for row in plain_records(table):
        row["place"] = places.get(row["passage"], "")
        code = book[row["code"]]
        path = [code.key]
        while (above := book[path[0]].parent) is not None:
            path.insert(0, above)
        more = {"code_path": " > ".join(path), "code_label_en": code.label_en, "code_label_id": code.label_id}
        about = {f"source_{name}": sources[row["source"]][name] for name in _SOURCE}
        found.append({"source": row["source"], **{name: row[name] for name in _CODING}, **more, **about})
    return found


def _csv(rows: list[dict[str, Any]]) -> bytes:
    out = io.StringIO(newline="")
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(COLUMNS)
    writer.writerows([_cell(row[name]) for name in COLUMNS] for row in rows)
    return out.getvalue().encode("utf-8-sig")


def _xlsx(rows: list[dict[str, Any]]) -> bytes:
    from tenun.exchange.sheet import write_sheet

    return write_sheet("codings", COLUMNS, [[row[name] for name in COLUMNS] for row in rows], _WIDTHS)


def _cell(value: Any) -> Any:
    return "" if value is None else neutral(value) if isinstance(value, str) else value
