"""Scans: what is said of them, and pages whose text is recognised."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import pytest
from tests.factories.documents_pdf import PAGE, by_hand, typeset

from tenun.corpus.page_boxes import unpack
from tenun.errors import InputRefused
from tenun.intake.pdf import recognition
from tenun.intake.readers import pdf

BLANK = by_hand("0 0 10 10 re f", boxes="/MediaBox [0 0 144 72]")
LINES = [
    ([(20, 20), (380, 20), (380, 60), (20, 60)], "Kota interna-", 0.99),
    ([(20, 70), (380, 70), (380, 110), (20, 110)], "tional kembar", 0.98),
    ([(20, 120), (380, 120), (380, 160), (20, 160)], "tidak yakin", 0.2),
]


def engine(picture: Any) -> Sequence[recognition.Found]:
    assert picture.shape == (200, 400, 3)
    return LINES


@pytest.fixture
def installed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pdf, "is_installed", lambda: True)
    monkeypatch.setattr(recognition, "_engine", lambda: engine)


@pytest.mark.parametrize(("there", "code"), [(True, "pdf.scan-ocr"), (False, "pdf.scan")])
def test_a_scan_says_so_and_what_can_be_done(monkeypatch: pytest.MonkeyPatch, there: bool, code: str) -> None:
    monkeypatch.setattr(pdf, "is_installed", lambda: there)
    with pytest.raises(InputRefused) as refusal:
        pdf.read(BLANK, "a.pdf")
    assert refusal.value.code == code


def test_asking_without_the_extra_says_what_is_missing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(recognition.ASKED_BY, "1")
    monkeypatch.setattr(pdf, "is_installed", lambda: False)
    with pytest.raises(InputRefused) as refusal:
        pdf.read(BLANK, "a.pdf")
    assert refusal.value.code == "pdf.ocr-missing"


@pytest.mark.usefixtures("installed")
def test_recognised_words_have_text_boxes_and_a_warning(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(recognition.ASKED_BY, "1")
    reading = pdf.read(BLANK, "a.pdf")
    assert (reading.text, reading.extractor) == ("Kota international kembar", "pdf-ocr")
    assert [warning.code for warning in reading.warnings] == ["pdf.pages-recognised"]
    (page,) = reading.landmarks
    boxes = {box.span.of(reading.text): box for box in unpack(page.attributes["boxes"])}
    assert boxes.keys() == {"Kota", "interna", "tional", "kembar"}
    scale = 72 / 200
    assert boxes["Kota"].x0 == pytest.approx(20 * scale, abs=0.1)
    assert boxes["kembar"].x1 == pytest.approx(380 * scale, abs=0.1)
    assert boxes["tional"].y0 == pytest.approx(70 * scale, abs=0.1)


@pytest.mark.usefixtures("installed")
def test_pages_with_text_are_not_recognised(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(recognition.ASKED_BY, "1")
    assert pdf.read(typeset(PAGE + "Satu"), "a.pdf").extractor == "pdf"


@pytest.mark.usefixtures("installed")
def test_pages_beyond_the_time_are_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(recognition.ASKED_BY, "1")
    monkeypatch.setattr(recognition.Recogniser, "has_time", property(lambda self: False))
    with pytest.raises(InputRefused) as refusal:
        pdf.read(BLANK, "a.pdf")
    assert refusal.value.code == "pdf.scan-ocr"
