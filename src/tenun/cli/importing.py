"""Commands that fill a study: import, references."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from tenun.cli.arguments import Coder, Json, StudyFile, opened
from tenun.cli.language import language, say
from tenun.cli.output import print_json, print_table, progress_bars
from tenun.cli.surveys import bring_surveys, said_of_columns

if TYPE_CHECKING:
    from tenun.errors import Problem
    from tenun.study.importing.import_study_folder import ImportReport


def register(app: typer.Typer) -> None:
    """Add the commands of this group."""
    app.command(
        "import",
        help=say(
            "Bring a study folder, documents, tables or pages of the web into a study.",
            "Masukkan folder studi, dokumen, tabel, atau halaman web ke dalam studi.",
        ),
    )(bring_in)
    app.command(
        "references",
        help=say(
            "Give sources the metadata that a reference manager has of them.",
            "Lengkapi sumber dengan metadata dari pengelola pustaka.",
        ),
    )(references)


def references(
    study: StudyFile,
    file: Annotated[
        Path, typer.Argument(metavar="FILE", help=say("RIS, BibTeX or CSL-JSON.", "RIS, BibTeX, atau CSL-JSON."))
    ],
    match: Annotated[
        list[str] | None,
        typer.Option(
            metavar="SOURCE=RECORD",
            help=say("This record describes this source.", "Entri ini menerangkan sumber ini."),
        ),
    ] = None,
    coder: Coder = "researcher",
    json: Json = False,
) -> None:
    """Give sources the metadata that a reference manager has of them."""
    from tenun.study.importing.import_references import import_references

    said = dict(one.partition("=")[::2] for one in match or [])
    with opened(study, coder) as scope:
        show_report([import_references(scope, file, said)], json=json)


def bring_in(
    study: StudyFile,
    paths: Annotated[
        list[str],
        typer.Argument(
            metavar="PATH",
            help=say(
                "Study folders, documents, tables of codings (.csv, .xlsx), projects (.qdpx, .qdc), or web addresses.",
                "Folder studi, dokumen, tabel pengodean (.csv, .xlsx), proyek (.qdpx, .qdc), atau alamat web.",
            ),
        ),
    ],
    strict: Annotated[
        bool,
        typer.Option(
            help=say(
                "Fail, and bring nothing in, when anything is at fault.",
                "Gagal, tanpa memasukkan apa pun, bila ada yang salah.",
            )
        ),
    ] = False,
    dry_run: Annotated[
        bool,
        typer.Option(
            "--dry-run",
            help=say("Projects: only say what would come in.", "Proyek: hanya laporkan apa yang akan masuk."),
        ),
    ] = False,
    allow_web: Annotated[
        bool,
        typer.Option(
            "--allow-web",
            envvar="TENUN_ALLOW_WEB",
            help=say(
                "Ask for pages of the web; off otherwise.", "Izinkan pengambilan halaman web; biasanya dimatikan."
            ),
        ),
    ] = False,
    ocr: Annotated[
        bool,
        typer.Option(
            "--ocr",
            envvar="TENUN_OCR",
            help=say("Recognise the text of scanned PDFs (extra ocr).", "Kenali teks PDF hasil pindai (tambahan ocr)."),
        ),
    ] = False,
    survey: Annotated[
        bool,
        typer.Option(
            "--survey",
            help=say(
                "The files are surveys, a row a case: show what each column becomes.",
                "Berkasnya survei, satu baris satu kasus: tampilkan jadinya setiap kolom.",
            ),
        ),
    ] = False,
    case: Annotated[
        str | None,
        typer.Option(metavar="COLUMN", help=say("Survey: this column names the case.", "Survei: kolom nama kasus.")),
    ] = None,
    text: Annotated[
        list[str] | None,
        typer.Option(metavar="COLUMN", help=say("Survey: answers in own words.", "Survei: jawaban terbuka.")),
    ] = None,
    variable: Annotated[
        list[str] | None, typer.Option(metavar="COLUMN", help=say("Survey: a variable.", "Survei: variabel."))
    ] = None,
    skip: Annotated[
        list[str] | None, typer.Option(metavar="COLUMN", help=say("Survey: leave it out.", "Survei: lewati."))
    ] = None,
    kind: Annotated[
        str, typer.Option(help=say("Survey: the kind of its sources.", "Survei: jenis sumbernya."))
    ] = "interview",
    yes: Annotated[
        bool, typer.Option("--yes", help=say("Survey: bring it in as shown.", "Survei: masukkan seperti ditampilkan."))
    ] = False,
    coder: Coder = "researcher",
    json: Json = False,
) -> None:
    """Bring a study folder, documents, tables or pages of the web into a study."""
    from tenun.study.importing.import_paths import import_paths

    if ocr:
        # The process that reads is started later and inherits it.
        os.environ["TENUN_OCR"] = "1"
    if survey:
        said = said_of_columns(case, text or [], variable or [], skip or [])
        brought = bring_surveys(study, [Path(path) for path in paths], said, kind=kind, yes=yes, coder=coder, json=json)
        if yes:
            show_report(brought, json=json)
        return
    pages = [path for path in paths if path.lower().startswith(("http://", "https://"))]
    files = [Path(path) for path in paths if path not in pages]
    reports: list[ImportReport] = []
    if dry_run:
        from tenun.study.projects.import_project import look_at_projects

        show_report([look_at_projects(study, files, coder=coder)], json=json)
        return
    if files:
        with progress_bars() as progress:
            reports.append(import_paths(study, files, coder=coder, strict=strict, progress=progress))
    if pages:
        reports += _capture(study, pages, allow_web, coder)
    show_report(reports, json=json)


def _capture(study: str, pages: Sequence[str], allowed: bool, coder: str) -> list[ImportReport]:
    from tenun.study.importing.capture_page import capture_page

    with opened(study, coder) as scope:
        return [capture_page(scope, page, allowed=allowed) for page in pages]


def show_report(reports: Sequence[ImportReport], *, json: bool) -> None:
    """What came in, and what is wrong with the rest."""
    added: Counter[str] = Counter()
    for report in reports:
        added.update(report.added)
    problems = [problem for report in reports for problem in report.problems]
    if json:
        print_json({"added": dict(added), "problems": problems})
        return
    if problems:
        print_table(
            [say("where", "di mana"), say("what", "apa"), say("nearest wording", "kata terdekat")],
            [(problem.where, _said(problem), problem.nearest or "") for problem in problems],
        )
    for name, count in added.items():
        if count:
            typer.echo(f"{count:>7}  {NAMES[name]}")
    if not any(added.values()) and not any(problem.level == "error" for problem in problems):
        typer.echo(say("Nothing new: everything was there already.", "Tidak ada yang baru: semuanya sudah ada."))


def _said(problem: Problem) -> str:
    """What is wrong and what to do about it, in the user's language."""
    return f"{problem.text(language())} {problem.hint(language())}".strip()


NAMES = {
    "memos": say("memos came in", "memo masuk"),
    "links": say("links came in", "tautan masuk"),
    "sources": say("sources came in", "sumber masuk"),
    "recordings": say("recordings came in", "rekaman masuk"),
    "cases": say("cases came in", "kasus masuk"),
    "variables": say("variables came in", "variabel masuk"),
    "values": say("values came in", "nilai masuk"),
    "described": say("sources got metadata", "sumber mendapat metadata"),
    "codes": say("codes came in", "kode masuk"),
    "codings": say("codings came in", "pengodean masuk"),
    "uncoded": say("passages left uncoded on purpose came in", "petikan tanpa kode masuk"),
    "coverage": say("notes of codes not found came in", "catatan kode tidak ditemukan masuk"),
    "events": say("dated facts came in", "fakta bertanggal masuk"),
    "conflicts": say("conflicts came in", "pertentangan masuk"),
    "clues": say("clues of the ledger came in", "petunjuk buku besar masuk"),
}
