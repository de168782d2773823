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
from tenun.study.exporting.copy_without import LeftOut, copy_without
from tenun.study.projects.export_project import ExportReport
from tenun.study.scope import Progress, StudyScope, no_progress

if TYPE_CHECKING:
    from tenun.errors import Language
    from tenun.study.projects.losses import Loss

FOLDERS = frozenset({".qda"})
"""Endings of forms that are folders: no browser can fetch them."""
Group = Literal["tables", "reading", "programs", "whole"]


@dataclass(frozen=True)
class Asked:
    """How a file is asked for: the language of its own words, where progress is told, what was left out of `whole`."""

    whole: StudyScope
    language: Language = "en"
    progress: Progress = no_progress
    left_out: LeftOut = field(default_factory=LeftOut)


@dataclass(frozen=True, slots=True)
class Form:
    """One form: its endings (the usual one first), its name, and what it is for, in both languages.

    `write` takes a study that may be written as it is, a path, and what else was asked. `masked`: texts that may not
    leave are replaced and not left out.
    """

    name: str
    group: Group
    endings: tuple[str, ...]
    en: str
    id: str
    for_en: str
    for_id: str
    write: Callable[[StudyScope, Path, Asked], ExportReport]
    masked: bool = False


@dataclass(frozen=True)
class Exported:
    """What was written: its form, files, how many of each thing, what the form cannot carry, what was left out."""

    form: Form
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
    """Write the study to `path` in a form: the named one, else the one that `form_of` takes from the file's name.

    `without_confidential` leaves out sources that are confidential or whose consent is restricted, and all that quotes
    them; `leave_out` names further sources by key. Raises InputRefused for an unknown form or ending or a key that
    there is not, NotAllowed while a blind round is open.
    """
    chosen = form_of(path, form)
    refuse_while_blind(scope)
    if not without_confidential and not leave_out:
        return _written(chosen, scope, path, Asked(scope, language, progress))
    with copy_without(scope, leave_out, masked=chosen.masked, marked=without_confidential) as (copy, left_out):
        return _written(chosen, copy, path, Asked(scope, language, progress, left_out))


def _written(form: Form, scope: StudyScope, path: Path, asked: Asked) -> Exported:
    report = form.write(scope, path, asked)
    return Exported(form, (path, *report.beside), report.written, report.losses, asked.left_out)


def form_of(path: Path, name: str | None = None) -> Form:
    """The form named; else, of those with the ending of `path`, the one that the file is called after, else the first.

    A file is called after a form by its name or its words in either language: `codebook.docx`, `buku-kode.docx`.
    Raises InputRefused, naming those there are.
    """
    ending = path.suffix.lower()
    if name is not None:
        return form_named(name, ending or ".")[0]
    found = forms_of(ending)
    if not found:
        allowed = ", ".join(dict.fromkeys(ending for form in FORMS for ending in form.endings))
        raise InputRefused("study.no-such-format", value=ending or path.name, allowed=allowed)
    called = _joined(path.stem)
    return next((form for form in found if called in map(_joined, (form.name, form.en, form.id))), found[0])


def forms_of(ending: str) -> list[Form]:
    """The forms that have an ending; the one that the ending alone means comes first."""
    return [form for form in FORMS if ending in form.endings]


def _joined(words: str) -> str:
    return words.casefold().replace("-", " ").replace("_", " ")


def form_named(name: str, ending: str = "") -> tuple[Form, str]:
    """A form by its name, and the ending of its file, its usual one where none is given; InputRefused for others."""
    form = next((one for one in FORMS if one.name == name), None)
    if form is None:
        raise InputRefused("study.no-such-form", value=name, allowed=", ".join(one.name for one in FORMS))
    if ending and ending not in form.endings:
        raise InputRefused("study.no-such-format", value=ending, allowed=", ".join(form.endings))
    return form, ending or form.endings[0]


def _codings(scope: StudyScope, path: Path, asked: Asked) -> ExportReport:
    from tenun.study.exporting.export_codings import export_codings

    return ExportReport({"rows": export_codings(scope, path)}, ())


def _tidy(scope: StudyScope, path: Path, asked: Asked) -> ExportReport:
    from tenun.study.exporting.export_tidy import export_tidy

    return ExportReport({"rows": export_tidy(scope, path)}, (), (path.with_suffix(".json"),))


def _coded_text(scope: StudyScope, path: Path, asked: Asked) -> ExportReport:
    from tenun.study.exporting.export_coded_docx import export_coded_docx
    from tenun.study.exporting.export_coded_text import export_coded_text

    write = export_coded_docx if path.suffix.lower() == ".docx" else export_coded_text
    return ExportReport({"codings": write(scope, path, language=asked.language)}, ())


def _codebook(scope: StudyScope, path: Path, asked: Asked) -> ExportReport:
    from tenun.study.exporting.export_codebook import export_codebook

    return ExportReport({"codes": export_codebook(scope, path, language=asked.language)}, ())


def _refi(scope: StudyScope, path: Path, asked: Asked) -> ExportReport:
    from tenun.study.projects.export_project import export_project

    return export_project(scope, path)


def _taguette(scope: StudyScope, path: Path, asked: Asked) -> ExportReport:
    from tenun.study.projects.export_taguette import export_taguette

    return export_taguette(scope, path)


def _qualcoder(scope: StudyScope, path: Path, asked: Asked) -> ExportReport:
    from tenun.study.projects.export_qualcoder import export_qualcoder

    return export_qualcoder(scope, path)


def _bundle(scope: StudyScope, path: Path, asked: Asked) -> ExportReport:
    from tenun.study.exporting.write_bundle import write_bundle

    count = write_bundle(scope, path, whole=asked.whole, left_out=asked.left_out, progress=asked.progress)
    return ExportReport({"files": count}, ())


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
    Form("bundle", "whole", (".zip",), "Replication bundle", "Paket replikasi",
         "For reviewers and archives: data, codebook, results and hashes; one command recomputes every figure.",
         "Untuk penelaah dan arsip: data, buku kode, hasil, dan hash; satu perintah menghitung ulang setiap angka.",
         _bundle, masked=True),
    # Last, so that the ending .zip alone means a bundle.
    Form("qualcoder", "programs", (".zip", ".qda"), "QualCoder", "QualCoder",
         "For QualCoder: texts, codes, codings of each coder, memos, cases and attributes; a folder, or zipped.",
         "Untuk QualCoder: teks, kode, pengodean tiap pengode, memo, kasus, dan atribut; berupa folder, atau zip.",
         _qualcoder),
)  # fmt: skip
