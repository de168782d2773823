"""Commands that work figures out: agree, rank, simulate."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from tenun.cli.arguments import Json, StudyFile, opened
from tenun.cli.language import language, say
from tenun.cli.output import number, percent, print_json, print_table, progress_bars

if TYPE_CHECKING:
    from tenun.claims.results import Ranking


def register(app: typer.Typer) -> None:
    """Add the commands of this group."""
    app.command("agree", help=say("How far two coders agree.", "Sejauh mana dua pengode sepakat."))(agree)
    app.command(
        "rank",
        help=say(
            "The motives in order of attestation, with their uncertainty.",
            "Motif menurut urutan kesaksian, dengan ketidakpastiannya.",
        ),
    )(rank)
    app.command(
        "simulate",
        help=say(
            "How far P(first) can be trusted: plant motives and look.",
            "Seberapa P(pertama) dapat dipercaya: tanam motif dan amati.",
        ),
    )(simulate)


def agree(
    study: StudyFile,
    coders: Annotated[
        tuple[str, str] | None, typer.Option("--coders", help=say("The two coders.", "Kedua pengode."))
    ] = None,
    unit: Annotated[
        str, typer.Option(help=say("sentence or character.", "sentence (kalimat) atau character (karakter)."))
    ] = "sentence",
    json: Json = False,
) -> None:
    """How far two coders agree."""
    from tenun.study.measure_agreement import agreement_summary, measure_agreement, places_left_out

    with opened(study) as scope:
        found = measure_agreement(scope, coders=coders, unit=unit)
        apart = places_left_out(scope, found.coders)
    if json:
        print_json({**agreement_summary(found), "places_left_out": apart})
        return
    kind = (
        say("intra-coder: one person coded twice", "intra-pengode: satu orang mengode dua kali")
        if found.intra
        else say("inter-coder", "antar-pengode")
    )
    typer.echo(f"{found.coders[0]} · {found.coders[1]} ({kind})")
    columns = [say("level", "tingkat"), say("units", "satuan"), say("percent", "persen"), "α nominal", "α MASI", "κ"]
    rows = [
        (
            LEVELS[level.level] + ("" if level.empty else say(", coded only", ", hanya yang dikodekan")),
            level.units,
            percent(level.percent),
            _with_interval(level.alpha_nominal, level.alpha_nominal_interval),
            _with_interval(level.alpha_masi, level.alpha_masi_interval),
            number(level.kappa),
        )
        for level in found.levels
    ]
    print_table(columns, rows, right=(1, 2, 3, 4, 5))
    print_table(
        [say("code", "kode"), "κ", say("percent", "persen"), say("both", "keduanya"), found.coders[0], found.coders[1]],
        [(c.code, number(c.kappa), percent(c.percent), c.both, c.only_first, c.only_second) for c in found.per_code],
        right=(1, 2, 3, 4, 5),
    )
    typer.echo(
        say(
            f"{len(found.disagreements)} units differ; --json lists them.",
            f"{len(found.disagreements)} satuan berbeda; --json merincinya.",
        )
    )
    if apart:
        typer.echo(
            say(
                f"{apart} codings of regions and times are left out.",
                f"{apart} pengodean area dan waktu tidak diikutkan.",
            )
        )


LEVELS = {"code": say("codes", "kode"), "motive": say("motives", "motif")}


def _with_interval(value: float | None, interval: object) -> str:
    low, high = getattr(interval, "low", None), getattr(interval, "high", None)
    return number(value) if low is None else f"{number(value)} [{number(low)}; {number(high)}]"


def rank(
    study: StudyFile,
    coder: Annotated[
        str | None,
        typer.Option(
            "--coder",
            metavar="NAME|either|both",
            help=say(
                "Count one coder, either, or both.", "Hitung satu pengode, salah satu (either), atau keduanya (both)."
            ),
        ),
    ] = None,
    switch: Annotated[
        list[str] | None,
        typer.Option(
            "--switch", metavar="NAME", help=say("Turn a rule; may be repeated.", "Ubah satu aturan; boleh berulang.")
        ),
    ] = None,
    json: Json = False,
) -> None:
    """The motives in order of attestation, with their uncertainty."""
    from tenun.study.rank_motives import rank_motives

    with opened(study) as scope:
        ranking = rank_motives(scope, coder=coder, switches=switch or [])
    if json:
        print_json(ranking)
    else:
        print_ranking(ranking)


def print_ranking(ranking: Ranking) -> None:
    """The ranking as a table and the verdict in words."""
    columns = [
        say("motive", "motif"), say("witnesses", "kelompok"), say("weighted", "berbobot"), say("passages", "petikan"),
        say("breadth", "keluasan"), say("put first", "disebut utama"), say("P(first)", "P(pertama)"),
    ]  # fmt: skip
    rows = [
        (
            motive.label_id if language() == "id" and motive.label_id else motive.label_en,
            motive.scores.independent_support,
            number(motive.scores.weighted_support, 1),
            motive.scores.passages,
            motive.scores.breadth,
            motive.scores.stated_priority,
            number(motive.p_first, 3),
        )
        for motive in ranking.motives
    ]
    print_table(columns, rows, right=(1, 2, 3, 4, 5, 6))
    typer.echo(f"n = {ranking.n} · {say('coder', 'pengode')}: {ranking.coder} · {VERDICTS[ranking.verdict.level]}")
    labels = {m.id: (m.label_id if language() == "id" and m.label_id else m.label_en) for m in ranking.motives}
    if ranking.verdict.not_separable:
        leaders = ", ".join(labels[key] for key in ranking.verdict.leaders)
        others = ", ".join(labels[key] for key in ranking.verdict.not_separable)
        typer.echo(say(f"Not told apart from {leaders}: {others}.", f"Tidak terbedakan dari {leaders}: {others}."))


VERDICTS = {
    "foremost": say("foremost", "terutama"),
    "leads": say("leads, not secured", "memimpin, belum pasti"),
    "not_told_apart": say("not told apart", "tidak terbedakan"),
    "not_assessable": say("not assessable", "tidak dapat dinilai"),
}


def simulate(
    studies: Annotated[
        int, typer.Option(help=say("Studies to plant for each condition.", "Jumlah studi yang ditanam per kondisi."))
    ] = 500,
    seed: Annotated[int, typer.Option(help=say("Seed of the random numbers.", "Benih bilangan acak."))] = 1,
    json: Json = False,
) -> None:
    """How far P(first) can be trusted: plant motives and look."""
    from tenun.study.simulate_ranking import simulate_ranking

    with progress_bars() as progress:
        found = simulate_ranking(studies=studies, seed=seed, progress=progress)
    if json:
        print_json(found)
        return
    print_table(
        [
            say("condition", "kondisi"),
            "n",
            say("studies", "studi"),
            say("calibration error", "galat kalibrasi"),
            say("P ≥ .90 was right", "P ≥ 0,90 benar"),
        ],
        [
            (
                row.scenario + (f" {row.strength:g}" if row.strength is not None else ""),
                row.n,
                row.studies,
                number(row.calibration_error, 3),
                number(row.right_when_sure, 3),
            )
            for row in found
        ],
        right=(1, 2, 3, 4),
    )
