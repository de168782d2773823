"""Commands on codes and codings: codebook, code."""

from __future__ import annotations

from typing import Annotated

import typer

from tenun.cli.arguments import Coder, Json, SourceKey, StudyFile, opened
from tenun.cli.language import language, say
from tenun.cli.output import done, print_json, print_table
from tenun.errors import InputRefused


def register(app: typer.Typer) -> None:
    """Add the commands of this group."""
    app.command(
        "codebook",
        help=say(
            "List the codes, or load a codebook that ships with Tenun.",
            "Daftar kode, atau muat buku kode bawaan Tenun.",
        ),
    )(codebook)
    app.command(
        "code",
        help=say(
            "Apply a code to a passage, or record that there is none.",
            "Beri kode pada petikan, atau catat bahwa tidak ada.",
        ),
    )(code)


def codebook(
    study: StudyFile,
    load: Annotated[
        str | None, typer.Option(metavar="NAME", help=say("Load this codebook first.", "Muat buku kode ini dulu."))
    ] = None,
    coder: Coder = "researcher",
    json: Json = False,
) -> None:
    """List the codes, or load a codebook that ships with Tenun."""
    from tenun.study.codebook.load_framework import load_framework
    from tenun.study.tables import codebook_table

    with opened(study, coder) as scope:
        if load:
            added = load_framework(scope, load)
            done(f"{added} codes came in.", f"{added} kode masuk.")
        table = codebook_table(scope)
    rows = table.to_dict("records")
    if json:
        print_json(rows)
    elif not rows:
        typer.echo(say("No codes yet. Load a codebook with --load.", "Belum ada kode. Muat buku kode dengan --load."))
    else:
        print_table(
            [say("code", "kode"), say("label", "label"), say("used", "dipakai")],
            [
                ("  " * row["depth"] + row["key"], row[f"label_{language()}"] or row["label_en"], row["codings"])
                for row in rows
            ],
            right=(2,),
        )


def code(
    study: StudyFile,
    source: SourceKey,
    code_key: Annotated[
        str | None, typer.Argument(metavar="CODE", help=say("Short name of the code.", "Nama pendek kode."))
    ] = None,
    quote: Annotated[
        str | None,
        typer.Option(help=say("The exact words, which must occur once.", "Kata-kata persis, yang muncul satu kali.")),
    ] = None,
    span: Annotated[
        str | None,
        typer.Option(
            help=say("Start and end in code points, as 120:164.", "Awal dan akhir dalam titik kode, misalnya 120:164.")
        ),
    ] = None,
    region: Annotated[
        str | None,
        typer.Option(
            metavar="X,Y,W,H",
            help=say(
                "A region of a picture in pixels from the upper left, as 40,60,120,80; of page 3 of a PDF in points "
                "from the lower left, as 3@40,60,120,80.",
                "Area gambar dalam piksel dari kiri atas, misalnya 40,60,120,80; pada halaman 3 PDF dalam poin dari "
                "kiri bawah, misalnya 3@40,60,120,80.",
            ),
        ),
    ] = None,
    time: Annotated[
        str | None,
        typer.Option(
            metavar="FROM-TO",
            help=say("A time of the recording, as 1:12-1:40.5.", "Waktu dalam rekaman, misalnya 1:12-1:40.5."),
        ),
    ] = None,
    said: Annotated[
        str,
        typer.Option(
            metavar="WORDS",
            help=say(
                "What is to be seen or heard in a region or time that is new.",
                "Apa yang terlihat atau terdengar pada area atau waktu yang baru.",
            ),
        ),
    ] = "",
    facet: Annotated[
        list[str] | None,
        typer.Option(
            metavar="NAME=VALUE",
            help=say(
                "A facet, such as actor=partner; may be repeated.", "Faset, misalnya actor=partner; boleh berulang."
            ),
        ),
    ] = None,
    memo: Annotated[str, typer.Option(help=say("A note.", "Catatan."))] = "",
    uncoded: Annotated[
        str | None,
        typer.Option(
            metavar="REASON", help=say("Leave the passage uncoded on purpose.", "Sengaja biarkan tanpa kode.")
        ),
    ] = None,
    not_found: Annotated[
        bool,
        typer.Option(
            "--not-found",
            help=say("The source was read for CODE and holds none.", "Sumber dibaca untuk CODE dan tidak memuatnya."),
        ),
    ] = False,
    coder: Coder = "researcher",
) -> None:
    """Apply a code to a passage, or record that there is none."""
    from tenun.coding.facets import facets_from
    from tenun.coding.places import Place, region_from, times_from
    from tenun.study import code_passage as passages
    from tenun.text.spans import Span

    place: Span | str | Place | None = quote
    if span:
        start, colon, end = span.partition(":")
        if not (colon and start.isdigit() and end.isdigit() and int(start) <= int(end)):
            raise InputRefused("study.span-spelling", span=span)
        place = Span(int(start), int(end))
    if region:
        place = region_from(region)
    if time:
        place = times_from(time)
    with opened(study, coder) as scope:
        pairs = dict(item.partition("=")[::2] for item in facet or [])
        facets = facets_from({**scope.config().defaults, **pairs})
        if not_found and code_key:
            passages.note_not_found(scope, source, code_key)
        elif place is None or (code_key is None) == (uncoded is None):
            raise InputRefused("study.code-what")
        elif uncoded is not None:
            passages.leave_uncoded(scope, source, place, uncoded, facets=facets)
        else:
            passages.code_passage(scope, source, place, str(code_key), facets=facets, memo=memo, said=said)
    back = f"tenun undo {study} --coder {coder}"
    done(f"Noted. Take it back with: {back}", f"Tercatat. Batalkan dengan: {back}")
