"""A study as a project of the REFI-QDA standard: everything of it that QDA-XML has an element for."""

from __future__ import annotations

import json
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, Any

from tenun.corpus.identity import guid_of
from tenun.exchange.refi import project as refi
from tenun.exchange.refi.spelling import derived_guid

if TYPE_CHECKING:
    from tenun.study.scope import StudyScope

Row = dict[str, Any]
ABOUT = "about"
"""Name of a link from a note to what it is about, where QDA-XML has no reference to notes."""
BELONGS = {"source": "case-source", "code": "case-code"}
"""Relations by which a case of another program holds sources and codes."""
NOTED = "note"
"""Relation from a memo to what it is about besides its target."""
ASIDE = "refi"
"""Where the settings keep what other programs drew and Tenun has no table for."""
TYPES = {
    "text": "Text", "boolean": "Boolean", "integer": "Integer", "float": "Float", "number": "Float", "date": "Date",
    "datetime": "DateTime",
}  # fmt: skip
_NAMED_CP = 60


@dataclass(frozen=True)
class Tables:
    """The rows that a project is made of."""

    scope: StudyScope
    _kept: dict[str, list[Row]] = field(default_factory=dict)

    def rows(self, table: str) -> list[Row]:
        """All rows of a table, read once; representations without their texts' copies being made again."""
        if table not in self._kept:
            self._kept[table] = self.scope.store.rows(table)
        return self._kept[table]

    @cached_property
    def config(self) -> Row:
        """The settings as they are stored."""
        return self.scope.store.config()

    @cached_property
    def aside(self) -> Row:
        """What other programs drew."""
        return dict(self.config.get("extra", {}).get(ASIDE, {}))

    @cached_property
    def accepted(self) -> list[Row]:
        """Codings that stand."""
        return [row for row in self.rows("coding") if row["status"] == "accepted"]

    @cached_property
    def current(self) -> dict[str, Row]:
        """The representation of each source that is read, by its guid."""
        wanted = {row["representation"] for row in self.rows("source")}
        return {row["guid"]: row for row in self.rows("representation") if row["guid"] in wanted}

    @cached_property
    def shown(self) -> list[Row]:
        """Passages of current texts that are coded, or that something refers to."""
        used = {row["passage"] for row in self.accepted}
        used |= {row["target"] for row in self.rows("memo") if row["target_table"] == "passage"}
        used |= {end for row in self.rows("link") for end in (row["from_guid"], row["to_guid"])}
        rows = self.rows("passage")
        return [row for row in rows if row["guid"] in used and row["representation"] in self.current]

    @cached_property
    def notes(self) -> list[Row]:
        """Memos that a person wrote; saved queries are none."""
        return [row for row in self.rows("memo") if row["kind"] != "query"]

    @cached_property
    def carried(self) -> dict[str, set[str]]:
        """Guids that stand in the project, by table."""
        passages = {row["guid"] for row in self.shown}
        return {
            "coder": {row["guid"] for row in self.rows("coder")},
            "code": {row["guid"] for row in self.rows("code")},
            "case": {row["guid"] for row in self.rows("case")},
            "variable": {row["guid"] for row in self.rows("variable")},
            "source": {row["guid"] for row in self.rows("source") if row["representation"]},
            "passage": passages,
            "coding": {row["guid"] for row in self.accepted if row["passage"] in passages},
            "memo": {row["guid"] for row in self.notes},
        }

    @cached_property
    def links(self) -> list[Row]:
        """Links whose two ends stand in the project, and that no element of their own carries."""
        there = self.carried
        rows = [row for row in self.rows("link") if row["from_guid"] in there.get(row["from_table"], ())]
        rows = [row for row in rows if row["to_guid"] in there.get(row["to_table"], ())]
        own = {*BELONGS.values(), NOTED}
        return [row for row in rows if row["relation"] not in own or row["from_table"] not in ("case", "memo")]


def project_of(tables: Tables) -> refi.Project:
    """The project. Positions are code points of the canonical texts, ends exclusive."""
    from tenun.study.projects.sources_of_project import project_sources

    notes = _Notes(tables)
    return refi.Project(
        name=tables.rows("study")[0]["title_en"] or tables.rows("study")[0]["title_id"] or tables.scope.store.key,
        origin=origin(),
        description=_both(tables.config.get("question", {})),
        users=tuple(refi.User(row["guid"], row["name"]) for row in tables.rows("coder")),
        codes=tuple(codes_of(tables, notes.of)),
        variables=tuple(_variables(tables)),
        cases=tuple(_cases(tables)),
        sources=tuple(project_sources(tables, notes.of)),
        notes_kept=tuple(notes.all()),
        links=tuple(_links(tables)),
        sets=tuple(sets_of(tables)),
        graphs=tuple(_graph(one) for one in tables.aside.get("graphs", ())),
    )


def origin() -> str:
    """How Tenun names itself in files."""
    from importlib.metadata import version

    return f"Tenun {version('tenun')}"


class _Notes:
    """Memos, with the codings' own, and what refers to which."""

    def __init__(self, tables: Tables) -> None:
        self._tables = tables
        self._on: dict[str, list[str]] = defaultdict(list)
        for row in tables.notes:
            if row["target"]:
                self._on[row["target"]].append(row["guid"])
        for row in tables.rows("link"):
            if row["from_table"] == "memo" and row["relation"] == NOTED:
                self._on[row["to_guid"]].append(row["from_guid"])
        for row in tables.accepted:
            if row["memo"]:
                self._on[row["guid"]].append(derived_guid(row["guid"], "memo"))

    def of(self, guid: str) -> tuple[str, ...]:
        """Guids of the notes on a thing."""
        return tuple(self._on.get(guid, ()))

    def all(self) -> Iterator[refi.Note]:
        """Every note."""
        for row in self._tables.notes:
            yield refi.Note(row["guid"], row["title"], row["body"], row["coder"] or "", row["at"])
        for row in self._tables.accepted:
            if row["memo"] and row["guid"] in self._tables.carried["coding"]:
                yield refi.Note(derived_guid(row["guid"], "memo"), row["memo"][:_NAMED_CP], row["memo"], row["coder"])
        for row in self._tables.links:
            if row["note"]:
                yield refi.Note(derived_guid(row["guid"], "note"), row["note"][:_NAMED_CP], row["note"])


def codes_of(tables: Tables, notes: Any = lambda guid: ()) -> Iterator[refi.Code]:
    """The codes in the order of the codebook, each under a name that no sibling has."""
    rows = sorted(tables.rows("code"), key=lambda row: (row["position"], row["key"]))
    names = {row["guid"]: row["label_en"] or row["label_id"] or row["key"] for row in rows}
    again = Counter((row["parent"], names[row["guid"]].casefold()) for row in rows)
    aside = tables.aside
    for row in rows:
        name = names[row["guid"]]
        if again[row["parent"], name.casefold()] > 1:
            name = f"{name} ({row['key']})"
        yield refi.Code(
            row["guid"],
            name,
            row["parent"],
            _description(row),
            aside.get("colours", {}).get(row["guid"], ""),
            row["guid"] not in aside.get("not_codable", ()),
            notes(row["guid"]),
        )


def _description(row: Row) -> str:
    parts = [row["definition_en"], row["definition_id"]]
    for name, label in (("include", "+"), ("include_id", "+"), ("exclude", "−"), ("exclude_id", "−")):
        parts += [f"{label} {words}" for words in row[name]]
    return "\n".join(filter(None, [*parts, row["example_en"], row["example_id"]]))


def _variables(tables: Tables) -> Iterator[refi.Variable]:
    for row in tables.rows("variable"):
        yield refi.Variable(row["guid"], row["label_en"] or row["key"], variable_type(row["type"]))


def variable_type(type_: str) -> str:
    """The standard's word for a type of variable; `Text` for one that it does not know."""
    return TYPES.get(type_.lower(), "Text")


def values_of(tables: Tables, owner: str, guid: str) -> tuple[refi.Value, ...]:
    """Values of a case or source."""
    types = {row["guid"]: variable_type(row["type"]) for row in tables.rows("variable")}
    found = []
    for row in tables.rows("value"):
        if row[owner] == guid and row["content"] is not None and str(row["content"]).strip():
            content = row["content"]
            if not isinstance(content, str | int | float):
                content = json.dumps(content, ensure_ascii=False)
            found.append(refi.Value(row["variable"], content, types[row["variable"]]))
    return tuple(found)


def _cases(tables: Tables) -> Iterator[refi.Case]:
    passages: dict[str, dict[str, None]] = defaultdict(dict)
    for row in tables.accepted:
        if row["case"] and row["passage"] in tables.carried["passage"]:
            passages[row["case"]][row["passage"]] = None
    belongs: dict[tuple[str, str], list[str]] = defaultdict(list)
    for row in tables.rows("link"):
        if row["from_table"] == "case" and row["to_guid"] in tables.carried.get(row["to_table"], ()):
            belongs[row["from_guid"], row["relation"]].append(row["to_guid"])
    for row in tables.rows("case"):
        yield refi.Case(
            row["guid"],
            row["label_en"] or row["label_id"] or row["key"],
            codes=tuple(belongs[row["guid"], BELONGS["code"]]),
            values=values_of(tables, "case", row["guid"]),
            sources=tuple(belongs[row["guid"], BELONGS["source"]]),
            selections=tuple(passages[row["key"]]),
        )


def _links(tables: Tables) -> Iterator[refi.Link]:
    for row in tables.links:
        notes = (derived_guid(row["guid"], "note"),) if row["note"] else ()
        yield refi.Link(row["guid"], row["relation"], row["from_guid"], row["to_guid"], notes=notes)
    for row in tables.notes:
        if row["target_table"] == "case" and row["target"] in tables.carried["case"]:
            yield refi.Link(derived_guid(row["guid"], ABOUT), ABOUT, row["guid"], row["target"])


def sets_of(tables: Tables) -> Iterator[refi.Set]:
    """Frameworks as sets of their codes, what sources were made from as sets of sources, and sets brought in."""
    for row in tables.rows("framework"):
        codes = tuple(code["guid"] for code in tables.rows("code") if code["framework"] == row["guid"])
        yield refi.Set(row["guid"], row["title_en"] or row["key"], row["note"], codes)
    made_from: dict[str, list[str]] = defaultdict(list)
    for row in tables.rows("source"):
        for origin_ in row["origins"] if row["representation"] else ():
            made_from[origin_].append(row["guid"])
    for name, sources in made_from.items():
        yield refi.Set(guid_of(tables.scope.guid, "origin-set", name), name, sources=tuple(sources))
    for one in tables.aside.get("sets", ()):
        members = {name: tuple(guid for guid in one[f"{name}s"] if guid in tables.carried[table])
                   for name, table in (("code", "code"), ("source", "source"), ("note", "memo"))}  # fmt: skip
        yield refi.Set(
            one["guid"], one["name"], one["description"], members["code"], members["source"], members["note"]
        )


def _graph(plain: Mapping[str, Any]) -> refi.Graph:
    return refi.Graph(plain["guid"], plain["name"], tuple(plain["vertices"]), tuple(plain["edges"]))


def _both(words: Mapping[str, str]) -> str:
    return "\n".join(dict.fromkeys(filter(None, (words.get("en", ""), words.get("id", "")))))
