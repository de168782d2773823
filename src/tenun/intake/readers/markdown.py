"""Markdown with YAML front matter; the marks stay in the text, headings become landmarks."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tenun.corpus.landmarks import Landmark
from tenun.corpus.transcripts import Guide
from tenun.intake.decoding import decode
from tenun.intake.front_matter import part
from tenun.intake.guard.size import check_length
from tenun.intake.naming import suffix
from tenun.intake.reading import Format, Reading
from tenun.text.canonical import canonical
from tenun.text.spans import Span

FORMAT = Format("markdown", "1", (".md", ".markdown"), "Markdown", "Markdown")
_HEADING = re.compile(r"^(#{1,6})[ \t]+(?=\S)(.*)$|^(?:```|~~~)", re.M)


def describe() -> Format:
    """What this reader reads."""
    return FORMAT


def accepts(name: str, head: bytes) -> bool:
    """A name that ends in `.md`, or a text that opens with front matter."""
    fronted = head.removeprefix(b"\xef\xbb\xbf").startswith((b"---\n", b"---\r"))
    return suffix(name) in FORMAT.extensions or (suffix(name) in ("", ".txt") and fronted)


def read(content: bytes, name: str, guide: Guide | None = None) -> Reading:
    """The body without the front matter; offsets count on the body.

    >>> reading = read(b"---\\nid: S1\\n---\\n\\n# Kota\\nDua.", "a.md")
    >>> reading.metadata["id"], reading.landmarks[0].span.of(reading.text)
    ('S1', 'Kota')
    """
    decoded = decode(content, name)
    check_length(decoded.text, where=name)
    found = canonical(decoded.text)
    fronted = part(found.text, name)
    replaced = tuple(at - fronted.offset_cp for at in found.replaced_cp if at >= fronted.offset_cp)
    return Reading(
        fronted.body,
        FORMAT.extractor,
        FORMAT.version,
        replaced,
        fronted.metadata,
        landmarks=tuple(_headings(fronted.body)),
        warnings=decoded.warnings,
    )


def _headings(text: str) -> Iterator[Landmark]:
    fenced = False
    for match in _HEADING.finditer(text):
        if match.group(1) is None:
            fenced = not fenced
        elif not fenced:
            title = match.group(2).rstrip().rstrip("#").rstrip()
            span = Span(match.start(2), match.start(2) + len(title))
            yield Landmark("heading", span, attributes={"level": str(len(match.group(1)))})
