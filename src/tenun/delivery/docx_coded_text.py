"""Coded texts as a Word file: every passage shaded, its codes in a comment beside it.

Comments, and not marks within the words: they may overlap as passages do, leave the words of a text untouched, name
their coder as Word names an author, and are shown by Word, LibreOffice and the word processors of the web. The shading
stays visible where a program or a printer leaves comments out, and a table at the end of every text has them again.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from tenun.delivery.docx import bytes_of, new_file, relation_to
from tenun.delivery.docx_tables import table
from tenun.delivery.docx_text import attribute, paragraph, run
from tenun.report.tree import Column, Row, Run, Sentence, Table

SHADE, SHADE_MORE = "FBE8A6", "F3C96B"
_NAME_CP = 60
_INITIALS_CP = 9


@dataclass(frozen=True, slots=True)
class Remark:
    """What one coder says of one passage: start and end in code points, the codes, and what more is known of each."""

    start_cp: int
    end_cp: int
    coder: str
    lines: tuple[tuple[str, str], ...]
    """Code and label, and facets with the memo; one a coding."""


@dataclass(frozen=True, slots=True)
class RemarkApart:
    """What one coder says of a region or time: the place and what is there in words, and the rest as in `Remark`."""

    place: str
    said: str
    coder: str
    lines: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class CodedText:
    """A source with its text and the remarks on it, in the order of places; `apart` stands in the table alone."""

    title: str
    language: str
    text: str
    remarks: tuple[Remark, ...]
    apart: tuple[RemarkApart, ...] = ()


@dataclass(frozen=True, slots=True)
class CodeEntry:
    """A code of the legend."""

    key: str
    label: str
    definition: str
    uses: int


@dataclass(frozen=True, slots=True)
class CodedTextWords:
    """What the file says itself: `passages` above the table of a text, and the columns of its tables."""

    legend: str
    legend_columns: tuple[str, str, str]
    lead: str
    passages: str
    passage_columns: tuple[str, str, str, str]


def write_coded_text(
    title: str, language: str, texts: Sequence[CodedText], legend: Sequence[CodeEntry], words: CodedTextWords
) -> bytes:
    """The file; equal texts and remarks are equal bytes."""
    file = new_file(title, language)
    relate = relation_to(file)
    written = _Writer()
    parts = [paragraph(run(title), "Title"), paragraph(run(words.lead), "Note")]
    if legend:
        parts += [paragraph(run(words.legend), "Heading1"), table(_legend(legend, words), relate, lambda anchor: "")]
    for number, text in enumerate(texts):
        parts += [paragraph(run(text.title), "Heading1"), *written.paragraphs(text)]
        if text.remarks or text.apart:
            parts.append(paragraph(run(words.passages), "Heading2"))
            parts.append(table(_passages(text, number, words), relate, lambda anchor: ""))
    return bytes_of(file, "".join(parts), "".join(written.comments))


class _Writer:
    """Writes the paragraphs of texts and gathers their comments, numbered through the file."""

    def __init__(self) -> None:
        self.comments: list[str] = []

    def paragraphs(self, text: CodedText) -> Iterator[str]:
        first = len(self.comments)
        self.comments += [_comment(first + number, remark) for number, remark in enumerate(text.remarks)]
        numbered = list(enumerate(text.remarks, first))
        # A comment belongs to the paragraphs that its passage has words in; its two ends may stand in different ones.
        opens, closes = defaultdict(list), defaultdict(list)
        for number, remark in numbered:
            opens[remark.start_cp].append(number)
            closes[remark.end_cp].append(number)
        spans = sorted({(remark.start_cp, remark.end_cp) for remark in text.remarks})
        at = 0
        for line in text.text.split("\n"):
            end = at + len(line)
            content = _line(text, at, end, spans, opens, closes)
            if content or line.strip():
                yield paragraph(content)
            at = end + 1


def _line(
    text: CodedText,
    start: int,
    end: int,
    spans: list[tuple[int, int]],
    opens: dict[int, list[int]],
    closes: dict[int, list[int]],
) -> str:
    """One paragraph, cut wherever a passage begins or ends."""
    inside = [span for span in spans if span[0] <= end and span[1] >= start]
    cuts = sorted({start, end, *(at for span in inside for at in span if start <= at <= end)})
    pieces = []
    for one, other in pairwise([*cuts, cuts[-1]]):
        pieces += [_close(number) for number in closes.pop(one, ())]
        pieces += [f'<w:commentRangeStart w:id="{number}"/>' for number in opens.pop(one, ())]
        depth = sum(span[0] <= one and other <= span[1] for span in inside) if other > one else 0
        if other > one:
            shade = SHADE_MORE if depth > 1 else SHADE if depth else ""
            pieces.append(run(text.text[one:other], language=text.language, shade=shade))
    return "".join(pieces)


def _close(number: int) -> str:
    return f'<w:commentRangeEnd w:id="{number}"/><w:r><w:commentReference w:id="{number}"/></w:r>'


def _comment(number: int, remark: Remark) -> str:
    told = []
    for code, more in remark.lines:
        told.append(paragraph(run(code, bold=True) + (run(f" · {more}") if more else ""), "Remark"))
    initials = remark.coder[:_INITIALS_CP]
    who = f"w:author={attribute(remark.coder)} w:initials={attribute(initials)}"
    return f'<w:comment w:id="{number}" {who}>{"".join(told)}</w:comment>'


def _legend(legend: Sequence[CodeEntry], words: CodedTextWords) -> Table:
    rows = [
        Row((_cell(entry.key), (*_cell(entry.label), *_cell(entry.definition)), _cell(str(entry.uses))))
        for entry in legend
    ]
    key, label, uses = words.legend_columns
    columns = (Column(key, 1.1), Column(label, 4), Column(uses, 0.7, "right"))
    return Table("legend", "", columns, tuple(rows), subdued=True)


def _passages(text: CodedText, number: int, words: CodedTextWords) -> Table:
    rows = []
    in_text = [
        RemarkApart(f"{one.start_cp}–{one.end_cp}", text.text[one.start_cp : one.end_cp], one.coder, one.lines)
        for one in text.remarks
    ]
    for remark in (*in_text, *text.apart):
        quote = " ".join(remark.said.split())
        short = quote if len(quote) <= _NAME_CP else f"{quote[:_NAME_CP]}…"
        codes = tuple(Sentence((Run(code),)) for code, _ in remark.lines)
        rows.append(Row((_cell(remark.place), _cell(short), codes, _cell(remark.coder))))
    place, quote, code, coder = words.passage_columns
    columns = (Column(place, 0.9), Column(quote, 3.4), Column(code, 2.2), Column(coder, 1))
    return Table(f"passages-{number}", "", columns, tuple(rows))


def _cell(text: str) -> tuple[Sentence, ...]:
    return (Sentence((Run(text),)),) if text else ()
