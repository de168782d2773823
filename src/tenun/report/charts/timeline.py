"""Events around the decision, and when the sources appeared."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from tenun.corpus.sources import earliest_day
from tenun.report.charts.palette import INDIGO, MUTED, RUST, Spec, spec, values
from tenun.report.findings import Findings

if TYPE_CHECKING:
    from tenun.report.page import Page

YEARS_AROUND = 5
CLOSE_DAYS = 45
LEVELS = 4
LINE = -0.5


def day_of(iso: str) -> dt.date | None:
    """First day of a date or of a stretch such as `2020/2022`; None where it is no date.

    >>> day_of("2020/2022"), day_of("spring")
    (datetime.date(2020, 1, 1), None)
    """
    try:
        return earliest_day(iso.partition("/")[0])
    except ValueError:
        return None


def shown_span(findings: Findings) -> tuple[str, str]:
    """First and last day of the chart: the events within a few years of the decision, and the decision."""
    decided = day_of(findings.study.decision.date) or dt.date.min
    days = [day for fact in findings.facts if (day := day_of(fact.date)) and _near(day, decided)]
    return min([*days, decided]).isoformat(), max([*days, decided]).isoformat()


def _near(day: dt.date, decided: dt.date) -> bool:
    return abs((day - decided).days) <= YEARS_AROUND * 366


def timeline(page: Page) -> Spec:
    """Numbered marks over a line of time; marks close to each other stand on different levels."""
    start, end = (dt.date.fromisoformat(iso) for iso in shown_span(page.findings))
    room = dt.timedelta(days=max(30, (end - start).days // 20))
    domain = [(start - room).isoformat(), (end + room).isoformat()]
    x: Spec = {
        "field": "day",
        "type": "temporal",
        "scale": {"domain": domain, "type": "utc"},
        "title": None,
        "axis": {"format": "%Y", "tickCount": "year", "grid": False},
    }
    y: Spec = {"field": "level", "type": "quantitative", "axis": None, "scale": {"domain": [-1.2, LEVELS]}}
    at = {"x": x, "y": y}
    decided: Spec = {"data": values([{"day": page.findings.study.decision.date, "level": LEVELS}])}
    layers: list[Spec] = [
        {**decided, "mark": {"type": "rule", "color": RUST, "strokeDash": [4, 3]}, "encoding": {"x": x}},
        {**decided, "mark": {"type": "text", "color": RUST, "align": "left", "dx": 5, "dy": 4, "fontSize": 11},
         "encoding": {**at, "text": {"value": page.speech.word("timeline.chart.decision")}}},
        *_events(page, domain, at),
        {"data": values(_published(page, domain)),
         "mark": {"type": "tick", "orient": "vertical", "color": MUTED, "thickness": 1.4, "size": 9}, "encoding": at},
    ]  # fmt: skip
    return spec({"layer": layers}, width=560, height=150)


def _events(page: Page, domain: list[str], at: Spec) -> list[Spec]:
    rows: list[Spec] = []
    latest: dict[int, dt.date] = {}
    dated = [(day_of(fact.date), number) for number, fact in enumerate(page.findings.facts, 1)]
    for day, number in sorted((day, number) for day, number in dated if day is not None):
        if domain[0] <= day.isoformat() <= domain[1]:
            level = _free_level(latest, day)
            latest[level] = day
            rows.append({"day": day.isoformat(), "level": level, "number": str(number)})
    stems: Spec = {"mark": {"type": "rule", "color": MUTED}, "encoding": {**at, "y2": {"datum": LINE}}}
    discs: Spec = {"mark": {"type": "circle", "size": 380, "color": INDIGO, "opacity": 1}, "encoding": at}
    numbers: Spec = {
        "mark": {"type": "text", "color": "#ffffff", "fontSize": 10.5, "fontWeight": 600},
        "encoding": {**at, "text": {"field": "number"}},
    }
    return [{"data": values(rows), **layer} for layer in (stems, discs, numbers)]


def _free_level(latest: dict[int, dt.date], day: dt.date) -> int:
    """The lowest level whose last mark is far enough away, else the one whose mark lies furthest back."""
    free = [level for level in range(LEVELS) if level not in latest or (day - latest[level]).days > CLOSE_DAYS * 3]
    return free[0] if free else min(latest, key=lambda level: latest[level])


def _published(page: Page, domain: list[str]) -> list[Spec]:
    days = (
        earliest_day(source.published) for source in page.findings.sources if source.published and not source.synthetic
    )
    return [
        {"day": day.isoformat(), "level": -0.85} for day in days if day and domain[0] <= day.isoformat() <= domain[1]
    ]
