"""The document tree: a report in words, before it has a format."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, Literal

from tenun.claims.graph import ClaimGraph

RunKind = Literal["text", "term", "strong", "name", "faint", "code", "reference", "link", "foreign"]
Align = Literal["left", "right", "center"]
Tone = Literal["body", "lead", "note"]
Stance = Literal["supports", "opposes", "context"]


@dataclass(frozen=True, slots=True)
class Run:
    """Words of one look. `target`: the anchor of a reference, the address of a link, the language of foreign words."""

    text: str
    kind: RunKind = "text"
    target: str = ""


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence with the claim it makes and what that rests on. `figures`: name and value of each that it prints."""

    runs: tuple[Run, ...]
    claim: str = ""
    passages: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()
    figures: tuple[tuple[str, str], ...] = ()

    @property
    def text(self) -> str:
        """The words without their looks."""
        return "".join(run.text for run in self.runs)


Cell = tuple[Sentence, ...]


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Sentences that run on. `tone` `lead` is set larger, `note` smaller."""

    sentences: tuple[Sentence, ...]
    tone: Tone = "body"


@dataclass(frozen=True, slots=True)
class Items:
    """A list; each item is a few sentences."""

    items: tuple[tuple[Sentence, ...], ...]
    ordered: bool = False


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a table; `width` is its share against the others."""

    title: str
    width: float = 1.0
    align: Align = "left"


@dataclass(frozen=True, slots=True)
class Row:
    """A row; a cell's sentences stand under each other. `depth` indents the first cell, `header` spans the table."""

    cells: tuple[Cell, ...]
    depth: int = 0
    header: bool = False
    anchor: str = ""
    faint: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """A table with its caption above. `subdued`: the lines of a cell after its first are secondary."""

    id: str
    caption: str
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    subdued: bool = False


@dataclass(frozen=True, slots=True)
class Quote:
    """A passage in its own language, with where it stands and how it is coded; `translation` may be empty."""

    id: str
    passage: str
    text: str
    language: str
    place: tuple[Run, ...]
    coded: tuple[Run, ...]
    stance: Stance = "supports"
    translation: str = ""
    translation_language: str = ""
    translation_note: str = ""


@dataclass(frozen=True, slots=True)
class Evidence:
    """The quotes that a finding rests on. An `echo` repeats quotes of section `home`: paper shows a pointer."""

    id: str
    summary: Sentence
    quotes: tuple[Quote, ...]
    echo: bool = False
    home: str = ""


@dataclass(frozen=True, slots=True)
class Chart:
    """A Vega-Lite chart; `alt` says in words what it shows."""

    id: str
    title: str
    spec: Mapping[str, Any]
    alt: str
    note: tuple[Sentence, ...] = ()


@dataclass(frozen=True, slots=True)
class Callout:
    """A box that stands out: a `caution`, or what is `synthetic`."""

    kind: Literal["caution", "synthetic", "answer"]
    title: str
    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class Section:
    """A part under a heading, with parts of its own. `id` is its anchor, the same in both languages."""

    id: str
    title: str
    blocks: tuple[Block, ...]


Block = Paragraph | Items | Table | Evidence | Chart | Callout | Section


@dataclass(frozen=True, slots=True)
class Document:
    """A whole report. `labels` are the words that the writers of formats need (`contents`, `page`, `quotes`)."""

    language: str
    title: str
    subtitle: str
    date: str
    day: str
    sections: tuple[Section, ...]
    claims: ClaimGraph
    labels: Mapping[str, str] = field(default_factory=dict)

    def blocks(self) -> Iterator[Block]:
        """Every block, the nested ones too, in reading order."""
        return _walk(self.sections)

    def sentences(self) -> Iterator[Sentence]:
        """Every sentence, those in tables, lists and captions too, in reading order."""
        for block in self.blocks():
            yield from _own_sentences(block)


def _walk(blocks: tuple[Block, ...]) -> Iterator[Block]:
    for block in blocks:
        yield block
        if isinstance(block, Section | Callout):
            yield from _walk(block.blocks)


def _own_sentences(block: Block) -> Iterator[Sentence]:
    match block:
        case Paragraph(sentences=sentences):
            yield from sentences
        case Items(items=items):
            yield from (sentence for item in items for sentence in item)
        case Table(rows=rows):
            yield from (sentence for row in rows for cell in row.cells for sentence in cell)
        case Evidence(summary=summary):
            yield summary
        case Chart(note=note):
            yield from note
        case _:
            return
