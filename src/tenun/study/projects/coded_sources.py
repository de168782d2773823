"""Sources of a REFI-QDA project with their texts, passages and codings, as rows."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import asdict, dataclass, replace
from functools import cached_property
from typing import TYPE_CHECKING, Any

from tenun.coding.codings import Passage
from tenun.coding.facets import Facets, facets_from
from tenun.coding.places import Place, Region, columns_of, place_of
from tenun.corpus.identity import guid_of
from tenun.errors import Problem
from tenun.exchange.refi import project as refi
from tenun.exchange.refi.places import attributes_of, first_page, place_from
from tenun.exchange.refi.positions import SAMPLED, Choice, Marked, Text, Unit, choose, evidence, leanings
from tenun.exchange.refi.spelling import derived_guid
from tenun.study.free_keys import FreeKeys
from tenun.study.projects.sources_of_project import on_page
from tenun.text.spans import Span

if TYPE_CHECKING:
    from tenun.study.projects.rows_of_project import Incoming, Row

MOST_DOUBTFUL = 20


@dataclass(frozen=True)
class Held:
    """A source of the project: the text that the study has of it, and the selections of the file's own text."""

    source: refi.Source
    part: refi.PlainText
    file_text: Text
    representation: str
    text: str
    selections: tuple[refi.Selection, ...]
    marked: tuple[Marked, ...]


class CodedSources:
    """Collects sources and everything selected in them."""

    def __init__(self, incoming: Incoming) -> None:
        self.coming, self.new = incoming, incoming.new
        self._passages: dict[tuple[str, int, int] | tuple[str, Place], str] = {}
        self._drawn: dict[str, str] = {}
        self._repeated: set[str] = set()
        self._first_page = first_page(incoming.project)
        self._codings: dict[tuple[str, str, str, str], str] = {}
        self._texts: dict[str, str] = {}
        self._problems = incoming.problems

    def collect(self) -> None:
        """Sources first, so that the unit of positions is judged over all of them."""
        from tenun.study.projects.texts_of_project import SourceTexts

        texts = SourceTexts(self.coming, FreeKeys(row["key"] for row in self.coming.rows("source")))
        held = [one for source in self.coming.project.sources for one in self._held(texts, source)]
        for row in self.coming.rows("passage"):
            if row["start_cp"] is not None:
                self._passages[row["representation"], row["start_cp"], row["end_cp"]] = row["guid"]
            elif place := place_of(row):
                self._passages[row["representation"], place] = row["guid"]
        for row in self.coming.rows("coding"):
            self._codings[row["passage"], row["code"], row["coder"], row["round"]] = row["guid"]
        found = [evidence(one.file_text, one.marked) for one in held]
        leaning = leanings(found, [min(len(one.marked), SAMPLED) for one in held])
        own = _STANDARD if self.coming.project.origin.startswith("Tenun ") else None
        choices = [choose(one.file_text, one.marked, lean, own) for one, lean in zip(held, leaning, strict=True)]
        for one, choice in zip(held, choices, strict=True):
            self._place(one, choice)
            if one.representation in texts.fresh:
                texts.add_cues(one.part, one.file_text, choice.unit, one.representation)
        self._problems += _units(held, choices, known=own is not None)

    def _held(self, texts: Any, source: refi.Source) -> Iterator[Held]:
        placed = False
        for part, representation, text in texts.of(source):
            placed = True
            selections, marked = [], []
            for one in part.selections:
                places = _positions(one, part)
                if places is None:
                    self._problems.append(Problem("error", "refi.no-place", source.name, {"guid": one.guid}))
                    continue
                words = tuple(filter(None, (one.words, one.name, one.description, self._quotes.get(one.guid))))
                selections.append(one)
                marked.append(Marked(*places, words))
            file_text = Text(part.text if part.text is not None else text)
            yield Held(source, part, file_text, representation, text, tuple(selections), tuple(marked))
            self._texts.setdefault(source.guid, text)
        self._places_aside(source, placed=placed)

    def _place(self, held: Held, choice: Choice) -> None:
        """Passages and codings of one source, where its text is the study's; else where the words stand but once."""
        same = held.file_text.text == held.text
        for one, span in zip(held.selections, choice.spans, strict=True):
            place = span if same else self._anchored(held, span)
            if place is None or not len(place):
                self._problems.append(Problem("error", "refi.no-place", held.source.name, {"guid": one.guid}))
                continue
            passage = self._passage(held, one, place)
            self.coming.note(one.notes, "passage", passage)
            for coding in one.codings:
                self._coding(one, passage, coding)
        self._find_drawn(held)
        for one in held.source.places if held.text == self._texts[held.source.guid] else ():
            if placed := self._placed(held, one):
                self.coming.note(one.notes, "passage", placed)
                for coding in one.codings:
                    self._coding(one, placed, coding)
        self._place_whole(held)

    def _place_whole(self, held: Held) -> None:
        """Codings of a source as such: on all of its text, or on the whole of a picture that has none."""
        if not held.source.codings:
            return
        guid = derived_guid(held.source.guid, "whole")
        if held.text:
            all_of_it = refi.Selection(guid)
            passage: str | None = self._passage(held, all_of_it, Span(0, len(held.text)))
        else:
            all_of_it = refi.Selection(guid, place=self._frame(held))
            passage = self._placed(held, all_of_it)
        if passage is None:
            lost = {"count": len(held.source.codings)}
            self._problems.append(Problem("error", "refi.whole-without-text", held.source.name, lost))
            return
        for coding in held.source.codings:
            self._coding(all_of_it, passage, coding)

    def _frame(self, held: Held) -> refi.Place:
        """The whole of a picture; nothing where its size is not known."""
        for mark in self.coming.rows("landmark"):
            if mark["representation"] == held.representation and mark["kind"] == "image":
                width, height = (int(mark["attributes"].get(name, 0)) for name in ("width", "height"))
                if width and height:
                    return attributes_of(Region(0, 0, width, height), "picture") or {}
        return {}

    def _anchored(self, held: Held, span: Span | None) -> Span | None:
        """The one place in the study's text where the words of a span of the file's text stand."""
        if span is None:
            return None
        from tenun.coding.quotes import find_quote

        return find_quote(held.text, span.of(held.file_text.text), propose=False).span

    def _passage(self, held: Held, one: refi.Selection, span: Span) -> str:
        at = (held.representation, span.start_cp, span.end_cp)
        if at not in self._passages:
            guid = one.guid
            if self.new.has("passage", guid):
                guid = guid_of(self.coming.study, "passage", *at)
            cut = Passage.cut(held.representation, held.text, span)
            words = {"quote": cut.quote, "prefix": cut.prefix, "suffix": cut.suffix}
            place = {"representation": at[0], "start_cp": at[1], "end_cp": at[2]}
            self.new.add("passage", [{"guid": guid, **place, **words}])
            self._passages[at] = guid
        self.coming.known["passage"][one.guid] = self._passages[at]
        return self._passages[at]

    def _placed(self, held: Held, one: refi.Selection) -> str | None:
        """The passage of a region or time: its words where the file gives them and they stand once, else itself.

        A region that Tenun wrote for a stretch of the text is that stretch.
        """
        if one.guid in self._drawn:
            return self.coming.known["passage"].get(self._drawn[one.guid])
        if span := self._said(one, held.source):
            return self._passage(held, one, span)
        place = place_from(one.place, held.source.kind, self._first_page)
        if place is None:
            return None
        at = (held.representation, place)
        if at not in self._passages:
            self._passages[at] = one.guid
            if not self.new.has("passage", one.guid):
                quote = (one.words or one.description or one.name).strip()
                row = {"guid": one.guid, "representation": held.representation, "quote": quote}
                self.new.add("passage", [{**row, **columns_of(place)}])
        self.coming.known["passage"][one.guid] = self._passages[at]
        return self._passages[at]

    def _find_drawn(self, held: Held) -> None:
        """Know the regions that Tenun wrote for stretches of the text, and the codings that it repeated on them."""
        there = {one.guid for one in held.source.places}
        number, selections = 0, list(held.selections)
        while selections:
            found = [(on_page(one.guid, number), one) for one in selections]
            found = [(guid, one) for guid, one in found if guid in there]
            for guid, one in found:
                self._drawn[guid] = one.guid
                self._repeated |= {on_page(coding.guid, number) for coding in one.codings}
            number, selections = number + 1, [one for _, one in found]

    def _coding(self, one: refi.Selection, passage: str, coding: refi.Coding) -> None:
        guid = coding.guid or derived_guid(one.guid, f"{coding.code} {coding.user}")
        if guid in self._repeated:
            return
        if self.coming.find("code", coding.code) is None:
            self.coming.dangling += 1
            return
        if not self.new.has("coding", guid):
            owner = (passage, coding.code, self.coming.coder(coding.user), self._round)
            if owner in self._codings:
                self.coming.known["coding"][guid] = self._codings[owner]
                self.coming.note(coding.notes, "coding", self._codings[owner])
                return
            self._codings[owner] = guid
            self.new.add("coding", [self._row(one, guid, owner, coding)])
        memo = derived_guid(guid, "memo")
        self.coming.note(tuple(note for note in coding.notes if note != memo), "coding", guid)

    def _row(self, one: refi.Selection, guid: str, owner: tuple[str, str, str, str], coding: refi.Coding) -> Row:
        memo = self._notes.get(derived_guid(guid, "memo"), "") if coding.notes else ""
        names = dict(zip(("passage", "code", "coder", "round"), owner, strict=True))
        rest = {"code_version": self._versions.get(owner[1], 1), "weight": 1.0, "status": "accepted", "memo": memo}
        return {"guid": guid, **names, **asdict(self._facets(one)), **rest}

    def _facets(self, one: refi.Selection) -> Facets:
        """The study's defaults, and the case whose selection it is where that is one case alone."""
        cases = self.coming.case_of.get(one.guid, set())
        if len(cases) != 1:
            return self._defaults
        return replace(self._defaults, case=self._case_keys.get(next(iter(cases)), self._defaults.case))

    @cached_property
    def _defaults(self) -> Facets:
        config = self.coming.scope.store.config()
        plain = facets_from(config.get("defaults") or {})
        return plain if plain.case else replace(plain, case=config.get("case"))

    @cached_property
    def _case_keys(self) -> dict[str, str]:
        return {row["guid"]: row["key"] for row in self.coming.rows("case")}

    @cached_property
    def _versions(self) -> dict[str, int]:
        return {row["guid"]: row["version"] for row in self.coming.rows("code")}

    @cached_property
    def _quotes(self) -> dict[str, str]:
        """What the study knows some selections to say."""
        return {row["guid"]: row["quote"] for row in self.coming.rows("passage")}

    @cached_property
    def _notes(self) -> dict[str, str]:
        return {note.guid: note.text for note in self.coming.project.notes_kept}

    @cached_property
    def _round(self) -> str:
        """The first round that is not locked, which is made where there is none."""
        rows = sorted(self.coming.rows("round"), key=lambda row: int(row["number"]))
        if found := next((row["guid"] for row in rows if not row["locked"]), None):
            return str(found)
        number = rows[-1]["number"] + 1 if rows else 1
        row = {"guid": guid_of(self.coming.study, "round", number), "number": number, "label": ""}
        self.new.add("round", [{**row, "blind": False, "locked": False, "counts": True}])
        return str(row["guid"])

    def _said(self, one: refi.Selection, source: refi.Source) -> Span | None:
        """Where the words of an area stand, when the file gives them and the text has them once."""
        from tenun.coding.quotes import find_quote

        text = self._texts.get(source.guid)
        return find_quote(text, one.words, propose=False).span if text and one.words.strip() else None

    def _places_aside(self, source: refi.Source, *, placed: bool) -> None:
        """Areas and times that cannot be read, or whose source did not come in, are kept and go out again."""
        kept = self.coming.aside["places"]
        real: set[str] = set()
        if placed:
            real = {one.guid for one in source.places if place_from(one.place, source.kind, self._first_page)}
            kept[:] = [one for one in kept if one["guid"] not in real]
        have = {one["guid"] for one in kept}
        lost = [one for one in source.places if one.guid not in real]
        fresh = [one for one in lost if one.guid not in have and not self._said(one, source)]
        for one in fresh:
            plain = {"guid": one.guid, "name": one.name, "place": dict(one.place), "notes": list(one.notes)}
            codings = [{"guid": c.guid or derived_guid(one.guid, c.code), "code": c.code,
                        "user": self.coming.coder(c.user)} for c in one.codings]  # fmt: skip
            kept.append({"source": source.guid, "kind": source.kind, **plain, "codings": codings})
        if fresh:
            count = {"count": len(fresh)}
            self._problems.append(Problem("warning", "refi.places-aside", source.name, count))


def _positions(one: refi.Selection, part: refi.PlainText) -> tuple[int, int] | None:
    """Start and end in the file's unit, from sync points where a transcript gives those."""
    if one.start is not None and one.end is not None:
        return one.start, one.end
    if one.syncs is None:
        return None
    at = {point.guid: point.position for point in part.syncs}
    start, end = at.get(one.syncs[0]), at.get(one.syncs[1])
    return None if start is None or end is None else (start, end)


def _units(held: list[Held], choices: list[Choice], *, known: bool) -> Iterator[Problem]:
    """In which unit each source was read, where that was not plain, and what of it is doubtful."""
    for one, choice in zip(held, choices, strict=True):
        if not one.marked:
            continue
        if choice.next_clean is not None and choice.unit != _STANDARD:
            unit = choice.unit
            shown = {
                "unit": unit.code,
                "line_end": unit.line_end,
                "mark": "+" if unit.mark else "−",
                "last": "+" if unit.inclusive else "−",
                "clean": f"{100 * choice.clean:.0f}",
                "next": f"{100 * choice.next_clean:.0f}",
                "count": len(one.marked),
            }
            yield Problem("warning", "refi.unit", one.source.name, shown)
        if known:
            continue
        for number in choice.doubtful[:MOST_DOUBTFUL]:
            span = choice.spans[number]
            at = {"start": span.start_cp if span else "?", "end": span.end_cp if span else "?"}
            yield Problem("warning", "refi.doubtful", one.source.name, at)


_STANDARD = Unit()
