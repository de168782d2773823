"""Codings prepared for questions: columns of numbers, and passages in the order of their places."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, Any, Literal

import numpy as np
from numpy.typing import NDArray

from tenun.analysis.query.columns import Column, Ints, Mask
from tenun.analysis.query.places import (
    Places,
    WordsOfTexts,
    counted_in,
    in_code_points,
    sentences_of,
    turns_of,
    words_of,
)
from tenun.coding.codebook import Codebook
from tenun.corpus.sources import Source
from tenun.errors import InputRefused
from tenun.text.spans import Span

if TYPE_CHECKING:
    import pandas as pd

Unit = Literal["characters", "words", "sentences", "turns"]
OF_CODINGS = ("coder", "round", "actor", "basis", "voice", "polarity", "time", "case", "priority", "status")


@dataclass(frozen=True)
class CodingIndex:
    """Codings as columns, passages in order of text and place. Made by `coding_index`; read by terms and matrices.

    `passage` is the row of each coding's passage; `columns` by name are of codings; `of_source` are columns of sources
    (kind, language, published), seen from the codings.
    """

    guid: NDArray[Any]
    code: Column
    source: Column
    passage: Ints
    columns: Mapping[str, Column]
    passage_guid: NDArray[Any]
    passage_source: Ints
    text_of_passage: Ints
    start_cp: Ints
    end_cp: Ints
    representations: tuple[str, ...]
    offsets: Ints
    texts: Sequence[str] | None = None
    turns: Mapping[str, Sequence[Span]] | None = None
    codebook: Codebook | None = None
    sources: Mapping[str, Source] = field(default_factory=dict)
    witnesses: Mapping[str, str] = field(default_factory=dict)
    variables: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)

    def __len__(self) -> int:
        return len(self.passage)

    @property
    def passages(self) -> int:
        """How many passages carry a coding."""
        return len(self.start_cp)

    @cached_property
    def places(self) -> Places:
        """Passages in code points."""
        return in_code_points(self.start_cp, self.end_cp, self.text_of_passage, self.offsets)

    @cached_property
    def words(self) -> WordsOfTexts:
        """Words of the texts. Raises InputRefused where the index was made without texts."""
        return words_of(self._texts(), self.offsets)

    @cached_property
    def places_in_words(self) -> Places:
        """Passages counted in words."""
        return counted_in(self.places, self.words.start, self.words.end)

    @cached_property
    def places_in_sentences(self) -> Places:
        """Passages counted in sentences."""
        return counted_in(self.places, *sentences_of(self._texts(), self.offsets))

    @cached_property
    def places_in_turns(self) -> Places:
        """Passages counted in turns; one that lies in no turn is empty."""
        if self.turns is None:
            raise InputRefused("analysis.turns-needed")
        return counted_in(self.places, *turns_of(self.turns, self.representations, self.offsets))

    @cached_property
    def rows_by_code(self) -> tuple[Ints, Ints]:
        """Rows of codings in order of code, and where each code begins among them."""
        order = np.argsort(self.code.numbers, kind="stable")
        return order, np.searchsorted(self.code.numbers[order], np.arange(len(self.code.values) + 1))

    def rows_of(self, codes: Collection[str]) -> Ints:
        """Rows of the codings of some codes."""
        order, begin = self.rows_by_code
        held = [order[begin[at] : begin[at + 1]] for at, code in enumerate(self.code.values) if code in codes]
        return np.concatenate(held) if held else np.empty(0, dtype=np.int64)

    def with_those_below(self, codes: Iterable[str]) -> set[str]:
        """The codes and, where the index has the codebook, those below them. Refuses a code that does not exist."""
        known = set(self.code.values) if self.codebook is None else set(self.codebook)
        wanted = set(codes)
        if missing := sorted(wanted - known) if self.codebook is not None else []:
            raise InputRefused("analysis.unknown-code", code=missing[0])
        return wanted | {code for code in known if self.codebook and wanted & set(self.codebook.path(code))}

    def column(self, name: str) -> Column:
        """A column of the codings, a field of their sources, their witness, or a variable of their cases.

        Raises InputRefused for a name that none of them has.
        """
        if name in self.columns:
            return self.columns[name]
        if name == "source":
            return self.source
        if name == "witness":
            return Column.of([self.witnesses.get(key, key) for key in self.source.values]).through(self.source)
        if name in ("kind", "language", "published", "source_class", "speaker"):
            found = [
                getattr(self.sources[key], name) or "" if key in self.sources else "" for key in self.source.values
            ]
            return Column.of(found).through(self.source)
        if any(name in values for values in self.variables.values()):
            case = self.columns["case"]
            return Column.of([self.variables.get(key, {}).get(name, "") for key in case.values]).through(case)
        raise InputRefused("analysis.unknown-column", column=name)

    def places_of(self, rows: Ints, unit: Unit) -> Places:
        """Some passages in a unit of length; only texts that they lie in are cut. Errors as for `places_in_words`."""
        if unit == "characters":
            return self.places.only(rows)
        texts = np.unique(self.text_of_passage[rows])
        at = np.searchsorted(texts, self.text_of_passage[rows])
        cuts = [self._cut(unit, number) for number in texts.tolist()]
        length = np.zeros(len(texts), dtype=np.int64)
        np.maximum.at(length, at, self.end_cp[rows])
        length = np.maximum(length, [int(ends.max(initial=0)) for _, ends in cuts])
        offsets = np.concatenate([[0], np.cumsum(length + 1)])
        laid = [
            (starts + offset, ends + offset) for (starts, ends), offset in zip(cuts, offsets.tolist(), strict=False)
        ]
        starts, ends = (np.concatenate([np.empty(0, dtype=np.int64), *part]) for part in zip(*laid, strict=True))
        return counted_in(in_code_points(self.start_cp[rows], self.end_cp[rows], at, offsets), starts, ends)

    @cached_property
    def _cuts(self) -> dict[tuple[Unit, int], tuple[Ints, Ints]]:
        return {}

    def _cut(self, unit: Unit, number: int) -> tuple[Ints, Ints]:
        """Starts and ends of the words, sentences or turns of one text; kept while the texts are at hand anyway."""
        if (unit, number) in self._cuts:
            return self._cuts[unit, number]
        if unit == "turns":
            if self.turns is None:
                raise InputRefused("analysis.turns-needed")
            cut = turns_of(self.turns, [self.representations[number]], np.zeros(2, dtype=np.int64))
        elif unit == "words":
            found = words_of([self._texts()[number]], np.zeros(2, dtype=np.int64))
            cut = found.start, found.end
        else:
            cut = sentences_of([self._texts()[number]], np.zeros(2, dtype=np.int64))
        if isinstance(self.texts, tuple):
            self._cuts[unit, number] = cut
        return cut

    def quote(self, row: int) -> str:
        """The words of a passage. Raises InputRefused where the index was made without texts."""
        return self._texts()[int(self.text_of_passage[row])][int(self.start_cp[row]) : int(self.end_cp[row])]

    def passages_of(self, rows: Ints | Mask) -> Mask:
        """Which passages carry one of the codings."""
        found = np.zeros(self.passages, dtype=np.bool_)
        found[self.passage[rows]] = True
        return found

    def _texts(self) -> Sequence[str]:
        if self.texts is None:
            raise InputRefused("analysis.texts-needed")
        return self.texts


def coding_index(
    codings: pd.DataFrame,
    *,
    texts: Mapping[str, str] | None = None,
    sources: Iterable[Source] = (),
    codebook: Codebook | None = None,
    turns: Mapping[str, Sequence[Span]] | None = None,
    groups: Iterable[tuple[str, Sequence[str]]] = (),
    variables: Mapping[str, Mapping[str, Any]] | None = None,
    status: Collection[str] = ("accepted",),
) -> CodingIndex:
    """Prepare codings for queries and matrices, once; the questions themselves are then quick.

    `codings`: a table with the columns CODINGS_COLUMNS, of which those of `status` count; facets may be left out.
    `texts`: by representation, needed for words, sentences and context; `turns`: of transcripts, by representation;
    `groups`: witnesses (id, sources), a source in none standing alone; `variables`: by case. Raises InputRefused for a
    representation without its text, where texts are given.

    A region or time, which has no code points, is laid out as a text of its own that is called as its passage and says
    what its quote says: only what is coded on the same place overlaps it or is near it.
    """
    counted = codings[codings["status"].isin(list(status))] if "status" in codings else codings
    counted, texts = _laid_apart(counted, texts)
    representation = Column.of(counted["representation"])
    start, end = (counted[name].to_numpy(dtype=np.int64) for name in ("start_cp", "end_cp"))
    order = np.lexsort((end, start, representation.numbers))
    placed = np.stack([representation.numbers, start, end])[:, order]
    fresh = np.any(np.diff(placed, axis=1, prepend=-1), axis=0)
    passage = np.empty(len(order), dtype=np.int64)
    passage[order] = np.cumsum(fresh) - 1
    first = order[fresh]
    source = Column.of(counted["source"])
    guids = counted["passage"].to_numpy() if "passage" in counted else np.array([""] * len(counted), dtype=object)
    index = CodingIndex(
        guid=counted["guid"].to_numpy() if "guid" in counted else np.arange(len(counted)).astype(str),
        code=Column.of(counted["code"]),
        source=source,
        passage=passage,
        columns={name: Column.of(counted[name]) for name in OF_CODINGS if name in counted},
        passage_guid=guids[first],
        passage_source=source.numbers[first],
        text_of_passage=representation.numbers[first],
        start_cp=start[first],
        end_cp=end[first],
        representations=representation.values,
        offsets=_offsets(representation, end, texts),
        texts=None if texts is None else tuple(texts[name] for name in representation.values),
        turns=turns,
        codebook=codebook,
        sources={one.key: one for one in sources},
        witnesses={key: name for name, keys in groups for key in keys},
        variables=variables or {},
    )
    _ = index.places, index.rows_by_code
    return index


def index_of_columns(
    *,
    guid: NDArray[Any],
    code: Column,
    source: Column,
    representation: Column,
    passage: Ints,
    start_cp: Ints,
    end_cp: Ints,
    columns: Mapping[str, Column],
    texts: Sequence[str] | None = None,
    turns: Mapping[str, Sequence[Span]] | None = None,
    groups: Iterable[tuple[str, Sequence[str]]] = (),
) -> CodingIndex:
    """Prepare codings that a store keeps as columns of numbers already: an entry a coding, whatever its status.

    `passage`: which codings share one, as any number; the rest is as for `coding_index`. `texts`: by the number of
    `representation`, read when a question needs words.
    """
    _, first, number = np.unique(passage, return_index=True, return_inverse=True)
    order = np.lexsort((end_cp[first], start_cp[first], representation.numbers[first]))
    place = np.empty(len(order), dtype=np.int64)
    place[order] = np.arange(len(order))
    first = first[order]
    return CodingIndex(
        guid=guid,
        code=code,
        source=source,
        passage=place[number],
        columns=columns,
        passage_guid=passage[first],
        passage_source=source.numbers[first],
        text_of_passage=representation.numbers[first],
        start_cp=start_cp[first],
        end_cp=end_cp[first],
        representations=representation.values,
        offsets=_offsets(representation, end_cp, None),
        texts=texts,
        turns=turns,
        witnesses={key: name for name, keys in groups for key in keys},
    )


def _laid_apart(
    codings: pd.DataFrame, texts: Mapping[str, str] | None
) -> tuple[pd.DataFrame, Mapping[str, str] | None]:
    """Codings of regions and times as codings of texts of their own."""
    apart = codings["start_cp"].isna()
    if not apart.any():
        return codings, texts
    own = codings[apart]
    said = dict(zip(own["passage"], (quote or " " for quote in own["quote"]), strict=True))
    laid = codings.astype({"start_cp": object, "end_cp": object, "representation": object})
    laid.loc[apart, "representation"] = own["passage"]
    laid.loc[apart, "start_cp"] = 0
    laid.loc[apart, "end_cp"] = own["passage"].map(lambda guid: len(said[guid]))
    return laid, None if texts is None else {**texts, **said}


def _offsets(representation: Column, end: Ints, texts: Mapping[str, str] | None) -> Ints:
    """Where each text begins when all are laid end to end, one place apart; the last is the end of all."""
    length = np.zeros(len(representation.values), dtype=np.int64)
    np.maximum.at(length, representation.numbers, end)
    if texts is not None:
        for at, name in enumerate(representation.values):
            if name not in texts:
                raise InputRefused("analysis.text-missing", source=name)
            length[at] = max(int(length[at]), len(texts[name]))
    return np.concatenate([[0], np.cumsum(length + 1)])
