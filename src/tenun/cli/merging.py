"""The command that makes one study of two copies: merge."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from tenun.cli.arguments import Coder, Json, StudyFile, opened
from tenun.cli.language import say
from tenun.cli.output import done, print_json, print_table

if TYPE_CHECKING:
    from tenun.study.merge_rows import MergeConflict, MergeReport

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


def register(app: typer.Typer) -> None:
    """Add the commands of this group."""
    app.command(
        "merge",
        help=say("Bring in the work of another copy of the study.", "Gabungkan pekerjaan dari salinan lain studi ini."),
    )(merge)


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
    coder: Coder = "researcher",
    json: Json = False,
) -> None:
    """Bring in the work of another copy of the study."""
    from tenun.study.merge_rows import MergeReport
    from tenun.study.merge_study import merge_conflicts, merge_file

    with opened(study, coder) as scope:
        report = MergeReport(conflicts=merge_conflicts(scope)) if other is None else merge_file(scope, other)
    if json:
        print_json(report)
        return
    if other is not None:
        _tell(report, study, coder)
    if report.conflicts:
        _show(report.conflicts)
    elif other is None:
        typer.echo(say("Nothing is left to decide.", "Tidak ada yang perlu diputuskan."))


def _tell(report: MergeReport, study: str, coder: str) -> None:
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
    back = f"tenun undo {study} --coder {coder}"
    done(f"Merged. Take it back with: {back}", f"Tergabung. Batalkan dengan: {back}")


def _show(conflicts: tuple[MergeConflict, ...]) -> None:
    print_table(
        [
            say("what", "apa"),
            say("which", "yang mana"),
            say("why", "sebab"),
            say("here", "di sini"),
            say("there", "di sana"),
        ],
        [(one.table, one.what, say(*KINDS[one.kind]), _side(one, "here"), _side(one, "there")) for one in conflicts],
        title=say("For you to decide", "Perlu Anda putuskan"),
    )


def _side(conflict: MergeConflict, name: str) -> str:
    values = conflict.here if name == "here" else conflict.there
    if values is None:
        return "–"
    if len(values) > 6:
        return "✓"
    return "\n".join(f"{key}: {value}" for key, value in values.items())
