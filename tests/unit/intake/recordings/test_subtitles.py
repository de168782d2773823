"""Subtitles in SRT and WebVTT: words, speakers, times, places."""

from __future__ import annotations

import pytest

from tenun.corpus.landmarks import Landmark
from tenun.errors import InputRefused
from tenun.intake import read_document
from tenun.intake.reading import Reading
from tenun.intake.recordings.cues import Cue
from tenun.intake.recordings.spoken import spoken

VTT = b"""\xef\xbb\xbfWEBVTT - Rapat

NOTE
tidak dibaca

STYLE
::cue { color: red }

REGION
id:a

intro
00:00:01.000 --> 00:00:04.500 align:start position:10%
<v.loud Ana Putri>Mengapa <i>Mossel</i> Bay?</v>

00:05.000 --> 00:07.000
<v Ana Putri>Tolong jelaskan.

00:00:07.500 --> 00:00:09.000
<v Budi>Karena dekat &amp; ramah &#x1FA81;.
<v Ana Putri>Baik.
"""
SRT = b"""1
00:00:01,000 --> 00:00:04,500
<font color="#fff">ANA: Mengapa
Mossel Bay?</font>

2
00:00:05,000 --> 00:00:07,000
{\\an8}Tolong jelaskan.

3
00:00:07,500 --> 00:00:09,000
BUDI: Karena dekat.

4
00:00:09,500 --> 00:00:10,000
ANA: Baik.
BUDI: Ya.
""".replace(b"\n", b"\r\n")


def turns(reading: Reading) -> list[tuple[str, str, int | None]]:
    return [(turn.speaker, turn.span.of(reading.text), turn.start_ms) for turn in reading.turns]


def marks(reading: Reading, kind: str) -> list[Landmark]:
    return [mark for mark in reading.landmarks if mark.kind == kind]


def test_vtt_gives_turns_by_voice() -> None:
    reading = read_document(VTT, "a.vtt")
    assert turns(reading) == [
        ("Ana Putri", "Mengapa Mossel Bay? Tolong jelaskan.", 1000),
        ("Budi", "Karena dekat & ramah 🪁.", 7500),
        ("Ana Putri", "Baik.", 7500),
    ]
    assert reading.text.startswith("Ana Putri: Mengapa Mossel Bay? Tolong jelaskan.\n\nBudi: ")


def test_srt_gives_turns_by_names_before_a_colon() -> None:
    reading = read_document(SRT, "a.srt")
    assert turns(reading) == [
        ("ANA", "Mengapa Mossel Bay? Tolong jelaskan.", 1000),
        ("BUDI", "Karena dekat.", 7500),
        ("ANA", "Baik.", 9500),
        ("BUDI", "Ya.", 9500),
    ]


@pytest.mark.parametrize(("content", "name"), [(VTT, "a.vtt"), (SRT, "a.srt")])
def test_every_cue_keeps_its_place_and_times(content: bytes, name: str) -> None:
    reading = read_document(content, name)
    cues = marks(reading, "cue")
    second = (1000, 4500) if name == "a.srt" else (5000, 7000)
    assert [(mark.start_ms, mark.end_ms) for mark in cues][:2] == [(1000, 4500), second]
    words = [mark.span.of(reading.text) for mark in cues]
    assert " ".join(words) in " ".join(" ".join(turn.span.of(reading.text) for turn in reading.turns).split())
    assert all(word and not word[0].isspace() for word in words)


def test_without_names_pauses_part_paragraphs_and_there_are_no_turns() -> None:
    rows = ["Satu dua", "tiga.", "Empat."]
    times = [(1, 2), (2, 3), (6, 7)]
    content = "".join(
        f"{n}\n00:00:0{a},000 --> 00:00:0{b},000\n{row}\n\n"
        for n, (row, (a, b)) in enumerate(zip(rows, times, strict=True), 1)
    )
    reading = read_document(content.encode(), "a.srt")
    assert reading.text == "Satu dua tiga.\n\nEmpat."
    assert reading.turns == ()
    assert [mark.start_ms for mark in marks(reading, "turn")] == [1000, 6000]


def test_a_rolling_subtitle_says_each_line_once() -> None:
    content = (
        "WEBVTT\n\n00:00.000 --> 00:02.000\nsatu dua\n\n00:02.000 --> 00:02.010\nsatu dua\n\n"
        "00:02.010 --> 00:04.000\nsatu dua\ntiga<00:02.500><c> empat</c>\n"
    )
    assert read_document(content.encode(), "a.vtt").text == "satu dua tiga empat"


def test_a_word_said_again_later_stays() -> None:
    content = "WEBVTT\n\n00:00.000 --> 00:01.000\nYa.\n\n00:01.800 --> 00:02.500\nYa.\n"
    assert read_document(content.encode(), "a.vtt").text == "Ya. Ya."


def test_subtitles_in_a_text_file_are_known_by_their_first_cue() -> None:
    assert read_document(SRT, "a.txt").extractor == "srt"


def test_a_missing_blank_line_does_not_swallow_a_cue() -> None:
    content = b"1\n00:00:01,000 --> 00:00:02,000\nSatu.\n2\n00:00:02,000 --> 00:00:03,000\nDua.\n"
    reading = read_document(content, "a.srt")
    assert reading.text == "Satu. Dua."
    assert len(marks(reading, "cue")) == 2


def test_blocks_without_times_are_counted() -> None:
    reading = read_document(b"WEBVTT\n\n00:01.000 --> 00:02.000\nSatu.\n\n00:xx --> 00:09\nDua.\n", "a.vtt")
    assert [(one.code, one.parameters) for one in reading.warnings] == [("media.cues-skipped", {"count": 1})]


@pytest.mark.parametrize("content", [b"WEBVTT\n", b"WEBVTT\n\nNOTE\nx\n", b"1\nsatu\n", b"00:00 --> \n"])
def test_subtitles_without_a_cue_are_refused(content: bytes) -> None:
    with pytest.raises(InputRefused) as refusal:
        read_document(content, "a.vtt")
    assert refusal.value.code == "media.no-cues"


@pytest.mark.parametrize("keep", range(0, len(VTT), 7))
def test_a_file_cut_anywhere_is_read_or_refused(keep: int) -> None:
    try:
        reading = read_document(VTT[:keep], "a.vtt")
    except InputRefused:
        return
    assert all(mark.span.end_cp <= len(reading.text) for mark in reading.landmarks)


@pytest.mark.parametrize(
    ("lines", "speakers"),
    [
        (["MAYOR: We wanted a market.", "HOST: And tourism?", "MAYOR: That too."], ["MAYOR", "HOST", "MAYOR"]),
        (["Ana: Halo.", "Wayan: Ya.", "Ana: Kapan?", "Ana: Nanti?", "Baik."], ["Ana", "Wayan", "Ana"]),
        (["We wanted this: a market.", "Remember: it was late.", "So we signed."], []),
        (["The Mayor: a good man.", "He came late.", "He spoke.", "Note: in English.", "He left."], []),
    ],
)
def test_who_speaks_once_is_a_speaker_where_speakers_are_named(lines: list[str], speakers: list[str]) -> None:
    found = spoken([Cue(1000 * at, 1000 * at + 900, (line,)) for at, line in enumerate(lines)])
    assert [turn.speaker for turn in found.turns] == speakers
