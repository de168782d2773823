"""Turns of a transcript and the guide of the interview."""

from __future__ import annotations

from dataclasses import dataclass

from tenun.corpus.study import Bilingual
from tenun.text.spans import Span


@dataclass(frozen=True, slots=True)
class Turn:
    """What one speaker says at a stretch. `span` covers the words, not the name; `question` is an id of the guide."""

    speaker: str
    span: Span
    start_ms: int | None = None
    question: str | None = None


@dataclass(frozen=True, slots=True)
class Question:
    """A question of the interview guide, the probes that may follow, and the codes it should elicit."""

    id: str
    text: Bilingual
    probes: tuple[Bilingual, ...] = ()
    codes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Guide:
    """An interview guide."""

    title: Bilingual
    questions: tuple[Question, ...]
    notes: Bilingual = Bilingual()
    respondent: Bilingual = Bilingual()
    duration_minutes: int | None = None
