"""What the parts of a report are written with: the findings, the claims, and one language."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from tenun.claims.graph import Claim, ClaimGraph, Codes, Figure
from tenun.coding.places import Region
from tenun.report.dates_and_numbers import clock
from tenun.report.findings import Findings, PassageView, Translation
from tenun.report.naming import anchor
from tenun.report.shown_quotes import shown
from tenun.report.speech import Speech
from tenun.report.tree import (
    Block,
    Cell,
    Column,
    Evidence,
    Items,
    Paragraph,
    Quote,
    Row,
    Run,
    Section,
    Sentence,
    Stance,
    Tone,
)
from tenun.report.voices import voice_of


@dataclass(frozen=True, slots=True)
class Page:
    """A report being written in one language."""

    findings: Findings
    graph: ClaimGraph
    speech: Speech

    def claimed(self, topic: str) -> list[Sentence]:
        """A sentence for every claim of a topic, in order."""
        return [self.speech.claim(claim) for claim in self.graph.about(topic)]

    def paragraph(self, topic: str, *, tone: Tone = "body") -> list[Block]:
        """The claims of a topic as one paragraph; nothing where there are none."""
        sentences = tuple(self.claimed(topic))
        return [Paragraph(sentences, tone)] if sentences else []

    def items(self, topic: str) -> list[Block]:
        """The claims of a topic as a list."""
        sentences = self.claimed(topic)
        return [Items(tuple((sentence,) for sentence in sentences))] if sentences else []

    def text(self, *patterns: str) -> Paragraph:
        """A paragraph of sentences that take no figures."""
        return Paragraph(tuple(self.speech.say(pattern) for pattern in patterns))

    def note(self, *patterns: str) -> Paragraph:
        """A small paragraph of sentences that take no figures."""
        return Paragraph(tuple(self.speech.say(pattern) for pattern in patterns), "note")

    def section(self, topic: str, blocks: Iterable[Block]) -> Section:
        """A section under the heading `<topic>.heading`."""
        return Section(topic, self.speech.word(f"{topic}.heading"), tuple(blocks))

    def columns(self, table: str, *shares: tuple[str, float]) -> tuple[Column, ...]:
        """Columns under the headings `<table>.column.<name>`; a name that ends in `#` is set to the right."""
        return tuple(
            Column(
                self.speech.word(f"{table}.column.{name.rstrip('#')}"), width, "right" if name.endswith("#") else "left"
            )
            for name, width in shares
        )

    def cell(self, *content: Figure | Sentence, form: str = "") -> Cell:
        """A cell whose parts stand under each other."""
        return tuple(part if isinstance(part, Sentence) else self.speech.figure(part, form) for part in content)

    def row(self, *cells: Figure | Sentence | Cell, depth: int = 0) -> Row:
        """A row of a table from figures, sentences or whole cells; counts print as digits."""
        return Row(tuple(cell if isinstance(cell, tuple) else self.cell(cell, form="#") for cell in cells), depth)

    def quoted(
        self, key: str, summary: Sentence, passages: Sequence[str], stance: Stance = "supports", *, anchors: str = ""
    ) -> Evidence:
        """Passages as quotes to open under a summary, which says so where not all of them are printed.

        `anchors` keeps the anchors of one passage in two places apart; where it is not given, `key` does.
        """
        printed = shown(self.findings, passages)
        if len(printed) < len(passages):
            some = self.speech.say("quotes.some", shown=len(printed), n=len(passages))
            summary = replace(summary, runs=(*summary.runs, Run(" "), *some.runs))
        views = (self.findings.passages[guid] for guid in printed)
        return Evidence(key, summary, tuple(self._quote(anchors or key, view, stance) for view in views))

    def evidence(self, claim: Claim, *, home: str = "") -> Evidence:
        """What a claim rests on, to be opened in place; with `home` it only repeats what stands there in full."""
        summary = self.speech.say("quotes.summary", n=len(claim.passages))
        key = anchor(claim.id)
        opened = self.quoted(f"evidence-{key}", summary, claim.passages, anchors=key)
        return replace(opened, echo=bool(home), home=home)

    def _quote(self, home: str, view: PassageView, stance: Stance) -> Quote:
        translation = view.translation if view.translation and self._reads(view.translation.language) else None
        return Quote(
            f"quote-{home}-{anchor(view.guid)}",
            view.guid,
            view.quote,
            view.language,
            (*self.speech.reference(view.source), Run(self.place(view))),
            self.coded(view),
            stance,
            translation.text if translation else "",
            translation.language if translation else "",
            self._translation_note(translation),
        )

    def _reads(self, language: str) -> bool:
        """Whether a translation is of use to the reader: only one into the language of the report is."""
        return language == self.speech.language

    def _translation_note(self, translation: Translation | None) -> str:
        if translation is None:
            return ""
        by = translation.translator
        return self.speech.phrase("quotes.translation-by" if by else "quotes.translation", who=by)

    def place(self, view: PassageView) -> str:
        """Where a passage stands, after its source: paragraph, or speaker, time and question of an interview."""
        at, say = view.locator, self.speech.phrase
        parts = [at.speaker] if at.speaker else []
        if at.paragraph is not None:
            parts.append(say("quotes.paragraph", n=at.paragraph))
        if at.region is not None:
            parts.append(self._region(at.region))
        if at.times is not None:
            parts.append(at.times.spelled())
        elif at.start_ms is not None:
            parts.append(clock(at.start_ms))
        elif at.turn is not None:
            parts.append(say("quotes.turn", n=at.turn))
        if at.question:
            parts.append(say("quotes.question", n=at.question))
        return "".join(f", {part}" for part in parts)

    def _region(self, region: Region) -> str:
        size = {"width": region.x1 - region.x0, "height": region.y1 - region.y0, "x": region.x0, "y": region.y0}
        if region.page is None:
            return self.speech.phrase("quotes.picture", **size)
        return self.speech.phrase("quotes.page-region", n=region.page, **size)

    def coded(self, view: PassageView) -> tuple[Run, ...]:
        """Who codes a passage as what, and in whose voice it speaks."""
        coders: dict[str, list[str]] = {}
        for coding in view.codings:
            coders.setdefault(coding.code, []).append(coding.coder)
        runs: list[Run] = []
        for code, names in coders.items():
            runs += [Run("; ")] if runs else []
            runs += [*self.speech.print(Codes((code,))), Run(f" ({', '.join(dict.fromkeys(names))})")]
        voices = dict.fromkeys(voice_of(self.findings, view, coding) for coding in view.codings)
        runs += [Run(" · " + " / ".join(self.speech.word(f"voice.{voice}") for voice in voices))] if voices else []
        return tuple(runs)
