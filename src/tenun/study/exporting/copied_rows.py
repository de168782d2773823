"""The rows of a study that may leave it: those of restricted sources gone or emptied, and free text with them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping
from functools import cached_property
from typing import TYPE_CHECKING, Any

from tenun.study.importing.attach_recordings import RECORDING
from tenun.study.projects.project_of_study import ASIDE
from tenun.study.projects.sidecar import REFERENCES
from tenun.text.hashes import sha256_bytes, sha256_text
from tenun.text.masking import masked

if TYPE_CHECKING:
    from tenun.study.exporting.telling_words import Telling
    from tenun.study.projects.project_of_study import Tables

Row = dict[str, Any]
FREE_TEXT = {
    "code": (
        "definition_en", "definition_id", "include", "exclude", "include_id", "exclude_id", "example_en", "example_id",
        "source", "attributes",
    ),
    "code_version": ("content",), "coding": ("memo",), "uncoded": ("reason",), "link": ("note",), "round": ("label",),
    "event_fact": ("what_en", "what_id", "actor", "url"),
    "conflict": ("about_en", "about_id", "sides", "note_en", "note_id"),
    "claim": ("statement_en", "statement_id", "confidence"), "evidence": ("clue_en", "clue_id", "reason"),
    "appraisal": (
        "reliability_why", "credibility_why", "authenticity", "sincerity", "representativeness", "meaning",
    ),
    "source": ("inclusion_reason", "origin_note"), "framework": ("note",), "rule_set": ("reason",),
    "variable": (), "case": (), "memo": (), "value": (),
}  # fmt: skip
"""Columns whose words people chose, by table; those that tell something are made empty."""
LABELS = ("code", "case", "variable")
"""Tables whose labels fall back on the key."""
_APPRAISED = FREE_TEXT["appraisal"]
_SPEAKS = ("publisher", "institution")
WITHHELD = "withheld"


class CopiedRows:
    """The rows of one copy, table by table in the order of `sidecar.ORDER`. `names`: restricted keys -> keys there."""

    def __init__(self, tables: Tables, names: Mapping[str, str], telling: Telling, *, masked: bool) -> None:
        self._tables, self._names, self.telling, self._masked = tables, names, telling, masked
        self._hidden = {row["guid"] for row in tables.rows("source") if row["key"] in names}
        texts = tables.rows("representation")
        self._hidden_texts = {row["guid"] for row in texts if row["source"] in self._hidden}
        self._hidden_passages = {r["guid"] for r in tables.rows("passage") if r["representation"] in self._hidden_texts}
        self._there: dict[str, set[str]] = {}
        self._stand_ins: dict[str, str] = {}
        self._counts: Counter[str] = Counter()
        self._masked_of: dict[str, str] = {}
        self.masked_blobs: set[str] = set()
        shown = [row for row in tables.rows("source") if row["guid"] not in self._hidden]
        self._public = {row[name] for row in shown for name in _SPEAKS}
        self._public |= {origin for row in shown for origin in row["origins"]}
        self._public |= {row["key"] for row in shown} | set(tables.config.get("origin_kinds") or {})

    def config(self) -> Row:
        """The settings, without what other programs drew and with keys as the copy has them."""
        config = dict(self._tables.config)
        extra = {name: value for name, value in dict(config.get("extra") or {}).items() if name != ASIDE}
        config["extra"] = self.telling.blanked(extra)
        published = config.get("published_ranking")
        if published and published.get("source") in self._names:
            config["published_ranking"] = {**published, "source": self._names[published["source"]]}
        return config

    @property
    def masked_texts(self) -> list[str]:
        """The texts that stand for those of restricted sources."""
        return list(self._masked_of.values())

    def counts(self) -> dict[str, int]:
        """How many things the copy does not have, or has without their words, by kind."""
        return {name: count for name, count in self._counts.items() if count}

    def rows(self, table: str) -> list[Row]:
        """The rows of a table; the tables that its references lead to must have been asked for."""
        if table == "analysis_run":
            return []
        rows = [dict(row) for row in self._tables.rows(table)]
        change: Callable[[Row], Row | None] = getattr(self, f"_{table}", lambda row: row)
        kept = []
        for row in rows:
            changed = change(row) if self._stands(table, row) else None
            if changed is None:
                self._counts[table] += 1
            else:
                kept.append(self._without_telling(table, changed))
        self._there[table] = {row["guid"] for row in kept}
        return kept

    def _stands(self, table: str, row: Row) -> bool:
        return all(row[name] in self._there[name] for name in REFERENCES.get(table, ()))

    def _without_telling(self, table: str, row: Row) -> Row:
        for name in FREE_TEXT.get(table, ()):
            clean = self.telling.blanked(row[name])
            if clean != row[name]:
                self._counts["texts"] += 1
                row[name] = clean
        if table in LABELS:
            for name in ("label_en", "label_id"):
                if self.telling.tells(row[name]):
                    self._counts["texts"] += 1
                    row[name] = row["key"]
        return row

    def _source(self, row: Row) -> Row | None:
        row["origins"] = [self._names.get(origin, origin) for origin in row["origins"]]
        if row["guid"] not in self._hidden:
            return row
        if not self._masked:
            return None
        key = self._names[row["key"]]
        row["origins"] = [self._stand_in(origin) for origin in row["origins"]]
        speaks = {name: row[name] and self._stand_in(row[name]) for name in _SPEAKS}
        none: Row = {
            "author": None,
            "url": None,
            "retrieved": None,
            "origin_note": "",
            "inclusion_reason": "",
            "notes": {},
        }
        said = {"key": key, "title": key, "csl": {"id": key}, "consent": "", "confidentiality": WITHHELD}
        return {**row, **none, **said, **speaks}

    def _stand_in(self, name: str) -> str:
        """The same stand-in for the same name, so that sources with one origin or voice stay together."""
        if name in self._public or name in self._names.values():
            return name
        return self._stand_ins.setdefault(name, f"withheld-{len(self._stand_ins) + 1}")

    def _representation(self, row: Row) -> Row | None:
        if row["guid"] not in self._hidden_texts:
            return row
        if row["translation_of"] or row["extractor"] == RECORDING:
            return None
        text = masked(row["text"])
        blob = sha256_bytes(text.encode())
        self._masked_of[row["guid"]] = text
        self.masked_blobs.add(blob)
        made = {"extractor": WITHHELD, "extractor_version": "1", "replaced": [], "blob": blob}
        return {**row, **made, "text": text, "sha256": sha256_text(text)}

    def _landmark(self, row: Row) -> Row | None:
        return None if row["representation"] in self._hidden_texts else row

    def _passage(self, row: Row) -> Row | None:
        if row["guid"] not in self._hidden_passages:
            return row
        if row["start_cp"] is None:
            return {**row, "quote": "", "prefix": "", "suffix": ""}
        quote = self._masked_of[row["representation"]][row["start_cp"] : row["end_cp"]]
        return {**row, "quote": quote, "prefix": "", "suffix": "", "region": None}

    def _coding(self, row: Row) -> Row:
        return {**row, "memo": ""} if row["passage"] in self._hidden_passages else row

    def _uncoded(self, row: Row) -> Row:
        return {**row, "reason": ""} if row["passage"] in self._hidden_passages else row

    def _appraisal(self, row: Row) -> Row:
        return {**row, **dict.fromkeys(_APPRAISED, "")} if row["source"] in self._hidden else row

    def _value(self, row: Row) -> Row | None:
        hidden = row["source"] in self._hidden or self.telling.blanked(row["content"]) != row["content"]
        return None if hidden or not self._points(row, "case") else row

    def _points(self, row: Row, name: str) -> bool:
        return row[name] is None or row[name] in self._there[name]

    def _memo(self, row: Row) -> Row | None:
        hidden = row["target"] in self._hidden_things
        return None if hidden or any(self.telling.tells(row[name]) for name in ("title", "body")) else row

    @cached_property
    def _hidden_things(self) -> set[str]:
        return self._hidden | self._hidden_passages | self._hidden_texts | self._hidden_codings

    @cached_property
    def _hidden_codings(self) -> set[str]:
        return {row["guid"] for row in self._tables.rows("coding") if row["passage"] in self._hidden_passages}

    def _link(self, row: Row) -> Row | None:
        ends = ((row["from_table"], row["from_guid"]), (row["to_table"], row["to_guid"]))
        return row if all(table not in self._there or guid in self._there[table] for table, guid in ends) else None

    def _event_fact(self, row: Row) -> Row:
        return {**row, **self._cited(row)}

    def _conflict(self, row: Row) -> Row:
        return {**row, "sides": [{**side, **self._cited(side)} for side in row["sides"]]}

    def _cited(self, row: Row) -> Row:
        """Sources as the copy has them, and passages whose words it has."""
        sources = [self._names.get(key, key) for key in row["sources"] if self._masked or key not in self._names]
        return {"sources": sources, "passages": [one for one in row["passages"] if one not in self._hidden_passages]}

    def _evidence(self, row: Row) -> Row | None:
        if row["coding"] is not None and row["coding"] not in self._there["coding"]:
            return None
        return {**row, "clue_en": "", "clue_id": "", "reason": ""} if row["coding"] in self._hidden_codings else row
