"""The blocks of a document tree, one by one, as WordprocessingML."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import count

from tenun.delivery.docx_styles import EDGE, INDIGO, RUST
from tenun.delivery.docx_tables import table
from tenun.delivery.docx_text import Relate, bookmark, field, looked, paragraph, run, spoken
from tenun.delivery.numbering import numbers, titles
from tenun.report.tree import Block, Callout, Chart, Document, Evidence, Items, Paragraph, Quote, Section, Table

EDGES = {"supports": INDIGO, "opposes": RUST, "context": EDGE}
TONES = {"body": "", "lead": "Lead", "note": "Note"}
Picture = Callable[[Chart], str]
"""A chart -> its drawing as XML."""


class DocxBlocks:
    """Writes the blocks of one document; `relate` and `picture` give what lies in other parts of the file."""

    def __init__(self, document: Document, relate: Relate, picture: Picture) -> None:
        self.document, self.relate, self.picture = document, relate, picture
        self.numbers, self.titles = numbers(document), titles(document)
        self._bookmarks = count(1)

    def write(self) -> str:
        """Title, contents, every section."""
        return "".join([*self._front(), *(self._block(section, 1) for section in self.document.sections)])

    def _front(self) -> Iterator[str]:
        labels = self.document.labels
        yield paragraph(run(f"{labels['report']} · {labels['generated']} {self.document.date}"), "Kicker")
        yield paragraph(run(self.document.title), "Title")
        yield paragraph(run(self.document.subtitle), "Subtitle")
        yield paragraph(run(labels["contents"], bold=True), "Contents", '<w:spacing w:before="600" w:after="80"/>')
        for section in self.document.sections:
            yield paragraph(run(f"{self.numbers[section.id]}  {section.title}"), "Contents")
        yield '<w:p><w:r><w:br w:type="page"/></w:r></w:p>'

    def _block(self, block: Block, level: int) -> str:
        match block:
            case Section():
                return self._section(block, level)
            case Paragraph(sentences=sentences, tone=tone):
                return paragraph(spoken(sentences, self.relate), TONES[tone])
            case Items(items=items):
                return "".join(paragraph(spoken(item, self.relate), "ListBullet") for item in items)
            case Table():
                caption = self._caption(self.document.labels["table"], block.id, run(f". {block.caption}"), keep=True)
                return caption + table(block, self.relate, self._mark) + paragraph("", "TableText")
            case Evidence():
                return self._echo(block) if block.echo else self._evidence(block)
            case Chart():
                return self._chart(block)
            case Callout():
                return self._callout(block)

    def _mark(self, anchor: str) -> str:
        return bookmark(anchor, next(self._bookmarks))

    def _section(self, block: Section, level: int) -> str:
        heading = self._mark(block.id) + run(f"{self.numbers[block.id]}  {block.title}")
        inner = "".join(self._block(one, level + 1) for one in block.blocks)
        return paragraph(heading, f"Heading{min(level, 3)}") + inner

    def _caption(self, word: str, key: str, rest: str, *, keep: bool) -> str:
        """A caption with the field that Word's list of tables is made from."""
        number = field(f"SEQ {word} \\* ARABIC", self.numbers[key])
        return paragraph(run(f"{word} ", bold=True) + number + rest, "Caption", "<w:keepNext/>" if keep else "")

    def _echo(self, block: Evidence) -> str:
        where = f" {self.numbers[block.home]} {self.titles[block.home]}" if block.home in self.titles else ""
        pointer = run(f" · {self.document.labels['see']}{where}")
        return paragraph(looked(block.summary.runs, self.relate) + pointer, "Pointer")

    def _evidence(self, block: Evidence) -> str:
        quotes = "".join(self._quote(quote) for quote in block.quotes)
        return paragraph(looked(block.summary.runs, self.relate), "EvidenceHead") + quotes

    def _quote(self, quote: Quote) -> str:
        edge = _edge(EDGES[quote.stance])
        lines = [paragraph(run(quote.text, language=quote.language), "Quoted", edge)]
        if quote.translation:
            words = run(f"{quote.translation} ({quote.translation_note})", language=quote.translation_language)
            lines.append(paragraph(words, "Quoted", edge))
        source = looked(quote.place, self.relate)
        if quote.coded:
            source += run(" · ") + looked(quote.coded, self.relate)
        return "".join([*lines, paragraph(source, "QuotedSource", edge)])

    def _chart(self, block: Chart) -> str:
        rest = run(f". {block.title}. ") + spoken(block.note, self.relate)
        caption = self._caption(self.document.labels["figure"], block.id, rest, keep=False)
        return paragraph(f"<w:r>{self.picture(block)}</w:r>", "", '<w:keepNext/><w:jc w:val="center"/>') + caption

    def _callout(self, block: Callout) -> str:
        """A box drawn around paragraphs, which Word joins where they follow each other."""
        colour = RUST if block.kind == "synthetic" else INDIGO
        box = _edge(colour, sides=("top", "left", "bottom", "right") if block.kind == "synthetic" else ("left",))
        title = [paragraph(run(block.title, bold=True), "", f"<w:keepNext/>{box}")] if block.title else []
        spoken_blocks = [one for one in block.blocks if isinstance(one, Paragraph)]
        inner = [paragraph(spoken(one.sentences, self.relate), TONES[one.tone], box) for one in spoken_blocks]
        return "".join([*title, *inner])


def _edge(colour: str, sides: tuple[str, ...] = ("left",)) -> str:
    """Lines at the sides of a paragraph."""
    lines = (f'<w:{side} w:val="single" w:sz="14" w:space="8" w:color="{colour}"/>' for side in sides)
    return f"<w:pBdr>{''.join(lines)}</w:pBdr>"
