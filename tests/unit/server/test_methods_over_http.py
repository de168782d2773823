"""Figures by method over HTTP: what they show, what they are computed on, and why some are not there."""

from __future__ import annotations

import csv
import io

import pytest
from tests.factories.served_study import Browser

from tenun.study.figures import METHODS


def test_every_method_says_in_both_languages_how_it_is_computed(worked: Browser) -> None:
    answer = worked.get("/methods").json()
    assert [method["method"] for method in answer["methods"]] == list(METHODS)
    for method in answer["methods"]:
        assert all(method[part][tongue] for part in ("title", "answers", "not_when") for tongue in ("en", "id"))
        assert method["formula"]
    assert answer["coders"] == ["A", "B"]


def test_coefficients_with_their_input(worked: Browser) -> None:
    answer = worked.get("/figures/coefficients").json()
    values = {row[0]: row[1] for row in answer["tables"][0]["rows"]}
    assert values["krippendorff_alpha"] == pytest.approx(0.5377, abs=5e-5)
    assert {one["name"]: one["value"] for one in answer["counts"]}["units"] == answer["input_rows"] == 303
    got = worked.get("/figures/coefficients/input.csv")
    rows = list(csv.DictReader(io.StringIO(got.content.decode("utf-8-sig"))))
    agreed = sum(row["A"] == row["B"] for row in rows)
    assert values["percent_agreement"] == pytest.approx(agreed / len(rows))
    script = worked.get("/figures/coefficients/script.R")
    assert "attachment" in script.headers["content-disposition"]
    assert "read.csv" in script.text


def test_an_option_changes_the_figure_and_a_wrong_one_is_refused(worked: Browser) -> None:
    one = worked.get("/figures/coefficients?code=BIL-HIST").json()
    assert {one["value"] for one in one["counts"] if one["name"] == "categories"} == {2}
    for path, code in (
        ("/figures/coefficients?unit=page", "study.option-value"),
        ("/figures/coefficients?colour=red", "study.no-such-option"),
        ("/figures/astrology", "study.no-such-method"),
    ):
        answer = worked.get(path)
        assert (answer.status_code, answer.json()["error"]["code"]) == (422, code)


@pytest.mark.parametrize(
    ("method", "code"),
    [
        ("saturation", "analysis.too-few-interviews"),
        ("cases", "analysis.qca-too-few-cases"),
        ("clues", "study.no-ledger"),
    ],
)
def test_a_method_without_a_figure_says_why_in_both_languages(worked: Browser, method: str, code: str) -> None:
    answer = worked.get(f"/figures/{method}")
    error = answer.json()["error"]
    assert error["code"] == code
    assert error["message_en"]
    assert error["message_id"]
    assert error["message_en"] != error["message_id"]


def test_a_single_coder_has_no_agreement(ana: Browser) -> None:
    answer = ana.get("/figures/coefficients")
    assert answer.json()["error"]["code"] == "analysis.one-coder"
