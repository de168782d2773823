"""The command that writes reports."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from tenun.cli.arguments import StudyFile, To, opened
from tenun.cli.language import say
from tenun.cli.output import progress_bars
from tenun.errors import InputRefused

FORMATS = ("html", "pdf", "docx")


def register(app: typer.Typer) -> None:
    """Add the commands of this group."""
    app.command(
        "report",
        help=say("Write the report, in English and Indonesian.", "Tulis laporan, dalam bahasa Inggris dan Indonesia."),
    )(report)


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
