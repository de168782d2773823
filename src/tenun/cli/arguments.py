"""Arguments and options that several commands share."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from tenun.cli.language import say

if TYPE_CHECKING:
    from tenun.study.scope import StudyScope

StudyFile = Annotated[
    str,
    typer.Argument(
        metavar="STUDY",
        help=say(
            "The study: a .tenun file, or a postgresql:// address.",
            "Studinya: berkas .tenun, atau alamat postgresql://.",
        ),
    ),
]
SourceKey = Annotated[
    str,
    typer.Argument(
        metavar="SOURCE", help=say("Short name of a source, such as S05.", "Nama pendek sumber, misalnya S05.")
    ),
]
Coder = Annotated[
    str,
    typer.Option("--coder", metavar="NAME", envvar="TENUN_CODER", help=say("Who acts.", "Siapa yang bekerja.")),
]
Json = Annotated[bool, typer.Option("--json", help=say("Print JSON for programs.", "Cetak JSON untuk program."))]
To = Annotated[Path, typer.Option("--to", metavar="DIR", help=say("Folder to write to.", "Folder tujuan."))]


@contextmanager
def opened(study: str, coder: str = "researcher") -> Iterator[StudyScope]:
    """An open study, closed when the command ends, whatever happens."""
    from tenun.study.opening import open_scope

    scope = open_scope(study, coder=coder)
    try:
        yield scope
    finally:
        scope.store.close()
