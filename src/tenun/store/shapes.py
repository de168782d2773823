"""Rows as the outside sees them: guids for references, no integer keys, nothing of the study they belong to."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from sqlalchemy import Boolean, Column, Float, Integer, Table
from sqlalchemy.types import JSON

from tenun.errors import InputRefused
from tenun.store.guids import PLAIN, Guid, spelled
from tenun.store.schema import metadata

Row = dict[str, Any]
TIMES = ("at", "created_at")
_NUL = re.compile(r"(?<!\\)(?:\\\\)*\\u0000")
_INSIDE = frozenset({"study", "blob", "blob_chunk", "segment", "event", "event_payload"})
ENTITIES: tuple[str, ...] = tuple(name for name in metadata.tables if name not in _INSIDE)


@dataclass(frozen=True, slots=True)
class Field:
    """A column and its public name; `target` is the table that a reference points to."""

    name: str
    column: str
    target: str | None
    check: Callable[[list[Any]], list[Any]]
    to_stored: Callable[[list[Any]], list[Any]] | None
    optional: bool
    default: Any


@dataclass(frozen=True, slots=True)
class Shape:
    """A table seen from outside: its public fields, the guid first."""

    name: str
    table: Table
    fields: tuple[Field, ...]

    def field(self, name: str) -> Field:
        """The field of a public name; ValueError when there is none, which is a fault of the calling program."""
        for field in self.fields:
            if field.name == name:
                return field
        raise ValueError(f"rows of {self.name} have no {name!r}; they have {[field.name for field in self.fields]}")


@cache
def shape_of(name: str) -> Shape:
    """The shape of a table by its name; ValueError for a table that is not public."""
    if name not in ENTITIES and name != "study":
        raise ValueError(f"no table {name!r}; there are {', '.join(ENTITIES)}")
    table = metadata.tables[name]
    hidden = {"id", "study_id"}
    fields = [_field(column) for column in table.columns if column.name not in hidden]
    return Shape(name, table, tuple(fields))


def _field(column: Column[Any]) -> Field:
    target = next((key.column.table.name for key in column.foreign_keys if key.column.name == "id"), None)
    public = column.name.removesuffix("_id") if target else column.name
    check, to_stored = _conversion(column)
    return Field(public, column.name, target, check, to_stored, bool(column.nullable), _default(column))


def _default(column: Column[Any]) -> Any:
    if column.default is None:
        return None
    value = getattr(column.default, "arg", None)
    return {"dict": {}, "list": []}.get(getattr(value, "__name__", "")) if callable(value) else value


def _conversion(
    column: Column[Any],
) -> tuple[Callable[[list[Any]], list[Any]], Callable[[list[Any]], list[Any]] | None]:
    if isinstance(column.type, Guid) or (column.foreign_keys and column.name != "blob"):
        return _guids, None
    if isinstance(column.type, JSON):
        return _plain, _json
    if isinstance(column.type, Boolean):
        return _cast(bool), None
    if isinstance(column.type, Integer):
        return _cast(int), None
    if isinstance(column.type, Float):
        return _cast(float), None
    return _texts, None


def _guids(values: list[Any]) -> list[Any]:
    distinct = set(values)
    if None not in distinct and all(map(PLAIN.fullmatch, distinct)):
        return values
    spellings = {value: None if value is None else spelled(value) for value in distinct}
    return [spellings[value] for value in values]


def _cast(kind: type) -> Callable[[list[Any]], list[Any]]:
    def cast(values: list[Any]) -> list[Any]:
        return [value if value is None or type(value) is kind else kind(value) for value in values]

    return cast


def _texts(values: list[Any]) -> list[Any]:
    """Text as it is; InputRefused for U+0000 and lone surrogates, which no database keeps."""
    try:
        joined = "".join(values) if None not in values else "".join(value for value in values if value is not None)
        joined.encode()
    except UnicodeEncodeError:
        raise InputRefused("store.unstorable-text") from None
    if "\0" in joined:
        raise InputRefused("store.unstorable-text")
    return values


def _plain(values: list[Any]) -> list[Any]:
    """JSON values as they will be read back: tuples become lists, keys text."""
    stored = _json(values)
    _texts(stored)
    if any(text is not None and _NUL.search(text) for text in stored):
        raise InputRefused("store.unstorable-text")
    return [None if text is None else json.loads(text) for text in stored]


def _json(values: Sequence[Any]) -> list[Any]:
    return [None if value is None else json.dumps(value, ensure_ascii=False, allow_nan=False) for value in values]
