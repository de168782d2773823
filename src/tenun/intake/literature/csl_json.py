"""CSL-JSON, as Zotero exports it."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from tenun.errors import InputRefused
from tenun.intake.literature.records import Record, Records, date_of, plain_doi

_KEPT = frozenset({
    "type", "title", "author", "editor", "container-title", "publisher", "publisher-place", "volume", "issue", "page",
    "DOI", "URL", "ISBN", "ISSN", "issued", "accessed", "abstract", "language", "edition", "genre", "number",
})  # fmt: skip


def read(text: str, name: str) -> Records:
    """The records of a CSL-JSON file: a list of items, or `{"items": [...]}`."""
    try:
        found = json.loads(text.lstrip("\ufeff"))
    except (ValueError, RecursionError) as error:
        raise InputRefused("literature.broken", where=name) from error
    items = found.get("items", [found]) if isinstance(found, dict) else found
    if not isinstance(items, list):
        raise InputRefused("literature.broken", where=name)
    records = [_record(item, number) for number, item in enumerate(items, 1) if isinstance(item, dict)]
    kept = tuple(record for record in records if record.title)
    return Records(kept, len(items) - len(kept))


def _record(item: Mapping[str, Any], number: int) -> Record:
    def said(name: str) -> str:
        value = item.get(name)
        return " ".join(value.split()) if isinstance(value, str) else ""

    return Record(
        str(item.get("id") or number),
        said("title"),
        tuple(filter(None, map(_name, _list(item.get("author"))))),
        said("publisher") or said("container-title"),
        _date(item.get("issued")),
        said("URL"),
        plain_doi(said("DOI")),
        said("language").lower()[:2],
        (),
        {key: value for key, value in item.items() if key in _KEPT},
    )


def _name(author: object) -> str:
    if not isinstance(author, dict):
        return ""
    literal = author.get("literal")
    parts = [author.get("family"), author.get("given")]
    return str(literal) if literal else ", ".join(str(part) for part in parts if part)


def _date(issued: object) -> str | None:
    if not isinstance(issued, dict):
        return None
    parts = _list(issued.get("date-parts"))
    if parts and isinstance(parts[0], list):
        return date_of(*[*parts[0], None, None, None][:3])
    return date_of(*[*str(issued.get("raw") or issued.get("literal") or "").split("-"), None, None][:3])


def _list(value: object) -> list[Any]:
    return value if isinstance(value, list) else []
