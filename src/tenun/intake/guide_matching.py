"""Which question of the guide each turn of an interview belongs to."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any

from tenun.corpus.transcripts import Guide, Turn

_NUMBER = re.compile(r"(?:(?<=\s)|^)(\d{1,3})\. (?=\S)")


def match_questions(
    turns: Sequence[Turn], text: str, questions: Sequence[str], interviewer: str | None = None
) -> tuple[Turn, ...]:
    """The turns, each with the id of the question under which it falls.

    The interviewer's "7. " starts question 7 where 7 is the next number, or any later one at the head of a turn; a
    turn that starts several belongs to the last. `questions`: ids in the order of the numbers; none given, the number
    itself is the id. `interviewer`: None means whoever speaks first.
    """
    asking = interviewer or (turns[0].speaker if turns else None)
    current, matched = 0, []
    for turn in turns:
        if turn.speaker == asking:
            current = max([current, *_started(turn.span.of(text), current, len(questions) or None)])
        question = None if current == 0 else questions[current - 1] if questions else str(current)
        matched.append(replace(turn, question=question))
    return tuple(matched)


def question_ids(metadata: Mapping[str, Any], guide: Guide | None) -> tuple[str, ...]:
    """Ids of the questions in order: the guide's, else those that the transcript's front matter lists."""
    if guide is not None:
        return tuple(question.id for question in guide.questions)
    listed = metadata.get("guide_question_ids")
    return tuple(map(str, listed)) if isinstance(listed, list) else ()


def interviewer_of(metadata: Mapping[str, Any]) -> str | None:
    """Who asks, as the front matter says: `interviewer`, else the first of `speakers`."""
    named = metadata.get("interviewer")
    speakers = metadata.get("speakers")
    if named is None and isinstance(speakers, list) and speakers:
        named = speakers[0]
    return None if named is None else str(named)


def _started(words: str, current: int, most: int | None) -> Iterator[int]:
    for match in _NUMBER.finditer(words):
        number = int(match.group(1))
        if (most is None or number <= most) and (number == current + 1 or (match.start() == 0 and number > current)):
            yield number
            current = number
