"""Charts are drawn once for all formats, with text in the font that ships."""

from __future__ import annotations

import re

import pytest
from tests.factories.findings import make_findings

from tenun.delivery.charts import png, svg
from tenun.delivery.files import FACES, folder, land
from tenun.report import build
from tenun.report.tree import Chart


@pytest.fixture(scope="module")
def charts() -> list[Chart]:
    return [block for block in build(make_findings(), "en").blocks() if isinstance(block, Chart)]


def test_text_stays_text_in_the_font_that_ships(charts: list[Chart]) -> None:
    for chart in charts:
        drawn = svg(chart)
        assert set(re.findall(r'font-family="([^"]+)"', drawn)) == {"Inter"}
        assert "style=" not in drawn
        assert "http" not in drawn.replace("http://www.w3.org", "")
    assert "International market" in svg(charts[0])
    assert "Denpasar" in svg(charts[3])


def test_ids_of_two_charts_do_not_clash(charts: list[Chart]) -> None:
    ids = [found for chart in charts for found in re.findall(r'\bid="([^"]+)"', svg(chart))]
    assert len(ids) == len(set(ids))


def test_the_same_chart_gives_the_same_picture(charts: list[Chart]) -> None:
    assert svg(charts[0]) == svg(charts[0])
    assert png(charts[1]).startswith(b"\x89PNG")


def test_fonts_ship_with_their_licences() -> None:
    fonts = folder("fonts")
    for family, style, _, _ in FACES:
        assert (fonts / f"{family}-{style}.ttf").is_file()
        assert (fonts / f"{family}-{style}.woff2").is_file()
        assert "SIL Open Font License" in (fonts / f"{family}-LICENSE.txt").read_text("utf-8")


def test_land_says_whose_it_is() -> None:
    assert "Natural Earth" in land()["properties"]["credit"]
    assert land()["geometry"]["type"] == "MultiPolygon"
