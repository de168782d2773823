"""Where the places lie and how far apart."""

from __future__ import annotations

from collections.abc import Iterator

from tenun.claims.graph import Claim, Figures, Number, Phrases
from tenun.report.charts.globe import globe
from tenun.report.findings import Findings
from tenun.report.great_circle import distance_km
from tenun.report.page import Page
from tenun.report.speech import bilingual
from tenun.report.tree import Chart, Section


def claims(findings: Findings) -> Iterator[Claim]:
    """How far the first place lies from each of the others."""
    places = findings.study.places
    for number, place in enumerate(places[1:]):
        km = distance_km((places[0].latitude, places[0].longitude), (place.latitude, place.longitude))
        figures: Figures = {"first": bilingual(places[0].label), "second": bilingual(place.label), "km": Number(km)}
        yield Claim(f"distance.{number}", "map", "map.distance", figures)


def section(page: Page) -> Section | None:
    """The globe; nothing where the study names no place."""
    places, say = page.findings.study.places, page.speech.say
    if not places:
        return None
    names = Phrases(tuple(("map.place", {"place": bilingual(place.label)}) for place in places))
    if len(places) == 2:
        km = page.graph["distance.0"].figures["km"]
        alt = say("map.chart.alt", places=names, km=km).text
    else:
        alt = say("map.chart.alt_one", places=names).text
    chart = Chart("chart-map", page.speech.word("map.chart"), globe(page), alt, (say("map.credit"),))
    return page.section("map", [*page.paragraph("map"), chart])
