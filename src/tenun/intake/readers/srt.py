"""Subtitles in SRT: who speaks when, where the words say who."""

from __future__ import annotations

import re

from tenun.corpus.transcripts import Guide
from tenun.intake.naming import suffix
from tenun.intake.reading import Format, Reading
from tenun.intake.recordings.subtitles import read_subtitles

FORMAT = Format("srt", "1", (".srt",), "SubRip subtitles", "takarir SubRip")
_FIRST_CUE = re.compile(rb"\s*1\s*\r?\n\s*\d{1,3}:\d\d:\d\d,\d{1,3}\s*-->")


def describe() -> Format:
    """What this reader reads."""
    return FORMAT


def accepts(name: str, head: bytes) -> bool:
    """A name that ends in `.srt`, or a text that begins with a cue numbered 1."""
    plain = suffix(name) in ("", ".txt") and _FIRST_CUE.match(head.removeprefix(b"\xef\xbb\xbf"))
    return suffix(name) in FORMAT.extensions or bool(plain)


def read(content: bytes, name: str, guide: Guide | None = None) -> Reading:
    """The words of the cues as running text, a landmark `cue` with its times for each, and turns.

    >>> read(b"1\\n00:00:01,000 --> 00:00:02,000\\nHalo.\\n", "a.srt").text
    'Halo.'
    """
    return read_subtitles(content, name, FORMAT, guide)
