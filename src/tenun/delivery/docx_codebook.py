"""A codebook as a Word file: a heading a code, and both languages side by side."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from tenun.delivery.docx import bytes_of, new_file, relation_to
from tenun.delivery.docx_tables import table
from tenun.delivery.docx_text import Relate, paragraph, run
from tenun.report.tree import Column, Row, Run, Sentence, Table

DEEPEST = 3
"""Word's headings that have a look here; deeper codes share the last."""


@dataclass(frozen=True, slots=True)
class CodePage:
    """One code. `depth` counts from 0; `rows`: what is said of it, name first, then English and Indonesian."""

    key: str
    label: str
    depth: int
    about: str
    rows: tuple[tuple[str, tuple[str, ...], tuple[str, ...]], ...]


def write_codebook(title: str, language: str, lead: str, pages: Sequence[CodePage]) -> bytes:
    """The file; equal codebooks are equal bytes."""
    file = new_file(title, language)
    relate = relation_to(file)
    front = [paragraph(run(title), "Title"), paragraph(run(lead), "Note")]
    return bytes_of(file, "".join([*front, *(part for page in pages for part in _page(page, relate))]))


def _page(page: CodePage, relate: Relate) -> Iterator[str]:
    name = page.key if page.label in ("", page.key) else f"{page.key} · {page.label}"
    yield paragraph(run(name), f"Heading{min(page.depth + 1, DEEPEST)}")
    yield paragraph(run(page.about), "Note", "<w:keepNext/>" if page.rows else "")
    if page.rows:
        columns = (Column("", 1), Column("English", 3), Column("Bahasa Indonesia", 3))
        rows = tuple(
            Row((_cell((what,)), _cell(english), _cell(indonesian))) for what, english, indonesian in page.rows
        )
        yield table(Table(page.key, "", columns, rows), relate, lambda anchor: "")
        yield paragraph("", "TableText")


def _cell(words: tuple[str, ...]) -> tuple[Sentence, ...]:
    return tuple(Sentence((Run(one),)) for one in words if one)
