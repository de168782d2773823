"""The application: its groups of commands, and what happens when one fails."""

from __future__ import annotations

import sys
from typing import Annotated

import typer

from tenun.cli import (
    analysis,
    coding,
    demo,
    exporting,
    figures,
    history,
    importing,
    merging,
    reports,
    serve,
    sources,
    studies,
)
from tenun.cli.language import language, say
from tenun.errors import TenunError

app = typer.Typer(
    no_args_is_help=True,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    help=say(
        "Tenun: from interviews and documents to the motives behind a decision.",
        "Tenun: dari wawancara dan dokumen ke motif di balik sebuah keputusan.",
    ),
    epilog=say(
        "TENUN_LANG=id speaks Indonesian. Every command explains itself with --help.",
        "TENUN_LANG=en berbahasa Inggris. Setiap perintah menjelaskan diri dengan --help.",
    ),
)
for group in (
    demo,
    studies,
    importing,
    merging,
    sources,
    coding,
    analysis,
    figures,
    reports,
    exporting,
    serve,
    history,
):
    group.register(app)


@app.callback(invoke_without_command=True)
def version(
    show: Annotated[bool, typer.Option("--version", help=say("Print the version.", "Cetak versi."))] = False,
) -> None:
    """Tenun on the command line."""
    if show:
        from importlib.metadata import version as installed

        typer.echo(f"tenun {installed('tenun')}")
        raise typer.Exit


def run() -> None:
    """Run a command; a TenunError is printed and becomes its exit code."""
    try:
        app()
    except TenunError as error:
        where = f"{error.where}: " if error.where else ""
        typer.echo(f"tenun: {where}{error.text(language())}", err=True)
        if hint := error.hint(language()):
            typer.echo(f"       {hint}", err=True)
        sys.exit(error.exit_code)
    except BrokenPipeError:
        sys.exit(0)
