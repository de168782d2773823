"""What a REFI-QDA project cannot carry, laid beside it: the rows of the study, so that nothing is lost to Tenun."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any

from tenun.errors import InputRefused
from tenun.study.projects.sources_of_project import text_member

if TYPE_CHECKING:
    from tenun.study.projects.project_of_study import Tables

VERSION = 1
Row = dict[str, Any]
ORDER = (
    "coder", "round", "framework", "construct", "code", "code_version", "case", "variable", "source", "representation",
    "landmark", "appraisal", "passage", "coding", "uncoded", "coverage", "value", "memo", "link", "event_fact",
    "conflict", "claim", "evidence", "rule_set", "analysis_run", "merge_conflict",
)  # fmt: skip
"""Tables in an order in which each row finds what it refers to."""
NEWER: Row = {"merge_conflict": {"columns": [], "rows": []}}
"""Tables that the first sidecars do not have."""
OWN_TREES = {"code": "parent", "representation": "translation_of"}
REFERENCES = {
    "construct": ("framework",), "code_version": ("code",), "representation": ("source",),
    "landmark": ("representation",), "appraisal": ("source", "coder"), "passage": ("representation",),
    "coding": ("passage", "code", "coder", "round"), "uncoded": ("passage", "coder", "round"),
    "coverage": ("source", "code", "coder", "round"), "value": ("variable",), "evidence": ("claim",),
}  # fmt: skip
"""What a row cannot be without."""


def sidecar_of(tables: Tables, places: Mapping[str, str]) -> dict[str, Any]:
    """The sidecar; texts stand in it only where the project has no file of them. `places`: members of originals."""
    study = tables.rows("study")[0]
    names = {name: study[name] for name in ("guid", "key", "title_en", "title_id", "config")}
    content: dict[str, Any] = {}
    for table in ORDER:
        rows = tables.rows(table)
        columns = list(rows[0]) if rows else []
        content[table] = {"columns": columns, "rows": [[row[name] for name in columns] for row in rows]}
    texts = {guid: text_member(guid) for guid in tables.current}
    if content["representation"]["rows"]:
        at = {name: number for number, name in enumerate(content["representation"]["columns"])}
        for values in content["representation"]["rows"]:
            if values[at["guid"]] in texts:
                values[at["text"]] = None
    carried = {name: sorted(guids) for name, guids in tables.carried.items() if name in ("coding", "memo")}
    return {
        "format": "tenun-study", "version": VERSION, "study": names, "tables": content, "texts": texts,
        "originals": dict(places), "carried": carried,
    }  # fmt: skip


class Sidecar:
    """A sidecar that was read; InputRefused for one that is not what `sidecar_of` writes."""

    def __init__(self, content: Mapping[str, Any], where: str) -> None:
        self._where = where
        if content.get("format") != "tenun-study" or content.get("version") != VERSION:
            raise InputRefused("refi.sidecar-broken", where=where)
        try:
            self.study: Row = dict(content["study"])
            self.originals: dict[str, str] = dict(content["originals"])
            self.carried = {name: frozenset(guids) for name, guids in content["carried"].items()}
            self._tables = {name: _rows({**NEWER, **content["tables"]}[name]) for name in ORDER}
            texts = dict(content["texts"])
            for row in self._tables["representation"]:
                if row.get("text") is None:
                    row["text"] = texts.get(row["guid"])
            # A text that another program rewrote is no longer the one that positions count on.
            self._tables["representation"] = [row for row in self._tables["representation"] if _whole(row)]
        except (LookupError, TypeError, ValueError, AttributeError) as error:
            raise InputRefused("refi.sidecar-broken", where=where) from error

    def rows(self, gone: Mapping[str, frozenset[str]]) -> Iterator[tuple[str, list[Row]]]:
        """Rows by table, without those that are `gone` from the project and without what hangs on them."""
        there: dict[str, set[str]] = {}
        for table in ORDER:
            rows = [row for row in self._tables[table] if row["guid"] not in gone.get(table, ())]
            rows = [row for row in rows if all(row[name] in there[name] for name in REFERENCES.get(table, ()))]
            if table == "evidence":
                rows = [row for row in rows if row["coding"] is None or row["coding"] in there["coding"]]
            if table in OWN_TREES:
                rows = parents_first(rows, OWN_TREES[table])
            there[table] = {row["guid"] for row in rows}
            yield table, rows


def parents_first(rows: list[Row], name: str) -> list[Row]:
    """Rows in an order in which each stands behind the one it refers to; rows in a circle are left out.

    >>> [row["guid"] for row in parents_first([{"guid": "b", "up": "a"}, {"guid": "a", "up": None}], "up")]
    ['a', 'b']
    """
    placed: dict[str, Row] = {}
    waiting = rows
    known = {row["guid"] for row in rows}
    while waiting:
        ready = [row for row in waiting if row[name] is None or row[name] in placed or row[name] not in known]
        if not ready:
            break
        placed |= {row["guid"]: row for row in ready}
        waiting = [row for row in waiting if row["guid"] not in placed]
    return list(placed.values())


def _rows(table: Mapping[str, Any]) -> list[Row]:
    return [dict(zip(table["columns"], values, strict=True)) for values in table["rows"]]


def _whole(row: Row) -> bool:
    from tenun.text.hashes import sha256_text

    text = row["text"]
    return isinstance(text, str) and sha256_text(text) == row["sha256"]
