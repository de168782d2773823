"""Commands that write things for others: report, export."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from tenun.cli.arguments import Json, StudyFile, To, opened
from tenun.cli.language import language, say
from tenun.cli.output import done, progress_bars
from tenun.cli.projects import show_project
from tenun.errors import InputRefused

FORMATS = ("html", "pdf", "docx")


def register(app: typer.Typer) -> None:
    """Add the commands of this group."""
    app.command(
        "report",
        help=say("Write the report, in English and Indonesian.", "Tulis laporan, dalam bahasa Inggris dan Indonesia."),
    )(report)
    app.command(
        "export",
        help=say(
            "Write the codings as a table, or the study as a project for other programs.",
            "Tulis pengodean sebagai tabel, atau studi sebagai proyek untuk program lain.",
        ),
    )(export)


def report(
    study: StudyFile,
    to: To = Path(),
    language: Annotated[
        list[str] | None,
        typer.Option(
            "--language",
            "-l",
            help=say(
                "en or id; may be repeated. Both when left out.", "en atau id; boleh berulang. Keduanya bila kosong."
            ),
        ),
    ] = None,
    formats: Annotated[
        list[str] | None,
        typer.Option(
            "--format",
            "-f",
            help=say(
                "html, pdf or docx; may be repeated. All when left out.",
                "html, pdf, atau docx; boleh berulang. Semua bila kosong.",
            ),
        ),
    ] = None,
) -> None:
    """Write the report, in English and Indonesian."""
    from tenun.study.write_report import write_reports

    languages = language or ["en", "id"]
    wanted = formats or list(FORMATS)
    for value, allowed in [*((one, ("en", "id")) for one in languages), *((one, FORMATS) for one in wanted)]:
        if value not in allowed:
            raise InputRefused("study.no-such-format", value=value, allowed=", ".join(allowed))
    with progress_bars() as progress, opened(study) as scope:
        written = write_reports(scope, to, languages=languages, formats=wanted, progress=progress)
    for path in written:
        typer.echo(path)


def export(
    study: StudyFile,
    file: Annotated[
        Path | None,
        typer.Argument(
            metavar="FILE",
            help=say(
                "Where to: codings as .csv, .xlsx or .json; the study as .qdpx; the codebook as .qdc.",
                "Tujuan: pengodean sebagai .csv, .xlsx, atau .json; studi sebagai .qdpx; buku kode sebagai .qdc.",
            ),
        ),
    ] = None,
    to: Annotated[
        Path | None, typer.Option("--to", metavar="FILE", help=say("The same as FILE.", "Sama dengan FILE."))
    ] = None,
    tidy: Annotated[
        bool,
        typer.Option(
            "--tidy",
            help=say(
                "A row a coding with all that is known of it (.csv, and .json beside it).",
                "Satu baris per pengodean dengan semua keterangannya (.csv, dengan .json di sampingnya).",
            ),
        ),
    ] = False,
    json: Json = False,
) -> None:
    """Write the codings as a table, or the study as a project for other programs."""
    from tenun.study import export_project
    from tenun.study.export_coded_text import FORMATS as CODED_TEXT
    from tenun.study.export_coded_text import export_coded_text
    from tenun.study.export_codings import FORMATS as TABLES
    from tenun.study.export_codings import export_codings
    from tenun.study.export_taguette import FORMATS as TAGUETTE
    from tenun.study.export_taguette import export_taguette

    path = file or to
    if path is None:
        allowed = ", ".join((*TABLES, *export_project.FORMATS, *TAGUETTE, *CODED_TEXT))
        raise InputRefused("study.no-such-format", value="", allowed=allowed)
    with opened(study) as scope:
        if tidy:
            from tenun.study.export_tidy import export_tidy

            count = export_tidy(scope, path)
            done(f"{count} rows in {path}", f"{count} baris di {path}")
            return
        if path.suffix.lower() in export_project.FORMATS:
            show_project(export_project.export_project(scope, path), path, json=json)
            return
        if path.suffix.lower() in CODED_TEXT:
            count = export_coded_text(scope, path, language=language())
            done(f"{count} codings in {path}", f"{count} pengodean di {path}")
            return
        if path.suffix.lower() in TAGUETTE:
            show_project(export_taguette(scope, path), path, json=json)
            return
        count = export_codings(scope, path)
    done(f"{count} rows in {path}", f"{count} baris di {path}")
