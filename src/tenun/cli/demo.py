"""The worked study in one command: demo."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from tenun.cli.language import language, say
from tenun.cli.output import progress_bars


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command(
        "demo",
        help=say(
            "Carry out the worked study: sources in, motives ranked, reports in both languages.",
            "Jalankan studi contoh: sumber masuk, motif diurutkan, laporan dalam dua bahasa.",
        ),
    )(demo)


def demo(
    to: Annotated[
        Path,
        typer.Option(
            "--to",
            metavar="DIR",
            help=say("Folder for the study and its reports.", "Folder untuk studi dan laporannya."),
        ),
    ] = Path("demo"),
    serve: Annotated[
        bool,
        typer.Option(
            "--serve/--no-serve",
            help=say("Open the study in the web app at the end.", "Buka studi di aplikasi web pada akhirnya."),
        ),
    ] = True,
) -> None:
    """Carry out the worked study: sources in, motives ranked, reports in both languages."""
    from tenun.cli.analysis import print_ranking
    from tenun.study.run_demo import run_demo

    with progress_bars() as progress:
        outcome = run_demo(to, progress=progress)
    typer.echo(outcome.title.of(language()))
    typer.echo("")
    print_ranking(outcome.ranking)
    typer.echo("")
    typer.echo(say("Look here:", "Lihat di sini:"))
    for path in outcome.files:
        typer.echo(f"  {path}")
    if serve:
        from tenun.cli.serve import serve as serve_studies

        typer.echo("")
        serve_studies([str(outcome.study)])
