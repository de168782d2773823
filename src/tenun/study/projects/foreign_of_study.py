"""A study as programs see it that know texts, codes, passages, memos, cases and little else."""

from __future__ import annotations

import json
from collections import defaultdict
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from tenun.coding.codings import in_text
from tenun.study.projects.project_of_study import BELONGS

if TYPE_CHECKING:
    from tenun.exchange.projects.foreign import ForeignProject
    from tenun.study.scope import StudyScope

Row = dict[str, Any]


def foreign_of_study(scope: StudyScope) -> ForeignProject:
    """The current texts, the codes by key, the accepted codings of all coders, memos, and cases with what is known."""
    return _Telling(scope).project


class _Telling:
    def __init__(self, scope: StudyScope) -> None:
        from tenun.exchange.projects.foreign import ForeignProject

        self.scope, self.store = scope, scope.store
        study = self.store.rows("study")[0]
        self.project = ForeignProject("Tenun", study["title_en"] or study["title_id"] or study["key"])
        self.text_of: dict[str, int] = {}
        self.source_of: dict[str, int] = {}
        self.people = {row["guid"]: row["name"] for row in self.store.rows("coder")}
        self.about: dict[tuple[str, str], list[str]] = defaultdict(list)
        self._memos()
        self._texts()
        self._codes()
        self._codings()
        self._placed_memos()
        self._cases()

    def _memos(self) -> None:
        from tenun.exchange.projects.foreign import ForeignMemo

        for row in self.store.rows("memo"):
            if row["target_table"]:
                self.about[row["target_table"], row["target"]].append(_said(row))
            elif row["kind"] in ("memo", "journal"):
                self.project.memos.append(ForeignMemo(row["title"], row["body"], self.people.get(row["coder"], "")))

    def _noted(self, table: str, guid: str, own: str = "") -> str:
        return "\n\n".join(filter(None, [own, *self.about[table, guid]]))

    def _texts(self) -> None:
        from tenun.exchange.projects.foreign import ForeignText

        for source in self.store.rows("source"):
            text = self.store.text(source["representation"]) if source["representation"] else ""
            if text.strip():
                self.text_of[source["representation"]] = self.source_of[source["guid"]] = len(self.project.texts)
                name = f"{source['key']} {source['title']}".strip()
                self.project.texts.append(ForeignText(name, text, b"", self._noted("source", source["guid"])))

    def _codes(self) -> None:
        from tenun.exchange.projects.foreign import ForeignCode

        guids = {row["key"]: row["guid"] for row in self.store.rows("code")}
        for code in self.scope.codebook().values():
            label, said = code.label_en or code.label_id, code.definition_en or code.definition_id
            memo = f"{label}\n\n{said}".strip() if label != code.key else said
            self.project.codes.append(ForeignCode(code.key, code.parent, self._noted("code", guids[code.key], memo)))

    def _codings(self) -> None:
        from tenun.exchange.projects.foreign import ForeignCoding

        table = in_text(self.store.codings())
        for row in table[table["status"] == "accepted"].to_dict("records"):
            if row["representation"] in self.text_of:
                place = self.text_of[row["representation"]], int(row["start_cp"]), int(row["end_cp"])
                memo = self._noted("coding", row["guid"], row["memo"])
                self.project.codings.append(ForeignCoding(*place, row["code"], row["coder"], memo))

    def _placed_memos(self) -> None:
        from tenun.exchange.projects.foreign import ForeignMemo

        passages = {row["guid"]: row for row in self.store.rows("passage")}
        for row in self.store.rows("memo", target_table="passage"):
            passage = passages.get(row["target"])
            if passage and passage["start_cp"] is not None and passage["representation"] in self.text_of:
                place = self.text_of[passage["representation"]], passage["start_cp"], passage["end_cp"]
                self.project.memos.append(ForeignMemo("", _said(row), self.people.get(row["coder"], ""), *place))

    def _cases(self) -> None:
        from tenun.exchange.projects.foreign import ForeignCase

        held: dict[str, list[int]] = defaultdict(list)
        for link in self.store.rows("link", relation=BELONGS["source"]):
            if link["to_guid"] in self.source_of:
                held[link["from_guid"]].append(self.source_of[link["to_guid"]])
        cases = {}
        for row in self.store.rows("case"):
            name = row["label_en"] or row["label_id"] or row["key"]
            cases[row["guid"]] = ForeignCase(name, self._noted("case", row["guid"]), tuple(held[row["guid"]]))
        variables = {
            row["guid"]: row["label_en"] or row["label_id"] or row["key"] for row in self.store.rows("variable")
        }
        for row in self.store.rows("value"):
            if not (said := _value(row["content"])):
                continue
            name = variables[row["variable"]]
            if row["case"] in cases:
                case = cases[row["case"]]
                cases[row["case"]] = replace(case, values=(*case.values, (name, said)))
            elif row["source"] in self.source_of:
                self.project.values.append((self.source_of[row["source"]], name, said))
        self.project.cases += cases.values()


def _said(row: Row) -> str:
    return "\n\n".join(filter(None, [row["title"], row["body"]]))


def _value(content: Any) -> str:
    if content is None or isinstance(content, str):
        return (content or "").strip()
    return json.dumps(content, ensure_ascii=False)
