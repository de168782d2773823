"""The web app on this machine: serve."""

from __future__ import annotations

from typing import Annotated

import typer

from tenun.cli.arguments import Coder
from tenun.cli.browser import open_in_browser
from tenun.cli.language import language, say

Studies = Annotated[
    list[str],
    typer.Argument(
        metavar="STUDY...",
        help=say(
            "The studies: .tenun files, or postgresql:// addresses.",
            "Studinya: berkas .tenun, atau alamat postgresql://.",
        ),
    ),
]


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command("serve", help=say("Open a study in the browser.", "Buka studi di peramban."))(serve)


def serve(
    studies: Studies,
    port: Annotated[
        int,
        typer.Option(
            min=0, max=65535, help=say("Port; a free one when left out.", "Porta; yang kosong bila tidak disebut.")
        ),
    ] = 0,
    browser: Annotated[
        bool, typer.Option("--browser/--no-browser", help=say("Open the browser.", "Buka peramban."))
    ] = True,
    allow_web: Annotated[
        bool,
        typer.Option(
            "--allow-web",
            envvar="TENUN_ALLOW_WEB",
            help=say(
                "Let the app ask for pages of the web; off otherwise.",
                "Izinkan aplikasi mengambil halaman web; biasanya dimatikan.",
            ),
        ),
    ] = False,
    coder: Coder = "researcher",
) -> None:
    """Open a study in the browser."""
    from tenun.server.run import serve as run

    def told(address: str) -> None:
        typer.echo(
            say(
                "Tenun is ready. This address lets one browser in:",
                "Tenun siap. Alamat ini berlaku untuk satu peramban:",
            )
        )
        typer.echo(f"  {address}")
        typer.echo(say("Ctrl+C ends it.", "Ctrl+C mengakhirinya."))
        if browser:
            open_in_browser(address)

    run(studies, coder=coder, language=language(), port=port, allow_web=allow_web, told=told)
