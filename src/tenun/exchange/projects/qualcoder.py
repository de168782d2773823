"""QualCoder projects: a folder `name.qda` with the SQLite file `data.qda`."""

from __future__ import annotations

from typing import Any

from tenun.exchange.projects.database import ForeignDatabase
from tenun.exchange.projects.foreign import (
    ForeignCase,
    ForeignCode,
    ForeignCoding,
    ForeignMemo,
    ForeignProject,
    ForeignText,
)
from tenun.exchange.projects.places import PlacesInText

FILE = "data.qda"
CATEGORY = " (category)"


def accepts(database: ForeignDatabase) -> bool:
    """Whether the file has QualCoder's tables."""
    return (
        database.has("source", "id", "name", "fulltext")
        and database.has("code_name", "cid", "name", "catid")
        and database.has("code_text", "cid", "fid", "seltext", "pos0", "pos1", "owner")
    )


def read(database: ForeignDatabase, name: str) -> ForeignProject:
    """The project of a `data.qda`."""
    return _Reader(database, name).project


class _Reader:
    def __init__(self, database: ForeignDatabase, name: str) -> None:
        self.database = database
        self.project = ForeignProject("QualCoder", name)
        self.places: dict[int, tuple[int, PlacesInText]] = {}
        for row in database.rows("project", ("memo", "databaseversion"), "databaseversion"):
            self.project.memo = str(row["memo"] or "")
        self._texts()
        self._codes()
        self._codings()
        self._memos()
        self._cases()
        for table in ("code_image", "code_av", "stored_sql", "graph"):
            if lost := sum(1 for _ in database.rows(table, tuple(sorted(database.tables.get(table, ()))), "rowid")):
                self.project.lost[table] += lost

    def _texts(self) -> None:
        for row in self.database.rows("source", ("id", "name", "fulltext", "memo", "mediapath"), "id"):
            if not str(row["fulltext"] or "").strip():
                self.project.lost["source-without-text"] += 1
                continue
            raw = str(row["fulltext"])
            places = PlacesInText(raw)
            self.places[row["id"]] = len(self.project.texts), places
            text = ForeignText(str(row["name"]), places.text, raw.encode("utf-8", "replace"), str(row["memo"] or ""))
            self.project.texts.append(text)

    def _codes(self) -> None:
        categories = list(self.database.rows("code_cat", ("catid", "name", "supercatid", "memo"), "catid"))
        columns = ("cid", "name", "catid", "memo", "color", "supercid")
        codes = list(self.database.rows("code_name", columns, "cid"))
        taken = {str(row["name"]) for row in codes}
        above = {row["catid"]: str(row["name"]) + CATEGORY * (str(row["name"]) in taken) for row in categories}
        self.names = {row["cid"]: str(row["name"]) for row in codes}
        for row in categories:
            parent = above.get(row["supercatid"])
            self.project.codes.append(ForeignCode(above[row["catid"]], parent, str(row["memo"] or "")))
        for row in codes:
            parent = self.names.get(row["supercid"]) or above.get(row["catid"])
            memo, colour = str(row["memo"] or ""), str(row["color"] or "")
            self.project.codes.append(ForeignCode(self.names[row["cid"]], parent, memo, colour))

    def _codings(self) -> None:
        columns = ("ctid", "cid", "fid", "seltext", "pos0", "pos1", "owner", "memo", "important")
        for row in self.database.rows("code_text", columns, "ctid"):
            place = self._place(row)
            if place is None or row["cid"] not in self.names:
                self.project.lost["place-not-found"] += 1
                continue
            number, start, end = place
            memo, owner = str(row["memo"] or ""), str(row["owner"] or "qualcoder")
            self.project.lost["important"] += bool(row["important"])
            self.project.codings.append(ForeignCoding(number, start, end, self.names[row["cid"]], owner, memo))

    def _place(self, row: dict[str, Any]) -> tuple[int, int, int] | None:
        if row["fid"] not in self.places or row["pos0"] is None or row["pos1"] is None:
            return None
        number, places = self.places[row["fid"]]
        found = places.find(int(row["pos0"]), int(row["pos1"]), str(row["seltext"] or ""))
        if found is None:
            return None
        self.project.replaced["place-by-words"] += found[2]
        return number, found[0], found[1]

    def _memos(self) -> None:
        for row in self.database.rows("annotation", ("anid", "fid", "pos0", "pos1", "memo", "owner"), "anid"):
            place = self._place({**row, "seltext": ""})
            if place is None:
                self.project.lost["place-not-found"] += 1
                continue
            body, owner = str(row["memo"] or ""), str(row["owner"] or "qualcoder")
            self.project.memos.append(ForeignMemo("", body, owner, *place))
        for row in self.database.rows("journal", ("jid", "name", "jentry", "owner"), "jid"):
            words = str(row["name"] or ""), str(row["jentry"] or ""), str(row["owner"] or "qualcoder")
            self.project.memos.append(ForeignMemo(*words))

    def _cases(self) -> None:
        members: dict[int, dict[int, None]] = {}
        for row in self.database.rows("case_text", ("id", "caseid", "fid", "pos0", "pos1"), "id"):
            if row["fid"] in self.places:
                number, places = self.places[row["fid"]]
                whole = not row["pos0"] and (row["pos1"] or 0) >= len(places.raw) - 1
                self.project.lost["case-part-of-text"] += not whole
                members.setdefault(row["caseid"], {})[number] = None
        values: dict[int, list[tuple[str, str]]] = {}
        columns = ("attrid", "name", "attr_type", "value", "id")
        for row in self.database.rows("attribute", columns, "attrid"):
            found = str(row["name"]), str(row["value"] or "")
            if row["attr_type"] == "case" and found[1]:
                values.setdefault(row["id"], []).append(found)
            elif row["attr_type"] == "file" and found[1] and row["id"] in self.places:
                self.project.values.append((self.places[row["id"]][0], *found))
        for row in self.database.rows("cases", ("caseid", "name", "memo"), "caseid"):
            texts, known = tuple(members.get(row["caseid"], ())), tuple(values.get(row["caseid"], ()))
            self.project.cases.append(ForeignCase(str(row["name"]), str(row["memo"] or ""), texts, known))
