"""What a REFI-QDA project holds and the study does not, as rows: everything but sources and their codings."""

from __future__ import annotations

import copy
from collections import defaultdict
from collections.abc import Callable, Mapping
from dataclasses import asdict
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

from tenun.corpus.identity import guid_of
from tenun.errors import Problem
from tenun.exchange.refi import project as refi
from tenun.exchange.refi.spelling import derived_guid
from tenun.study.clock import now
from tenun.study.free_keys import FreeKeys
from tenun.study.projects.project_of_study import ABOUT, ASIDE, BELONGS, NOTED, TYPES
from tenun.study.projects.rows_of_codebook import FIELDS, LISTS
from tenun.study.projects.sources_of_project import is_origin_set

if TYPE_CHECKING:
    from tenun.study.importing.new_rows import NewRows
    from tenun.study.scope import StudyScope

Row = dict[str, Any]
_OWN_TYPES = {word: name for name, word in reversed(TYPES.items())}
_ENDS = ("code", "case", "source", "passage", "coding", "memo", "variable", "coder")


class Incoming:
    """A project on its way into a study: `collect` fills `new`; `originals` are bytes to keep, or how to read them.

    `config`: the settings where they change.
    """

    def __init__(
        self, scope: StudyScope, new: NewRows, project: refi.Project, path: Path, members: frozenset[str]
    ) -> None:
        self.scope, self.new, self.project, self.path, self.members = scope, new, project, path, members
        self.study, self.at = scope.guid, now()
        self.originals: dict[str, bytes | Callable[[], bytes]] = {}
        self.config: Row | None = None
        self.problems: list[Problem] = []
        self.known: dict[str, dict[str, str]] = {table: {} for table in _ENDS}
        self.noted: list[tuple[str, str, str]] = []
        self.case_of: dict[str, set[str]] = defaultdict(set)
        self.dangling = 0
        self.aside: dict[str, Any] = {}
        self._there: dict[str, list[Mapping[str, Any]]] = {}
        self._linked: set[tuple[str, str, str]] = set()

    def collect(self) -> list[Problem]:
        """Everything, in an order in which each thing finds what it refers to."""
        from tenun.study.projects.coded_sources import CodedSources

        self._coders()
        self._codes()
        self._cases()
        self._variables()
        self.aside = _aside_of(self.scope)
        coded = CodedSources(self)
        coded.collect()
        self._values()
        self._memos()
        self._links()
        self._set_aside()
        if self.dangling:
            self.problems.append(Problem("warning", "refi.dangling", self.path.name, {"count": self.dangling}))
        return self.problems

    def find(self, table: str, guid: str) -> str | None:
        """The guid under which the study has a thing of the project; None where it has not."""
        found = self.known[table].get(guid)
        return found or (guid if guid and self.new.has(table, guid) else None)

    def note(self, guids: tuple[str, ...], table: str, target: str) -> None:
        """Remember that notes are about a thing."""
        self.noted += [(guid, table, target) for guid in guids]

    def coder(self, guid: str) -> str:
        """The coder of a user's guid; who is not said or not listed is the person who brings the project in."""
        return self.find("coder", guid) or self.acting

    @cached_property
    def acting(self) -> str:
        """The person who brings the project in, who becomes a coder when that is needed."""
        name = self.scope.coder
        found = next((row["guid"] for row in self.rows("coder") if row["name"] == name), None)
        if found is None:
            found = guid_of(self.study, "coder", name)
            self.new.add("coder", [{"guid": found, "name": name, "kind": "human", "person": name}])
        return str(found)

    def _coders(self) -> None:
        names = {row["name"]: row["guid"] for row in self.rows("coder")}
        for user in self.project.users:
            if self.new.has("coder", user.guid):
                continue
            name = user.name.strip() or user.guid[:8]
            if name not in names:
                names[name] = user.guid
                self.new.add("coder", [{"guid": names[name], "name": name, "kind": "human", "person": name}])
            self.known["coder"][user.guid] = names[name]

    def rows(self, table: str) -> list[Mapping[str, Any]]:
        """Rows that are there and rows on their way in."""
        if table not in self._there:
            self._there[table] = list(self.scope.store.rows(table))
        return [*self._there[table], *self.new.rows(table)]

    def _codes(self) -> None:
        rows = self.rows("code")
        names = {row["guid"]: row["key"] for row in rows}
        keys = FreeKeys(names.values())
        position = max((row["position"] for row in rows), default=-1) + 1
        for number, code in enumerate(self.project.codes):
            self.note(code.notes, "code", code.guid)
            if self.new.has("code", code.guid):
                continue
            parent = self.find("code", code.parent) if code.parent else None
            words = {name: [] if name in LISTS else {} if name == "attributes" else "" for name in FIELDS}
            words |= {"label_en": code.name, "definition_en": code.description}
            names[code.guid] = keys.take(code.name, "CODE")
            row = {"guid": code.guid, "key": names[code.guid], "parent": parent, "framework": None}
            self.new.add("code", [{**row, "position": position + number, "version": 1, **words}])
            self._first_version(code.guid, {**words, "parent": names.get(parent or "")})

    def _first_version(self, code: str, content: Row) -> None:
        row = {"guid": guid_of(self.study, "code_version", code, 1), "code": code, "number": 1}
        made = {"meaning_changed": False, "content": content, "at": self.at, "coder": self.acting}
        self.new.add("code_version", [{**row, **made}])

    def _cases(self) -> None:
        keys = FreeKeys(row["key"] for row in self.rows("case"))
        codes = {code.guid for code in self.project.codes}
        for case in self.project.cases:
            if case.guid in codes:
                where = self.path.name
                self.problems.append(Problem("warning", "refi.case-and-code", where, {"name": case.name}))
            for guid in case.selections:
                self.case_of[guid].add(case.guid)
            if not self.new.has("case", case.guid):
                key = keys.take(case.name, "case", upper=False)
                labels = {"label_en": case.name, "label_id": case.name}
                self.new.add("case", [{"guid": case.guid, "key": key, **labels}])
                if case.description:
                    self._own_memo(case.guid, case.name, case.description, "case")

    def _own_memo(self, of: str, title: str, body: str, table: str) -> None:
        row = {"guid": derived_guid(of, "description"), "kind": "memo", "title": title, "body": body}
        target = {"target_table": table, "target": of, "coder": self.acting, "at": self.at}
        self.new.add("memo", [{**row, **target}])

    def _variables(self) -> None:
        keys = FreeKeys(row["key"] for row in self.rows("variable"))
        for one in self.project.variables:
            if not self.new.has("variable", one.guid):
                labels = {"label_en": one.name, "label_id": one.name}
                row = {"guid": one.guid, "key": keys.take(one.name, "variable", upper=False), **labels}
                self.new.add("variable", [{**row, "type": _OWN_TYPES.get(one.type, "text")}])

    def _values(self) -> None:
        there = {(row["variable"], row["case"] or row["source"]) for row in self.rows("value")}
        owners = [("case", one.guid, one.values) for one in self.project.cases]
        owners += [("source", one.guid, one.values) for one in self.project.sources]
        for table, guid, values in owners:
            owner = self.find(table, guid)
            for value in values:
                variable = self.find("variable", value.variable)
                if not (owner and variable):
                    self.dangling += 1
                elif (variable, owner) not in there:
                    there.add((variable, owner))
                    row = {"guid": guid_of(self.study, "value", variable, owner), "variable": variable}
                    other = {"case": None, "source": None, table: owner}
                    self.new.add("value", [{**row, **other, "content": value.value}])

    def _memos(self) -> None:
        about = self._subjects()
        taken = {derived_guid(row["guid"], "memo") for row in self.rows("coding") if row["memo"]}
        taken |= {derived_guid(one.guid, "note") for one in self.project.links}
        first = {row["guid"]: row["target"] for row in self.rows("memo")}
        for note in self.project.notes_kept:
            targets = about.pop(note.guid, [])
            if note.guid in taken:
                continue
            if note.guid not in first:
                table, target = targets[0] if targets else (None, None)
                words = {"guid": note.guid, "kind": "memo", "title": note.name, "body": note.text}
                by = {"coder": self.coder(note.user), "at": note.at or self.at}
                self.new.add("memo", [{**words, **by, "target_table": table, "target": target}])
                first[note.guid] = target
            for place, thing in targets:
                if thing != first[note.guid]:
                    self._link("memo", note.guid, place, thing, NOTED)
        self.dangling += sum(guid not in taken for guid in about)

    def _subjects(self) -> dict[str, list[tuple[str, str]]]:
        """What each note is about."""
        about: dict[str, list[tuple[str, str]]] = defaultdict(list)
        for guid, table, target in self.noted:
            about[guid].append((table, target))
        for link in self.project.links:
            if link.name == ABOUT and (case := self.find("case", link.target)):
                about[link.origin].append(("case", case))
        return about

    def _link(self, from_table: str, origin: str, to_table: str, target: str, relation: str) -> None:
        """A link that QDA-XML has no guid for."""
        ends = {"from_table": from_table, "from_guid": origin, "to_table": to_table, "to_guid": target}
        guid = guid_of(self.study, "link", origin, target, relation)
        self._add_link({"guid": guid, **ends, "relation": relation, "note": ""})

    def _add_link(self, row: Row) -> None:
        if not self._linked:
            self._linked = {_ends_of(one) for one in self.rows("link")}
        if _ends_of(row) not in self._linked:
            self._linked.add(_ends_of(row))
            self.new.add("link", [row])

    def _links(self) -> None:
        for case in self.project.cases:
            for table, guids in (("source", case.sources), ("code", case.codes)):
                for guid in guids:
                    if found := self.find(table, guid):
                        self._link("case", case.guid, table, found, BELONGS[table])
                    else:
                        self.dangling += 1
        notes = {note.guid: note.text for note in self.project.notes_kept}
        for link in self.project.links:
            origin, target = self._end(link.origin), self._end(link.target)
            if link.name == ABOUT or self.new.has("link", link.guid):
                continue
            if origin is None or target is None:
                self.dangling += 1
                continue
            ends = {"from_table": origin[0], "from_guid": origin[1], "to_table": target[0], "to_guid": target[1]}
            words = "\n\n".join(notes.get(guid, "") for guid in link.notes)
            relation = link.name or link.direction.lower()
            self._add_link({"guid": link.guid, **ends, "relation": relation, "note": words})

    def _end(self, guid: str) -> tuple[str, str] | None:
        for table in _ENDS:
            if found := self.find(table, guid):
                return table, found
        return None

    def _set_aside(self) -> None:
        """Keep in the settings what Tenun has no table for."""
        before = copy.deepcopy(_aside_of(self.scope))
        frameworks = {row["guid"] for row in self.rows("framework")}
        have = {one["guid"] for one in self.aside["sets"]} | frameworks
        for one in self.project.sets:
            if one.guid not in have and not is_origin_set(self.study, one.guid, one.name):
                self.aside["sets"].append(_plain(one))
        have = {one["guid"] for one in self.aside["graphs"]}
        self.aside["graphs"] += [_plain(one) for one in self.project.graphs if one.guid not in have]
        for code in self.project.codes:
            if code.colour:
                self.aside["colours"].setdefault(code.guid, code.colour)
            if not code.codable and code.guid not in self.aside["not_codable"]:
                self.aside["not_codable"].append(code.guid)
        if self.aside != before:
            config = dict(self.scope.store.config())
            config["extra"] = {**config.get("extra", {}), ASIDE: self.aside}
            self.config = config


def _ends_of(row: Mapping[str, Any]) -> tuple[str, str, str]:
    return row["from_guid"], row["to_guid"], row["relation"]


def _aside_of(scope: StudyScope) -> Row:
    kept = scope.store.config().get("extra", {}).get(ASIDE, {})
    empty: Row = {"sets": [], "graphs": [], "colours": {}, "not_codable": [], "places": []}
    return copy.deepcopy({**empty, **kept})


def _plain(value: Any) -> Row:
    """A value of the standard as JSON gives it back."""
    return {name: list(part) if isinstance(part, tuple) else part for name, part in asdict(value).items()}
