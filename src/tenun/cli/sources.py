"""Commands on sources: sources, appraise, exclude, include, duplicates, erase."""

from __future__ import annotations

from typing import Annotated

import typer

from tenun.cli.arguments import Coder, Json, SourceKey, StudyFile, opened
from tenun.cli.language import say
from tenun.cli.output import done, number, print_json, print_table


def register(app: typer.Typer) -> None:
    """Add the commands of this group."""
    app.command(
        "sources",
        help=say(
            "List the sources, their appraisal and their witness.",
            "Daftar sumber, penilaiannya, dan kelompok mandirinya.",
        ),
    )(sources)
    app.command("appraise", help=say("Judge a source.", "Nilai sebuah sumber."))(appraise)
    app.command("exclude", help=say("Leave a source out of the evidence.", "Keluarkan sumber dari bukti."))(exclude)
    app.command(
        "include", help=say("Take a source back into the evidence.", "Masukkan kembali sumber ke dalam bukti.")
    )(include)
    app.command(
        "duplicates",
        help=say(
            "Propose sources with much wording in common, or confirm two.",
            "Usulkan sumber yang kata-katanya banyak sama, atau sahkan dua.",
        ),
    )(duplicates)
    app.command(
        "erase",
        help=say("Erase a source for good, with all its traces.", "Hapus sumber untuk selamanya, beserta jejaknya."),
    )(erase)


def sources(study: StudyFile, json: Json = False) -> None:
    """List the sources, their appraisal and their witness."""
    from tenun.study.tables import sources_table

    with opened(study) as scope:
        table = sources_table(scope)
    if json:
        print_json(
            [{key: None if cell != cell else cell for key, cell in row.items()} for row in table.to_dict("records")]
        )
        return
    if table.empty:
        typer.echo(
            say("No sources yet. Bring some in with: tenun import", "Belum ada sumber. Masukkan dengan: tenun import")
        )
        return
    rows = [
        (
            row["key"],
            row["grade"] or "–",
            row["kind"],
            row["published"] or "–",
            row["witness"] or "–",
            row["codings"],
            row["title"]
            + (say(" [invented]", " [rekaan]") if row["synthetic"] else "")
            + ("" if row["inclusion"] == "included" else say(" [excluded]", " [dikeluarkan]")),
        )
        for row in table.to_dict("records")
    ]
    print_table(
        [
            say("key", "kunci"),
            say("grade", "nilai"),
            say("kind", "jenis"),
            say("published", "terbit"),
            say("witness", "kelompok"),
            say("codings", "kode"),
            say("title", "judul"),
        ],
        rows,
        right=(5,),
    )


def appraise(
    study: StudyFile,
    source: SourceKey,
    reliability: Annotated[
        str, typer.Option("--reliability", "-r", help=say("Admiralty letter, A to F.", "Huruf Admiralty, A sampai F."))
    ],
    credibility: Annotated[
        int, typer.Option("--credibility", "-c", help=say("Admiralty digit, 1 to 6.", "Angka Admiralty, 1 sampai 6."))
    ],
    reliability_why: Annotated[str, typer.Option(help=say("Why this letter.", "Alasan huruf itu."))] = "",
    credibility_why: Annotated[str, typer.Option(help=say("Why this digit.", "Alasan angka itu."))] = "",
    coder: Coder = "researcher",
) -> None:
    """Judge a source."""
    from typing import cast

    from tenun.corpus.sources import Appraisal, Reliability
    from tenun.study.appraise_source import appraise_source

    judgement = Appraisal(cast(Reliability, reliability.upper()), credibility, reliability_why, credibility_why)
    with opened(study, coder) as scope:
        appraise_source(scope, source, judgement)
    done(f"{source} is now {reliability.upper()}{credibility}.", f"{source} kini {reliability.upper()}{credibility}.")


def exclude(
    study: StudyFile,
    source: SourceKey,
    reason: Annotated[str, typer.Option(help=say("Why it does not count.", "Mengapa tidak dihitung."))],
    coder: Coder = "researcher",
) -> None:
    """Leave a source out of the evidence."""
    from tenun.study.appraise_source import exclude_source

    with opened(study, coder) as scope:
        exclude_source(scope, source, reason)
    done(
        f"{source} is left out of the evidence; its codings stay.",
        f"{source} dikeluarkan dari bukti; pengodeannya tetap ada.",
    )


def include(study: StudyFile, source: SourceKey, coder: Coder = "researcher") -> None:
    """Take a source back into the evidence."""
    from tenun.study.appraise_source import include_source

    with opened(study, coder) as scope:
        include_source(scope, source)
    done(f"{source} counts again.", f"{source} dihitung kembali.")


def duplicates(
    study: StudyFile,
    confirm: Annotated[
        tuple[str, str] | None,
        typer.Option(help=say("Two sources that are one text.", "Dua sumber yang sebenarnya satu teks.")),
    ] = None,
    coder: Coder = "researcher",
    json: Json = False,
) -> None:
    """Propose sources with much wording in common, or confirm two."""
    from tenun.study.find_duplicates import confirm_duplicate, find_duplicates

    with opened(study, coder) as scope:
        if confirm:
            confirm_duplicate(scope, *confirm)
            done(
                f"{confirm[0]} and {confirm[1]} now count as one witness.",
                f"{confirm[0]} dan {confirm[1]} kini dihitung satu kelompok.",
            )
            return
        pairs = find_duplicates(scope)
    if json:
        print_json(pairs)
    elif not pairs:
        typer.echo(say("No two sources share much wording.", "Tidak ada dua sumber yang banyak berbagi kata."))
    else:
        print_table(
            [
                say("sources", "sumber"),
                say("alike", "mirip"),
                say("one witness already", "sudah satu kelompok"),
                say("longest shared wording", "kata bersama terpanjang"),
            ],
            [
                (
                    f"{pair.first} · {pair.second}",
                    number(pair.similarity),
                    say("yes", "ya") if pair.known else say("no", "tidak"),
                    pair.shared[0] if pair.shared else "",
                )
                for pair in pairs
            ],
        )


def erase(
    study: StudyFile,
    source: SourceKey,
    yes: Annotated[bool, typer.Option("--yes", help=say("Do not ask.", "Jangan bertanya."))] = False,
    coder: Coder = "researcher",
) -> None:
    """Erase a source for good, with all its traces."""
    from tenun.study.appraise_source import erase_source

    if not yes:
        typer.confirm(
            say(
                f"Erase {source} and everything coded in it? This cannot be undone.",
                f"Hapus {source} dan semua pengodeannya? Tidak dapat dibatalkan.",
            ),
            abort=True,
        )
    with opened(study, coder) as scope:
        erase_source(scope, source)
    done(f"{source} is erased.", f"{source} terhapus.")
