"""Cues of subtitles: blocks with a time line, as SRT and WebVTT have them."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from dataclasses import dataclass

from tenun.intake.recordings.clock_times import TIME, milliseconds

MOST_CUES = 200_000
_TIMES = re.compile(rf"^[ \t]*({TIME})[ \t]*-->[ \t]*({TIME})(?:[ \t].*)?$")
_VOICE = re.compile(r"<v(?:\.[^\s>]*)?[ \t]+([^>\n]{1,200})>")
_MARK = re.compile(r"</?[a-zA-Z][^<>\n]{0,200}>|<[\d:.]{5,15}>|\{\\[^{}\n]{1,60}\}")
_BLANK = re.compile(r"\n[ \t]*\n")


@dataclass(frozen=True, slots=True)
class Cue:
    """Words on the screen from `start_ms` to `end_ms`; `speaker` as the cue itself says, else ""."""

    start_ms: int
    end_ms: int
    lines: tuple[str, ...]
    speaker: str = ""


@dataclass(frozen=True, slots=True)
class Cues:
    """The cues of a file in its order, and how many of its blocks have no time that can be read."""

    cues: tuple[Cue, ...]
    skipped: int


def cues_of(text: str) -> Cues:
    """The cues of a canonical text; headers, notes and styles of WebVTT are none.

    >>> found = cues_of("WEBVTT\\n\\n00:01.000 --> 00:02.000\\n<v Ana>Halo &amp; <i>selamat</i>")
    >>> found.cues
    (Cue(start_ms=1000, end_ms=2000, lines=('Halo & selamat',), speaker='Ana'),)
    """
    cues: list[Cue] = []
    skipped = 0
    for block in _BLANK.split(text):
        rows = [row.strip() for row in block.split("\n") if row.strip()]
        if not rows or rows[0].startswith(("WEBVTT", "NOTE", "STYLE", "REGION", "X-TIMESTAMP-MAP")):
            continue
        starts = [number for number, row in enumerate(rows) if _TIMES.match(row)]
        if not starts:
            skipped += 1
            continue
        # A blank line that is missing between two cues must not make one of them.
        for start, end in zip(starts, [*starts[1:], len(rows) + 1], strict=True):
            body = rows[start + 1 : end if end > len(rows) else _without_number(rows, end)]
            cues += _cues(rows[start], body)
        if len(cues) > MOST_CUES:
            break
    return Cues(tuple(cues[:MOST_CUES]), skipped)


def _without_number(rows: list[str], end: int) -> int:
    """Where the words of a cue end that the next one's number and times follow at once."""
    return end - 1 if rows[end - 1].isdigit() else end


def _cues(times: str, rows: list[str]) -> Iterator[Cue]:
    found = _TIMES.match(times)
    assert found is not None  # noqa: S101 - the caller found it
    start_ms, end_ms = milliseconds(found.group(1)), milliseconds(found.group(2))
    parts = _VOICE.split("\n".join(rows))
    for speaker, words in zip(["", *parts[1::2]], parts[::2], strict=True):
        lines = tuple(line for line in (_plain(row) for row in words.split("\n")) if line)
        if lines:
            yield Cue(start_ms, max(start_ms, end_ms), lines, _plain(speaker))


def _plain(row: str) -> str:
    return " ".join(html.unescape(_MARK.sub("", row)).replace("\x00", "\ufffd").split())
