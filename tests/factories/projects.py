"""What a study says, in a form that survives another program; and archives of QDA-XML, taken apart and written."""

from __future__ import annotations

import io
import zipfile
from collections import defaultdict
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from tenun.coding.places import place_of
from tenun.exchange.refi.spelling import writable
from tenun.store import StudyStore


def said(store: StudyStore) -> dict[str, Any]:
    """Codings, quotes, memos, cases, variables and links of a study, as far as QDA-XML has an element for them."""
    passages = {row["guid"]: row for row in store.rows("passage")}
    source_of = store.lookup("representation", "source")
    current = set(store.lookup("source", "representation").values())
    keys = {row["guid"]: _coded(row, passages, source_of) for row in store.rows("coding")
            if row["status"] == "accepted" and passages[row["passage"]]["representation"] in current}  # fmt: skip
    names: dict[str, Any] = {**keys}
    for row in passages.values():
        names[row["guid"]] = (source_of[row["representation"]], *_at(row))
    on: dict[Any, set[str]] = defaultdict(set)
    for row in store.rows("coding"):
        if row["memo"] and row["guid"] in keys:
            on[keys[row["guid"]]].add(_words(row["memo"]))
    free = {}
    for row in store.rows("memo"):
        target = row["target"]
        if row["target_table"] == "coding" and target in keys:
            on[keys[target]].add(_words(row["body"]))
        else:
            about = None if row["target_table"] == "coding" else names.get(target, target)
            free[row["guid"]] = (_words(row["title"]), _words(row["body"]), about)
    ends = {*names, *store.lookup("code", "key"), *store.lookup("case", "key"), *store.lookup("source", "key")}
    return {
        "codings": set(keys.values()),
        "quotes": {keys[row["guid"]]: _quoted(passages[row["passage"]]) for row in store.rows("coding")
                   if row["guid"] in keys},
        "coding memos": dict(on),
        "memos": free,
        "codes": {row["guid"]: row["parent"] for row in store.rows("code")},
        "cases": {row["guid"]: _words(row["label_en"]) or row["key"] for row in store.rows("case")},
        "case of codings": _cases(store, keys),
        "variables": {row["guid"]: row["type"] for row in store.rows("variable")},
        "values": {(row["variable"], row["case"] or row["source"], str(row["content"])) for row in store.rows("value")},
        "links": {(names.get(row["from_guid"], row["from_guid"]), names.get(row["to_guid"], row["to_guid"]),
                   row["relation"], _words(row["note"])) for row in store.rows("link")
                  if row["from_guid"] in ends and row["to_guid"] in ends},
        "texts": {store.text(guid) for guid in current if guid},
    }  # fmt: skip


def _cases(store: StudyStore, keys: Mapping[str, Any]) -> dict[Any, Any]:
    guids = {row["key"]: row["guid"] for row in store.rows("case")}
    return {keys[row["guid"]]: guids.get(row["case"]) for row in store.rows("coding") if row["guid"] in keys}


def _coded(row: Mapping[str, Any], passages: Mapping[str, Any], source_of: Mapping[str, str]) -> tuple[Any, ...]:
    passage = passages[row["passage"]]
    place = (source_of[passage["representation"]], *_at(passage))
    return (*place, row["code"], row["coder"])


def _quoted(passage: Mapping[str, Any]) -> str:
    """The words of a text as they are; a description as XML carries it."""
    quote = str(passage["quote"])
    return quote if passage["start_cp"] is not None else _words(quote.replace("\r\n", "\n"))


def _at(passage: Mapping[str, Any]) -> tuple[Any, ...]:
    place = place_of(passage) if passage["start_cp"] is None else None
    return passage["start_cp"], passage["end_cp"], place.spelled() if place else ""


def _words(text: str) -> str:
    return writable(text).strip()


def members(path: Path) -> dict[str, bytes]:
    """The members of an archive."""
    with zipfile.ZipFile(path) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def write(path: Path, files: Mapping[str, bytes]) -> Path:
    """An archive of files."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    path.write_bytes(out.getvalue())
    return path


def without_sidecar(path: Path, to: Path) -> Path:
    """The archive as another program would write it back: what is Tenun's own is gone."""
    return write(to, {name: content for name, content in members(path).items() if not name.startswith("tenun/")})
