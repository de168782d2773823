"""RQDA projects: one SQLite file, in which what was deleted has status 0."""

from __future__ import annotations

from collections.abc import Iterator
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


def accepts(database: ForeignDatabase) -> bool:
    """Whether the file has RQDA's tables."""
    return (
        database.has("source", "name", "id", "file", "status")
        and database.has("freecode", "name", "id", "status")
        and database.has("coding", "cid", "fid", "selfirst", "selend", "status")
    )


def read(database: ForeignDatabase, name: str) -> ForeignProject:
    """The project of an `.rqda` file."""
    return _Reader(database, name).project


class _Reader:
    def __init__(self, database: ForeignDatabase, name: str) -> None:
        self.database = database
        self.project = ForeignProject("RQDA", name)
        self.places: dict[int, tuple[int, PlacesInText]] = {}
        self._texts()
        self._codes()
        self._codings()
        for row in self._standing("journal", ("name", "journal", "owner")):
            words = str(row["name"] or ""), str(row["journal"] or ""), str(row["owner"] or "rqda")
            self.project.memos.append(ForeignMemo(*words))
        self._cases()
        for table in ("imageCoding", "annotation", "coding2"):
            self.project.lost[table] += sum(1 for _ in self._standing(table, ("owner",)))

    def _standing(self, table: str, columns: tuple[str, ...]) -> Iterator[dict[str, Any]]:
        for row in self.database.rows(table, (*columns, "status"), "rowid"):
            if row["status"] is None or int(row["status"]) == 1:
                yield row

    def _texts(self) -> None:
        for row in self._standing("source", ("name", "id", "file", "memo")):
            raw = str(row["file"] or "")
            if not raw.strip():
                self.project.lost["source-without-text"] += 1
                continue
            places = PlacesInText(raw)
            self.places[int(row["id"])] = len(self.project.texts), places
            text = ForeignText(str(row["name"]), places.text, raw.encode("utf-8", "replace"), str(row["memo"] or ""))
            self.project.texts.append(text)

    def _codes(self) -> None:
        codes = list(self._standing("freecode", ("id", "name", "memo", "color")))
        self.names = {int(row["id"]): str(row["name"]) for row in codes}
        taken = set(self.names.values())
        above: dict[int, str] = {}
        for row in self._standing("codecat", ("catid", "name", "memo")):
            name = str(row["name"])
            above[int(row["catid"])] = name = name if name not in taken else f"{name} (category)"
            self.project.codes.append(ForeignCode(name, None, str(row["memo"] or "")))
        parents: dict[int, str] = {}
        for row in self._standing("treecode", ("cid", "catid")):
            if int(row["cid"]) in parents:
                self.project.lost["second-category"] += 1
            elif int(row["catid"]) in above:
                parents[int(row["cid"])] = above[int(row["catid"])]
        for row in codes:
            memo, colour = str(row["memo"] or ""), str(row["color"] or "")
            number = int(row["id"])
            self.project.codes.append(ForeignCode(self.names[number], parents.get(number), memo, colour))

    def _codings(self) -> None:
        columns = ("cid", "fid", "seltext", "selfirst", "selend", "owner", "memo")
        for row in self._standing("coding", columns):
            place = self._place(row)
            if place is None or int(row["cid"]) not in self.names:
                self.project.lost["place-not-found"] += 1
                continue
            memo, owner = str(row["memo"] or ""), str(row["owner"] or "rqda")
            self.project.codings.append(ForeignCoding(*place, self.names[int(row["cid"])], owner, memo))

    def _place(self, row: dict[str, Any]) -> tuple[int, int, int] | None:
        if int(row["fid"]) not in self.places or row["selfirst"] is None or row["selend"] is None:
            return None
        number, places = self.places[int(row["fid"])]
        found = places.find(int(row["selfirst"]), int(row["selend"]), str(row["seltext"] or ""))
        if found is None:
            return None
        self.project.replaced["place-by-words"] += found[2]
        return number, found[0], found[1]

    def _cases(self) -> None:
        members: dict[int, dict[int, None]] = {}
        for row in self._standing("caselinkage", ("caseid", "fid", "selfirst", "selend")):
            if int(row["fid"]) in self.places:
                number, places = self.places[int(row["fid"])]
                whole = not row["selfirst"] and int(row["selend"] or 0) >= len(places.raw) - 1
                self.project.lost["case-part-of-text"] += not whole
                members.setdefault(int(row["caseid"]), {})[number] = None
        values: dict[int, list[tuple[str, str]]] = {}
        for row in self._standing("caseAttr", ("variable", "value", "caseID")):
            values.setdefault(int(row["caseID"]), []).append((str(row["variable"]), str(row["value"] or "")))
        for row in self._standing("fileAttr", ("variable", "value", "fileID")):
            if int(row["fileID"]) in self.places:
                number = self.places[int(row["fileID"])][0]
                self.project.values.append((number, str(row["variable"]), str(row["value"] or "")))
        for row in self._standing("cases", ("id", "name", "memo")):
            number = int(row["id"])
            texts, known = tuple(members.get(number, ())), tuple(values.get(number, ()))
            self.project.cases.append(ForeignCase(str(row["name"]), str(row["memo"] or ""), texts, known))
