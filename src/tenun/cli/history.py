"""Commands on the life of a study's file: undo, redo, log, verify, backup, restore."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from tenun.cli.arguments import Coder, Json, StudyFile, opened
from tenun.cli.language import say
from tenun.cli.output import done, print_json, print_table, progress_bars


def register(app: typer.Typer) -> None:
    """Add the commands of this group."""
    app.command("undo", help=say("Take back your latest change.", "Batalkan perubahan terakhir Anda."))(undo)
    app.command("redo", help=say("Bring back what you took back.", "Kembalikan yang dibatalkan."))(redo)
    app.command(
        "log", help=say("Show what was done, by whom and when.", "Tampilkan apa yang dilakukan, siapa, dan kapan.")
    )(log)
    app.command(
        "verify",
        help=say(
            "Recompute every hash, quote, event and report figure.",
            "Hitung ulang setiap hash, kutipan, peristiwa, dan angka laporan.",
        ),
    )(verify)
    app.command("backup", help=say("Write a safe copy of a study.", "Tulis salinan aman sebuah studi."))(backup)
    app.command("restore", help=say("Make a study from a safe copy.", "Pulihkan studi dari salinan aman."))(restore)


def undo(study: StudyFile, coder: Coder = "researcher", json: Json = False) -> None:
    """Take back your latest change."""
    with opened(study, coder) as scope:
        event = scope.store.undo(coder)
    if json:
        print_json(event)
    else:
        done(f"Taken back: change {event.undoes}.", f"Dibatalkan: perubahan {event.undoes}.")


def redo(study: StudyFile, coder: Coder = "researcher", json: Json = False) -> None:
    """Bring back what you took back."""
    with opened(study, coder) as scope:
        event = scope.store.redo(coder)
        taken_back = {earlier.seq: earlier.undoes for earlier in scope.store.log()}
    if json:
        print_json(event)
    else:
        number = taken_back[event.undoes or 0]
        done(f"Brought back: change {number}.", f"Dikembalikan: perubahan {number}.")


def log(
    study: StudyFile,
    limit: Annotated[int, typer.Option(help=say("How many of the latest changes.", "Berapa perubahan terakhir."))] = 20,
    json: Json = False,
) -> None:
    """Show what was done, by whom and when."""
    with opened(study) as scope:
        events = scope.store.log(limit)
    if json:
        print_json(events)
        return
    columns = ["#", say("when", "kapan"), say("who", "siapa"), say("what", "apa"), say("takes back", "membatalkan")]
    rows = [
        (
            event.seq,
            event.at,
            event.coder,
            event.operation + (say(" (erased)", " (terhapus)") if event.erased else ""),
            event.undoes or "",
        )
        for event in events
    ]
    print_table(columns, rows, right=(0, 4))


def verify(study: StudyFile, json: Json = False) -> None:
    """Recompute every hash, quote, event and report figure."""
    from tenun.study.verify_study import verify_study

    with progress_bars() as progress, opened(study) as scope:
        problems = verify_study(scope, progress=progress)
    if json:
        print_json({"holds": not problems, "problems": problems})
    elif problems:
        print_table(
            [say("what", "apa"), say("where", "di mana"), say("detail", "rincian")],
            [(p.what, p.where, p.detail) for p in problems],
        )
    else:
        typer.echo(say("Everything holds.", "Semuanya cocok."))
    if problems:
        raise typer.Exit(1)


def backup(
    study: StudyFile,
    to: Annotated[Path, typer.Argument(metavar="FILE", help=say("Where the copy goes.", "Tujuan salinan."))],
) -> None:
    """Write a safe copy of a study."""
    from tenun import store

    where = store.backup(study, to)
    done(f"Copied and checked: {where}", f"Tersalin dan diperiksa: {where}")


def restore(
    copy: Annotated[Path, typer.Argument(metavar="FILE", help=say("The safe copy.", "Salinan aman."))],
    study: StudyFile,
    overwrite: Annotated[
        bool, typer.Option(help=say("Replace a study that is there.", "Gantikan studi yang sudah ada."))
    ] = False,
) -> None:
    """Make a study from a safe copy."""
    from tenun import store

    where = store.restore(copy, study, overwrite=overwrite)
    done(f"Restored: {where}", f"Dipulihkan: {where}")
