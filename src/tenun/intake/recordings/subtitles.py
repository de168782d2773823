"""A file of subtitles as a reading."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tenun.corpus.landmarks import Landmark
from tenun.corpus.transcripts import Guide
from tenun.errors import InputRefused, Problem
from tenun.intake.decoding import decode
from tenun.intake.guard.size import check_length
from tenun.intake.guide_matching import match_questions, question_ids
from tenun.intake.reading import Format, Reading
from tenun.intake.recordings.cues import MOST_CUES, Cues, cues_of
from tenun.intake.recordings.speech import times_back
from tenun.intake.recordings.spoken import spoken
from tenun.text.canonical import canonical


def read_subtitles(content: bytes, name: str, form: Format, guide: Guide | None) -> Reading:
    """The reading of subtitles; InputRefused where there is no cue, or far too many."""
    decoded = decode(content, name)
    check_length(decoded.text, where=name)
    found = cues_of(canonical(decoded.text).text)
    if not found.cues:
        raise InputRefused("media.no-cues", where=name)
    said = spoken(found.cues)
    turns = match_questions(said.turns, said.text, question_ids({}, guide)) if said.turns else ()
    asked = {turn.span: turn.question or "" for turn in turns}
    return Reading(
        said.text,
        form.extractor,
        form.version,
        tuple(at.start() for at in re.finditer("\ufffd", said.text)),
        turns=turns,
        landmarks=tuple(_asked(mark, asked.get(mark.span, "")) for mark in said.landmarks),
        warnings=(*decoded.warnings, *_oddities(found, name), *times_back(turns, name)),
    )


def _asked(mark: Landmark, question: str) -> Landmark:
    if mark.kind != "turn":
        return mark
    return Landmark(mark.kind, mark.span, mark.start_ms, mark.end_ms, {**mark.attributes, "question": question})


def _oddities(found: Cues, name: str) -> Iterator[Problem]:
    if found.skipped:
        yield Problem("warning", "media.cues-skipped", name, {"count": found.skipped})
    if len(found.cues) >= MOST_CUES:
        yield Problem("warning", "media.too-many-cues", name, {"most": MOST_CUES})
