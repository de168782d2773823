"""A survey on the command line: which column is what, before anything comes in."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from tenun.cli.arguments import opened
from tenun.cli.language import say
from tenun.cli.output import print_json, print_table

if TYPE_CHECKING:
    from tenun.intake.survey.columns import Role
    from tenun.study.importing.import_study_folder import ImportReport
    from tenun.study.importing.import_survey import Preview

ROLE_NAMES = {
    "case": say("names the case", "nama kasus"),
    "text": say("own words: a source", "kata-kata sendiri: sumber"),
    "variable": say("variable", "variabel"),
    "skip": say("left out", "dilewati"),
}
_BY = {"rule": say("by rule", "menurut aturan"), "person": say("as you say", "menurut Anda")}


def said_of_columns(
    case: str | None, text: Sequence[str], variable: Sequence[str], skip: Sequence[str]
) -> dict[str, Role]:
    """What the options say that columns are."""
    said: dict[str, Role] = {case: "case"} if case else {}
    said.update((name, "text") for name in text)
    said.update((name, "variable") for name in variable)
    said.update((name, "skip") for name in skip)
    return said


def bring_surveys(
    study: str, files: Sequence[Path], said: Mapping[str, Role], *, kind: str, yes: bool, coder: str, json: bool
) -> list[ImportReport]:
    """Bring surveys in where `yes` says so; else show what they would become, and bring in nothing."""
    from tenun.study.importing.import_survey import import_survey, preview_survey

    if yes:
        with opened(study, coder) as scope:
            return [import_survey(scope, file, said, kind=kind) for file in files]
    for file in files:
        found = preview_survey(file, said)
        if json:
            print_json(found)
        else:
            _show(file, found)
    return []


def _show(file: Path, found: Preview) -> None:
    print_table(
        [say("column", "kolom"), say("becomes", "menjadi"), say("decided", "diputuskan"), say("type", "jenis"),
         say("filled", "terisi"), say("examples", "contoh")],
        [
            (one.name, ROLE_NAMES[one.role], _BY[one.by], one.type if one.role == "variable" else "", one.filled,
             " · ".join(one.examples))
            for one in found.columns
        ],
        title=file.name,
        right=(4,),
    )  # fmt: skip
    typer.echo(say(f"{found.cases} cases.", f"{found.cases} kasus."))
    typer.echo(
        say(
            "Nothing has come in yet. Change columns with --case, --text, --variable, --skip; bring all in with --yes.",
            "Belum ada yang masuk. Ubah kolom dengan --case, --text, --variable, --skip; masukkan dengan --yes.",
        )
    )
