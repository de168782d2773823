"""Who speaks when, in the styles in which transcripts are usually written.

A transcript is written in one style throughout: the one that finds the most turns is taken. Where a style might be
mistaken for something else (an agenda with times, a glossary with colons), some name must come back.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from tenun.corpus.landmarks import Landmark
from tenun.corpus.transcripts import Turn
from tenun.errors import Problem
from tenun.intake.recordings.clock_times import TIME, clock, milliseconds
from tenun.text.spans import Span

FEWEST_TURNS = 2
_FEWEST_WITHOUT_TIMES = 4
_SHARE_OF_PARAGRAPHS = 0.6
_NAME = r"(?P<name>[^\W_][^:\n\t\[\]()<>]{0,79}?)"
_UNTIL = rf"(?:[ \t]*(?:-->|-|–|—)[ \t]*{TIME})?"
_WHEN = rf"(?P<time>{TIME}){_UNTIL}"
# Word processors' paragraphs are parted by a blank line.
_BELOW = r"[ \t]*\n(?:[ \t]*\n)?[ \t]*(?=\S)"
_WORDS = rf"(?:{_BELOW}|[ \t]*(?=\S))"


@dataclass(frozen=True, slots=True)
class Style:
    """How a turn begins. `sure`: it cannot be anything else, so no name need come back."""

    name: str
    head: re.Pattern[str]
    sure: bool = False


STYLES = (
    # [00:01:02] Ana: words; (1:02) Ana: words; 00:01:02.5 Ana: words; [00:01:02 - 00:01:09] Ana: words
    Style("time-name", re.compile(rf"^[\[(<]?{_WHEN}[\])>]?[ \t]+{_NAME}[ \t]*:{_WORDS}", re.M), sure=True),
    # Speaker 1 (00:12): words (Rev); Ana [00:00:12] words (Trint)
    Style("name-time", re.compile(rf"^{_NAME}[ \t]*[\[(]{_WHEN}[\])][ \t]*:?{_WORDS}", re.M)),
    # Ana Putri  0:03, the words below (Otter, Teams)
    Style("name-time-line", re.compile(rf"^{_NAME}[ \t]+{_WHEN}{_BELOW}", re.M)),
    # [Ana Putri] 10:12:33, the words below (Zoom)
    Style("zoom", re.compile(rf"^\[(?P<name>[^\]\n]{{1,80}})\][ \t]+{_WHEN}{_BELOW}", re.M)),
    # 0:0:3.210 --> 0:0:8.90, the name and the words below (older Teams)
    Style("teams", re.compile(rf"^(?P<time>{TIME})[ \t]*-->[ \t]*{TIME}[ \t]*\n{_NAME}{_BELOW}", re.M)),
    # [00:01:02] Ana, the words below (Sonix, NVivo)
    Style("time-name-line", re.compile(rf"^[\[(]?{_WHEN}[\])]?[ \t]+{_NAME}{_BELOW}", re.M)),
    # 00:01:02 on a line of its own, then Ana: words
    Style("time-above", re.compile(rf"^[\[(]?{_WHEN}[\])]?[ \t]*\n{_NAME}[ \t]*:{_WORDS}", re.M)),
)
UNTIMED = Style("name", re.compile(r"^(?P<name>[^\W\d_][^:\n\t\[\]()<>.!?]{0,39}?)[ \t]*:[ \t]+(?=\S)", re.M))


def find_turns(text: str) -> list[Turn]:
    """The turns of a canonical text; none where it is no transcript. Spans cover the words, not name and time.

    >>> text = "A (0:01):\\nHalo.\\nB (0:02):\\nYa.\\nA (0:03):\\nSip."
    >>> [(turn.speaker, turn.start_ms, turn.span.of(text)) for turn in find_turns(text)]
    [('A', 1000, 'Halo.'), ('B', 2000, 'Ya.'), ('A', 3000, 'Sip.')]
    """
    best: list[re.Match[str]] = []
    for style in STYLES:
        heads = list(style.head.finditer(text))
        if len(heads) > max(len(best), FEWEST_TURNS - 1) and (style.sure or _come_back(heads)):
            best = heads
    if not best:
        best = _untimed(text)
    ends = [head.start() for head in best[1:]] + [len(text)][: len(best)]
    return [_turn(text, head, end) for head, end in zip(best, ends, strict=True)]


def turn_landmarks(turns: Sequence[Turn]) -> Iterator[Landmark]:
    """The turns as places of the text; one ends, in the recording, where the next begins."""
    ends: list[int | None] = [turn.start_ms for turn in turns[1:]] + [None]
    for turn, end_ms in zip(turns, ends, strict=True):
        attributes = {"speaker": turn.speaker, "question": turn.question or ""}
        yield Landmark("turn", turn.span, turn.start_ms, end_ms, attributes)


def times_back(turns: Sequence[Turn], name: str) -> Iterator[Problem]:
    """A warning for the first turn that begins before the one above it."""
    for before, turn in pairwise(turns):
        if (turn.start_ms or 0) < (before.start_ms or 0):
            yield Problem("warning", "intake.turn-times-back", name, {"at": clock(turn.start_ms or 0)})
            return


def _come_back(heads: Sequence[re.Match[str]]) -> bool:
    names = Counter(head["name"].strip() for head in heads)
    return max(names.values()) > 1 and len(names) <= max(2, len(heads) / 2)


def _untimed(text: str) -> list[re.Match[str]]:
    """Turns by name alone: most paragraphs begin with one of two or more names, each of which comes back."""
    names = Counter(head["name"].strip() for head in UNTIMED.head.finditer(text))
    known = {name for name, count in names.items() if count > 1}
    heads = [head for head in UNTIMED.head.finditer(text) if head["name"].strip() in known]
    lines = sum(1 for line in text.split("\n") if line.strip())
    enough = len(heads) >= max(_FEWEST_WITHOUT_TIMES, _SHARE_OF_PARAGRAPHS * lines)
    return heads if enough and len(known) > 1 else []


def _turn(text: str, head: re.Match[str], end: int) -> Turn:
    words = text[head.end() : end].rstrip()
    time = head.groupdict().get("time")
    start_ms = None if time is None else milliseconds(time)
    return Turn(head["name"].strip(), Span(head.end(), head.end() + len(words)), start_ms)
