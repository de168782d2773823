"""Transcripts: lines of `[hh:mm:ss] Speaker: words`, with front matter before them or not."""

from __future__ import annotations

import re
from codecs import BOM_UTF16_BE, BOM_UTF16_LE
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from tenun.corpus.landmarks import Landmark
from tenun.corpus.transcripts import Guide, Turn
from tenun.errors import Problem
from tenun.intake.guide_matching import interviewer_of, match_questions, question_ids
from tenun.intake.naming import suffix
from tenun.intake.readers import markdown
from tenun.intake.reading import Format, Reading
from tenun.text.canonical import canonical
from tenun.text.spans import Span

FORMAT = Format(
    "transcript", "1", (".md", ".txt"), "transcript with speakers and times", "transkrip dengan penutur dan waktu"
)
_TURN = re.compile(r"^\[(?:(\d{1,3}):)?([0-5]?\d):([0-5]\d)\][ \t]+([^:\n]{1,80}?)[ \t]*:[ \t]+(?=\S)", re.M)
_FEWEST_TURNS = 2


def describe() -> Format:
    """What this reader reads."""
    return FORMAT


def accepts(name: str, head: bytes) -> bool:
    """Two turns or more at the head of a text."""
    if suffix(name) not in (*FORMAT.extensions, ".markdown", ".text", ""):
        return False
    encoding = "utf-16" if head.startswith((BOM_UTF16_LE, BOM_UTF16_BE)) else "utf-8"
    turns = _TURN.finditer(canonical(head.decode(encoding, "ignore")).text)
    return sum(1 for _ in turns) >= _FEWEST_TURNS


def read(content: bytes, name: str, guide: Guide | None = None) -> Reading:
    """The text with its turns; each knows the question of the guide that it answers.

    >>> text = b"[00:00:01] Ana: 1. Mengapa?\\n\\n[00:00:04] Budi: Karena dekat.\\nItu saja.\\n"
    >>> [(turn.speaker, turn.span.of(text.decode())) for turn in read(text, "a.txt").turns]
    [('Ana', '1. Mengapa?'), ('Budi', 'Karena dekat.\\nItu saja.')]
    """
    reading = markdown.read(content, name)
    questions = question_ids(reading.metadata, guide)
    turns = match_questions(list(_turns(reading.text)), reading.text, questions, interviewer_of(reading.metadata))
    return replace(
        reading,
        extractor=FORMAT.extractor,
        extractor_version=FORMAT.version,
        turns=turns,
        landmarks=(*reading.landmarks, *_landmarks(turns)),
        warnings=(*reading.warnings, *_times_back(turns, name)),
    )


def _turns(text: str) -> Iterator[Turn]:
    found = list(_TURN.finditer(text))
    ends = [match.start() for match in found[1:]] + [len(text)]
    for match, end in zip(found, ends, strict=True):
        words = text[match.end() : end].rstrip()
        hours, minutes, seconds, speaker = match.groups()
        start_ms = ((int(hours or 0) * 60 + int(minutes)) * 60 + int(seconds)) * 1000
        yield Turn(speaker.strip(), Span(match.end(), match.end() + len(words)), start_ms)


def _landmarks(turns: Sequence[Turn]) -> Iterator[Landmark]:
    ends: list[int | None] = [turn.start_ms for turn in turns[1:]] + [None]
    for turn, end_ms in zip(turns, ends, strict=True):
        attributes = {"speaker": turn.speaker, "question": turn.question or ""}
        yield Landmark("turn", turn.span, turn.start_ms, end_ms, attributes)


def _times_back(turns: Sequence[Turn], name: str) -> Iterator[Problem]:
    for before, turn in pairwise(turns):
        if (turn.start_ms or 0) < (before.start_ms or 0):
            seconds = (turn.start_ms or 0) // 1000
            at = f"{seconds // 3600:02}:{seconds % 3600 // 60:02}:{seconds % 60:02}"
            yield Problem("warning", "intake.turn-times-back", name, {"at": at})
            return
