"""Write a study as a Taguette project, and say what Taguette cannot carry."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from tenun.coding.codings import left_out
from tenun.study.blindness import refuse_while_blind
from tenun.study.projects.export_project import ExportReport
from tenun.study.projects.foreign_of_study import foreign_of_study
from tenun.study.projects.losses import Loss
from tenun.study.write_file import write_file

if TYPE_CHECKING:
    from tenun.exchange.projects.foreign import ForeignProject
    from tenun.study.scope import StudyScope

FORMATS = (".sqlite3",)
_DESCRIBED = ("source", "code", "coding")
"""Their memos become descriptions, or are counted with the codings."""


def export_taguette(scope: StudyScope, path: Path) -> ExportReport:
    """Write the texts, the codes and the passages with accepted codings of all coders as a Taguette project.

    Positions are made Taguette's, bytes of UTF-8. Raises NotAllowed while a blind round is open.
    """
    from tenun.exchange.projects.taguette_file import write_taguette

    refuse_while_blind(scope)
    project = foreign_of_study(scope)
    created = str(scope.store.rows("study")[0]["created_at"]).rstrip("Z").replace("T", " ")
    write_file(path, write_taguette(project, created))
    written = {"sources": len(project.texts), "codes": len(project.codes), "codings": len(project.codings)}
    return ExportReport(written, tuple(_losses(scope, project)))


def _losses(scope: StudyScope, project: ForeignProject) -> Iterator[Loss]:
    store = scope.store
    places = left_out(store.codings())
    counts = (
        ("facets", len(project.codings), "codings lose their facets, coder, round and weight",
         "pengodean kehilangan faset, pengode, putaran, dan bobotnya"),
        ("coding-memos", sum(bool(one.memo) for one in project.codings), "memos of codings", "memo pengodean"),
        ("memos", sum(row["target_table"] not in _DESCRIBED for row in store.rows("memo")), "memos", "memo"),
        ("parents", sum(bool(one.parent) for one in project.codes), "codes lose their place in the tree",
         "kode kehilangan tempatnya dalam pohon"),
        ("places", places, "codings of regions and times", "pengodean area dan waktu"),
        ("not-accepted", store.count("coding") - len(project.codings) - places,
         "codings that do not stand, or of no shown text",
         "pengodean yang tidak berlaku, atau dari teks yang tidak ditampilkan"),
        ("sources", store.count("source") - len(project.texts), "sources without text", "sumber tanpa teks"),
        ("appraisals", store.count("appraisal"), "appraisals", "penilaian sumber"),
        ("cases", store.count("case"), "cases", "kasus"),
    )  # fmt: skip
    for item, count, en, indonesian in counts:
        if count:
            yield Loss(item, count, en, indonesian, beside=False)
