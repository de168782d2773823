"""Transcripts: who speaks when, in the usual styles, with front matter before them or not."""

from __future__ import annotations

from codecs import BOM_UTF16_BE, BOM_UTF16_LE
from dataclasses import replace

from tenun.corpus.transcripts import Guide
from tenun.intake.guide_matching import interviewer_of, match_questions, question_ids
from tenun.intake.naming import suffix
from tenun.intake.readers import markdown
from tenun.intake.reading import Format, Reading
from tenun.intake.recordings.speech import FEWEST_TURNS, find_turns, times_back, turn_landmarks
from tenun.text.canonical import canonical

FORMAT = Format(
    "transcript", "1", (".md", ".txt"), "transcript with speakers and times", "transkrip dengan penutur dan waktu"
)


def describe() -> Format:
    """What this reader reads."""
    return FORMAT


def accepts(name: str, head: bytes) -> bool:
    """Two turns or more at the head of a text."""
    if suffix(name) not in (*FORMAT.extensions, ".markdown", ".text", ""):
        return False
    encoding = "utf-16" if head.startswith((BOM_UTF16_LE, BOM_UTF16_BE)) else "utf-8"
    return len(find_turns(canonical(head.decode(encoding, "ignore")).text)) >= FEWEST_TURNS


def read(content: bytes, name: str, guide: Guide | None = None) -> Reading:
    """The text with its turns; each knows the question of the guide that it answers.

    >>> text = b"[00:00:01] Ana: 1. Mengapa?\\n\\n[00:00:04] Budi: Karena dekat.\\nItu saja.\\n"
    >>> [(turn.speaker, turn.span.of(text.decode())) for turn in read(text, "a.txt").turns]
    [('Ana', '1. Mengapa?'), ('Budi', 'Karena dekat.\\nItu saja.')]
    """
    reading = markdown.read(content, name)
    return replace(with_turns(reading, name, guide), extractor=FORMAT.extractor, extractor_version=FORMAT.version)


def with_turns(reading: Reading, name: str, guide: Guide | None = None) -> Reading:
    """A reading with the turns that its text has; the same reading where it has none."""
    found = find_turns(reading.text)
    if len(found) < FEWEST_TURNS:
        return reading
    questions = question_ids(reading.metadata, guide)
    turns = match_questions(found, reading.text, questions, interviewer_of(reading.metadata))
    marks = (*reading.landmarks, *turn_landmarks(turns))
    return replace(reading, turns=turns, landmarks=marks, warnings=(*reading.warnings, *times_back(turns, name)))
