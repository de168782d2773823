"""The table of codings, fast: keys become names by position, not by joins."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any

from sqlalchemy import Column, Connection, select

from tenun.coding.codings import CODINGS_COLUMNS
from tenun.coding.places import place_of
from tenun.store.guids import Guid, spelled_by_driver
from tenun.store.schema import metadata

if TYPE_CHECKING:
    import numpy as np
    import pandas as pd

    Columns = dict[str, np.ndarray[Any, Any]]

_TOKENS = ("actor", "basis", "voice", "polarity", "time", "case", "priority", "status", "memo")
_CODING = ("guid", "passage_id", "code_id", "coder_id", "round_id", "weight", *_TOKENS)
_PASSAGE = ("id", "guid", "representation_id", "start_cp", "end_cp", "quote")
_CHUNK = 20_000


def codings(connection: Connection, study_id: int) -> pd.DataFrame:
    """All codings of a study, whatever their status, in the order they were made: `CODINGS_COLUMNS`."""
    import pandas as pd

    def read(table: str, *names: str) -> Columns:
        return _columns(connection, table, study_id, names)

    coding, passage = read("coding", *_CODING), read("passage", *_PASSAGE)
    representation = read("representation", "id", "guid", "source_id")
    passages = _places(passage, coding["passage_id"])
    representations = _places(representation, passage["representation_id"])[passages]
    columns = {name: coding[name] for name in ("guid", "weight", *_TOKENS)}
    columns |= {name: passage[name][passages] for name in ("start_cp", "end_cp", "quote")}
    columns["place"] = _spelled(connection, study_id, passage)[passages]
    columns["passage"] = passage["guid"][passages]
    columns["representation"] = representation["guid"][representations]
    columns["source"] = _names(read("source", "id", "key"), representation["source_id"][representations])
    columns["code"] = _names(read("code", "id", "key"), coding["code_id"])
    columns["coder"] = _names(read("coder", "id", "name"), coding["coder_id"])
    columns["round"] = _names(read("round", "id", "number"), coding["round_id"])
    return pd.DataFrame({name: columns.pop(name) for name in CODINGS_COLUMNS}, copy=False)


def _spelled(connection: Connection, study_id: int, passage: Columns) -> np.ndarray[Any, Any]:
    """For each passage its region or time as `Place.spelled` writes it; None for a stretch of text."""
    import numpy as np

    spelled = np.full(len(passage["id"]), None, dtype=object)
    if passage["start_cp"].dtype == object:
        own = metadata.tables["passage"].c
        query = select(own.id, own.region, own.start_ms, own.end_ms)
        found = connection.execute(query.where(own.study_id == study_id, own.start_cp.is_(None))).mappings()
        for row in found:
            place = place_of(dict(row))
            spelled[np.searchsorted(passage["id"], row["id"])] = None if place is None else place.spelled()
    return spelled


def _places(table: Columns, keys: np.ndarray[Any, Any]) -> np.ndarray[Any, Any]:
    import numpy as np

    return np.searchsorted(table["id"], keys)


def _names(table: Columns, keys: np.ndarray[Any, Any]) -> np.ndarray[Any, Any]:
    name = next(name for name in table if name != "id")
    found: np.ndarray[Any, Any] = table[name][_places(table, keys)]
    return found


def _columns(connection: Connection, table: str, study_id: int, names: Sequence[str]) -> Columns:
    """Columns of a table as arrays, by integer key; equal texts of a column are one object."""
    import numpy as np

    own = metadata.tables[table]
    query = select(*[own.c[name] for name in names]).where(own.c.study_id == study_id).order_by(own.c.id)
    plain = query.compile(connection, compile_kwargs={"literal_binds": True}).string
    cursor = connection.connection.cursor()
    cursor.execute(plain)
    ways = [_way(own.c[name]) for name in names]
    parts: list[list[np.ndarray[Any, Any]]] = [[way([])] for way in ways]
    while chunk := cursor.fetchmany(_CHUNK):
        for part, way, values in zip(parts, ways, zip(*chunk, strict=True), strict=True):
            part.append(way(values))
    cursor.close()
    parts.reverse()
    return {name: np.concatenate(parts.pop()) for name in names}


def _way(column: Column[Any]) -> Callable[[Sequence[Any]], np.ndarray[Any, Any]]:
    """How the values of a column, as the driver gives them, become an array."""
    import numpy as np

    if isinstance(column.type, Guid):
        return lambda values: np.array(spelled_by_driver(values), dtype=object)
    if column.type.python_type in (int, float):
        number = np.int64 if column.type.python_type is int else np.float64
        return lambda values: np.array(values, dtype=object if None in values else number)
    if column.name == "quote":
        return lambda values: np.array(values, dtype=object)
    return _shared({})


def _shared(seen: dict[Any, Any]) -> Callable[[Sequence[Any]], np.ndarray[Any, Any]]:
    import numpy as np

    def share(values: Sequence[Any]) -> np.ndarray[Any, Any]:
        for value in set(values):
            seen.setdefault(value, value)
        return np.array(list(map(seen.__getitem__, values)), dtype=object)

    return share
