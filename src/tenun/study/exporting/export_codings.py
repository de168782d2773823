"""Write the codings as a table that comes in again."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from tenun.coding.places import place_of
from tenun.coding.rows import FACET_COLUMNS, CodingRow
from tenun.errors import InputRefused
from tenun.study.write_file import write_file

if TYPE_CHECKING:
    import pandas as pd

    from tenun.study.scope import StudyScope

FORMATS = (".csv", ".xlsx", ".json")


def export_codings(scope: StudyScope, path: Path) -> int:
    """Write every coding, and every passage left uncoded on purpose, to `path`; returns the number of rows.

    `.csv` and `.xlsx` come in again with `tenun import`, regions and times too; `.json` has the guids as
    well. Raises InputRefused for another ending.
    """
    if path.suffix.lower() not in FORMATS:
        raise InputRefused("study.no-such-format", value=path.suffix or path.name, allowed=", ".join(FORMATS))
    if path.suffix.lower() == ".json":
        table = scope.store.codings()
        places = places_of(scope)
        records = [{**record, "place": places.get(record["passage"], "")} for record in plain_records(table)]
        write_file(path, json.dumps(records, ensure_ascii=False, indent=1).encode())
        return len(table)
    from tenun.exchange import codings_table

    rows = [*_coded(scope), *_uncoded(scope)]
    write = codings_table.write_csv if path.suffix.lower() == ".csv" else codings_table.write_xlsx
    write_file(path, write(rows))
    return len(rows)


def plain_records(table: pd.DataFrame) -> list[dict[str, Any]]:
    """The rows as JSON holds them, every number to its last digit; what is missing is None."""
    columns = {str(name): table[name].astype(object).where(table[name].notna(), None).tolist() for name in table}
    return [dict(zip(columns, values, strict=True)) for values in zip(*columns.values(), strict=True)]


def places_of(scope: StudyScope) -> dict[str, str]:
    """Where passages are that are no stretch of text, by guid: regions of pictures and pages, times of recordings."""
    placed = ((row["guid"], place_of(row)) for row in scope.store.rows("passage"))
    return {guid: place.spelled() for guid, place in placed if place is not None}


def _place(passage: Mapping[Any, Any], place: str) -> dict[str, Any]:
    """Where a passage is: a quote may stand in its text more than once, and a region or time has none."""
    start, end = passage["start_cp"], passage["end_cp"]
    if start is None or start != start:
        return {"start_cp": None, "end_cp": None, "place": place or None}
    return {"start_cp": str(int(start)), "end_cp": str(int(end)), "place": place or None}


def _coded(scope: StudyScope) -> list[CodingRow]:
    table = scope.store.codings().sort_values(["source", "start_cp", "end_cp", "coder", "round", "code"])
    places = places_of(scope)
    return [
        CodingRow(
            source=row["source"],
            quote=row["quote"],
            code=row["code"],
            coder=row["coder"],
            round=str(row["round"]),
            **{name: row[name] or "" for name in FACET_COLUMNS},
            memo=row["memo"],
            weight=f"{row['weight']:g}",
            status=row["status"],
            **_place(row, places.get(row["passage"], "")),
        )
        for row in table.to_dict("records")
    ]


def _uncoded(scope: StudyScope) -> list[CodingRow]:
    store = scope.store
    passages = {row["guid"]: row for row in store.rows("passage")}
    source_of = store.lookup("representation", "source")
    keys = store.lookup("source", "key")
    names = store.lookup("coder", "name")
    numbers = store.lookup("round", "number")
    places = places_of(scope)
    rows = []
    for left in store.rows("uncoded"):
        passage = passages[left["passage"]]
        rows.append(
            CodingRow(
                source=keys[source_of[passage["representation"]]],
                quote=passage["quote"],
                code="",
                coder=names[left["coder"]],
                round=str(numbers[left["round"]]),
                **{name: left["facets"].get(name) or "" for name in FACET_COLUMNS},
                memo=left["reason"],
                weight="",
                status="",
                **_place(passage, places.get(passage["guid"], "")),
            )
        )
    return sorted(rows, key=lambda row: (row.source, row.quote, row.coder or ""))
