"""P(first): what it is, what it is not, and where simulation shows it to mislead."""

from __future__ import annotations

from collections.abc import Iterator

from tenun.claims.graph import Chance, Claim, Coders, Codes, Figure, Figures, Number, Percent, Phrases, Ratio
from tenun.claims.results import CoderFigures
from tenun.report.charts.rank_probabilities import rank_probabilities
from tenun.report.dates_and_numbers import FEW_WITNESSES
from tenun.report.findings import Findings, StressFailure
from tenun.report.page import Page
from tenun.report.reasons import reason_of
from tenun.report.topics.coder_figures import views
from tenun.report.tree import Block, Chart, Column, Section, Sentence, Table


def claims(findings: Findings) -> Iterator[Claim]:
    """Why there is no P(first), or how the simulation judged it."""
    if not findings.study.numbers:
        return
    reason = findings.ranking.not_computable.get("p_first")
    if reason:
        why = reason_of(reason, findings.ranking.not_computable_values.get("p_first", {}))
        yield Claim("chance.none", "chance.none", "chance.none", {"reason": why})
        return
    calibration = findings.calibration
    if calibration is None:
        return
    figures: Figures = {"studies": calibration.studies, "error": Ratio(calibration.error, 3)}
    yield Claim("chance.calibrated", "chance.calibrated", "chance.calibrated", figures)
    for place, failure in enumerate(calibration.failures):
        yield _stress(failure, place)


def _stress(failure: StressFailure, place: int) -> Claim:
    figures: Figures = {"range": _range(failure), "strength": _strength(failure)}
    return Claim(f"chance.stress.{place}", "chance.stress", f"stress.{failure.scenario}", figures)


def _range(failure: StressFailure) -> Phrases:
    """How often it was right: one share, or from the lowest to the highest."""
    decimals = 0 if failure.high >= 0.1 else 1
    low, high = Percent(failure.low, decimals), Percent(failure.high, decimals)
    if round(failure.low, 2 + decimals) == round(failure.high, 2 + decimals):
        return Phrases((("stress.point", {"low": low}),))
    return Phrases((("stress.range", {"low": low, "high": high}),))


def _strength(failure: StressFailure) -> Figure:
    value = failure.strength or 0.0
    return Number(value, 1) if failure.scenario == "reticence" else Percent(value)


def section(page: Page) -> Section:
    """The probabilities with their reading, or the counts of each coder alone where numbers are switched off."""
    findings, speech = page.findings, page.speech
    if not findings.study.numbers:
        table = _by_coder(page, numbered=False)
        return Section("chance", speech.word("chance.heading.unnumbered"), (table,))
    blocks: list[Block] = [page.text("chance.what", "chance.covers"), *page.paragraph("chance.none")]
    if not page.graph.about("chance.none"):
        if findings.ranking.n < FEW_WITNESSES:
            blocks.append(page.text("chance.words"))
        blocks += [_chart(page), _by_coder(page, numbered=True)]
    blocks += page.paragraph("chance.calibrated")
    stress = page.items("chance.stress")
    blocks += [page.text("chance.stress"), *stress] if stress else []
    return Section("chance", speech.word("chance.heading"), tuple(blocks))


def _chart(page: Page) -> Chart:
    speech, ranking = page.speech, page.findings.ranking
    parts = Phrases(
        tuple(
            ("chance.chart.part", {"motive": Codes((motive.id,)), "p": Chance(motive.p_first or 0.0, ranking.n)})
            for motive in ranking.motives
        )
    )
    return Chart(
        "chart-rank-probabilities",
        speech.word("chance.chart"),
        rank_probabilities(page),
        speech.say("chance.chart.alt", parts=parts).text,
        (speech.say("chance.chart.note"),),
    )


def _by_coder(page: Page, *, numbered: bool) -> Table:
    """One column a view: independent support, and P(first) beside it where numbers are on."""
    speech, ranking = page.speech, page.findings.ranking
    motive, headline = page.columns("chance", ("motive", 2), ("headline", 1.3))
    shown = views(page.findings)
    heads = [Column(_heading(page, view), 1.3) for view in shown]
    rows = tuple(
        page.row(
            Codes((one.id,)),
            *([_headline(page, one.p_first)] if numbered else []),
            *(_view(page, ranking.by_coder[view][one.id], numbered=numbered) for view in shown),
        )
        for one in ranking.motives
    )
    caption = "chance.caption" if numbered else "chance.caption.unnumbered"
    columns = (motive, *([headline] if numbered else []), *heads)
    return Table("table-chance", speech.word(caption), columns, rows)


def _heading(page: Page, view: str) -> str:
    name = page.speech.figure(Coders((view,))).text
    return name[:1].upper() + name[1:]


def _headline(page: Page, p: float | None) -> Figure:
    return "–" if p is None else Chance(p, page.findings.ranking.n)


def _view(page: Page, figures: CoderFigures, *, numbered: bool) -> Sentence:
    support = Number(figures.independent_support)
    if not numbered or figures.p_first is None:
        return page.speech.figure(support)
    return page.speech.say("chance.headline", support=support, p=Chance(figures.p_first, page.findings.ranking.n))
