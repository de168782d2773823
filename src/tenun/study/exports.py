"""Every form in which a study goes out, and the one way out, where what may not leave is left behind first.

A new form is one line of `FORMS`.
"""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from tenun.errors import InputRefused
from tenun.study.blindness import refuse_while_blind
from tenun.study.copy_without import LeftOut, copy_without
from tenun.study.export_project import ExportReport
from tenun.study.scope import Progress, StudyScope, no_progress

if TYPE_CHECKING:
    from tenun.errors import Language
    from tenun.study.losses import Loss

Group = Literal["tables", "reading", "programs", "whole"]


@dataclass(frozen=True, slots=True)
class Form:
    """One form: its endings (the usual one first), its name, and what it is for, in both languages.

    `write` takes a study that may be written as it is, a path, the language of the file's own words, and where to tell
    its progress. `masked`: texts that may not leave are replaced and not left out.
    """

    name: str
    group: Group
    endings: tuple[str, ...]
    en: str
    id: str
    for_en: str
    for_id: str
    write: Callable[[StudyScope, Path, Language, Progress, LeftOut], ExportReport]
    masked: bool = False


@dataclass(frozen=True)
class Exported:
    """What was written: files, how many of each thing, what the form cannot carry, and what was left out."""

    files: tuple[Path, ...]
    written: dict[str, int] = field(default_factory=dict)
    losses: tuple[Loss, ...] = ()
    left_out: LeftOut = field(default_factory=LeftOut)


def export(
    scope: StudyScope,
    path: Path,
    form: str | None = None,
    *,
    language: Language = "en",
    without_confidential: bool = False,
    leave_out: Collection[str] = (),
    progress: Progress = no_progress,
) -> Exported:
    """Write the study to `path` in a form: the named one, else the first that has the ending of `path`.

    `without_confidential` leaves out sources that are confidential or whose consent is restricted, and all that quotes
    them; `leave_out` names further sources by key. Raises InputRefused for an unknown form or ending or a key that
    there is not, NotAllowed while a blind round is open.
    """
    chosen = form_of(path, form)
    refuse_while_blind(scope)
    if not without_confidential and not leave_out:
        return _written(chosen, scope, path, language, progress, LeftOut())
    with copy_without(scope, leave_out, masked=chosen.masked, marked=without_confidential) as (copy, left_out):
        return _written(chosen, copy, path, language, progress, left_out)


def _written(
    form: Form, scope: StudyScope, path: Path, language: Language, progress: Progress, left_out: LeftOut
) -> Exported:
    report = form.write(scope, path, language, progress, left_out)
    return Exported((path, *report.beside), report.written, report.losses, left_out)


def form_of(path: Path, name: str | None = None) -> Form:
    """The form of a name, else of an ending. Raises InputRefused, naming those there are."""
    ending = path.suffix.lower()
    forms = [form for form in FORMS if name is None or form.name == name]
    found = next((form for form in forms if ending in form.endings), None)
    if found is None:
        known = forms or FORMS
        allowed = ", ".join(dict.fromkeys(ending for form in known for ending in form.endings))
        if forms:
            raise InputRefused("study.no-such-format", value=ending or path.name, allowed=allowed)
        raise InputRefused("study.no-such-form", value=name, allowed=", ".join(form.name for form in FORMS))
    return found


def _codings(scope: StudyScope, path: Path, *_: object) -> ExportReport:
    from tenun.study.export_codings import export_codings

    return ExportReport({"rows": export_codings(scope, path)}, ())


def _tidy(scope: StudyScope, path: Path, *_: object) -> ExportReport:
    from tenun.study.export_tidy import export_tidy

    return ExportReport({"rows": export_tidy(scope, path)}, (), (path.with_suffix(".json"),))


def _coded_text(scope: StudyScope, path: Path, language: Language, *_: object) -> ExportReport:
    from tenun.study.export_coded_docx import export_coded_docx
    from tenun.study.export_coded_text import export_coded_text

    write = export_coded_docx if path.suffix.lower() == ".docx" else export_coded_text
    return ExportReport({"codings": write(scope, path, language=language)}, ())


def _codebook(scope: StudyScope, path: Path, language: Language, *_: object) -> ExportReport:
    from tenun.study.export_codebook import export_codebook

    return ExportReport({"codes": export_codebook(scope, path, language=language)}, ())


def _refi(scope: StudyScope, path: Path, *_: object) -> ExportReport:
    from tenun.study.export_project import export_project

    return export_project(scope, path)


def _taguette(scope: StudyScope, path: Path, *_: object) -> ExportReport:
    from tenun.study.export_taguette import export_taguette

    return export_taguette(scope, path)


FORMS: tuple[Form, ...] = (
    Form("codings", "tables", (".csv", ".xlsx", ".json"), "Codings", "Pengodean",
         "To work on in a spreadsheet and bring back in; JSON has every position.",
         "Untuk dikerjakan di lembar hitung dan dibawa masuk lagi; JSON memuat setiap letak.", _codings),
    Form("tidy", "tables", (".xlsx", ".csv"), "Tidy table", "Tabel rapi",
         "For statistics: a row a coding with source, code path, coder and facets; lossless JSON beside it.",
         "Untuk statistik: satu baris per pengodean dengan sumber, jalur kode, pengode, dan faset; JSON utuh di "
         "sampingnya.", _tidy),
    Form("coded-text", "reading", (".docx", ".html"), "Coded texts", "Teks berkode",
         "To read, print and answer without Tenun: passages shaded, codes in the margin.",
         "Untuk dibaca, dicetak, dan ditanggapi tanpa Tenun: petikan diberi latar, kode di tepi.", _coded_text),
    Form("codebook", "reading", (".docx",), "Codebook", "Buku kode",
         "For an appendix or a new coder: definitions in both languages, what belongs, examples, counts.",
         "Untuk lampiran atau pengode baru: definisi dalam dua bahasa, cakupan, contoh, jumlah.", _codebook),
    Form("refi", "programs", (".qdpx", ".qdc"), "REFI-QDA", "REFI-QDA",
         "For NVivo, ATLAS.ti, MAXQDA and others: the study (.qdpx) or its codebook (.qdc).",
         "Untuk NVivo, ATLAS.ti, MAXQDA, dan lainnya: studi (.qdpx) atau buku kodenya (.qdc).", _refi),
    Form("taguette", "programs", (".sqlite3",), "Taguette", "Taguette",
         "For Taguette: texts, codes and the passages of accepted codings.",
         "Untuk Taguette: teks, kode, dan petikan dari pengodean yang diterima.", _taguette),
)  # fmt: skip
