"""Quotes that facts, conflicts, clues and translations cite: found in their sources, as passages."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from tenun.coding.codings import Passage
from tenun.coding.quotes import find_quote, stated_span
from tenun.coding.wording import Wording
from tenun.corpus.identity import guid_of
from tenun.corpus.sources import Source
from tenun.errors import Problem
from tenun.intake.folder.settings import Settings
from tenun.text.likeness import nearest_name
from tenun.text.spans import Span


@dataclass(frozen=True, slots=True)
class Cited:
    """Sources (keys) and passages (guids) that a fact rests on."""

    sources: tuple[str, ...]
    passages: tuple[str, ...]


class Citations:
    """Finds cited quotes; keeps the `passages` found and the `problems` met."""

    def __init__(self, study: str, sources: Sequence[Source], texts: Mapping[str, str]) -> None:
        self.study = study
        self.sources = {source.key: source for source in sources}
        self.wordings = {key: Wording(text) for key, text in texts.items()}
        self.passages: dict[str, Passage] = {}
        self.problems: list[Problem] = []

    def cited(self, part: Settings) -> Cited:
        """What the `sources` and `quotes` of a fact name; what is not found is a problem and left out."""
        keys = [key for key in part.texts("sources") if self._known(key, part.where)]
        passages = []
        for quote in part.parts("quotes"):
            at = (quote.text("start_cp"), quote.text("end_cp"))
            passage = self.passage(quote.text("source"), str(quote.values.get("quote") or ""), part.where, at)
            if passage is not None:
                keys.append(quote.text("source"))
                passages.append(passage.guid)
        return Cited(tuple(dict.fromkeys(keys)), tuple(dict.fromkeys(passages)))

    def passage(self, source: str, quote: str, where: str, at: tuple[str, str] = ("", "")) -> Passage | None:
        """The passage that has the quote, `at` its place where that is stated, or None with a problem noted."""
        if not self._known(source, where):
            return None
        if (stated := stated_span(*at, quote, self.wordings[source].text)) is not None:
            return self._cut(source, stated)
        match = find_quote(self.wordings[source], quote)
        if match.span is None:
            code = "coding.quote-not-unique" if match.count > 1 else "coding.quote-unlike"
            if match.how == "missing" and match.nearest:
                code = "coding.quote-missing"
            parameters = {"source": source, "similarity": f"{match.similarity or 0:.0%}"}
            self.problems.append(Problem("error", code, where, parameters, match.nearest))
            return None
        return self._cut(source, match.span)

    def _cut(self, source: str, span: Span) -> Passage:
        representation = self.sources[source].representation
        guid = guid_of(self.study, "passage", representation, span.start_cp, span.end_cp)
        return self.passages.setdefault(guid, Passage.cut(representation, self.wordings[source].text, span, guid))

    def _known(self, key: str, where: str) -> bool:
        if key not in self.sources:
            nearest = nearest_name(key, self.sources)
            self.problems.append(Problem("error", "coding.unknown-source", where, {"source": key}, nearest))
        return key in self.sources
