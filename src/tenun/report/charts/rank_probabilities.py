"""The probability of each rank, a bar a motive."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tenun.report.charts.palette import SEQUENCE, Spec, spec, values, wrapped
from tenun.report.dates_and_numbers import FEW_WITNESSES

if TYPE_CHECKING:
    from tenun.report.page import Page

BAR_PX = 34
LABEL_BREAK = "|"


def rank_probabilities(page: Page) -> Spec:
    """Stacked bars in the order of attestation; below ten witnesses the axis names simple fractions only."""
    motives = [motive for motive in page.findings.ranking.motives if motive.rank_probabilities]
    ranks = [page.speech.say("chance.chart.rank", rank=str(place)).text for place in range(1, len(motives) + 1)]
    rows = [
        {
            "motive": LABEL_BREAK.join(wrapped(page.speech.label(motive.id))),
            "rank": rank,
            "order": place,
            "p": round(p, 4),
        }
        for motive in motives
        for place, (rank, p) in enumerate(zip(ranks, motive.rank_probabilities or (), strict=False))
    ]
    return spec(
        {
            "data": values(rows),
            "mark": {"type": "bar", "height": {"band": 0.62}},
            "encoding": {
                "y": {"field": "motive", "type": "nominal", "sort": None, "title": None, "axis": _motive_axis()},
                "x": {"field": "p", "type": "quantitative", "stack": True, "title": None, "axis": _axis(page)},
                "color": {
                    "field": "rank",
                    "type": "nominal",
                    "scale": {"domain": ranks, "range": list(SEQUENCE[: len(ranks)])},
                    "sort": ranks,
                },
                "order": {"field": "order", "type": "quantitative"},
            },
        },
        width=460,
        height=BAR_PX * max(1, len(motives)),
    )


def _motive_axis() -> Spec:
    return {"ticks": False, "domain": False, "labelPadding": 8, "labelExpr": f"split(datum.label, '{LABEL_BREAK}')"}


def _axis(page: Page) -> Spec:
    """Percentages for many witnesses; halves and quarters in words for few."""
    if page.findings.ranking.n >= FEW_WITNESSES:
        return {"format": "%", "values": [0, 0.25, 0.5, 0.75, 1]}
    words = [page.speech.word(f"chance.axis.{part}") for part in ("none", "quarter", "half", "three-quarters", "all")]
    names = ", ".join(f"'{word}'" for word in words)
    return {"values": [0, 0.25, 0.5, 0.75, 1], "labelExpr": f"[{names}][round(datum.value * 4)]", "labelFlush": True}
