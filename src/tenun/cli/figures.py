"""The command that works out the figure of any method, with how it is computed and what it comes from."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from tenun.cli.arguments import Json, StudyFile, opened
from tenun.cli.language import language, say
from tenun.cli.output import number, print_json, print_table
from tenun.errors import InputRefused

if TYPE_CHECKING:
    from collections.abc import Mapping

_HIDDEN = ("why_en", "why_id")


def register(app: typer.Typer) -> None:
    """Add the commands of this group."""
    app.command(
        "figure",
        help=say(
            "Work out the figure of a method, with its exact input and how it is computed.",
            "Hitung angka suatu metode, beserta masukan persisnya dan cara menghitungnya.",
        ),
    )(figure)


def figure(
    study: StudyFile,
    method: Annotated[
        str | None,
        typer.Argument(
            metavar="METHOD",
            help=say("The method; left out, they are listed.", "Metodenya; tanpa ini, semuanya didaftar."),
        ),
    ] = None,
    option: Annotated[
        list[str] | None,
        typer.Option(
            "-o", "--option", metavar="NAME=VALUE",
            help=say("An option of the method; may be repeated.", "Satu opsi metode; boleh berulang."),
        ),
    ] = None,
    how: Annotated[
        bool, typer.Option("--how", help=say("Say how it is computed.", "Jelaskan cara menghitungnya."))
    ] = False,
    to: Annotated[
        Path | None,
        typer.Option(
            "--to", metavar="DIR",
            help=say(
                "Also write the exact input, and a program in R that recomputes the figure.",
                "Tulis juga masukan persisnya, dan program R yang menghitung ulang angkanya.",
            ),
        ),
    ] = None,
    json: Json = False,
) -> None:  # fmt: skip
    """Work out the figure of a method."""
    from tenun.study.figures import figure_of
    from tenun.study.figures.handed_on import write_figure
    from tenun.study.figures.shown import described, every_method, shown

    if method is None:
        _list(every_method(), json=json)
        return
    with opened(study) as scope:
        found = figure_of(scope, method, _options(option or []))
    told = shown(found)
    if json:
        print_json({**told, "how": described(method)} if how else told)
    else:
        _print(told, described(method), how=how)
    for path in write_figure(found, to) if to else ():
        typer.echo(str(path), err=json)


def _options(given: list[str]) -> dict[str, str]:
    found = {}
    for one in given:
        name, equals, value = one.partition("=")
        if not equals or not name:
            raise InputRefused("study.option-form", value=one)
        found[name.strip()] = value
    return found


def _list(methods: list[dict[str, Any]], *, json: bool) -> None:
    if json:
        print_json(methods)
        return
    columns = [say("method", "metode"), say("what it answers", "yang dijawab"), say("options", "opsi")]
    rows = [
        (one["method"], one["answers"][language()], ", ".join(option["name"] for option in one["options"]))
        for one in methods
    ]
    print_table(columns, rows)


def _print(told: Mapping[str, Any], described: Mapping[str, Any], *, how: bool) -> None:
    tongue = language()
    typer.echo(described["title"][tongue])
    typer.echo(" · ".join(f"{count[tongue]}: {count['value']}" for count in told["counts"]))
    for table in told["tables"]:
        kept = [at for at, column in enumerate(table["columns"]) if column["name"] not in _HIDDEN]
        why = next((at for at, column in enumerate(table["columns"]) if column["name"] == f"why_{tongue}"), None)
        heads = [table["columns"][at][tongue] for at in kept] + ([table["columns"][why][tongue]] if why else [])
        rows = [
            [_cell(row[at], table["words"], tongue) for at in kept] + ([row[why]] if why else [])
            for row in table["rows"]
        ]
        print_table(heads, rows, title=f"\n{table['title'][tongue]}", right=_numeric(table, kept))
    for remark in told["remarks"]:
        typer.echo(f"\n{remark[tongue]}")
    if how:
        names = {
            "answers": say("What it answers", "Yang dijawab"),
            "not_when": say("When not to use it", "Kapan tidak dipakai"),
        }
        for name, title in names.items():
            typer.echo(f"\n{title}: {described[name][tongue]}")
        typer.echo(f"\n{say('Formula', 'Rumus')}: {described['formula']}")
        typer.echo(f"\n{say('Source', 'Sumber')}: {described['source']}")


def _cell(cell: object, words: Mapping[str, Mapping[str, str]], tongue: str) -> str:
    if cell is None:
        return "–"
    if isinstance(cell, float):
        return number(cell, 0 if cell.is_integer() and abs(cell) >= 100 else 3)
    return words[cell][tongue] if isinstance(cell, str) and cell in words else str(cell)


def _numeric(table: Mapping[str, Any], kept: list[int]) -> list[int]:
    return [place for place, at in enumerate(kept) if any(isinstance(row[at], int | float) for row in table["rows"])]
