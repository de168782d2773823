"""The commands that hand a study on: export, replicate."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from tenun.cli.arguments import Json, StudyFile, opened
from tenun.cli.language import language, say
from tenun.cli.output import done, print_json, print_table, progress_bars
from tenun.cli.projects import show_losses, told_counts
from tenun.errors import InputRefused

if TYPE_CHECKING:
    from tenun.study.exporting.copy_without import LeftOut
    from tenun.study.exporting.exports import Form
    from tenun.study.exporting.replicate_bundle import Replication


def register(app: typer.Typer) -> None:
    """Add the commands of this group."""
    app.command(
        "export",
        help=say(
            "Write the study for others: tables, coded texts, codebook, projects for other programs, a bundle.",
            "Tulis studi untuk orang lain: tabel, teks berkode, buku kode, proyek untuk program lain, paket.",
        ),
    )(export)
    app.command(
        "replicate",
        help=say(
            "Compute the figures of a replication bundle again and name those that differ.",
            "Hitung ulang angka sebuah paket replikasi dan sebut yang berbeda.",
        ),
    )(replicate)


def export(
    study: StudyFile,
    file: Annotated[
        Path | None,
        typer.Argument(
            metavar="FILE",
            help=say(
                "Where to; the ending says the form: .csv, .xlsx, .json, .docx, .html, .qdpx, .qdc, .sqlite3, .zip.",
                "Tujuan; akhirannya menentukan bentuk: .csv, .xlsx, .json, .docx, .html, .qdpx, .qdc, .sqlite3, .zip.",
            ),
        ),
    ] = None,
    to: Annotated[
        Path | None, typer.Option("--to", metavar="FILE", help=say("The same as FILE.", "Sama dengan FILE."))
    ] = None,
    form: Annotated[
        str | None,
        typer.Option(
            "--as",
            metavar="FORM",
            help=say(
                "The form, where an ending has several: codings or tidy, coded-text or codebook, ...",
                "Bentuk, bila satu akhiran punya beberapa: codings atau tidy, coded-text atau codebook, ...",
            ),
        ),
    ] = None,
    tidy: Annotated[
        bool,
        typer.Option(
            "--tidy",
            help=say(
                "A row a coding with all that is known of it (.csv or .xlsx, and .json beside it): --as tidy.",
                "Satu baris per pengodean dengan semua keterangannya (.csv atau .xlsx, dengan .json): --as tidy.",
            ),
        ),
    ] = False,
    without_confidential: Annotated[
        bool,
        typer.Option(
            "--without-confidential",
            help=say(
                "Leave out texts that are confidential or whose consent is restricted, and all that quotes them.",
                "Tinggalkan teks yang rahasia atau persetujuannya dibatasi, beserta semua yang mengutipnya.",
            ),
        ),
    ] = False,
    leave_out: Annotated[
        list[str] | None,
        typer.Option(
            "--leave-out",
            metavar="SOURCE",
            help=say("Leave out this source as well; may be repeated.", "Tinggalkan juga sumber ini; boleh berulang."),
        ),
    ] = None,
    json: Json = False,
) -> None:
    """Write the study for others."""
    from tenun.study.exporting import exports

    path = file or to
    if path is None:
        endings = dict.fromkeys(ending for one in exports.FORMS for ending in one.endings)
        raise InputRefused("study.no-such-format", value="", allowed=", ".join(endings))
    with progress_bars() as progress, opened(study) as scope:
        made = exports.export(
            scope,
            path,
            "tidy" if tidy else form,
            language=language(),
            without_confidential=without_confidential,
            leave_out=leave_out or (),
            progress=progress,
        )
    if json:
        told = {"written": made.written, "losses": made.losses, "left_out": made.left_out}
        print_json({"file": str(path), "form": made.form.name, "files": [str(one) for one in made.files], **told})
        return
    show_losses(made.losses)
    show_left_out(made.left_out, asked=without_confidential or bool(leave_out))
    rows = made.written.get("rows")
    counts = told_counts(made.written) if rows is None else say(f"{rows} rows", f"{rows} baris")
    done(
        f"{path}: {', '.join(filter(None, (made.form.en, counts)))}",
        f"{path}: {', '.join(filter(None, (made.form.id, counts)))}",
    )
    if not form and not tidy:
        _show_other_forms(path.suffix.lower(), made.form)


def _show_other_forms(ending: str, chosen: Form) -> None:
    """What else the ending could have meant: a Word file may be the coded texts or the codebook."""
    from tenun.study.exporting.exports import forms_of

    for other in forms_of(ending):
        if other.name != chosen.name:
            done(
                f"{ending} can also be: {other.en} (--as {other.name})",
                f"{ending} bisa juga: {other.id} (--as {other.name})",
            )


def replicate(
    bundle: Annotated[
        Path,
        typer.Argument(metavar="BUNDLE", help=say("The .zip that export wrote.", "Berkas .zip yang ditulis export.")),
    ],
    json: Json = False,
) -> None:
    """Compute the figures of a replication bundle again; ends with code 1 where something differs."""
    from tenun.study.exporting.replicate_bundle import replicate_bundle

    with progress_bars() as progress:
        found = replicate_bundle(bundle, progress)
    if json:
        refused = found.refused and {"code": found.refused.code, "message": found.refused.text(language())}
        print_json({**vars(found), "refused": refused, "holds": found.holds})
    else:
        _show_replication(found)
    if not found.holds:
        raise typer.Exit(1)


def _show_replication(found: Replication) -> None:
    for names, en, indonesian in (
        (found.changed, "changed since it was written", "berubah sejak ditulis"),
        (found.missing, "missing", "hilang"),
        (found.added, "not in the manifest", "tidak ada dalam manifes"),
    ):
        for name in names:
            typer.echo(f"{name}: {say(en, indonesian)}")
    for name, (was, here) in (found.software or {}).items():
        typer.echo(say(f"{name} {was} made it; here is {here}", f"dibuat dengan {name} {was}; di sini {here}"))
    if found.refused is not None:
        typer.echo(say("The study folder cannot be computed:", "Folder studi tidak dapat dihitung:"))
        typer.echo(found.refused.text(language()))
    if found.differing:
        print_table(
            [say("figure", "angka"), say("kept", "tersimpan"), say("found", "ditemukan")],
            [(one.figure, one.kept, one.found) for one in found.differing],
        )
    if found.not_checkable:
        listed = ", ".join(found.not_checkable)
        typer.echo(
            say(
                f"The whole study gives other values for: {listed}", f"Studi lengkap memberi nilai lain untuk: {listed}"
            )
        )
    right = found.compared - len(found.differing)
    done(
        f"{right} of {found.compared} figures are the same.",
        f"{right} dari {found.compared} angka sama.",
    )


def show_left_out(left_out: LeftOut, *, asked: bool) -> None:
    """What stayed in the study; a word also where nothing did, because somebody asked for it."""
    from tenun.study.exporting.confidential import WORDS

    if not left_out.sources:
        if asked:
            typer.echo(say("No source is marked as confidential.", "Tidak ada sumber yang ditandai rahasia."))
        return
    typer.echo(say("The words of these sources were left out:", "Kata-kata sumber berikut ditinggalkan:"))
    which = 1 if language() == "id" else 0
    print_table(
        [say("source", "sumber"), say("why", "sebab"), say("passages", "petikan"), say("codings", "pengodean")],
        [(one.key, WORDS[one.why][which], one.passages, one.codings) for one in left_out.sources],
        right=(2, 3),
    )
    if texts := left_out.counts.get("texts"):
        typer.echo(
            say(
                f"{texts} notes and labels elsewhere that quote or name them were made empty.",
                f"{texts} catatan dan label lain yang mengutip atau menyebut namanya dikosongkan.",
            )
        )
    if memos := left_out.counts.get("memo"):
        typer.echo(say(f"{memos} memos were left out.", f"{memos} memo ditinggalkan."))
