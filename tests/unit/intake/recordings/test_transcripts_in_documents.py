"""Transcripts written in a word processor."""

from __future__ import annotations

import io
from collections.abc import Sequence

import pytest

from tenun.intake import read_document

TEAMS = ["Ana Putri   0:03\nMengapa Mossel Bay?", "Budi   1:12\nKarena dekat.", "Ana Putri   2:01\nTerima kasih."]
REV = [
    "Ana Putri (00:03):", "Mengapa Mossel Bay?", "Budi (01:12):", "Karena dekat.",
    "Ana Putri (02:01):", "Terima kasih.",
]  # fmt: skip
TRINT = [
    "[00:00:03] Ana Putri: Mengapa Mossel Bay?", "[00:01:12] Budi: Karena dekat.",
    "[00:02:01] Ana Putri: Terima kasih.",
]  # fmt: skip
OTTER = ["Ana Putri  0:03", "Mengapa Mossel Bay?", "Budi  1:12", "Karena dekat.", "Ana Putri  2:01", "Terima kasih."]


def docx(paragraphs: Sequence[str]) -> bytes:
    from docx import Document

    made, out = Document(), io.BytesIO()
    for paragraph in paragraphs:
        made.add_paragraph(paragraph)
    made.save(out)
    return out.getvalue()


@pytest.mark.parametrize("paragraphs", [TEAMS, REV, TRINT, OTTER])
def test_turns_are_found_in_a_word_file(paragraphs: Sequence[str]) -> None:
    reading = read_document(docx(paragraphs), "a.docx")
    found = [(turn.speaker, turn.start_ms, turn.span.of(reading.text)) for turn in reading.turns]
    assert found == [
        ("Ana Putri", 3_000, "Mengapa Mossel Bay?"),
        ("Budi", 72_000, "Karena dekat."),
        ("Ana Putri", 121_000, "Terima kasih."),
    ]
    assert reading.extractor == "docx"
    assert sum(mark.kind == "turn" for mark in reading.landmarks) == 3


def test_a_report_has_no_turns() -> None:
    words = ["Laporan", "Tujuan: kerja sama.", "Kota Denpasar dan Mossel Bay bertemu pada pukul 10:30.", "Hasil: baik."]
    assert read_document(docx(words), "a.docx").turns == ()
