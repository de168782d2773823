"""Transcripts: speakers, times, spans, and the questions of the guide."""

from __future__ import annotations

from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from tenun.corpus.study import Bilingual
from tenun.corpus.transcripts import Guide, Question
from tenun.frameworks import load
from tenun.intake import read_document
from tenun.intake.folder.guides import read_guide

EXAMPLE = Path(__file__).parents[3] / "examples" / "denpasar-mossel-bay"
GUIDE = Guide(Bilingual("G"), tuple(Question(f"Q{n}", Bilingual(f"q{n}")) for n in range(1, 4)))


def _questions(text: str, guide: Guide | None = None) -> list[str | None]:
    return [turn.question for turn in read_document(text.encode(), "a.txt", guide=guide).turns]


def test_the_interview_of_the_example_covers_all_fourteen_questions_in_order() -> None:
    name = "interviews/illustrative-invented.md"
    guide, odd = read_guide(EXAMPLE / "interview-guide.yaml", "g", load("south-south-sister-city").codebook)
    reading = read_document((EXAMPLE / name).read_bytes(), name, guide=guide)
    questions = [turn.question for turn in reading.turns]
    assert odd == []
    assert (
        list(dict.fromkeys(questions))
        == [question.id for question in guide.questions]
        == [f"Q{n:02}" for n in range(1, 15)]
    )
    assert questions == sorted(questions, key=str)
    assert {turn.speaker for turn in reading.turns} == {"Peneliti", "Narasumber"}
    assert len(reading.turns) == len([line for line in reading.text.splitlines() if line.strip()])
    assert reading.metadata["synthetic"] is True
    assert reading.warnings == ()


def test_a_span_holds_the_words_and_the_landmark_who_says_them_and_when() -> None:
    text = "[00:01:02] Ana Putri: Mengapa?\n\n[01:00:00] Budi: Karena dekat.\nItu saja.\n\n"
    reading = read_document(text.encode(), "a.txt")
    assert [turn.span.of(reading.text) for turn in reading.turns] == ["Mengapa?", "Karena dekat.\nItu saja."]
    assert [turn.start_ms for turn in reading.turns] == [62_000, 3_600_000]
    assert [(mark.kind, mark.attributes["speaker"], mark.end_ms) for mark in reading.landmarks] == [
        ("turn", "Ana Putri", 3_600_000),
        ("turn", "Budi", None),
    ]


def test_only_the_interviewer_starts_a_question_and_only_the_next_one_amid_a_turn() -> None:
    text = (
        "[00:00] A: Halo. 1. Mengapa?\n[00:01] B: Pasal 2. itu jelas.\n[00:02] A: Pasal 3. berlaku? 2. Siapa?\n"
        "[00:03] B: Kami.\n[00:04] A: Lalu?\n"
    )
    assert _questions(text, GUIDE) == ["Q1", "Q1", "Q2", "Q2", "Q2"]


def test_a_question_may_be_skipped_at_the_head_of_a_turn() -> None:
    assert _questions("[00:00] A: 1. Mengapa?\n[00:01] A: 3. Siapa?\n", GUIDE) == ["Q1", "Q3"]
    assert _questions("[00:00] A: 1. Mengapa?\n[00:01] A: 9. Siapa?\n", GUIDE) == ["Q1", "Q1"]


def test_without_a_guide_the_number_is_the_question() -> None:
    assert _questions("[00:00] A: Halo.\n[00:01] A: 1. Mengapa?\n") == [None, "1"]


def test_the_front_matter_says_who_asks() -> None:
    text = "---\ninterviewer: B\nguide_question_ids: [X1]\n---\n[00:00] A: 1. Saya dulu.\n[00:01] B: 1. Mengapa?\n"
    assert [turn.question for turn in read_document(text.encode(), "a.md").turns] == [None, "X1"]


def test_times_that_run_back_and_an_interview_without_turns_are_warned_of() -> None:
    back = read_document(b"[00:09] A: Satu.\n[00:03] B: Dua.\n", "a.txt")
    assert [warning.code for warning in back.warnings] == ["intake.turn-times-back"]
    flat = read_document(b"A: Satu.\nB: Dua.\n", "a.txt", kind="interview")
    assert [warning.code for warning in flat.warnings] == ["intake.no-turns"]


def test_a_transcript_in_utf16_is_a_transcript() -> None:
    text = "[00:00] A: Satu.\r\n[00:01] B: Dua.\r\n"
    assert len(read_document(text.encode("utf-16"), "a.txt").turns) == 2


WORDS = st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Zl", "Zp"]), min_size=1, max_size=40).filter(
    lambda words: words == words.strip() and not words.startswith("[")
)


@given(st.lists(st.tuples(st.sampled_from(["Ana", "Budi Ö.", "研究者"]), WORDS), min_size=2, max_size=12))
def test_turns_come_back_as_they_were_written(turns: list[tuple[str, str]]) -> None:
    lines = [f"[00:{at // 60:02}:{at % 60:02}] {speaker}: {words}" for at, (speaker, words) in enumerate(turns)]
    reading = read_document("\n\n".join(lines).encode(), "a.txt", languages=["en"])
    assert [(turn.speaker, turn.span.of(reading.text)) for turn in reading.turns] == turns
    assert [turn.start_ms for turn in reading.turns] == [at * 1000 for at in range(len(turns))]
