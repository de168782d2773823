"""Turns in the styles of the programs and people that write transcripts."""

from __future__ import annotations

import time

import pytest

from tenun.intake import read_document
from tenun.intake.recordings.speech import find_turns

WORDS = ("Mengapa Mossel Bay?", "Karena dekat.\nItu saja.", "Terima kasih.")
STYLES = {
    "brackets": "[00:00:03] Ana Putri: {}\n\n[00:01:12] Budi: {}\n\n[00:02:01] Ana Putri: {}",
    "fractions": "[00:00:03.5] Ana Putri: {}\n[00:01:12,250] Budi: {}\n[00:02:01.000] Ana Putri: {}",
    "bare": "0:03 Ana Putri: {}\n1:12 Budi: {}\n2:01 Ana Putri: {}",
    "ranges": "[00:03 - 01:11] Ana Putri: {}\n[01:12 - 02:00] Budi: {}\n[02:01 - 02:04] Ana Putri: {}",
    "rev": "Ana Putri (00:03):\n{}\n\nBudi (01:12):\n{}\n\nAna Putri (02:01):\n{}",
    "trint": "Ana Putri [00:00:03] {}\n\nBudi [00:01:12] {}\n\nAna Putri [00:02:01] {}",
    "otter": "Ana Putri  0:03  \n{}\n\nBudi  1:12  \n{}\n\nAna Putri  2:01  \n{}\n",
    "teams": "Ana Putri   0:03\n{}\nBudi   1:12\n{}\nAna Putri   2:01\n{}",
    "teams-older": "0:0:3.0 --> 0:0:9.90\nAna Putri\n{}\n\n"
    "0:1:12.0 --> 0:1:20.1\nBudi\n{}\n\n0:2:1.0 --> 0:2:5.0\nAna Putri\n{}",
    "zoom": "[Ana Putri] 00:00:03\n{}\n\n[Budi] 00:01:12\n{}\n\n[Ana Putri] 00:02:01\n{}",
    "sonix": "[00:00:03] Ana Putri\n{}\n\n[00:01:12] Budi\n{}\n\n[00:02:01] Ana Putri\n{}",
    "above": "00:00:03\nAna Putri: {}\n\n00:01:12\nBudi: {}\n\n00:02:01\nAna Putri: {}",
}  # fmt: skip


@pytest.mark.parametrize("style", sorted(STYLES))
@pytest.mark.parametrize("ends", ["\n", "\r\n"])
def test_each_style_gives_the_same_turns(style: str, ends: str) -> None:
    content = STYLES[style].format(*WORDS).replace("\n", ends).encode()
    reading = read_document(content, "a.txt", guide=None)
    assert [turn.speaker for turn in reading.turns] == ["Ana Putri", "Budi", "Ana Putri"]
    assert [turn.span.of(reading.text) for turn in reading.turns] == list(WORDS)
    assert [(turn.start_ms or 0) // 1000 for turn in reading.turns] == [3, 72, 121]
    assert [mark.end_ms for mark in reading.landmarks if mark.kind == "turn"][-1] is None


def test_names_alone_make_turns_where_most_paragraphs_have_them() -> None:
    text = "P: Mengapa?\n\nN: Karena dekat.\n\nP: Lalu?\n\nN: Itu saja.\n"
    assert [(turn.speaker, turn.start_ms) for turn in find_turns(text)] == [("P", None), ("N", None)] * 2


@pytest.mark.parametrize(
    "text",
    [
        "10:30 Opening of the session\nThe mayor spoke.\n11:00 Signing\nBoth signed.\n12:15 Lunch\nAll ate.",
        "Date: 27 November 2019\nPlace: Denpasar\nSubject: sister city\nThe delegation arrived.\n",
        "Kerja sama: hubungan dua kota.\nMotif: alasan keputusan.\nKota: daerah otonom.\nBali: provinsi.\n",
        "He said: go. At 10:30 he left.\nShe said: stay.\n",
        "",
        "Satu paragraf saja.",
    ],
)
def test_what_is_no_transcript_has_no_turns(text: str) -> None:
    assert find_turns(text) == []


@pytest.mark.parametrize(
    "text", ["A" * 200_000, "A " * 100_000, "[00:00:01" * 20_000, "a (" * 60_000, "1:11 " * 40_000]
)
def test_hostile_lines_take_no_longer_than_others(text: str) -> None:
    start = time.process_time()
    find_turns(text)
    assert time.process_time() - start < 2
