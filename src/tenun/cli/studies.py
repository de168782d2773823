"""Commands that make and show a study: new, open."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated

import typer

from tenun.cli.arguments import Coder, Json, StudyFile, opened
from tenun.cli.language import say
from tenun.cli.output import done, print_json


def register(app: typer.Typer) -> None:
    """Add the commands of this group."""
    app.command("new", help=say("Make a study.", "Buat studi."))(new)
    app.command(
        "open",
        help=say("Show where a study stands and what to do next.", "Tampilkan keadaan studi dan langkah berikutnya."),
    )(show)


def new(
    study: StudyFile,
    title: Annotated[str, typer.Option(help=say("Title.", "Judul."))] = "",
    question: Annotated[str, typer.Option(help=say("The question of the study.", "Pertanyaan penelitian."))] = "",
    decision: Annotated[
        str, typer.Option(help=say("The decision whose motives are asked for.", "Keputusan yang dicari motifnya."))
    ] = "",
    date: Annotated[
        str, typer.Option(help=say("Day of the decision, as 2019-11-27.", "Tanggal keputusan, misalnya 2019-11-27."))
    ] = "",
    framework: Annotated[
        str | None, typer.Option(help=say("A codebook that ships with Tenun.", "Buku kode bawaan Tenun."))
    ] = None,
    coder: Coder = "researcher",
) -> None:
    """Make a study."""
    from tenun.study.make_study import make_study

    scope = make_study(
        study, title=title, question=question, decision=decision, date=date, framework=framework, coder=coder
    )
    scope.store.close()
    done(
        f"Made {study}. Next: tenun import {study} FOLDER-OR-FILES",
        f"{study} dibuat. Berikutnya: tenun import {study} FOLDER-ATAU-BERKAS",
    )


def show(study: StudyFile, json: Json = False) -> None:
    """Show where a study stands and what to do next."""
    from tenun.cli.language import language
    from tenun.study.overview import overview
    from tenun.study.what_next import what_next

    with opened(study) as scope:
        facts = overview(scope)
        steps = what_next(scope)
    if json:
        print_json({**facts, "next": steps})
        return
    typer.echo(facts[f"title_{language()}"] or facts["title_en"])
    typer.echo("")
    labels = {
        "sources": say("sources", "sumber"),
        "codes": say("codes", "kode"),
        "codings": say("codings", "pengodean"),
        "uncoded": say("passages left uncoded on purpose", "petikan sengaja tanpa kode"),
        "coders": say("coders", "pengode"),
        "witnesses": say("independent witnesses", "kelompok sumber mandiri"),
        "changes": say("changes logged", "perubahan tercatat"),
    }
    for name, label in labels.items():
        typer.echo(f"{facts[name]:>7}  {label}")
    typer.echo("")
    typer.echo(
        say("To do next:", "Langkah berikutnya:")
        if steps
        else say("Nothing is left open.", "Tidak ada yang tertinggal.")
    )
    for step in steps:
        typer.echo(f"  · {getattr(step, language())}{_named(step.keys)}")


def _named(keys: Sequence[str]) -> str:
    """Which ones, as far as a line holds them."""
    known = [key for key in keys if key]
    return f" ({', '.join(known[:6])}{' …' if len(known) > 6 else ''})" if known else ""
