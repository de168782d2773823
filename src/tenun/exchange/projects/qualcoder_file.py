"""The database of a QualCoder project, written. Its positions are code points, as ours are."""

from __future__ import annotations

import sqlite3
import tempfile
from collections import defaultdict
from collections.abc import Iterable
from pathlib import Path

from tenun.exchange.projects.foreign import ForeignCode, ForeignProject
from tenun.exchange.projects.qualcoder_tables import TABLES, VERSION

FOLDERS = ("images", "documents", "audio", "video")
"""Folders that QualCoder wants beside its database."""
_COLOUR = "#F2D06B"
Row = tuple[object, ...]


def write_qualcoder(project: ForeignProject, created: str, owner: str) -> bytes:
    """The file `data.qda`; equal projects are equal bytes.

    `created`: a moment such as `2020-01-31 12:00:00`, put down for everything; `owner`: the coder named for what has
    none. A code with others below it and no passage becomes a category, unless it stands below a code that does not.
    Of names that would be alike, the later gets a number.
    """
    with tempfile.TemporaryDirectory(prefix="tenun-") as folder:
        path = Path(folder) / "data.qda"
        file = sqlite3.connect(path, isolation_level=None)
        try:
            file.executescript(TABLES)
            file.execute("BEGIN")
            _Filling(file, project, created, owner).fill()
            file.execute("COMMIT")
        finally:
            file.close()
        return path.read_bytes()


class _Filling:
    def __init__(self, file: sqlite3.Connection, project: ForeignProject, created: str, owner: str) -> None:
        self.file, self.project, self.created, self.owner = file, project, created, owner
        self.by = (owner, created)

    def fill(self) -> None:
        about = f"{self.project.program}: {self.project.title}".strip(": ")
        head = (VERSION, self.created, self.project.memo, about, 0, 0, self.owner, "", None, None, None)
        self._put("project", [head])
        coders = (one.coder for one in self.project.codings)
        people = dict.fromkeys([self.owner, *coders, *(memo.coder for memo in self.project.memos)])
        self._put("coder_names", [(name, 1) for name in people if name])
        self._texts()
        self._codes()
        self._codings()
        self._memos()
        self._cases()

    def _put(self, table: str, rows: Iterable[Row]) -> None:
        for row in rows:
            self.file.execute(f"INSERT INTO {table} VALUES ({', '.join('?' * len(row))})", row)  # noqa: S608 - ours

    def _texts(self) -> None:
        names = _apart(text.name for text in self.project.texts)
        self._put(
            "source",
            [
                (number, name, text.text, None, text.memo, *self.by, None, None)
                for number, (name, text) in enumerate(zip(names, self.project.texts, strict=True), 1)
            ],
        )

    def _codes(self) -> None:
        codes = {code.name: code for code in self.project.codes}
        groups = _categories(codes, {one.code for one in self.project.codings})
        catids = {name: number for number, name in enumerate(groups, 1)}
        self.cids = {name: number for number, name in enumerate((n for n in codes if n not in catids), 1)}
        self._put(
            "code_cat",
            [
                (number, name, *self.by, codes[name].memo, catids.get(codes[name].parent or ""))
                for name, number in catids.items()
            ],
        )
        for name, number in self.cids.items():
            code = codes[name]
            above = catids.get(code.parent or ""), self.cids.get(code.parent or "")
            self._put("code_name", [(number, name, code.memo, above[0], *self.by, code.colour or _COLOUR, above[1])])

    def _codings(self) -> None:
        """One row a passage, code and coder: QualCoder knows no rounds. Memos of such twins are joined."""
        memos: dict[tuple[str, int, int, int, str], dict[str, None]] = defaultdict(dict)
        for one in self.project.codings:
            memos[one.code, one.text, one.start_cp, one.end_cp, one.coder or self.owner][one.memo] = None
        for number, ((code, text, start, end, coder), said) in enumerate(memos.items(), 1):
            words = self.project.texts[text].text[start:end]
            memo = "\n\n".join(filter(None, said))
            row = (number, self.cids[code], text + 1, words, start, end, coder, self.created, memo, None, None)
            self._put("code_text", [row])

    def _memos(self) -> None:
        placed: dict[tuple[int, int, int, str], list[str]] = defaultdict(list)
        loose = []
        for memo in self.project.memos:
            if memo.text is None:
                loose.append(memo)
            else:
                placed[memo.text, memo.start_cp, memo.end_cp, memo.coder or self.owner].append(memo.body)
        for number, ((text, start, end, coder), bodies) in enumerate(placed.items(), 1):
            self._put("annotation", [(number, text + 1, start, end, "\n\n".join(bodies), coder, self.created)])
        names = _apart(memo.title or f"Memo {number}" for number, memo in enumerate(loose, 1))
        for number, (name, memo) in enumerate(zip(names, loose, strict=True), 1):
            self._put("journal", [(number, name, memo.body, self.created, memo.coder or self.owner)])

    def _cases(self) -> None:
        names = _apart(case.name for case in self.project.cases)
        number = 0
        for caseid, (name, case) in enumerate(zip(names, self.project.cases, strict=True), 1):
            self._put("cases", [(caseid, name, case.memo, *self.by)])
            for text in case.texts:
                number += 1
                row = (number, caseid, text + 1, 0, len(self.project.texts[text].text), *self.by, "")
                self._put("case_text", [row])
        of_cases = [(caseid, *value) for caseid, case in enumerate(self.project.cases, 1) for value in case.values]
        of_files = [(text + 1, name, value) for text, name, value in self.project.values]
        taken: set[str] = set()
        self._attributes("case", of_cases, len(self.project.cases), taken)
        self._attributes("file", of_files, len(self.project.texts), taken)

    def _attributes(self, kind: str, values: list[tuple[int, str, str]], count: int, taken: set[str]) -> None:
        """A row for every case or file and attribute, an empty one too: QualCoder looks for it."""
        held = {(name, owner): value for owner, name, value in reversed(values)}
        for name in dict.fromkeys(name for _, name, _ in values):
            spelled = name if name not in taken else f"{name} ({kind})"
            taken.add(spelled)
            numeric = all(_is_number(value) for (held_name, _), value in held.items() if held_name == name)
            self._put(
                "attribute_type", [(spelled, self.created, self.owner, "", kind, "numeric" if numeric else "character")]
            )
            for owner in range(1, count + 1):
                value = held.get((name, owner), "")
                self._put("attribute", [(None, spelled, kind, value, owner, self.created, self.owner)])


def _categories(codes: dict[str, ForeignCode], used: set[str]) -> list[str]:
    """Codes that only hold others, from the top down: what stands below a code that is more cannot be a category."""
    parents = {code.parent for code in codes.values() if code.parent}
    found: dict[str, None] = {}
    waiting = [name for name in codes if name in parents and name not in used]
    while fitting := [name for name in waiting if not codes[name].parent or codes[name].parent in found]:
        found |= dict.fromkeys(fitting)
        waiting = [name for name in waiting if name not in found]
    return list(found)


def _apart(names: Iterable[str]) -> list[str]:
    """The names, no two alike.

    >>> _apart(["a", "b", "a"])
    ['a', 'b', 'a (2)']
    """
    taken: dict[str, None] = {}
    for name in names:
        spelled, number = name or "?", 2
        while spelled in taken:
            spelled, number = f"{name or '?'} ({number})", number + 1
        taken[spelled] = None
    return list(taken)


def _is_number(value: str) -> bool:
    try:
        float(value)
    except ValueError:
        return False
    return True
