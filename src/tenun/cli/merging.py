"""The commands that make one study of two copies: merge, and settle for what a person must decide."""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING, Annotated, cast

import typer

from tenun.cli.arguments import Coder, Json, StudyFile, opened
from tenun.cli.language import say
from tenun.cli.output import done, print_json, print_table

if TYPE_CHECKING:
    from tenun.study.merging.merge_rows import MergeConflict, MergeReport
    from tenun.study.merging.settle_conflict import Choice

KINDS: dict[str, tuple[str, str]] = {
    "both-changed": ("changed on both sides", "diubah di kedua sisi"),
    "same-place": ("same coder and place, said differently", "pengode dan tempat sama, isinya berbeda"),
    "same-key": ("two new ones of the same name", "dua butir baru dengan nama sama"),
    "deleted-here": (
        "deleted here, used or changed there: it is back",
        "dihapus di sini, dipakai di sana: dikembalikan",
    ),
    "deleted-there": ("deleted there, changed here: it stays", "dihapus di sana, diubah di sini: dipertahankan"),
    "used-here": ("deleted there, used here: it stays", "dihapus di sana, dipakai di sini: dipertahankan"),
    "round-locked": ("in a round that is locked here: left out", "dalam putaran yang terkunci di sini: tidak dibawa"),
    "refused": ("cannot stand beside what is here: left out", "berbenturan dengan yang ada di sini: tidak dibawa"),
}

SIDES = ("here", "there")


def register(app: typer.Typer) -> None:
    """Add the commands of this group."""
    app.command(
        "merge",
        help=say("Bring in the work of another copy of the study.", "Gabungkan pekerjaan dari salinan lain studi ini."),
    )(merge)
    app.command(
        "settle",
        help=say("Decide what a merge left to you.", "Putuskan yang diserahkan penggabungan kepada Anda."),
    )(settle)


def merge(
    study: StudyFile,
    other: Annotated[
        str | None,
        typer.Argument(
            metavar="OTHER",
            help=say(
                "The other copy; without it, what earlier merges left to decide is shown.",
                "Salinan lain; tanpa ini, yang belum diputuskan dari penggabungan sebelumnya ditampilkan.",
            ),
        ),
    ] = None,
    dry_run: Annotated[
        bool,
        typer.Option("--dry-run", help=say("Only say what would come.", "Hanya tampilkan apa yang akan masuk.")),
    ] = False,
    coder: Coder = "researcher",
    json: Json = False,
) -> None:
    """Bring in the work of another copy of the study."""
    from tenun.study.merging.merge_study import merge_file

    if other is None:
        settle(study, coder=coder, json=json)
        return
    with opened(study, coder) as scope:
        report = merge_file(scope, other, dry_run=dry_run)
    if json:
        print_json(report)
        return
    _tell(report, study, coder, dry_run=dry_run)
    if report.conflicts:
        _show(report.conflicts)
        if not dry_run:
            command = f"tenun settle {study} ID mine|theirs"
            done(f"Decide each with: {command}", f"Putuskan masing-masing dengan: {command}")


def settle(
    study: StudyFile,
    conflict: Annotated[
        str | None,
        typer.Argument(
            metavar="ID",
            help=say(
                "What to decide, by the beginning of its id, or `all`; without it, what is open is shown.",
                "Yang diputuskan, dengan awal id-nya, atau `all`; tanpa ini, yang belum diputuskan ditampilkan.",
            ),
        ),
    ] = None,
    choice: Annotated[
        str | None,
        typer.Argument(
            metavar="mine|theirs|both|edited",
            help=say(
                "This copy's version, the other's, one below the other, or the words of --words.",
                "Versi salinan ini, versi salinan lain, keduanya berurutan, atau kata-kata dari --words.",
            ),
        ),
    ] = None,
    words: Annotated[
        list[str] | None,
        typer.Option(
            "--words",
            metavar="COLUMN=TEXT",
            help=say("With `edited`: the words, by column.", "Untuk `edited`: kata-katanya, menurut kolom."),
        ),
    ] = None,
    every: Annotated[
        bool,
        typer.Option("--every", help=say("Show settled ones too.", "Tampilkan juga yang sudah diputuskan.")),
    ] = False,
    coder: Coder = "researcher",
    json: Json = False,
) -> None:
    """Decide what a merge left to you."""
    from tenun.study.merging.kept_conflicts import merge_conflicts
    from tenun.study.merging.settle_conflict import choices, find_conflict, settle_conflict

    with opened(study, coder) as scope:
        if conflict is not None:
            if choice is None:
                raise typer.BadParameter(say("Say what you take.", "Sebutkan pilihan Anda."))
            said = dict(_column(one) for one in words or ())
            open_now = merge_conflicts(scope)
            some = [one.id for one in open_now] if conflict == "all" else [find_conflict(scope, conflict)]
            with scope.store.batch():
                for one in some:
                    settle_conflict(scope, one, cast("Choice", choice), words=said)
        left = merge_conflicts(scope, every=every)
    if json:
        print_json([{**asdict(one), "choices": choices(one)} for one in left])
        return
    if conflict is not None:
        done(f"Settled: {len(some)}. Left: {len(left)}.", f"Diputuskan: {len(some)}. Tersisa: {len(left)}.")
    if left and conflict is None:
        _show(left)
    elif not left:
        typer.echo(say("Nothing is left to decide.", "Tidak ada yang perlu diputuskan."))


def _column(said: str) -> tuple[str, str]:
    name, sign, text = said.partition("=")
    if not sign:
        raise typer.BadParameter(say("Write --words COLUMN=TEXT.", "Tulis --words KOLOM=TEKS."))
    return name.strip(), text


def _tell(report: MergeReport, study: str, coder: str, *, dry_run: bool) -> None:
    if report.merged_before:
        done(
            "That copy has nothing that is not here already.",
            "Salinan itu tidak punya apa pun yang belum ada di sini.",
        )
        return
    counts = {
        say("added", "ditambahkan"): report.added,
        say("changed", "diubah"): report.changed,
        say("removed", "dihapus"): report.removed,
    }
    for word, tables in counts.items():
        told = ", ".join(f"{table} {count}" for table, count in tables.items() if count)
        if told:
            typer.echo(f"{word}: {told}")
    if report.erased:
        done(f"{report.erased} sources erased there were erased here.", f"{report.erased} sumber turut dihapus tuntas.")
    if report.backup:
        done(f"The study as it was: {report.backup}", f"Studi sebelum digabung: {report.backup}")
    if dry_run:
        done("Nothing was changed.", "Tidak ada yang diubah.")
        return
    back = f"tenun undo {study} --coder {coder}"
    done(f"Merged. Take it back with: {back}", f"Tergabung. Batalkan dengan: {back}")


def _show(conflicts: tuple[MergeConflict, ...]) -> None:
    print_table(
        [
            "id",
            say("what", "apa"),
            say("which", "yang mana"),
            say("why", "sebab"),
            say("here", "di sini"),
            say("there", "di sana"),
            say("taken", "diambil"),
        ],
        [
            (one.id[:8], one.table, one.what, say(*KINDS[one.kind]), *(_side(one, side) for side in SIDES), _taken(one))
            for one in conflicts
        ],
        title=say("For you to decide", "Perlu Anda putuskan"),
    )


def _side(conflict: MergeConflict, name: str) -> str:
    values = conflict.here if name == "here" else conflict.there
    by, at = (conflict.here_by, conflict.here_at) if name == "here" else (conflict.there_by, conflict.there_at)
    signed = [f"({by}, {at[:10]})"] if by else []
    if values is None:
        return "\n".join(["–", *signed])
    if len(values) > 6:
        return "\n".join(["✓", *signed])
    return "\n".join([*(f"{key}: {value}" for key, value in values.items()), *signed])


def _taken(conflict: MergeConflict) -> str:
    return f"{conflict.choice} ({conflict.settled_by})" if conflict.choice else ""
