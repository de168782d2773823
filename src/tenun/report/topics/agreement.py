"""Agreement between coders, said to be intra-coder where they are one person."""

from __future__ import annotations

from collections.abc import Iterator

from tenun.analysis.results import Agreement, AgreementLevel
from tenun.claims.graph import Claim, Coders, Codes, Figure, Figures, Percent, Ratio
from tenun.report.findings import Findings
from tenun.report.page import Page
from tenun.report.reasons import reason_of
from tenun.report.tree import Block, Column, Section, Sentence, Table


def claims(findings: Findings) -> Iterator[Claim]:
    """Who is compared on what, α with its interval; or why there is none."""
    measured = findings.agreement
    if measured is None:
        yield Claim("agreement.none", "agreement", "agreement.none", {"reason": reason_of(findings.agreement_reason)})
        return
    who = "agreement.intra" if measured.intra else "agreement.inter"
    yield Claim("agreement.who", "agreement", who, {"coders": Coders(measured.coders)})
    units: Figures = {
        "units": measured.level().units,
        "sources": len(measured.sources),
        "disagreements": len(measured.disagreements),
    }
    yield Claim("agreement.units", "agreement", "agreement.units", units)
    yield from _alpha(measured.level())


def _alpha(level: AgreementLevel) -> Iterator[Claim]:
    figures: Figures = {"nominal": Ratio(level.alpha_nominal), "masi": Ratio(level.alpha_masi)}
    yield Claim("agreement.alpha", "agreement", "agreement.alpha", figures)
    interval = level.alpha_nominal_interval
    if interval is not None:
        bounds: Figures = {"low": Ratio(interval.low), "high": Ratio(interval.high), "draws": interval.draws}
        yield Claim("agreement.interval", "agreement", "agreement.interval", bounds)
    elif code := next((why for name, why in level.undefined.items() if "interval" in name), ""):
        yield Claim("agreement.no_interval", "agreement", "agreement.no_interval", {"reason": reason_of(code)})


def section(page: Page) -> Section:
    """The figures in words, then by level and by motive."""
    measured = page.findings.agreement
    blocks: list[Block] = [*page.paragraph("agreement")]
    if measured is not None:
        blocks += [_levels(page, measured), page.note("agreement.reading"), _motives(page, measured)]
    return page.section("agreement", blocks)


def _levels(page: Page, measured: Agreement) -> Table:
    columns = page.columns(
        "agreement.levels",
        ("level", 2.6), ("units#", 1), ("nominal#", 1), ("masi#", 1), ("kappa#", 1), ("percent#", 1),
    )  # fmt: skip
    rows = tuple(
        page.row(
            page.speech.say(f"agreement.level.{level.level}{'' if level.empty else '.coded'}"),
            level.units,
            Ratio(level.alpha_nominal),
            Ratio(level.alpha_masi),
            Ratio(level.kappa),
            "–" if level.percent is None else Percent(level.percent),
        )
        for level in measured.levels
    )
    return Table("table-agreement", page.speech.word("agreement.levels_caption"), columns, rows)


def _motives(page: Page, measured: Agreement) -> Table:
    only = [
        Column(page.speech.say("agreement.motives.column.first", coder=coder).text, 1, "right")
        for coder in measured.coders
    ]
    motive, kappa, both, neither = page.columns(
        "agreement.motives", ("motive", 2.6), ("kappa#", 1), ("both#", 1), ("neither#", 1)
    )
    rows = tuple(
        page.row(*_figures(one.code, one.kappa, one.both, one.only_first, one.only_second, one.neither))
        for one in measured.per_motive
    )
    columns = (motive, kappa, both, *only, neither)
    return Table("table-agreement-motives", page.speech.word("agreement.motives_caption"), columns, rows)


def _figures(code: str, kappa: float | None, *counts: int) -> tuple[Figure | Sentence, ...]:
    return (Codes((code,)), Ratio(kappa), *counts)
