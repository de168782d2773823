"""Witnesses for and against each motive, by kind of source."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tenun.corpus.sources import CLASSES
from tenun.report.charts.palette import CLASS_COLOURS, MUTED, Spec, spec, values, wrapped
from tenun.report.charts.rank_probabilities import BAR_PX, LABEL_BREAK

if TYPE_CHECKING:
    from tenun.report.page import Page


def evidence_by_kind(page: Page) -> Spec:
    """Bars to the right for witnesses that support a motive, to the left for those that only oppose it."""
    rows = [row for motive in page.findings.ranking.motives for row in _rows(page, motive.id)]
    reach = max(
        (abs(_total(rows, motive, sign)) for motive in {row["motive"] for row in rows} for sign in (1, -1)), default=1
    )
    kinds = [page.speech.word(f"class.{name}") for name in CLASSES]
    bars: Spec = {
        "mark": {"type": "bar", "height": {"band": 0.62}},
        "encoding": {
            "y": {"field": "motive", "type": "nominal", "sort": None, "title": None, "axis": _motive_axis()},
            "x": {
                "field": "witnesses",
                "type": "quantitative",
                "scale": {"domain": [-max(1, -min(0, _lowest(rows))), max(1, reach)]},
                "title": None,
                "axis": {"labelExpr": "abs(datum.value)", "tickMinStep": 1, "format": "d"},
            },
            "color": {
                "field": "kind",
                "type": "nominal",
                "scale": {"domain": kinds, "range": [CLASS_COLOURS[name] for name in CLASSES]},
            },
            "order": {"field": "place", "type": "quantitative"},
        },
    }
    zero: Spec = {"mark": {"type": "rule", "color": MUTED}, "encoding": {"x": {"datum": 0, "title": None}}}
    motives = len({row["motive"] for row in rows})
    return spec(
        {"data": values(rows), "layer": [bars, zero, *_sides(page)]}, width=460, height=BAR_PX * max(1, motives)
    )


def _rows(page: Page, motive: str) -> list[Spec]:
    """A row a class and side, zeros too, so that every motive has its place."""
    witnesses = page.findings.ranking.motive(motive).witnesses
    classes = {group.id: group.source_class for group in page.findings.groups}
    return [
        {
            "motive": LABEL_BREAK.join(wrapped(page.speech.label(motive))),
            "kind": page.speech.word(f"class.{name}"),
            "place": CLASSES.index(name),
            "witnesses": sign * sum(classes[group] == name for group in groups),
        }
        for name in CLASSES
        for sign, groups in ((1, witnesses.supports), (-1, witnesses.opposes_only))
    ]


def _total(rows: list[Spec], motive: str, sign: int) -> int:
    return sum(int(row["witnesses"]) for row in rows if row["motive"] == motive and sign * row["witnesses"] > 0)


def _lowest(rows: list[Spec]) -> int:
    return min((_total(rows, motive, -1) for motive in {row["motive"] for row in rows}), default=0)


def _sides(page: Page) -> list[Spec]:
    """What the two sides of the line mean, written above it."""
    mark: Spec = {"type": "text", "y": -9, "fontSize": 11, "color": MUTED}
    return [
        {
            "data": {"values": [{}]},
            "mark": {**mark, "align": align, "dx": dx, "text": page.speech.word(f"triangulation.chart.{side}")},
            "encoding": {"x": {"datum": 0, "title": None}},
        }
        for side, align, dx in (("for", "left", 7), ("against", "right", -7))
    ]


def _motive_axis() -> Spec:
    return {"ticks": False, "domain": False, "labelPadding": 8, "labelExpr": f"split(datum.label, '{LABEL_BREAK}')"}
