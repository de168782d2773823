"""Places in a text that have a name: headings, turns, tables, notes, tracked changes, pages, cues, pictures.

Kinds, and the attributes (all of them text) that readers give:

    heading     level ("1" is the highest)
    turn        speaker, question; times are of the recording
    cue         times are of the recording
    table       rows, columns; its rows are landmarks `row`, their cells `cell` (row, column, from 1)
    item        level of a list's item, ordered ("true" or "false")
    footnote    the words of a note, which stand behind the text that they belong to; number, at (the code point that
    endnote     the note hangs on)
    comment     the words commented on; author, when, text (what the comment says: it is no part of the text)
    insertion   words that a tracked change inserted; author, when
    deletion    nothing, at the place where a tracked change took words away; author, when, text
    box         the words of a text box
    link        the words of a link; url
    image       the place of a picture, or the whole of one; name, mime, width, height, alt
    page        page, width, height, boxes (`corpus/page_boxes.py`)
    chapter     a file of a book; name
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from tenun.text.spans import Span

KINDS = frozenset({
    "heading", "turn", "cue", "table", "row", "cell", "item", "footnote", "endnote", "comment", "insertion", "deletion",
    "box", "link", "image", "page", "chapter",
})  # fmt: skip


@dataclass(frozen=True, slots=True)
class Landmark:
    """A named place of one representation; its span may be empty where it stands between words."""

    kind: str
    span: Span
    start_ms: int | None = None
    end_ms: int | None = None
    attributes: Mapping[str, str] = field(default_factory=dict)
