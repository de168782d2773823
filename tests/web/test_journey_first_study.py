"""From an empty study to a report with its quotes, in both languages, as two coders walk it."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect
from tests.factories.web_material import OPENING, appraise, drop_files, load_framework, name_motives
from tests.factories.web_reading import Person, person

from tenun.server.run import Ready


def _open_blind_round(someone: Person) -> None:
    someone.go("agreement")
    someone.button("agreement.rounds").click()
    someone.button("agreement.round_new").click()
    expect(someone.page.locator("tbody tr")).to_have_count(1)


def _lock_round(someone: Person) -> None:
    someone.go("agreement")
    someone.button("agreement.rounds").click()
    someone.button("agreement.lock").click()
    expect(someone.button("agreement.is_locked")).to_be_visible()


def _adjudicate_all(someone: Person) -> int:
    """Settle every disagreement as the first coder had it, by key; returns how many there were."""
    someone.go("agreement")
    someone.button("agreement.queue").click()
    rows = someone.page.locator(".queue .list li")
    expect(rows.first).to_be_visible()
    found = rows.count()
    for left in range(found, 0, -1):
        expect(rows).to_have_count(left)
        someone.press("1")
        if not someone.page.locator(".final input:checked").count():
            someone.field("agreement.reason").fill("read too much into it")
        someone.button("agreement.settle", someone.page.locator(".keep")).or_(
            someone.button("agreement.settle_none", someone.page.locator(".keep"))
        ).first.click()
    expect(someone.page.get_by_text(someone.said("agreement.settled_all"))).to_be_visible()
    return found


@pytest.mark.parametrize("language", ["en", "id"])
def test_a_study_from_nothing_to_its_report(browser: Browser, empty: Ready, tmp_path: Path, language: str) -> None:
    with person(browser, empty, language) as someone:
        load_framework(someone)
        drop_files(someone, tmp_path)
        name_motives(someone)
        appraise(someone, "A1")
        appraise(someone, "B2", "C", 3)
        _open_blind_round(someone)

        someone.read("A1")
        someone.code(7, "TC-TOUR")
        someone.press("ArrowRight")
        someone.code(6, "MKT-ACCESS")
        someone.read("B2")
        someone.code(6, "MOT-BIL")

        someone.act_as("budi")
        someone.read("A1")
        expect(someone.page.get_by_text(someone.said("reader.blind"))).to_be_visible()
        expect(someone.stripes()).to_have_count(0)
        someone.code(7, "TC-TOUR")
        someone.read("B2")
        expect(someone.stripes()).to_have_count(0)
        someone.code(3, "MOT-ADM")

        _lock_round(someone)
        someone.read("A1")
        expect(someone.stripes()).to_have_count(3)
        assert _adjudicate_all(someone) >= 2

        someone.go("motives")
        first = someone.page.get_by_role("listitem").filter(has=someone.page.get_by_role("heading", level=2)).first
        first.get_by_role("button").first.click()
        expect(first.locator("blockquote").first).to_be_visible()

        someone.go("report")
        body = someone.report().locator("body")
        expect(body).to_contain_text(OPENING["A1"].split(".")[0])
