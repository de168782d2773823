"""Write a study as a QualCoder project, and say what QualCoder cannot carry."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from tenun.coding.codings import left_out
from tenun.coding.facets import DEFAULTS
from tenun.errors import InputRefused
from tenun.study.blindness import refuse_while_blind
from tenun.study.projects.export_project import ExportReport
from tenun.study.projects.foreign_of_study import foreign_of_study
from tenun.study.projects.losses import Loss
from tenun.study.write_file import write_file

if TYPE_CHECKING:
    from tenun.exchange.projects.foreign import ForeignProject
    from tenun.study.scope import StudyScope

FORMATS = (".qda", ".zip")
_NOTED = ("source", "code", "coding", "case", "passage")
_EARLIEST = (1980, 1, 1, 0, 0, 0)


def export_qualcoder(scope: StudyScope, path: Path) -> ExportReport:
    """Write texts, codes, accepted codings, memos, cases and their attributes as a QualCoder project.

    A path that ends in `.qda` becomes the folder that QualCoder opens, `.zip` that folder in one file. Raises
    InputRefused for a folder where a project lies already, NotAllowed while a blind round is open.
    """
    from tenun.exchange.projects.qualcoder import FILE
    from tenun.exchange.projects.qualcoder_file import FOLDERS, write_qualcoder

    refuse_while_blind(scope)
    project = foreign_of_study(scope)
    created = str(scope.store.rows("study")[0]["created_at"])[:19].replace("T", " ")
    database = write_qualcoder(project, created, scope.coder)
    if path.suffix.lower() == ".zip":
        write_file(path, _zipped(database, f"{path.stem}.qda", FILE, FOLDERS))
    else:
        if (path / FILE).exists():
            raise InputRefused("exchange.project-there", where=path.name)
        write_file(path / FILE, database)
        for name in FOLDERS:
            (path / name).mkdir(exist_ok=True)
    written = {
        "sources": len(project.texts), "codes": len(project.codes), "codings": len(project.codings),
        "memos": len(project.memos), "cases": len(project.cases),
    }  # fmt: skip
    return ExportReport(written, tuple(_losses(scope, project)))


def _zipped(database: bytes, folder: str, file: str, folders: tuple[str, ...]) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        for name in folders:
            archive.writestr(zipfile.ZipInfo(f"{folder}/{name}/", _EARLIEST), b"")
        entry = zipfile.ZipInfo(f"{folder}/{file}", _EARLIEST)
        entry.compress_type = zipfile.ZIP_DEFLATED
        archive.writestr(entry, database)
    return made.getvalue()


def _losses(scope: StudyScope, project: ForeignProject) -> Iterator[Loss]:
    store = scope.store
    places = left_out(store.codings())
    rows = store.rows("coding", status="accepted")
    twins = len(project.codings) - len({(c.text, c.start_cp, c.end_cp, c.code, c.coder) for c in project.codings})
    lost_memos = sum(
        row["target_table"] not in _NOTED if row["target_table"] else row["kind"] not in ("memo", "journal")
        for row in store.rows("memo")
    )
    counts = (
        ("facets", sum(any(row[name] != default for name, default in DEFAULTS.items()) for row in rows),
         "codings with facets", "pengodean dengan faset"),
        ("weight", sum(row["weight"] != 1 for row in rows), "codings with a weight", "pengodean dengan bobot"),
        ("rounds", twins, "codings of a second round on the same passage, joined with the first",
         "pengodean putaran kedua pada petikan yang sama, disatukan dengan yang pertama"),
        ("places", places, "codings of regions and times", "pengodean area dan waktu"),
        ("not-accepted", store.count("coding") - len(project.codings) - places,
         "codings that do not stand, or of no shown text",
         "pengodean yang tidak berlaku, atau dari teks yang tidak ditampilkan"),
        ("sources", store.count("source") - len(project.texts), "sources without text", "sumber tanpa teks"),
        ("memo-targets", lost_memos, "memos on what QualCoder has no memo for",
         "memo pada hal yang tidak dapat dimemo di QualCoder"),
        ("uncoded", store.count("uncoded"), "passages left uncoded on purpose", "petikan yang sengaja tidak dikode"),
        ("coverage", store.count("coverage"), "notes that a code was not found", "catatan bahwa kode tidak ditemukan"),
        ("appraisals", store.count("appraisal"), "appraisals", "penilaian sumber"),
        ("landmarks", store.count("landmark"), "headings, turns, pages and other places of texts",
         "judul, giliran bicara, halaman, dan tempat lain"),
        ("code-versions", store.count("code_version"), "versions of codes", "versi kode"),
        ("facts", store.count("event_fact"), "dated facts", "fakta bertanggal"),
        ("conflicts", store.count("conflict"), "disagreements of sources", "pertentangan antarsumber"),
        ("claims", store.count("claim"), "claims with their evidence", "klaim beserta buktinya"),
        ("links", sum(not row["relation"].startswith("case-") for row in store.rows("link")), "links", "tautan"),
    )  # fmt: skip
    for item, count, en, indonesian in counts:
        if count:
            yield Loss(item, count, en, indonesian, beside=False)
