"""Quotes that facts, conflicts, clues and translations cite: found in their sources, as passages."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from tenun.coding.codings import Passage
from tenun.coding.quotes import find_quote
from tenun.coding.wording import Wording
from tenun.corpus.identity import guid_of
from tenun.corpus.sources import Source
from tenun.errors import Problem
from tenun.intake.folder.settings import Settings
from tenun.text.likeness import nearest_name


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
            passage = self.passage(quote.text("source"), str(quote.values.get("quote") or ""), part.where)
            if passage is not None:
                keys.append(quote.text("source"))
                passages.append(passage.guid)
        return Cited(tuple(dict.fromkeys(keys)), tuple(dict.fromkeys(passages)))

    def passage(self, source: str, quote: str, where: str) -> Passage | None:
        """The passage that has the quote, or None with a problem noted."""
        if not self._known(source, where):
            return None
        match = find_quote(self.wordings[source], quote)
        if match.span is None:
            code = "coding.quote-not-unique" if match.count > 1 else "coding.quote-unlike"
            if match.how == "missing" and match.nearest:
                code = "coding.quote-missing"
            parameters = {"source": source, "similarity": f"{match.similarity or 0:.0%}"}
            self.problems.append(Problem("error", code, where, parameters, match.nearest))
            return None
        representation = self.sources[source].representation
        guid = guid_of(self.study, "passage", representation, match.span.start_cp, match.span.end_cp)
        cut = Passage.cut(representation, self.wordings[source].text, match.span, guid)
        return self.passages.setdefault(guid, cut)

    def _known(self, key: str, where: str) -> bool:
        if key not in self.sources:
            nearest = nearest_name(key, self.sources)
            self.problems.append(Problem("error", "coding.unknown-source", where, {"source": key}, nearest))
        return key in self.sources
