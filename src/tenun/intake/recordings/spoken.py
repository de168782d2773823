"""Cues become running text: a paragraph a turn, each cue with its place and time."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from tenun.corpus.landmarks import Landmark
from tenun.corpus.transcripts import Turn
from tenun.intake.recordings.cues import Cue
from tenun.text.spans import Span

_NAMED = re.compile(r"^(?:>>|[-–])?[ ]*([^\W\d_][^:.,!?<>\[\]]{0,39}?)[ ]*:[ ]+(?=\S)")
_DASH = re.compile(r"^(?:>>|[-–])[ ]*(?=\S)")
_PAUSE_MS = 2_000
_LONG_CP = 500
_TOGETHER_MS = 100
_FINAL = re.compile(r"[.!?…][\"'”’)]*$")


@dataclass(slots=True)
class _Paragraph:
    speaker: str
    start_ms: int
    end_ms: int
    lines: list[tuple[str, Cue]] = field(default_factory=list)
    length_cp: int = 0

    def add(self, line: str, cue: Cue) -> None:
        self.lines.append((line, cue))
        self.length_cp += len(line)
        self.end_ms = max(self.end_ms, cue.end_ms)


@dataclass(frozen=True, slots=True)
class Spoken:
    """The text, its turns (where it says who speaks), and a landmark for every turn and cue."""

    text: str
    turns: tuple[Turn, ...]
    landmarks: tuple[Landmark, ...]


def spoken(cues: Sequence[Cue]) -> Spoken:
    """Cues as paragraphs, `Name: words` where the speaker is known.

    A paragraph ends where the speaker changes; where nobody is named, after a pause of two seconds, or at the end of a
    sentence once it has 500 characters. A line that a rolling subtitle shows again is taken once.

    >>> found = spoken([Cue(0, 900, ("Halo,",), "Ana"), Cue(900, 2000, ("apa kabar?",), "Ana")])
    >>> found.text, found.turns[0].span.of(found.text)
    ('Ana: Halo, apa kabar?', 'Halo, apa kabar?')
    """
    paragraphs = list(_paragraphs(_voiced(_once(cues))))
    named = any(one.speaker for one in paragraphs)
    text, turns, marks = "", [], []
    parts: list[str] = []
    at = 0
    for one in paragraphs:
        head = ("\n\n" if parts else "") + (f"{one.speaker}: " if one.speaker else "")
        parts.append(head)
        at = start = at + len(head)
        for line, cue in one.lines:
            if at > start:
                parts.append(" ")
                at += 1
            parts.append(line)
            marks.append(Landmark("cue", Span(at, at + len(line)), cue.start_ms, cue.end_ms))
            at += len(line)
        turns.append(Turn(one.speaker, Span(start, at), one.start_ms))
        attributes = {"speaker": one.speaker, "question": ""}
        marks.append(Landmark("turn", Span(start, at), one.start_ms, one.end_ms, attributes))
    text = "".join(parts)
    return Spoken(text, tuple(turns) if named else (), tuple(marks))


def _once(cues: Sequence[Cue]) -> Iterator[Cue]:
    """The cues without the lines that the one before, which ends as they begin, had already."""
    before: Cue | None = None
    for cue in cues:
        follows = before is not None and cue.start_ms <= before.end_ms + _TOGETHER_MS
        lines = tuple(line for line in cue.lines if not (before and follows and line in before.lines))
        before = cue
        if lines:
            yield replace(cue, lines=lines)


def _voiced(cues: Iterator[Cue]) -> Iterator[tuple[str | None, str, Cue]]:
    """Speaker, line and cue; None for whoever spoke before."""
    kept = list(cues)
    known = _speakers(kept)
    for cue in kept:
        speaker: str | None = cue.speaker or None
        for line in cue.lines:
            found = _NAMED.match(line)
            if found and found.group(1) in known:
                yield found.group(1), line[found.end() :], cue
            elif _DASH.match(line):
                yield "", _DASH.sub("", line), cue
            else:
                yield speaker, line, cue
            speaker = None


def _speakers(cues: Sequence[Cue]) -> set[str]:
    """Names before a colon that are speakers: those that come back, and, where it is the custom to name them, others.

    It is the custom where names stand in capitals, or where cues begin with names that come back as often as not.
    """
    names = Counter(found.group(1) for cue in cues for line in cue.lines if (found := _NAMED.match(line)))
    if names.total() < 2:
        return set()
    known = {name for name, count in names.items() if count > 1}
    begun = [found.group(1) for cue in cues if (found := _NAMED.match(cue.lines[0]))]
    if 2 * sum(name in known for name in begun) >= len(cues):
        return known | set(begun)
    return known | {name for name in names if name.isupper()}


def _paragraphs(lines: Iterator[tuple[str | None, str, Cue]]) -> Iterator[_Paragraph]:
    current: _Paragraph | None = None
    for speaker, line, cue in lines:
        if current is not None and _goes_on(current, speaker, cue):
            current.add(line, cue)
            continue
        if current is not None:
            yield current
        named = speaker if speaker is not None else current.speaker if current is not None else ""
        current = _Paragraph(named, cue.start_ms, cue.end_ms)
        current.add(line, cue)
    if current is not None:
        yield current


def _goes_on(current: _Paragraph, speaker: str | None, cue: Cue) -> bool:
    if speaker is not None:
        return speaker == current.speaker and bool(speaker)
    if current.speaker:
        return True
    long = current.length_cp > _LONG_CP and _FINAL.search(current.lines[-1][0])
    return cue.start_ms - current.end_ms < _PAUSE_MS and not long
