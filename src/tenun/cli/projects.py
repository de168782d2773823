"""What a project that goes to other programs carries, and what it cannot."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

import typer

from tenun.cli.language import language, say
from tenun.cli.output import print_table

if TYPE_CHECKING:
    from tenun.study.projects.losses import Loss


def show_losses(losses: Sequence[Loss]) -> None:
    """The loss report: what travels where only Tenun reads it, and what stays behind."""
    for beside in (True, False):
        _show_losses([loss for loss in losses if loss.beside == beside], beside=beside)


def told_counts(written: Mapping[str, int]) -> str:
    """How many of each thing went out."""
    return ", ".join(f"{count} {say(*NAMES[name])}" for name, count in written.items() if count)


def _show_losses(losses: Sequence[Loss], *, beside: bool) -> None:
    if not losses:
        return
    if beside:
        typer.echo(
            say(
                "QDA-XML cannot carry these. They travel in the file all the same, where only Tenun reads them:",
                "QDA-XML tidak dapat memuat ini. Semuanya tetap ikut dalam berkas, tetapi hanya dibaca Tenun:",
            )
        )
    else:
        typer.echo(say("These stay behind:", "Ini tertinggal:"))
    print_table(
        [say("how many", "jumlah"), say("what", "apa")],
        [(loss.count, loss.id if language() == "id" else loss.en) for loss in losses],
        right=(0,),
    )


NAMES = {
    "sources": ("sources", "sumber"),
    "codes": ("codes", "kode"),
    "codings": ("codings", "pengodean"),
    "memos": ("memos", "memo"),
    "cases": ("cases", "kasus"),
    "variables": ("variables", "variabel"),
    "coders": ("coders", "pengode"),
    "rows": ("rows", "baris"),
    "files": ("files", "berkas"),
}
