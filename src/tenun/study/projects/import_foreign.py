"""Bring a project of Taguette, QualCoder or RQDA into a study, as one command that can be taken back as one."""

from __future__ import annotations

import uuid
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from tenun.errors import Problem
from tenun.study.importing.import_study_folder import ImportReport
from tenun.study.projects.import_project import bring_project
from tenun.text.hashes import sha256_text

if TYPE_CHECKING:
    from tenun.exchange.projects.foreign import ForeignProject
    from tenun.exchange.refi import project as refi
    from tenun.study.scope import StudyScope

_SPACE = uuid.UUID("0d3a4c1e-6f0b-5a57-9d0e-7a2f5c7f3b11")


LEFT = {
    "highlight-without-tag": "exchange.left-highlight-without-tag",
    "place-empty": "exchange.left-place-empty",
    "place-not-found": "exchange.left-place-not-found",
    "source-without-text": "exchange.left-source-without-text",
    "important": "exchange.left-important",
    "case-part-of-text": "exchange.left-case-part-of-text",
    "second-category": "exchange.left-second-category",
    "code_image": "exchange.left-code_image",
    "code_av": "exchange.left-code_av",
    "stored_sql": "exchange.left-stored_sql",
    "graph": "exchange.left-graph",
    "imageCoding": "exchange.left-imageCoding",
    "annotation": "exchange.left-annotation",
    "coding2": "exchange.left-coding2",
}
"""What a project may hold that is not taken over, and the words for it."""


def is_foreign(path: Path) -> bool:
    """Whether a path is a project of one of these programs, by its name and its first bytes."""
    from tenun.exchange.projects.reading import is_project

    return is_project(path)


def import_foreign(scope: StudyScope, path: Path) -> ImportReport:
    """Bring in what a project holds and the study does not; a second import changes nothing.

    A text is the same by its name and words, a code by its name, a coding by its place, code and coder. The report says
    what could not come. Raises InputRefused for a file that is damaged, still open, or of an unknown program.
    """
    from tenun.exchange.projects.reading import read_foreign

    return bring_foreign(scope, read_foreign(path), path)


def bring_foreign(scope: StudyScope, found: ForeignProject, path: Path) -> ImportReport:
    """Bring in a project that was read; see `import_foreign`."""
    from tenun.exchange.refi.archive import Opened

    report = bring_project(scope, Opened(_as_refi(found)), path)
    return ImportReport(report.added, (*report.problems, *_problems(found, path.name)))


def _problems(found: ForeignProject, where: str) -> Iterator[Problem]:
    program = found.program
    if found.codings:
        facets = {"program": program, "count": len(found.codings)}
        yield Problem("warning", "exchange.facets-unknown", where, facets)
    for kind, count in found.lost.items():
        if count:
            left = {"program": program, "count": count}
            yield Problem("warning", LEFT[kind], where, left)
    for kind, code in (("place-by-words", "exchange.placed-anew"), ("words-differ", "exchange.words-differ")):
        if found.replaced[kind]:
            yield Problem("warning", code, where, {"count": found.replaced[kind]})


def _as_refi(found: ForeignProject) -> refi.Project:
    """The project as QDA-XML would have it, with the same guids whenever it is read."""
    from tenun.exchange.refi import project as refi

    def guid(*parts: object) -> str:
        return str(uuid.uuid5(_SPACE, "\x1f".join(map(str, parts))))

    people = dict.fromkeys([*(one.coder for one in found.codings), *(memo.coder for memo in found.memos)])
    users = tuple(refi.User(guid("user", name), name) for name in people)
    codes = tuple(
        refi.Code(
            guid("code", one.name), one.name, guid("code", one.parent) if one.parent else None, one.memo, one.colour
        )
        for one in found.codes
    )
    names = [guid("source", text.name, sha256_text(text.text)) for text in found.texts]
    notes = [refi.Note(guid("memo", m.title, m.body), m.title, m.body, guid("user", m.coder)) for m in found.memos]
    selected: dict[int, dict[tuple[int, int], list[refi.Coding]]] = defaultdict(lambda: defaultdict(list))
    noted: dict[tuple[int, int, int], list[str]] = defaultdict(list)
    for one in found.codings:
        key = guid("coding", names[one.text], one.start_cp, one.end_cp, one.code, one.coder)
        about: tuple[str, ...] = ()
        if one.memo:
            about = (guid("about", key),)
            notes.append(refi.Note(about[0], "", one.memo, guid("user", one.coder)))
        coding = refi.Coding(key, guid("code", one.code), guid("user", one.coder), "", about)
        selected[one.text][one.start_cp, one.end_cp].append(coding)
    for memo in found.memos:
        if memo.text is not None:
            noted[memo.text, memo.start_cp, memo.end_cp].append(guid("memo", memo.title, memo.body))
            selected[memo.text][memo.start_cp, memo.end_cp] += []
    variables = dict.fromkeys([*(v[1] for v in found.values), *(v[0] for case in found.cases for v in case.values)])
    sources = []
    for number, text in enumerate(found.texts):
        spans = tuple(
            refi.Selection(
                guid("selection", names[number], start, end), start, end, words=text.text[start:end],
                codings=tuple(codings), notes=tuple(noted[number, start, end]),
            )
            for (start, end), codings in sorted(selected[number].items())
        )  # fmt: skip
        body = refi.PlainText(guid("text", names[number]), text.text, text.name, selections=spans)
        values = tuple(refi.Value(guid("variable", v[1]), v[2]) for v in found.values if v[0] == number)
        sources.append(refi.Source("text", names[number], text.name, text.memo, texts=(body,), values=values))
    cases = tuple(
        refi.Case(
            guid("case", case.name), case.name, case.memo,
            values=tuple(refi.Value(guid("variable", name), value) for name, value in case.values),
            sources=tuple(names[number] for number in case.texts),
        )
        for case in found.cases
    )  # fmt: skip
    return refi.Project(
        found.title, found.program, found.memo, users, codes,
        tuple(refi.Variable(guid("variable", name), name) for name in variables), cases, tuple(sources), tuple(notes),
    )  # fmt: skip
