"""From the rows of codings tables to codings: sources found, quotes placed, cells read, row by row."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple

from tenun.coding.codebook import Codebook
from tenun.coding.codings import Coding, Passage, PlacedPassage, Uncoded
from tenun.coding.places import Place, Region, place_from
from tenun.coding.quotes import find_quote, stated_span
from tenun.coding.row_reading import KnownCodes, RowMeaning, defaults_taken, meaning_of
from tenun.coding.rows import COLUMNS, CodingRow
from tenun.coding.wording import Wording
from tenun.corpus.identity import guid_of, study_guid
from tenun.corpus.sources import Source
from tenun.corpus.study import StudyConfig
from tenun.errors import InputRefused, Problem
from tenun.text.likeness import Nearest, nearest_name
from tenun.text.spans import Span

ALMOST_EQUAL = 0.8
_OF_ONE_ROW = ("source", "quote", "memo", "start_cp", "end_cp", "place")
_REPEATED = tuple(column for column in COLUMNS if column not in _OF_ONE_ROW)
CutPlace = Callable[[str, Place, str], Passage | PlacedPassage]
MOST_PROPOSALS = 200
"""Likely readings are searched for this many rows; a table with more wrong rows has one fault, not many."""


class Resolution(NamedTuple):
    """What the rows became, in their order, and what is wrong with the others."""

    codings: tuple[Coding, ...]
    uncoded: tuple[Uncoded, ...]
    problems: tuple[Problem, ...]


def resolve(
    rows: Sequence[CodingRow],
    sources: Sequence[Source],
    codebook: Codebook,
    texts: Mapping[str, str],
    config: StudyConfig,
    *,
    names: Mapping[str, str] | None = None,
    refused: Collection[str] = (),
    cut_place: CutPlace | None = None,
) -> Resolution:
    """The codings that rows of codings tables mean.

    `sources` have their `representation`; `texts`: canonical text by source key; `names`: further names of sources
    (file names) to keys; `refused`: keys and names of sources that could not be read, whose rows are counted and left
    out; `cut_place`: the passage of a source's key, a region or time and what is said of it, InputRefused where there
    is no such place; without it rows with a `place` are problems. A row comes in whole or not at all; what an earlier
    row already made is left out with a problem.
    Guids follow from the study's id: the same rows give the same guids. 100,000 rows take a few seconds.
    """
    desk = _Desk(sources, codebook, texts, config, names or {}, refused, cut_place)
    desk.problems += defaults_taken(rows, config.defaults)
    for row in rows:
        desk.take(row)
    return desk.resolution()


class _Desk:
    """Where rows are worked through one after the other."""

    def __init__(
        self,
        sources: Sequence[Source],
        codebook: Codebook,
        texts: Mapping[str, str],
        config: StudyConfig,
        names: Mapping[str, str],
        refused: Collection[str],
        cut_place: CutPlace | None,
    ) -> None:
        self.cut_place = cut_place
        self.codebook, self.config, self.refused = codebook, config, refused
        self.sources = {source.key: source for source in sources}
        self.names = {**names, **{key: key for key in self.sources}}
        self.wordings = {key: Wording(text) for key, text in texts.items()}
        self.known_codes, self.known_names = KnownCodes(codebook), Nearest(self.names)
        self.study = study_guid(config.id)
        self.codings: dict[str, Coding] = {}
        self.uncoded: dict[str, Uncoded] = {}
        self.problems: list[Problem] = []
        self.left_out: Counter[str] = Counter()
        self.unnamed: Counter[str] = Counter()
        self.cases: Counter[str] = Counter()
        self.proposals = 0
        self.meanings: dict[tuple[str | None, ...], RowMeaning] = {}

    def take(self, row: CodingRow) -> None:
        """Make the row's codings, or note what is wrong with it."""
        key = self._source(row)
        if key is None:
            return
        table = row.where.rpartition(":")[0]
        meaning = self._meaning(row, table)
        passage = self._passage(row, key)
        if isinstance(meaning, list):
            self.problems += meaning
        elif passage is not None:
            self.unnamed[table] += not row.cell("coder")
            self.cases[meaning.facets.case or ""] += 1
            self._add(row, passage, meaning)

    def resolution(self) -> Resolution:
        """What came of it."""
        contradicted = self._coded_and_uncoded()
        uncoded = tuple(left for left in self.uncoded.values() if left.guid not in contradicted)
        problems = (*self.problems, *contradicted.values(), *self._summaries())
        return Resolution(tuple(self.codings.values()), uncoded, problems)

    def _note(self, code: str, row: CodingRow, nearest: str | None = None, /, **parameters: object) -> None:
        self.problems.append(Problem("error", code, row.where, parameters, nearest))

    def _source(self, row: CodingRow) -> str | None:
        name = row.cell("source")
        found = self.names.get(name) or self.names.get(name.rpartition("/")[2])
        if found is not None:
            return found
        if name in self.refused or name.rpartition("/")[2] in self.refused:
            self.left_out[name] += 1
        else:
            self._note("coding.unknown-source", row, self.known_names.of(name), source=name)
        return None

    def _meaning(self, row: CodingRow, table: str) -> RowMeaning | list[Problem]:
        """Most rows of a table repeat the cells of another, quote and memo apart."""
        cells = (table, *(getattr(row, column) for column in _REPEATED))
        known = self.meanings.get(cells)
        if known is not None:
            return known
        coder = table.rpartition("/")[2].rpartition(".")[0] or "coder"
        meaning = meaning_of(row, self.known_codes, self.config.defaults, coder)
        if isinstance(meaning, RowMeaning):
            self.meanings[cells] = meaning
        return meaning

    def _passage(self, row: CodingRow, key: str) -> Passage | PlacedPassage | None:
        if row.cell("place"):
            return self._placed(row, key)
        wording = self.wordings[key]
        if (stated := stated_span(row.cell("start_cp"), row.cell("end_cp"), row.quote, wording.text)) is not None:
            return self._cut(key, wording.text, stated)
        match = find_quote(wording, row.quote, propose=self.proposals < MOST_PROPOSALS)
        if match.span is None:
            self.proposals += 1
            self._misquoted(row, key, match.how, match.nearest, match.similarity)
            return None
        if match.how == "spacing":
            self.problems.append(Problem("warning", "coding.quote-spacing", row.where, {"source": key}))
        return self._cut(key, wording.text, match.span)

    def _placed(self, row: CodingRow, key: str) -> Passage | PlacedPassage | None:
        """The region or time of a row; on a page, the words that the row states for it or that stand there."""
        try:
            place = place_from(row.cell("place"))
            if self.cut_place is None:
                raise InputRefused("coding.place-in-folder", place=place.spelled())
            found = self.cut_place(key, place, row.quote)
        except InputRefused as refusal:
            self._note(refusal.code, row, **refusal.parameters)
            return None
        text = self.wordings[key].text
        stated = stated_span(row.cell("start_cp"), row.cell("end_cp"), row.quote, text)
        if stated is None or not isinstance(place, Region):
            return found
        return replace(self._cut(key, text, stated), region=place)

    def _cut(self, key: str, text: str, span: Span) -> Passage:
        representation = self.sources[key].representation
        guid = guid_of(self.study, "passage", representation, span.start_cp, span.end_cp)
        return Passage.cut(representation, text, span, guid)

    def _misquoted(self, row: CodingRow, key: str, how: str, nearest: str | None, similarity: float | None) -> None:
        elsewhere = self._elsewhere(row.quote, key) if how == "missing" and (similarity or 0) < 1 else None
        if elsewhere:
            self._note("coding.quote-elsewhere", row, elsewhere, source=key, elsewhere=elsewhere)
        elif how == "missing":
            code = "coding.quote-missing" if nearest else "coding.quote-unlike"
            self._note(code, row, nearest, source=key, similarity=f"{similarity or 0:.0%}")
        else:
            code = "coding.quote-not-unique" if how == "not-unique" else "coding.quote-empty"
            self._note(code, row, nearest, source=key)

    def _elsewhere(self, quote: str, key: str) -> str | None:
        """The one other source that has the quote."""
        if self.proposals > MOST_PROPOSALS:
            return None
        found = [other for other, wording in self.wordings.items() if other != key and quote in wording.text]
        return found[0] if len(found) == 1 else None

    def _add(self, row: CodingRow, passage: Passage | PlacedPassage, meaning: RowMeaning) -> None:
        if not meaning.codes:
            guid = guid_of(self.study, "uncoded", passage.guid, meaning.coder, meaning.round)
            made = Uncoded(passage, meaning.coder, row.cell("memo"), meaning.round, meaning.facets, guid)
            if guid in self.uncoded:
                self._note("coding.uncoded-twice", row, coder=meaning.coder)
            self.uncoded.setdefault(guid, made)
        for code in meaning.codes:
            guid = guid_of(self.study, "coding", passage.guid, code, meaning.coder, meaning.round)
            if guid in self.codings:
                self._note("coding.coded-twice", row, code=code, coder=meaning.coder)
            self.codings.setdefault(
                guid, _coding(passage, code, meaning, self.codebook[code].version, row.cell("memo"), guid)
            )

    def _coded_and_uncoded(self) -> dict[str, Problem]:
        """Passages that a coder both coded and left uncoded in one round: the coding stays."""
        coded = {(made.passage.guid, made.coder, made.round) for made in self.codings.values()}
        return {
            left.guid: Problem("error", "coding.coded-and-uncoded", "", {"coder": left.coder}, left.passage.quote)
            for left in self.uncoded.values()
            if (left.passage.guid, left.coder, left.round) in coded
        }

    def _summaries(self) -> Iterator[Problem]:
        for name, rows in self.left_out.items():
            yield Problem("error", "coding.source-left-out", name, {"source": name, "rows": rows})
        for table, rows in self.unnamed.items():
            if rows:
                yield Problem("warning", "coding.coder-unnamed", table, {"rows": rows})
        yield from self._odd_cases()

    def _odd_cases(self) -> Iterator[Problem]:
        """A case spelt almost like the case in question would be set aside without a word."""
        asked = self.config.case
        for case, rows in self.cases.items():
            if asked and case and case != asked and nearest_name(case, [asked], ALMOST_EQUAL):
                yield Problem("warning", "coding.case-like", "", {"case": case, "rows": rows}, asked)


def _coding(
    passage: Passage | PlacedPassage, code: str, meaning: RowMeaning, version: int, memo: str, guid: str
) -> Coding:
    return Coding(
        passage=passage,
        code=code,
        coder=meaning.coder,
        round=meaning.round,
        facets=meaning.facets,
        code_version=version,
        weight=meaning.weight,
        status=meaning.status,
        memo=memo,
        guid=guid,
    )
