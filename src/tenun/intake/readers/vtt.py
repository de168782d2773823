"""Subtitles in WebVTT: who speaks when, by `<v Name>` or by a name before a colon."""

from __future__ import annotations

from tenun.corpus.transcripts import Guide
from tenun.intake.naming import suffix
from tenun.intake.reading import Format, Reading
from tenun.intake.recordings.subtitles import read_subtitles

FORMAT = Format("vtt", "1", (".vtt",), "WebVTT subtitles", "takarir WebVTT")


def describe() -> Format:
    """What this reader reads."""
    return FORMAT


def accepts(name: str, head: bytes) -> bool:
    """The word that opens every such file, or the name."""
    return suffix(name) in FORMAT.extensions or head.removeprefix(b"\xef\xbb\xbf").startswith(b"WEBVTT")


def read(content: bytes, name: str, guide: Guide | None = None) -> Reading:
    """The words of the cues as running text, a landmark `cue` with its times for each, and turns.

    >>> read(b"WEBVTT\\n\\n00:01.000 --> 00:02.000\\n<v Ana>Halo.\\n", "a.vtt").text
    'Ana: Halo.'
    """
    return read_subtitles(content, name, FORMAT, guide)
