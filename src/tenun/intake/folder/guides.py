"""The interview guide of a study folder."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from tenun.coding.codebook import Codebook
from tenun.corpus.study import Bilingual
from tenun.corpus.transcripts import Guide, Question
from tenun.errors import InputRefused, Problem
from tenun.intake.folder.settings import Settings, read_yaml
from tenun.text.likeness import Nearest


def read_guide(path: Path, where: str, codebook: Codebook) -> tuple[Guide, list[Problem]]:
    """The guide in a YAML file, with a warning for each code that the codebook does not have.

    Raises InputRefused when it has no questions or two with one id.
    """
    document = read_yaml(path, where)
    settings = Settings(document if isinstance(document, dict) else {}, where)
    questions = tuple(_question(part, number) for number, part in enumerate(settings.parts("questions"), 1))
    if not questions:
        raise InputRefused("intake.guide-without-questions", where=where)
    if len({question.id for question in questions}) < len(questions):
        raise InputRefused("intake.question-twice", where=where)
    minutes = int(settings.number("duration_minutes", 0, 0, 10_000)) or None
    guide = Guide(
        settings.bilingual("title"), questions, settings.bilingual("notes"), settings.bilingual("respondent"), minutes
    )
    return guide, list(_unknown_codes(guide, where, codebook))


def _question(part: Settings, number: int) -> Question:
    probes = tuple(Bilingual(probe.text("en"), probe.text("id")) for probe in part.parts("probes"))
    return Question(part.text("id") or str(number), part.bilingual("text"), probes, part.texts("codes"))


def _unknown_codes(guide: Guide, where: str, codebook: Codebook) -> Iterator[Problem]:
    meant = Nearest(codebook)
    for question in guide.questions:
        for code in question.codes:
            if code not in codebook:
                place = f"{where}: {question.id}"
                yield Problem("warning", "coding.unknown-code", place, {"code": code}, meant.of(code))
