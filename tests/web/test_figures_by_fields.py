"""Figures are asked for by fields: names with commas, anchors, expectations; matrices lead to how they are computed."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, expect
from tests.factories.served_study import serving
from tests.factories.web_reading import person

from tenun.server.run import Ready
from tenun.study.make_study import make_study


@pytest.fixture(scope="module")
def cities(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Ready]:
    """A study that compares twelve cities."""
    path = tmp_path_factory.mktemp("cities") / "cities.tenun"
    scope = make_study(str(path), title="Twelve cities", date="2019-11-27", coder="ana")
    variables = ("TIES", "RICH, urban", "GDP", "SISTER")
    with scope.store.command("import_survey", "ana") as change:
        keys = change.insert("variable", [{"key": key, "type": "number"} for key in variables])
        for number, case in enumerate(change.insert("case", [{"key": f"city-{at:02}"} for at in range(12)])):
            contents = (number % 2, number % 3 == 0, 200 + 100 * number, number % 2)
            for key, content in zip(keys, contents, strict=True):
                change.insert("value", {"variable": key, "case": case, "content": float(content)})
    scope.store.close()
    with serving([path]) as running:
        yield running


@pytest.mark.parametrize("language", ["en", "id"])
def test_cases_are_compared_by_fields(browser: Browser, cities: Ready, language: str) -> None:
    with person(browser, cities, language) as someone:
        someone.go("figures", "cases")
        fields = someone.page.locator("article form")
        outcome = {"en": "Outcome", "id": "Hasil"}[language]
        fields.locator("label").filter(has_text=outcome).locator("select").select_option("SISTER")
        fields.get_by_label("RICH, urban", exact=True).check()
        fields.get_by_label("TIES", exact=True).check()
        truth = someone.page.locator("article table").first
        expect(truth.get_by_role("columnheader", name="RICH, urban")).to_be_visible()
        expect(truth.locator("tbody tr")).to_have_count(4)
        fields.get_by_label("GDP", exact=True).check()
        expect(someone.page.get_by_role("alert")).to_be_visible()
        way = fields.locator("fieldset").filter(
            has=someone.page.locator("legend", has_text={"en": "Calibration", "id": "Kalibrasi"}[language])
        )
        way.locator("label").filter(has_text="GDP").locator("select").select_option("anchors")
        anchors = fields.get_by_label(someone.said("figures.anchors_of"))
        anchors.fill("300 650 1000")
        anchors.press("Enter")
        expect(someone.page.get_by_role("alert")).to_have_count(0)
        expect(truth.get_by_role("columnheader", name="GDP")).to_be_visible()
        hope = fields.locator("fieldset").filter(
            has=someone.page.locator("legend", has_text={"en": "Theory expects", "id": "Teori mengharapkan"}[language])
        )
        hope.locator("label").filter(has_text="TIES").locator("select").select_option("present")
        solutions = someone.page.locator("article section").nth(1)
        expect(
            solutions.locator("tbody tr").filter(has_text={"en": "intermediate", "id": "menengah"}[language])
        ).to_have_count(1)


@pytest.mark.parametrize("language", ["en", "id"])
def test_a_matrix_leads_to_how_it_is_computed(browser: Browser, worked: Ready, language: str) -> None:
    with person(browser, worked, language) as someone:
        someone.go("retrieve")
        someone.button("retrieve.matrix").click()
        expect(someone.page.locator("[data-cell]").first).to_be_visible()
        someone.button("retrieve.by_coder").click()
        someone.page.get_by_role("link", name=someone.said("figures.how")).click()
        someone.settled("figures")
        counts = someone.page.locator("article section").first
        expect(counts.get_by_role("columnheader", name="A", exact=True)).to_be_visible()
        title = {"en": "Adjusted residuals", "id": "Residual tersesuaikan"}[language]
        why = {"en": "Why not", "id": "Mengapa tidak"}[language]
        expect(
            someone.page.locator("article h3", has_text=title)
            .or_(someone.page.get_by_role("columnheader", name=why))
            .first
        ).to_be_visible()
